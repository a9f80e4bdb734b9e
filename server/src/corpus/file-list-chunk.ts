/** Names of many files in one text, for they travel between threads by the hundred thousand. */

import type { FileUri } from "./file-uri.ts";

/** Files, folder by folder. */
export interface FileBlock {
  /** The URIs of the folders, each with the stroke behind it. */
  readonly folders: readonly string[];
  /** How many of the names are of each folder. */
  readonly counts: readonly number[];
  /** The files' names as their URIs spell them, parted by line feeds, which no URI holds. */
  readonly names: string;
  /** How many files there are. */
  readonly size: number;
}

/** Gathers a block; files of one folder come together. */
export class BlockWriter {
  #folders: string[] = [];
  #counts: number[] = [];
  #names: string[] = [];

  get size(): number {
    return this.#names.length;
  }

  add(folder: string, name: string): void {
    const last = this.#folders.length - 1;
    if (this.#folders[last] === folder) this.#counts[last] = (this.#counts[last] ?? 0) + 1;
    else {
      this.#folders.push(folder);
      this.#counts.push(1);
    }
    this.#names.push(name);
  }

  /** The block as far as it was filled; what comes now is of the next one. */
  finish(): FileBlock {
    const block = {
      folders: this.#folders,
      counts: this.#counts,
      names: this.#names.join("\n"),
      size: this.#names.length,
    };
    this.#folders = [];
    this.#counts = [];
    this.#names = [];
    return block;
  }
}

/** A file's folder with the stroke behind it, and its name. */
export function splitFile(file: FileUri): { readonly folder: string; readonly name: string } {
  const nameAt = file.lastIndexOf("/") + 1;
  return { folder: file.slice(0, nameAt), name: file.slice(nameAt) };
}

export function blockOf(files: readonly FileUri[]): FileBlock {
  const block = new BlockWriter();
  for (const file of files) {
    const { folder, name } = splitFile(file);
    block.add(folder, name);
  }
  return block.finish();
}

/** The file at a place of a block; for the few that something is said of. */
export function fileAt(block: FileBlock, index: number): FileUri {
  let folder = 0;
  for (let behind = block.counts[0] ?? 0; behind <= index && folder < block.counts.length; ) {
    folder++;
    behind += block.counts[folder] ?? 0;
  }
  return `${block.folders[folder] ?? ""}${block.names.split("\n")[index] ?? ""}` as FileUri;
}

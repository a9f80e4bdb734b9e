/** File access to a handful of texts in memory, for tests and for whoever has no disk. */

import { type FileUri, pathBelow } from "../corpus/file-uri.ts";
import type { Decoded } from "./decode.ts";
import type { Complain, FileAccess, FileContent, Wanted } from "./files.ts";

/** A disk of texts that can be written to; it counts what is read of it. */
export class MemoryFiles implements FileAccess {
  readonly #files = new Map<FileUri, Decoded>();
  /** The files that were read, in order, as often as they were. */
  readonly reads: FileUri[] = [];

  write(file: FileUri, text: string): void {
    this.#files.set(file, { kind: "text", text });
  }

  /** Puts a file there that can't be read. */
  spoil(file: FileUri, reason: string): void {
    this.#files.set(file, { kind: "skipped", reason });
  }

  remove(file: FileUri): void {
    this.#files.delete(file);
  }

  async *list(folder: FileUri, wanted: Wanted, _complain: Complain): AsyncIterable<readonly FileUri[]> {
    const below = [...this.#files.keys()].filter((file) => {
      const path = pathBelow(folder, file);
      if (path === null || !wanted.file(path)) return false;
      const parts = path.split("/").slice(0, -1);
      return parts.every((_, index) => wanted.folder(parts.slice(0, index + 1).join("/")));
    });
    yield below.sort();
  }

  async read(file: FileUri): Promise<FileContent> {
    this.reads.push(file);
    const found = this.#files.get(file);
    if (found !== undefined) return found;
    return (await this.kind(file)) === "folder" ? { kind: "folder" } : { kind: "missing" };
  }

  async kind(file: FileUri): Promise<"file" | "folder" | "missing"> {
    if (this.#files.has(file)) return "file";
    return [...this.#files.keys()].some((other) => other.startsWith(`${file}/`)) ? "folder" : "missing";
  }

  async stamp(): Promise<null> {
    return null;
  }

  async real(): Promise<null> {
    return null;
  }
}

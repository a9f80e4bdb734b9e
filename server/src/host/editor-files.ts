/** Files of the editor's own file system, asked of the client: virtual workspaces, and all files where the server runs in a browser. */

import type { FileUri } from "../corpus/file-uri.ts";
import type { Complain, FileAccess, FileContent, Wanted } from "./files.ts";

/** What stands in a folder. */
export interface EditorEntry {
  /** As the editor spells it, in requests about it and in those about open documents. */
  readonly uri: string;
  readonly name: string;
  readonly isFolder: boolean;
}

/** What the editor answers about its files. */
export interface EditorFileSystem {
  /** What stands in a folder; null for what is none, or can't be read. */
  entries(folder: string): Promise<readonly EditorEntry[] | null>;
  read(file: string): Promise<FileContent>;
  kind(file: string): Promise<"file" | "folder" | "missing">;
}

/** Folders nested deeper than this are a link that leads into itself. */
const DEEPEST = 64;

/** The files of an editor. What it can't answer is as good as not there. */
export class EditorFiles implements FileAccess {
  readonly #editor: EditorFileSystem;

  constructor(editor: EditorFileSystem) {
    this.#editor = editor;
  }

  async *list(folder: FileUri, wanted: Wanted, complain: Complain): AsyncIterable<readonly FileUri[]> {
    const open: { readonly uri: string; readonly below: string; readonly depth: number }[] = [
      { uri: folder, below: "", depth: 0 },
    ];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { uri, below, depth } = next;
      const entries = await this.#editor.entries(uri).catch(() => null);
      if (entries === null) {
        complain(`${uri} can't be read`);
        continue;
      }
      const sorted = [...entries].sort((one, other) => (one.name < other.name ? -1 : 1));
      const files = sorted.filter(({ name, isFolder }) => !isFolder && wanted.file(below + name));
      if (files.length > 0) yield files.map((file) => file.uri as FileUri);
      const folders = sorted.filter(({ name, isFolder }) => isFolder && wanted.folder(below + name));
      if (depth === DEEPEST) continue;
      for (const { uri: folderUri, name } of folders.reverse()) {
        open.push({ uri: folderUri, below: `${below}${name}/`, depth: depth + 1 });
      }
    }
  }

  read(file: FileUri): Promise<FileContent> {
    return this.#editor.read(file).catch((): FileContent => ({ kind: "skipped", reason: "can't be read" }));
  }

  kind(file: FileUri): Promise<"file" | "folder" | "missing"> {
    return this.#editor.kind(file).catch(() => "missing");
  }

  /** An editor isn't asked: its answer would take as long as the text. */
  async stamp(): Promise<null> {
    return null;
  }

  async real(): Promise<null> {
    return null;
  }
}

/** The disk for its own files, the editor for all others; where there is no disk, the editor for all. */
export function filesOf(disk: FileAccess | null, editor: FileAccess): FileAccess {
  const of = (file: FileUri): FileAccess => (disk !== null && file.startsWith("file:") ? disk : editor);
  return {
    list: (folder, wanted, complain) => of(folder).list(folder, wanted, complain),
    read: (file) => of(file).read(file),
    kind: (file) => of(file).kind(file),
    stamp: (file) => of(file).stamp(file),
    real: (file) => of(file).real(file),
  };
}

/** Of a client that serves no files. */
export const NO_FILES: FileAccess = {
  async *list() {},
  read: async () => ({ kind: "missing" }),
  kind: async () => "missing",
  stamp: async () => null,
  real: async () => null,
};

/** Access to the files of a workspace, wherever they are: what the server needs of a disk, an editor or a test's memory. */

import type { FileUri } from "../corpus/file-uri.ts";
import type { Stamp } from "../corpus/record-batch.ts";
import type { Decoded } from "./decode.ts";

/** A file larger than this holds no cable; reading it would cost more memory than all the others. In bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** Which files of a folder are asked for, by their paths below it with `/` between the parts. */
export interface Wanted {
  /** Whether a file is asked for. */
  file(path: string): boolean;
  /** Whether a folder is looked into. */
  folder(path: string): boolean;
}

/** Told of what can't be read, in words that begin with its name: `/cables/old can't be read: permission denied`. */
export type Complain = (problem: string) => void;

export interface FileAccess {
  /**
   * The wanted files below a folder, in batches, sorted by the code units of their paths below it. Links are followed to what is met no other way, but
   * no folder is looked into twice, and none that holds the folder itself. What can't be read is complained of and passed over; a folder that is not
   * there has no files.
   */
  list(folder: FileUri, wanted: Wanted, complain: Complain): AsyncIterable<readonly FileUri[]>;
  /** What is at a URI now. A file of no interest is looked at with `kind`, which reads nothing. */
  read(file: FileUri): Promise<FileContent>;
  kind(file: FileUri): Promise<"file" | "folder" | "missing">;
  /** By what a file is known again without reading it; null for what is no file, or where nobody can tell. */
  stamp(file: FileUri): Promise<Stamp | null>;
  /** The file's own URI, without links on the way; null where it is not there, or nobody can tell. */
  real(file: FileUri): Promise<FileUri | null>;
}

/** A file's text, or why it has none that could be a cable's (no rights, over `LARGEST_FILE`, binary), or what is there instead. */
export type FileContent = Decoded | { readonly kind: "folder" } | { readonly kind: "missing" };

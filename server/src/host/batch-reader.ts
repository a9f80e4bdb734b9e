/** Reading thousands of files at once, off the thread that answers requests. */

import type { FileBlock } from "../corpus/file-list-chunk.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import type { Condition } from "../corpus/query/condition.ts";
import type { RecordBatch } from "../corpus/record-batch.ts";
import type { Complain } from "./files.ts";

/** A folder to list: patterns, and not functions, for the question travels to another thread. */
export interface ListRequest {
  readonly folder: FileUri;
  /** The folder's path below the folder that the patterns are held against, with `/` behind it; empty for that folder itself. */
  readonly prefix: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** How often words are counted in a file at most, and what stands for a file that can't be read. */
export const MOST_COUNTED = 250;
export const UNREADABLE = 255;

export interface BulkReader {
  /** Whether files of this URI can be read this way. */
  takes(file: FileUri): boolean;
  /** The wanted files, folder by folder, in no order that means anything; else as `FileAccess.list`. */
  list(request: ListRequest, complain: Complain): AsyncIterable<FileBlock>;
  /**
   * What is at each file. `stamps` has size and time of each as they are known, -1 where they are not: a file that still has them
   * is answered as unchanged without being read. Null where none is known.
   */
  read(block: FileBlock, stamps: Float64Array<ArrayBuffer> | null): Promise<RecordBatch>;
  /** Blocks that may be asked for at once before some of them only wait. */
  readonly atOnce: number;
  /** Whether threads are running that nobody has to wait for. */
  readonly isAwake: boolean;
  close(): void;
}

/** Looking for a query in thousands of files at once, off the thread that answers requests. */
export interface BulkSearcher extends Pick<BulkReader, "takes" | "atOnce"> {
  /**
   * Per file how often the words of a query stand in it, 1 for one that it holds of without any; 0 where it does not hold, `UNREADABLE` where
   * nobody can tell.
   */
  search(block: FileBlock, condition: Condition): Promise<Uint8Array>;
}

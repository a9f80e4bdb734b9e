/** What the thread that answers requests and the worker threads that read for it say to each other. */

import type { FileBlock } from "../corpus/file-list-chunk.ts";
import type { Condition } from "../corpus/query/condition.ts";
import type { RecordBatch } from "../corpus/record-batch.ts";
import type { ListRequest } from "./batch-reader.ts";

/** By this a process knows that it was started as such a worker. */
export const READER_WORKER = "reftel-reader";

export type ToReader =
  | { readonly kind: "list"; readonly id: number; readonly request: ListRequest }
  | { readonly kind: "read"; readonly id: number; readonly block: FileBlock; readonly stamps: Float64Array | null }
  | { readonly kind: "search"; readonly id: number; readonly block: FileBlock; readonly condition: Condition };

export type FromReader =
  | { readonly kind: "listed"; readonly id: number; readonly block: FileBlock }
  | { readonly kind: "problem"; readonly id: number; readonly problem: string }
  | { readonly kind: "done"; readonly id: number; readonly batch: RecordBatch | null }
  | { readonly kind: "searched"; readonly id: number; readonly counts: Uint8Array }
  | { readonly kind: "fault"; readonly id: number; readonly message: string };

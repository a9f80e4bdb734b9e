/** What the thread that answers requests and the worker threads that read for it say to each other. */

import type { SummaryBatch } from "../corpus/summary-batch.ts";
import type { ListRequest } from "./bulk.ts";

/** By this a process knows that it was started as such a worker. */
export const READER_WORKER = "reftel-reader";

/** Files travel as one string: their URIs hold no line feed. */
export type ToReader =
  | { readonly kind: "list"; readonly id: number; readonly request: ListRequest }
  | { readonly kind: "read"; readonly id: number; readonly files: string; readonly stamps: Float64Array };

export type FromReader =
  | { readonly kind: "listed"; readonly id: number; readonly files: string }
  | { readonly kind: "problem"; readonly id: number; readonly problem: string }
  | { readonly kind: "done"; readonly id: number; readonly batch: SummaryBatch | null }
  | { readonly kind: "fault"; readonly id: number; readonly message: string };

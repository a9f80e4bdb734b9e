/** The order in which cables are answered: by rank, then the newest first, undated ones last, then by file. */

import type { FileRows } from "../columns/file-rows.ts";
import type { GrowingColumns } from "../columns/growing-columns.ts";
import { BestRows } from "./top-k.ts";

/** The latest minute that a column holds, and how many it tells apart: an undated row has the earliest. */
const LATEST = 0x7fffffff;
const MINUTES = 0x1_0000_0000;

/** Gathers rows, to answer those that come first. */
export class AnswerOrder {
  readonly #sent: Int32Array;
  readonly #best: BestRows;

  /** At most `limit` rows are answered. Good until the index changes. */
  constructor(columns: GrowingColumns, files: FileRows, limit: number) {
    this.#sent = columns.int32.sent.view();
    this.#best = new BestRows(limit, columns.rows, (one, other) => files.compare(one, other));
  }

  /** Adds a row, at most once. Ranks are small whole numbers, the better ones smaller. */
  add(row: number, rank = 0): void {
    // One number, so that nearly all rows that are no good are told by a single comparison.
    this.#best.add(row, rank * MINUTES + (LATEST - (this.#sent[row] ?? 0)));
  }

  addAll(rows: Iterable<number>): this {
    for (const row of rows) this.add(row);
    return this;
  }

  /** The rows that come first, in their order; nothing can be added after. */
  finish(): Int32Array {
    return this.#best.finish();
  }
}

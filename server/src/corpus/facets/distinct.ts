/** Counts each cable once, in however many files it stands. */

import { type CableRows, NOTHING } from "./cable-rows.ts";

/** Numbers of groups stay below this: they are numbers of names, years or months. */
const MOST_GROUPS = 2 ** 20;

/** Remembers which cables were met, each group by itself. Only those that more than one file may hold cost memory. */
export class Distinct {
  readonly #rows: CableRows;
  readonly #met = new Set<number>();

  constructor(rows: CableRows) {
    this.#rows = rows;
  }

  /** Whether a row's cable is met for the first time in this group. */
  isFirst(row: number, group = 0): boolean {
    if (!this.#rows.mayHaveTwins(row)) return true;
    const key = this.#rows.mrn(row) * MOST_GROUPS + group - NOTHING;
    if (this.#met.has(key)) return false;
    this.#met.add(key);
    return true;
  }
}

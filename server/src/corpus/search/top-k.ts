/** The first of many rows in an order by numbers, without sorting all of them. */

/** Tells which of two rows of equal keys comes first: less than 0 for the first of them. No two rows are equal. */
export type TieOrder = (one: number, other: number) => number;

/** Takes rows in any order and keeps the best: those with the smallest keys, of equal ones those that come first by `tie`. */
export class BestRows {
  readonly #limit: number;
  readonly #tie: TieOrder;
  /** From `#limit` rows on a heap that has the last of the best on top. */
  readonly #rows: Int32Array;
  readonly #keys: Float64Array;
  #count = 0;

  /** Keeps `limit` of at most `most` rows. */
  constructor(limit: number, most: number, tie: TieOrder) {
    this.#limit = Math.max(0, Math.min(limit, most));
    this.#tie = tie;
    this.#rows = new Int32Array(this.#limit);
    this.#keys = new Float64Array(this.#limit);
  }

  add(row: number, key: number): void {
    if (this.#count < this.#limit) {
      this.#rows[this.#count] = row;
      this.#keys[this.#count] = key;
      this.#count++;
      if (this.#count === this.#limit) this.#heapify();
    } else if (
      this.#limit > 0 &&
      key <= (this.#keys[0] ?? 0) &&
      this.#isBehind(this.#rows[0] ?? 0, this.#keys[0] ?? 0, row, key)
    ) {
      this.#sink(row, key, 0, this.#count);
    }
  }

  /** The best in their order; nothing can be added after. */
  finish(): Int32Array {
    if (this.#count < this.#limit) this.#heapify();
    for (let end = this.#count - 1; end > 0; end--) {
      const row = this.#rows[end] ?? 0;
      const key = this.#keys[end] ?? 0;
      this.#rows[end] = this.#rows[0] ?? 0;
      this.#keys[end] = this.#keys[0] ?? 0;
      this.#sink(row, key, 0, end);
    }
    return this.#rows.subarray(0, this.#count);
  }

  #heapify(): void {
    for (let at = (this.#count >> 1) - 1; at >= 0; at--) {
      this.#sink(this.#rows[at] ?? 0, this.#keys[at] ?? 0, at, this.#count);
    }
  }

  /** Puts a row in the place of another, or below it and below all that come behind it, of the first `end`. */
  #sink(row: number, key: number, from: number, end: number): void {
    const rows = this.#rows;
    const keys = this.#keys;
    let at = from;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= end) break;
      let next = rows[below] ?? 0;
      let nextKey = keys[below] ?? 0;
      if (below + 1 < end) {
        const right = rows[below + 1] ?? 0;
        const rightKey = keys[below + 1] ?? 0;
        if (this.#isBehind(right, rightKey, next, nextKey)) {
          below++;
          next = right;
          nextKey = rightKey;
        }
      }
      if (!this.#isBehind(next, nextKey, row, key)) break;
      rows[at] = next;
      keys[at] = nextKey;
      at = below;
    }
    rows[at] = row;
    keys[at] = key;
  }

  #isBehind(row: number, key: number, other: number, otherKey: number): boolean {
    return key > otherKey || (key === otherKey && this.#tie(row, other) > 0);
  }
}

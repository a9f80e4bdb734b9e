/** Many growing lists of rows in one column of numbers, so that a long one is read in stretches and a short one takes little room. */

import { Column, int32 } from "../columns/columns.ts";

const NONE = -1;

/** A block is the list's block before it, its own size, and as many rows. Each is twice as large as the one before it, to a limit. */
const HEADER = 2;
const SMALLEST = 2;
const LARGEST = 1024;

/** Lists by number, from 0. Rows are added in rising order. */
export class RowLists {
  readonly #blocks = new Column(int32);
  /** Where the last block of each list begins, and how many rows it holds. */
  readonly #last = new Column(int32);
  readonly #used = new Column(int32);

  get length(): number {
    return this.#last.length;
  }

  /** Adds an empty list; answers its number. */
  addList(): number {
    this.#used.push(0);
    return this.#last.push(NONE);
  }

  /** Adds a row to a list, unless it is its last one already. */
  add(list: number, row: number): void {
    const last = this.#last.at(list);
    const used = this.#used.at(list);
    const size = last === NONE ? 0 : this.#blocks.at(last + 1);
    if (used > 0 && this.#blocks.at(last + HEADER + used - 1) === row) return;
    if (used < size) {
      this.#blocks.set(last + HEADER + used, row);
      this.#used.set(list, used + 1);
      return;
    }
    const larger = Math.min(LARGEST, Math.max(SMALLEST, size * 2));
    const block = new Int32Array(HEADER + larger);
    block[0] = last;
    block[1] = larger;
    block[HEADER] = row;
    this.#last.set(list, this.#blocks.append(block));
    this.#used.set(list, 1);
  }

  /** The rows of a list in stretches, each of them rising: good until a row is added. */
  *of(list: number): Iterable<Int32Array> {
    let used = this.#used.at(list);
    for (let block = this.#last.at(list); block !== NONE; block = this.#blocks.at(block)) {
      yield this.#blocks.view(block + HEADER, block + HEADER + used);
      const before = this.#blocks.at(block);
      used = before === NONE ? 0 : this.#blocks.at(before + 1);
    }
  }
}

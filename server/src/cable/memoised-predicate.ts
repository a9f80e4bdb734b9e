/** A question that every line puts, about few different numbers: the answer to each is found out when it is first asked for. */

const UNKNOWN = 0;
const NO = 1;
const YES = 2;

export class MemoisedPredicate {
  readonly #holds: (number: number) => boolean;
  readonly #known: Uint8Array;

  /** Of the numbers below `count`. */
  constructor(count: number, holds: (number: number) => boolean) {
    this.#holds = holds;
    this.#known = new Uint8Array(count);
  }

  has(number: number): boolean {
    if (this.#known[number] === UNKNOWN) this.#known[number] = this.#holds(number) ? YES : NO;
    return this.#known[number] === YES;
  }
}

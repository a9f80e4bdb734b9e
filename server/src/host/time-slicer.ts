/** Long work in short slices, so that who waits for the message loop never waits long. */

/** What waiting needs of the machine: the time in milliseconds, and a pause in which everything else that waits gets its turn. */
export interface Turns {
  now(): number;
  pause(): Promise<void>;
  /** A pause of at least so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/** A slice lasts this long, in milliseconds: one parse more may follow before the pause, and together they stay far below 50. */
const SLICE = 4;

const NOW = Promise.resolve();

/** Counts the time of work that may be done at several places at once: a slice is one for all of them. */
export class Slices {
  readonly #turns: Pick<Turns, "now" | "pause">;
  #end: number;
  /** Who goes on next waits for this: else all would go on after one pause, each with a piece of work. */
  #last = NOW;

  constructor(turns: Pick<Turns, "now" | "pause">) {
    this.#turns = turns;
    this.#end = turns.now() + SLICE;
  }

  /** Lets everybody else have a turn when the slice is used up. Called between two pieces of work. */
  next(): Promise<void> {
    if (!this.#isUsedUp()) return NOW;
    this.#last = this.#last.then(() => (this.#isUsedUp() ? this.#pause() : undefined));
    return this.#last;
  }

  /** Goes through work that is done in pieces; answers what comes of it. */
  async through<Result>(work: Generator<undefined, Result>): Promise<Result> {
    for (;;) {
      const piece = work.next();
      if (piece.done === true) return piece.value;
      await this.next();
    }
  }

  #isUsedUp(): boolean {
    return this.#turns.now() >= this.#end;
  }

  async #pause(): Promise<void> {
    await this.#turns.pause();
    this.#end = this.#turns.now() + SLICE;
  }
}

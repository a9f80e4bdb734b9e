/** Long work in short slices, so that who waits for the message loop never waits long. */

/** What waiting needs of the machine: the time in milliseconds, and a pause in which everything else that waits gets its turn. */
export interface Turns {
  now(): number;
  pause(): Promise<void>;
  /** A pause of at least so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/** A slice lasts this long, in milliseconds: one parse more may follow before the pause, and together they stay far below 50. */
const SLICE = 8;

/** Counts the time of one stretch of work. */
export class Slices {
  readonly #turns: Pick<Turns, "now" | "pause">;
  #end: number;

  constructor(turns: Pick<Turns, "now" | "pause">) {
    this.#turns = turns;
    this.#end = turns.now() + SLICE;
  }

  /** Lets everybody else have a turn when the slice is used up. Called between two pieces of work. */
  async next(): Promise<void> {
    if (this.#turns.now() < this.#end) return;
    await this.#turns.pause();
    this.#end = this.#turns.now() + SLICE;
  }
}

/** What each file of `targets/` makes: a part of the program that takes any text. */

import type { Random } from "../../tests/support/random.ts";

/** How long one answer took. */
export interface Timing {
  /** `textDocument/hover`, `parse`. */
  readonly what: string;
  /** Of processor or wall time; in milliseconds. */
  readonly milliseconds: number;
}

export interface Target {
  readonly name: string;
  /** Every how many rounds it is tried: a process for each text costs more than a call. */
  readonly every: number;
  /** Throws where the program does not do what it promises for every text. */
  attempt(text: string, random: Random): Promise<readonly Timing[]>;
  end(): Promise<void>;
}

/** Does something and says how long it took. */
export async function timed(what: string, work: () => unknown): Promise<Timing> {
  const start = performance.now();
  await work();
  return { what, milliseconds: performance.now() - start };
}

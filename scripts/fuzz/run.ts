/** A run of the fuzzer: hostile texts by a seed against all targets, until the rounds are over. */

import { Random } from "../../tests/support/random.ts";
import { hostileText } from "./mutations.ts";
import type { Target, Timing } from "./target.ts";

export interface Trouble {
  readonly target: string;
  readonly round: number;
  readonly text: string;
  readonly error: unknown;
}

export interface Slowest extends Timing {
  readonly round: number;
  readonly length: number;
}

export interface FuzzResult {
  readonly troubles: readonly Trouble[];
  /** The slowest answer of each kind. */
  readonly slowest: ReadonlyMap<string, Slowest>;
  readonly characters: number;
}

/** The first rounds measure a program that is not warm. */
const WARM_UP = 30;

/** Every round has a seed of its own, so that one can be repeated alone: `first` is where to begin. */
export async function fuzz(
  targets: readonly Target[],
  { seed, first = 0, rounds }: { readonly seed: number; readonly first?: number; readonly rounds: number },
): Promise<FuzzResult> {
  const troubles: Trouble[] = [];
  const slowest = new Map<string, Slowest>();
  let characters = 0;
  for (let round = first; round < first + rounds; round++) {
    const random = new Random(Math.imul(seed, 1_000_003) + round);
    const text = hostileText(random);
    characters += text.length;
    for (const target of targets) {
      if (round % target.every !== 0) continue;
      try {
        for (const timing of await target.attempt(text, random)) {
          if (round >= first + WARM_UP && timing.milliseconds > (slowest.get(timing.what)?.milliseconds ?? 0)) {
            slowest.set(timing.what, { ...timing, round, length: text.length });
          }
        }
      } catch (error) {
        troubles.push({ target: target.name, round, text, error });
      }
    }
  }
  return { troubles, slowest, characters };
}

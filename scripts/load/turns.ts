/** A steady rate: so many turns a second, each with its share; a turn that comes too late is left out, for two at once would be another load. */

import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

/** So many turns a second. */
export const TURNS = 20;

const PERIOD = 1000 / TURNS;

export interface Kept {
  /** How late each turn came that was taken, in milliseconds. */
  readonly delays: readonly number[];
  /** Turns that were left out: their time was over. */
  readonly dropped: number;
}

/** Takes its turns for so many seconds, or until `isOver`. */
export async function takeTurns(
  seconds: number,
  turn: (number: number) => void,
  isOver: () => boolean = () => false,
): Promise<Kept> {
  const delays: number[] = [];
  let dropped = 0;
  const began = performance.now();
  for (let number = 0; number < seconds * TURNS && !isOver(); number++) {
    const begins = began + number * PERIOD;
    // Without a pause nobody else would have a turn where this one is late.
    await pause(Math.max(0, begins - performance.now()));
    const delay = Math.max(0, performance.now() - begins);
    if (delay > PERIOD) {
      dropped++;
      continue;
    }
    delays.push(delay);
    turn(number);
  }
  return { delays, dropped };
}

/** Shares a rate out over turns: whole numbers that come to `perSecond` each second. */
export function shares(perSecond: number): () => number {
  let due = 0;
  return () => {
    due += perSecond / TURNS;
    const whole = Math.floor(due);
    due -= whole;
    return whole;
  };
}

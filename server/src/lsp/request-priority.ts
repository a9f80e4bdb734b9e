/** Work in the background goes on when nobody waits: messages that came are taken first, and requests are answered first. */

import type { Turns } from "../host/time-slicer.ts";

/**
 * Work in the background waits no longer than this for its next slice, in milliseconds. It waits longer where fewer messages were taken meanwhile than the
 * number below, as on a machine that is busy with other things. A client that never stops asking can't hold it up.
 */
const LONGEST_WAIT = 20;
const FEWEST_MESSAGES = 32;

/** A request that is older, in milliseconds, waits for something itself: for the index, for the client, for a folder to be read. */
const LONGEST_ANSWER = 100;

export class Precedence {
  /** The turns of work in the background. */
  readonly background: Turns;
  readonly #turns: Turns;
  /** Messages that were taken so far. */
  #taken = 0;
  /** When the requests came that are not answered yet. */
  readonly #asked = new Set<{ readonly at: number }>();
  #answered: Promise<void> | null = null;
  #tellAnswered = (): void => {};

  constructor(turns: Turns) {
    this.#turns = turns;
    this.background = {
      now: () => turns.now(),
      pause: () => this.#pause(),
      wait: (milliseconds) => turns.wait(milliseconds),
    };
  }

  /** A message was taken. */
  take(): void {
    this.#taken++;
  }

  /** A request was taken; answers its answer. */
  async answer<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
    this.take();
    const request = { at: this.#turns.now() };
    this.#asked.add(request);
    try {
      return await work();
    } finally {
      this.#asked.delete(request);
      this.#tellAnswered();
    }
  }

  async #pause(): Promise<void> {
    const end = this.#turns.now() + LONGEST_WAIT;
    const first = this.#taken;
    for (;;) {
      const taken = this.#taken;
      await this.#turns.pause();
      const now = this.#turns.now();
      // The connection takes one message a turn: after a turn without one there is none.
      if (this.#taken > taken) {
        if (now >= end && this.#taken - first >= FEWEST_MESSAGES) return;
      } else if (now >= end || !this.#isAsked(now)) return;
      else await Promise.race([this.#nextAnswer(), this.#turns.wait(end - now)]);
    }
  }

  #isAsked(now: number): boolean {
    for (const { at } of this.#asked) if (now - at < LONGEST_ANSWER) return true;
    return false;
  }

  #nextAnswer(): Promise<void> {
    this.#answered ??= new Promise((resolve) => {
      this.#tellAnswered = () => {
        this.#answered = null;
        this.#tellAnswered = () => {};
        resolve();
      };
    });
    return this.#answered;
  }
}

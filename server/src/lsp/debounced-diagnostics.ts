/** When diagnostics are sent to a client that does not ask: after what it asks meanwhile, and never of a document as it was before. */

import type { Turns } from "../host/time-slicer.ts";

/** Typing goes on for this long, in milliseconds, before its diagnostics are sent. */
const PAUSE = 200;

/** One version of a document, by a number that no other version has. */
interface Version {
  readonly uri: string;
  readonly revision: number;
}

export interface Sender<Document extends Version> {
  /** Whether this is what the document says now. */
  isCurrent(document: Document): boolean;
  send(document: Document): void;
}

/** One document's at a time: of many that were opened at once, none holds up what is asked meanwhile. */
export class DebouncedDiagnostics<Document extends Version> {
  readonly #turns: Turns;
  readonly #sender: Sender<Document>;
  /** Done when all that had their turn before were sent. */
  #last: Promise<void> = Promise.resolve();

  /** `turns` are those of work in the background. */
  constructor(turns: Turns, sender: Sender<Document>) {
    this.#turns = turns;
    this.#sender = sender;
  }

  /** Once a document was opened: when the messages that came along with it had their turn. */
  afterTurn(document: Document): Promise<void> {
    // A fault in those of one is no reason not to send those of the next.
    this.#last = this.#last.catch(() => {}).then(() => this.#send(document));
    return this.#last;
  }

  /** Once a document was changed: after a pause in which it was not changed again. */
  async afterPause(document: Document): Promise<void> {
    await this.#turns.wait(PAUSE);
    if (this.#sender.isCurrent(document)) await this.afterTurn(document);
  }

  async #send(document: Document): Promise<void> {
    // The first turn is over before the next message is taken: that one has waited no longer than this.
    await this.#turns.pause();
    await this.#turns.pause();
    if (this.#sender.isCurrent(document)) this.#sender.send(document);
  }
}

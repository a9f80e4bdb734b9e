/** When diagnostics are sent to a client that does not ask: after what it asks meanwhile, and never of a document as it was before. */

import type { Turns } from "../host/slices.ts";

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

/** Once a document was opened: when the messages that came along with it had their turn. */
export async function sendAfterTurn<Document extends Version>(
  turns: Turns,
  document: Document,
  sender: Sender<Document>,
): Promise<void> {
  // The first turn is over before the next message is taken: that one has waited no longer than this.
  await turns.pause();
  await turns.pause();
  if (sender.isCurrent(document)) sender.send(document);
}

/** Once a document was changed: after a pause in which it was not changed again. */
export async function sendAfterPause<Document extends Version>(
  turns: Turns,
  document: Document,
  sender: Sender<Document>,
): Promise<void> {
  await turns.wait(PAUSE);
  if (sender.isCurrent(document)) await sendAfterTurn(turns, document, sender);
}

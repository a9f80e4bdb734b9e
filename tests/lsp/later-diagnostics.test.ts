/** Diagnostics that are sent unasked: in which order with other messages, and of which version. */

import { beforeEach, expect, test } from "vitest";
import { sendAfterPause, sendAfterTurn } from "../../server/src/lsp/later-diagnostics.ts";

const uri = "file:///cables/draft.cable";
/** What happened, in order. */
let events: string[];
let current: number;
/** Ends the waiting, where there is some. */
let endWait: () => void;
beforeEach(() => {
  events = [];
  current = 1;
  endWait = () => {};
});

const turns = {
  now: () => 0,
  pause: () => new Promise<void>((resume) => setImmediate(resume)),
  wait: () =>
    new Promise<void>((resume) => {
      endWait = resume;
    }),
};
const sender = {
  isCurrent: ({ revision }: { readonly revision: number }) => revision === current,
  send: ({ revision }: { readonly revision: number }) => {
    events.push(`diagnostics of ${revision}`);
  },
};

test("after opening, the message that came along is answered first", async () => {
  const sent = sendAfterTurn(turns, { uri, revision: 1 }, sender);
  // As the connection takes the next message: in a turn of its own, asked for when the handler is done.
  setImmediate(() => events.push("outline"));
  await sent;
  expect(events).toEqual(["outline", "diagnostics of 1"]);
});

test("after a change nothing is sent before the pause is over, and nothing of what changed again", async () => {
  const first = sendAfterPause(turns, { uri, revision: 1 }, sender);
  const endFirst = endWait;
  current = 2;
  const second = sendAfterPause(turns, { uri, revision: 2 }, sender);
  expect(events).toEqual([]);
  endFirst();
  await first;
  expect(events).toEqual([]);
  endWait();
  await second;
  expect(events).toEqual(["diagnostics of 2"]);
});

test("what changes in the turn of other messages is not sent as it was", async () => {
  const sent = sendAfterTurn(turns, { uri, revision: 1 }, sender);
  current = 2;
  await sent;
  expect(events).toEqual([]);
});

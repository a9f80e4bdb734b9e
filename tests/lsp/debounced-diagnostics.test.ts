/** Diagnostics that are sent unasked: in which order with other messages, and of which version. */

import { beforeEach, expect, test } from "vitest";
import { DebouncedDiagnostics } from "../../server/src/lsp/debounced-diagnostics.ts";

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
  const sent = new DebouncedDiagnostics(turns, sender).afterTurn({ uri, revision: 1 });
  // As the connection takes the next message: in a turn of its own, asked for when the handler is done.
  setImmediate(() => events.push("outline"));
  await sent;
  expect(events).toEqual(["outline", "diagnostics of 1"]);
});

test("after a change nothing is sent before the pause is over, and nothing of what changed again", async () => {
  const later = new DebouncedDiagnostics(turns, sender);
  const first = later.afterPause({ uri, revision: 1 });
  const endFirst = endWait;
  current = 2;
  const second = later.afterPause({ uri, revision: 2 });
  expect(events).toEqual([]);
  endFirst();
  await first;
  expect(events).toEqual([]);
  endWait();
  await second;
  expect(events).toEqual(["diagnostics of 2"]);
});

test("what changes in the turn of other messages is not sent as it was", async () => {
  const sent = new DebouncedDiagnostics(turns, sender).afterTurn({ uri, revision: 1 });
  current = 2;
  await sent;
  expect(events).toEqual([]);
});

test("of many that are opened at once one is sent a turn, so that what is asked meanwhile waits for one at most", async () => {
  const later = new DebouncedDiagnostics(turns, { ...sender, isCurrent: () => true });
  const sent = [1, 2, 3].map((revision) => later.afterTurn({ uri, revision }));
  await sent[0];
  setImmediate(() => events.push("definition"));
  await Promise.all(sent);
  expect(events).toEqual(["diagnostics of 1", "definition", "diagnostics of 2", "diagnostics of 3"]);
});

test("a fault in the diagnostics of one document does not keep those of the next", async () => {
  const later = new DebouncedDiagnostics(turns, {
    isCurrent: () => true,
    send: (document) => {
      if (document.revision === 1) throw new Error("fault");
      sender.send(document);
    },
  });
  const first = later.afterTurn({ uri, revision: 1 });
  const second = later.afterTurn({ uri, revision: 2 });
  await expect(first).rejects.toThrow("fault");
  await second;
  expect(events).toEqual(["diagnostics of 2"]);
});

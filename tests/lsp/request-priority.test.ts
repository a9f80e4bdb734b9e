/** Work in the background lets messages and requests go first, but not for ever. */

import { beforeEach, expect, test } from "vitest";
import { Precedence } from "../../server/src/lsp/request-priority.ts";

/** What happened, in order. */
let events: string[];
let time: number;
let precedence: Precedence;
beforeEach(() => {
  events = [];
  time = 0;
  precedence = new Precedence({
    now: () => time,
    pause: nextTurn,
    wait: (milliseconds) => {
      events.push(`waits ${milliseconds} ms at most`);
      return new Promise(() => {});
    },
  });
});

function nextTurn(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}

async function background(): Promise<void> {
  await precedence.background.pause();
  events.push("background");
}

/** As the connection takes messages: one a turn. */
async function messages(count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await nextTurn();
    precedence.take();
    events.push(`message ${number}`);
  }
}

/** A request that is answered when the function that comes of it is called. */
function request(): () => void {
  let end = (): void => {};
  const answer = new Promise<void>((resolve) => {
    end = resolve;
  });
  void precedence.answer(() => answer).then(() => events.push("answer"));
  return end;
}

test("all messages that came are taken before it goes on", async () => {
  await Promise.all([messages(3), background()]);
  expect(events).toEqual(["message 1", "message 2", "message 3", "background"]);
});

test("where none came it goes on", async () => {
  await background();
  expect(events).toEqual(["background"]);
});

test("a request is answered before it goes on", async () => {
  const end = request();
  const done = background();
  await nextTurn();
  await nextTurn();
  expect(events).toEqual(["waits 20 ms at most"]);
  end();
  await done;
  expect(events).toEqual(["waits 20 ms at most", "answer", "background"]);
});

test("a request that takes long by itself holds nothing up", async () => {
  request();
  time = 100;
  await background();
  expect(events).toEqual(["background"]);
});

test("a client that never stops holds it up for a while only", async () => {
  const never = async (): Promise<void> => {
    while (!events.includes("background")) {
      await nextTurn();
      precedence.take();
      time++;
    }
  };
  await Promise.all([never(), background()]);
  expect(events).toEqual(["background"]);
  expect(time).toBeLessThan(40);
});

test("the messages that came are taken first also where each takes long", async () => {
  const slow = async (): Promise<void> => {
    for (let number = 1; number <= 10; number++) {
      await nextTurn();
      time += 50;
      precedence.take();
      events.push("message");
    }
  };
  await Promise.all([slow(), background()]);
  expect(events.indexOf("background")).toBe(10);
});

test("a request that fails is over as well", async () => {
  await expect(precedence.answer(() => Promise.reject(new Error("a fault")))).rejects.toThrow("a fault");
  await background();
  expect(events).toEqual(["background"]);
});

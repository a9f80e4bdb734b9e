/** Nothing is worked on that nobody waits for: requests that were cancelled, or asked of a text that has changed. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { CITING } from "./citing-and-cited.ts";
import { RawClient } from "./raw-client.ts";
import { bundle } from "./server-file.ts";

const URI = "untitled:cable";
const CANCELLED = -32800;
const CONTENT_MODIFIED = -32801;

let client: RawClient;

beforeEach(async () => {
  client = new RawClient(bundle.program);
  await client.ask("greeting", "initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  client.send({ method: "initialized", params: {} });
  client.send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri: URI, languageId: "cable", version: 1, text: CITING } },
  });
  await client.ask("open", "textDocument/documentSymbol", { textDocument: { uri: URI } });
});

afterEach(() => client.dispose());

/** Sends messages as one piece, so that all have come before the first has its turn. */
function sendAtOnce(messages: readonly object[]): void {
  const framed = messages.map((message) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  });
  client.process.stdin?.write(framed.join(""));
}

const change = (version: number): object => ({
  method: "textDocument/didChange",
  params: { textDocument: { uri: URI, version }, contentChanges: [{ text: `${CITING}${"X".repeat(version)}` }] },
});

const ask = (id: string, method: string): object => ({
  ...{ id, method },
  params: { textDocument: { uri: URI }, position: { line: 0, character: 0 } },
});

const codeOf = (id: string): number | undefined => client.answers.get(JSON.stringify(id))?.[0]?.error?.code;

test("a request that is cancelled before its turn is answered at once, those beside it as ever", async () => {
  const ids = Array.from({ length: 20 }, (_, number) => `cancelled-${number}`);
  sendAtOnce([
    ...ids.flatMap((id, number) => [
      change(number + 2),
      ask(id, "textDocument/diagnostic"),
      { method: "$/cancelRequest", params: { id } },
    ]),
    ask("last", "textDocument/hover"),
  ]);
  await client.answered([...ids, "last"]);
  expect(ids.map(codeOf)).toEqual(ids.map(() => CANCELLED));
  expect(codeOf("last")).toBeUndefined();
});

test("what a client asks again after each change is not worked on for the text before", async () => {
  sendAtOnce([
    ask("old", "textDocument/documentSymbol"),
    ask("hover", "textDocument/hover"),
    change(2),
    ask("new", "textDocument/documentSymbol"),
  ]);
  await client.answered(["old", "hover", "new"]);
  expect(["old", "hover", "new"].map(codeOf)).toEqual([CONTENT_MODIFIED, undefined, undefined]);
});

test("a change of a text that is not open holds nothing up", async () => {
  sendAtOnce([
    { method: "textDocument/didChange", params: { textDocument: { uri: "untitled:other", version: 1 } } },
    { method: "textDocument/didChange", params: {} },
    ask("after", "textDocument/documentSymbol"),
  ]);
  await client.answered(["after"]);
  expect(codeOf("after")).toBeUndefined();
});

/** Whatever arrives in place of a message, the server says what is wrong with it and answers the next one. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RawClient } from "./raw-client.ts";
import { bundle } from "./server-file.ts";

const URI = "untitled:cable";
const TEXT = "R 020900Z AUG 09\nUNCLAS TALLINN 099070\nTAGS: PGOV\nSUBJECT: FEES\n1. (U) Text.\n";

/** How many lines its outline has: the header with four fields, and the paragraph. */
const ITEMS = 6;

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const INVALID_PARAMS = -32602;

let client: RawClient;

beforeEach(async () => {
  client = new RawClient(bundle.program);
  await client.ask("greeting", "initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  client.send({ method: "initialized", params: {} });
  client.send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri: URI, languageId: "cable", version: 1, text: TEXT } },
  });
});

afterEach(async () => {
  expect(client.stderr).toBe("");
  client.dispose();
  await client.exited;
});

/** The codes of the errors that came without the id of a request. */
const codesWithoutId = (): unknown[] => (client.answers.get("null") ?? []).map(({ error }) => error?.code);

async function outlineOf(id: string): Promise<unknown> {
  return (await client.ask(id, "textDocument/documentSymbol", { textDocument: { uri: URI } })).result;
}

test.each([
  ["no JSON", "{nonsense", [PARSE_ERROR]],
  ["a batch", `[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]`, [INVALID_REQUEST]],
  ["a request whose id is null", `{"jsonrpc":"2.0","id":null,"method":"shutdown"}`, [INVALID_REQUEST]],
  ["a wrong length", `{}\r\nContent-Length: -1\r\n\r\n`, [PARSE_ERROR]],
  ["an answer to nothing", `{"jsonrpc":"2.0","id":4711,"result":{}}`, []],
  ["what cancels nothing", `{"jsonrpc":"2.0","method":"$/cancelRequest"}`, []],
  ["what cancels null", `{"jsonrpc":"2.0","method":"$/cancelRequest","params":null}`, []],
  ["a trace of null", `{"jsonrpc":"2.0","method":"$/setTrace","params":null}`, []],
])("%s harms nobody", async (_, body, codes) => {
  client.sendText(body);
  expect(await outlineOf("after")).toHaveLength(ITEMS);
  expect(codesWithoutId()).toEqual(codes);
  expect(client.log.filter((line) => line.startsWith("Fault"))).toEqual([]);
});

test("bytes that are no message at all harm nobody", async () => {
  client.process.stdin?.write(Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7919) & 255)));
  expect(await outlineOf("after")).toHaveLength(ITEMS);
});

test("a notification that comes as a request is refused, and does nothing", async () => {
  const answer = await client.ask("closing", "textDocument/didClose", { textDocument: { uri: URI } });
  expect(answer.error?.code).toBe(METHOD_NOT_FOUND);
  expect(await outlineOf("after")).toHaveLength(ITEMS);
});

test("parameters that are no object are refused", async () => {
  let asked = 0;
  for (const params of ["x", 7, false, true, [], [1], null]) {
    for (const method of ["textDocument/hover", "textDocument/codeAction", "reftel/preview", "reftel/indexStatus"]) {
      const { result, error } = await client.ask(++asked, method, params);
      // What needs no parameters takes none at all for them.
      const isRefused =
        method !== "reftel/indexStatus" || (params !== null && !(Array.isArray(params) && params.length === 0));
      expect([method, params, error?.code]).toEqual([method, params, isRefused ? INVALID_PARAMS : undefined]);
      expect(result === undefined).toBe(isRefused);
    }
  }
  expect(client.log).toEqual([]);
});

test("a change whose range is null is one of the whole text", async () => {
  client.send({
    method: "textDocument/didChange",
    params: { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: null, text: "1. (U) Text.\n" }] },
  });
  expect(await outlineOf("after")).toHaveLength(1);
});

test("settings that are too deep to compare leave a server whose index gets ready", async () => {
  const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
  client.sendText(
    `{"jsonrpc":"2.0","method":"workspace/didChangeConfiguration","params":{"settings":{"reftel":{"vocabulary":${deep}}}}}`,
  );
  expect((await client.ask("status", "reftel/indexStatus", { wait: true })).result).toMatchObject({ state: "ready" });
});

describe("the process ends", () => {
  test("in order where the input closes behind a shutdown", async () => {
    await client.ask("shutdown", "shutdown", undefined);
    client.process.stdin?.end();
    expect(await client.exited).toBe(0);
  });

  test("with an error where the input closes in the middle of a message", async () => {
    client.process.stdin?.end("Content-Length: 100\r\n\r\n{");
    expect(await client.exited).toBe(1);
  });
});

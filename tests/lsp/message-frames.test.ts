/** Messages are found however their bytes arrive, and found again behind what is none. */

import { describe, expect, test } from "vitest";
import { type Frame, MessageFrames } from "../../server/src/lsp/message-frames.ts";

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const framed = (body: string): string => `Content-Length: ${bytes(body).length}\r\n\r\n${body}`;
const request = (id: unknown): string => JSON.stringify({ jsonrpc: "2.0", id, method: "é/ü" });

/** What came, in short: the ids of messages, the codes and ids of what is wrong. */
const shortOf = (frames: readonly Frame[]): unknown[] =>
  frames.map((frame) =>
    frame.kind === "wrong" ? [frame.code, frame.id] : (Reflect.get(frame.message, "id") ?? frame.message),
  );
const read = (text: string): unknown[] => shortOf(new MessageFrames().push(bytes(text)));

test("messages come in order, however their bytes are cut", () => {
  const sent = bytes([1, "two", 3].map((id) => framed(request(id))).join(""));
  for (const size of [1, 2, 3, 7, 20, 50, sent.length]) {
    const frames = new MessageFrames();
    const got: Frame[] = [];
    for (let at = 0; at < sent.length; at += size) got.push(...frames.push(sent.subarray(at, at + size)));
    expect(shortOf(got)).toEqual([1, "two", 3]);
  }
});

describe("a header", () => {
  const body = request(1).replaceAll(/[éü]/g, "e");
  test.each([
    ["in small letters", `content-length: ${body.length}\r\n\r\n`],
    ["without blanks", `Content-Length:${body.length}\r\n\r\n`],
    [
      "with a kind of content",
      `Content-Length: ${body.length}\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n`,
    ],
    ["with the kind of content first", `Content-Type: x\r\nContent-Length: ${body.length}\r\n\r\n`],
    ["with line feeds alone", `Content-Length: ${body.length}\n\n`],
    ["behind blank lines", `\r\n\r\nContent-Length: ${body.length}\r\n\r\n`],
  ])("%s is read", (_, header) => {
    expect(read(`${header}${body}${framed(request(2))}`)).toEqual([1, 2]);
  });

  test.each([
    ["without a length", "Content-Type: x\r\n\r\n"],
    ["without a colon", "nonsense\r\n\r\n"],
    ["whose length is no number", "Content-Length: abc\r\n\r\n"],
    ["whose length is negative", "Content-Length: -5\r\n\r\n"],
    ["whose length is nothing", "Content-Length: 0\r\n\r\n"],
    ["whose length is in hexadecimal", "Content-Length: 0x10\r\n\r\n"],
    ["whose length has an exponent", "Content-Length: 1e1\r\n\r\n"],
    ["whose length has a fraction", "Content-Length: 2.5\r\n\r\n"],
    ["whose length no machine holds", "Content-Length: 99999999999999\r\n\r\n{}"],
    ["that is another protocol's", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["that does not end for long", "X".repeat(100_000)],
  ])("%s is told of once, and the next message is read", (_, header) => {
    expect(read(`${header}${framed(request(2))}${framed(request(3))}`)).toEqual([[PARSE_ERROR, null], 2, 3]);
  });
});

describe("a length", () => {
  test.each([-30, -5, -1])("that is wrong by %i costs its message and no other", (by) => {
    const body = request(1);
    const wrong = `Content-Length: ${bytes(body).length + by}\r\n\r\n${body}`;
    expect(read(`${wrong}${framed(request(2))}${framed(request(3))}`)).toEqual([[PARSE_ERROR, null], 2, 3]);
  });

  test.each([1, 5, 30])("that is too long by %i costs its message and no other", (by) => {
    const body = request(1);
    const wrong = `Content-Length: ${bytes(body).length + by}\r\n\r\n${body}`;
    const rest = `${framed(request(2))}${framed(request(3))}`;
    expect(read(`${wrong}${rest}`)).toEqual([[PARSE_ERROR, null], 2, 3]);
  });
});

describe("a body", () => {
  test.each([
    ["that is no JSON", "{nonsense", [PARSE_ERROR, null]],
    ["of nothing", "null", [INVALID_REQUEST, null]],
    ["of a number", "7", [INVALID_REQUEST, null]],
    ["of a text", '"x"', [INVALID_REQUEST, null]],
    ["of an empty object", "{}", [INVALID_REQUEST, null]],
    ["of several messages", `[${request(1)},${request(2)}]`, [INVALID_REQUEST, null]],
    ["whose id is null", request(null), [INVALID_REQUEST, null]],
    ["whose id is an object", request({}), [INVALID_REQUEST, null]],
    ["whose method is a number", '{"id":"x","method":7}', [INVALID_REQUEST, "x"]],
    ["without a method", '{"id":"x"}', [INVALID_REQUEST, "x"]],
  ])("%s is told of, and the next message is read", (_, body, told) => {
    expect(read(`${framed(body)}${framed(request(2))}`)).toEqual([told, 2]);
  });

  test("with a mark of byte order, or without the protocol's version, is read", () => {
    expect(read(framed(`\ufeff${request(1)}`))).toEqual([1]);
    expect(read(framed('{"id":2,"method":"x"}'))).toEqual([2]);
  });
});

test("answers and notifications are messages", () => {
  const result = { jsonrpc: "2.0", id: 7, result: null };
  const error = { jsonrpc: "2.0", id: null, error: { code: 1, message: "x" } };
  const notification = { jsonrpc: "2.0", method: "exit" };
  expect(read([result, error, notification].map((one) => framed(JSON.stringify(one))).join(""))).toEqual([
    7,
    error,
    notification,
  ]);
});

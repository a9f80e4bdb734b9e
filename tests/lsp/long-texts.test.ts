/** Texts that are longer than any cable: every request is answered, in plain bounds, and what is left out is told. */

import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ResponseMessage } from "vscode-languageserver/node";
import { StdioWriter } from "../../server/src/cli/stdio-writer.ts";
import {
  LONGEST_READ,
  LONGEST_REWRITTEN,
  LONGEST_SHOWN,
  MOST_FOLDED,
  MOST_OUTLINED,
  MOST_TOKENS,
} from "../../server/src/features/limits.ts";
import { RawClient } from "./raw-client.ts";
import { bundle } from "./server-file.ts";

const URI = "file:///long/text.cable";
const textDocument = { uri: URI };
const HEAD = "R 020900Z AUG 09\nUNCLAS TALLINN 099070\nTAGS: PGOV\nSUBJECT: FEES\nREF: RIGA 99012\n\n1. (U) Reftel. ";
const END = { line: 100_000_000, character: 0 };
const ALL = { start: { line: 0, character: 0 }, end: END };
const options = { tabSize: 2, insertSpaces: true };

let client: RawClient;
let asked = 0;
let version = 0;

beforeAll(async () => {
  client = new RawClient(bundle.program);
  const capabilities = {
    textDocument: {
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      diagnostic: {},
    },
  };
  await client.ask("greeting", "initialize", { processId: process.pid, rootUri: null, capabilities });
  client.send({ method: "initialized", params: {} });
});

afterAll(async () => {
  client.dispose();
  await client.exited;
});

/** Opens a text in place of the one before. */
function open(text: string): void {
  client.shown.length = 0;
  client.send({
    method: "textDocument/didOpen",
    params: { textDocument: { ...textDocument, languageId: "cable", version: ++version, text } },
  });
}

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at field by field.
async function ask(method: string, params: object = {}): Promise<any> {
  const { result, error } = await client.ask(++asked, method, { textDocument, ...params });
  expect([method, error, client.log.filter((line) => line.startsWith("Fault"))]).toEqual([method, undefined, []]);
  return result;
}

describe("a text that is too long to be read whole", { timeout: 60_000 }, () => {
  const text = `${HEAD}${"Some words of prose. ".repeat(LONGEST_READ / 20)}\n\n2. (U) Behind.\n`;

  test("is read in its beginning, and that is told", async () => {
    open(text);
    const outline: readonly { readonly name: string }[] = await ask("textDocument/documentSymbol");
    expect(outline.map(({ name }) => name)).toEqual([
      "Header",
      "References",
      "¶1 (U) Reftel. Some words of prose. Some words…",
    ]);
    expect(client.shown).toEqual([
      "This text has more than 5,000,000 characters: only its beginning is read as a cable.",
    ]);
  });

  test("has nothing behind that, wherever it is asked", async () => {
    const at = { position: END };
    for (const method of ["hover", "definition", "completion", "documentHighlight", "prepareRename"]) {
      expect([method, await ask(`textDocument/${method}`, at)]).toEqual([method, null]);
    }
    expect(await ask("textDocument/onTypeFormatting", { ...at, ch: "\n", options })).toBeNull();
    const [selection] = await ask("textDocument/selectionRange", { positions: [END] });
    expect(selection.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 9, character: 0 } });
  });

  test("is known in its beginning", async () => {
    expect(await ask("textDocument/hover", { position: { line: 6, character: 9 } })).not.toBeNull();
    expect((await ask("textDocument/diagnostic")).items.length).toBeLessThan(1001);
  });

  test("is typed in at its end", async () => {
    const change = { range: { start: END, end: END }, text: "3. (U) More.\n" };
    client.send({
      method: "textDocument/didChange",
      params: { textDocument: { ...textDocument, version: ++version }, contentChanges: [change] },
    });
    const [selection] = await ask("textDocument/selectionRange", { positions: [END] });
    expect(selection.range.end).toEqual({ line: 10, character: 0 });
  });
});

describe("a text that is too long to be rewritten", { timeout: 60_000 }, () => {
  const text = `${HEAD}${"Some words of prose.  \n".repeat(LONGEST_REWRITTEN / 20)}`;
  const line = "This text has more than 1,000,000 characters: it is left as it is.";

  test("is left as it is, and that is told", async () => {
    open(text);
    expect(await ask("textDocument/formatting", { options })).toBeNull();
    expect(await ask("textDocument/rangeFormatting", { options, range: ALL })).toBeNull();
    expect(client.shown).toEqual([line, line]);
  });

  test("is offered no action that would rewrite it", async () => {
    const context = { diagnostics: [], only: ["refactor", "source"] };
    expect(await ask("textDocument/codeAction", { range: ALL, context })).toEqual([]);
  });

  test("is shown in its beginning, and that is told", async () => {
    const { blocks } = await ask("reftel/preview");
    expect(blocks.at(-1).html).toContain("what is behind its first 500,000 characters is not shown");
    const { content } = await ask("reftel/export", { format: "markdown" });
    expect(content.length).toBeLessThan(LONGEST_SHOWN * 1.1);
    expect(content).toContain("is not shown");
  });
});

test("of things without number the first are answered", { timeout: 60_000 }, async () => {
  open(`${HEAD}\n\n${"2. (U)\nRefs A.\n\n".repeat(MOST_OUTLINED + 1000)}`);
  interface Item {
    readonly children: readonly Item[];
  }
  const count = (items: readonly Item[]): number => items.reduce((sum, { children }) => sum + 1 + count(children), 0);
  expect(count(await ask("textDocument/documentSymbol"))).toBe(MOST_OUTLINED);
  expect((await ask("textDocument/foldingRange")).length).toBeLessThanOrEqual(MOST_FOLDED);
  expect((await ask("textDocument/semanticTokens/full")).data.length).toBeLessThanOrEqual(MOST_TOKENS * 5);
});

test("an editor that takes edits along with names is offered few refactorings of a long text", async () => {
  const offered = async (text: string): Promise<number> => {
    open(text);
    return (await ask("textDocument/codeAction", { range: ALL, context: { diagnostics: [], only: ["refactor"] } }))
      .length;
  };
  const paragraphs = (count: number): string => `${HEAD}\n\n${"3. (U) Text\nthat goes on.\n\n".repeat(count)}`;
  const ofShort = await offered(paragraphs(4));
  const ofLong = await offered(paragraphs(3000));
  expect(ofLong).toBeGreaterThan(0);
  expect(ofLong).toBeLessThan(ofShort);
});

test("an answer that can't be written is an error", async () => {
  const stream = new PassThrough();
  const unspeakable = {
    toJSON: () => {
      throw new RangeError("Invalid string length");
    },
  };
  const answer: ResponseMessage = { jsonrpc: "2.0", id: 7, result: unspeakable };
  await new StdioWriter(stream).write(answer);
  const sent = String(stream.read());
  expect(JSON.parse(sent.slice(sent.indexOf("{")))).toMatchObject({
    id: 7,
    error: { code: -32603, message: "the answer can't be sent: Invalid string length" },
  });
});

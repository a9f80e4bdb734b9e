/** What requests on very long texts cost: processor time of the server at 1, 5 and 50 MB, and the most memory that it took. */

import { RawClient } from "../../tests/lsp/raw-client.ts";
import { HOSTILE_SHAPES } from "../../tests/support/hostile-shapes.ts";
import { mostMemoryOf, processorTimeOf } from "../load/memory.ts";

/** In characters. VS Code hands longer texts than the last to no extension. */
const LENGTHS = [1_000_000, 5_000_000, 50_000_000] as const;

/** What a very long text may be: of paragraphs, of one of them, of one line, of blank lines, of citations, of nothing that is a cable. */
const SHAPES = [
  "prose in a paragraph",
  "paragraphs with portion marks in a paragraph",
  "blank lines as a text",
  "mentions in a paragraph",
  "reference lists in the REF line",
  "letters as a text",
] as const;

const URI = "file:///big/text.cable";
const textDocument = { uri: URI };
const START = { line: 5, character: 9 };
const END = { line: 100_000_000, character: 0 };
const ALL = { start: { line: 0, character: 0 }, end: END };
const options = { tabSize: 2, insertSpaces: true };

const REQUESTS: readonly (readonly [method: string, params: object])[] = [
  // The first one pays for the parse.
  ["textDocument/documentSymbol", { textDocument }],
  ["textDocument/hover", { textDocument, position: START }],
  ["textDocument/hover", { textDocument, position: END }],
  ["textDocument/definition", { textDocument, position: START }],
  ["textDocument/documentHighlight", { textDocument, position: START }],
  ["textDocument/completion", { textDocument, position: END }],
  ["textDocument/selectionRange", { textDocument, positions: [START, END] }],
  ["textDocument/foldingRange", { textDocument }],
  ["textDocument/documentLink", { textDocument }],
  ["textDocument/inlayHint", { textDocument, range: { start: ALL.start, end: { line: 60, character: 0 } } }],
  ["textDocument/semanticTokens/full", { textDocument }],
  ["textDocument/diagnostic", { textDocument }],
  ["textDocument/codeAction", { textDocument, range: ALL, context: { diagnostics: [] } }],
  ["textDocument/formatting", { textDocument, options }],
  ["reftel/preview", { textDocument }],
  ["reftel/openCable", { textDocument }],
];

/** Prints a table for each shape; answers how many requests were not answered, or answered with a fault. */
export async function measureBig(program: string): Promise<number> {
  let failed = 0;
  for (const name of SHAPES) {
    const shape = HOSTILE_SHAPES.find((one) => one.name === name);
    if (shape === undefined) throw new Error(`there is no shape ${name}`);
    const rows = new Map<string, string[]>();
    const add = (what: string, cell: string): void => void rows.set(what, [...(rows.get(what) ?? []), cell]);
    for (const length of LENGTHS) failed += await measureOne(program, shape.text(length), add);
    console.log(`\n${name.padEnd(44)}${LENGTHS.map((length) => `${length / 1e6} MB`.padStart(14)).join("")}`);
    for (const [what, cells] of rows) console.log(what.padEnd(44) + cells.map((cell) => cell.padStart(14)).join(""));
  }
  return failed;
}

/** One text in a server of its own. */
async function measureOne(program: string, text: string, add: (what: string, cell: string) => void): Promise<number> {
  const client = new RawClient(program);
  const { pid } = client.process;
  let failed = 0;
  try {
    await client.ask("greeting", "initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          diagnostic: {},
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
        },
      },
    });
    client.send({ method: "initialized", params: {} });
    client.send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri: URI, languageId: "cable", version: 1, text } },
    });
    for (const [index, [method, params]] of [["open", {}] as const, ...REQUESTS].entries()) {
      const before = processorTimeOf(pid) ?? 0;
      const { error } = await client.ask(index, method, params);
      const isFine = method === "open" || error === undefined;
      const faults = client.log.filter((line) => line.startsWith("Fault")).length;
      client.log.length = 0;
      if (!isFine || faults > 0) failed++;
      const what =
        method === "textDocument/hover" && Reflect.get(params, "position") === END ? `${method} at the end` : method;
      add(
        what,
        `${(((processorTimeOf(pid) ?? 0) - before) * 1000).toFixed(0)} ms${isFine && faults === 0 ? "" : " FAULT"}`,
      );
      client.answers.clear();
    }
    add("the most memory", `${mostMemoryOf(pid)?.toFixed(0) ?? "?"} MB`);
  } catch (error) {
    failed++;
    add("the server has gone", error instanceof Error ? (error.message.split("\n")[0] ?? "").slice(0, 60) : "");
  } finally {
    client.dispose();
    await client.exited;
  }
  return failed;
}

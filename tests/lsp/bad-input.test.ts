/** Whatever text is opened, the server answers every request, stays up and says nothing alarming. */

import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  DeclarationRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Position,
  ReferencesRequest,
} from "vscode-languageserver-protocol/node";
import { IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const FIXTURE = readFileSync(new URL("../fixtures/09SHANGHAI374.txt", import.meta.url), "utf8");
/** How many lines its outline has. */
const OUTLINE_LENGTH = 32;

let client: LanguageClient;

beforeAll(async () => {
  client = await LanguageClient.start(bundle.program);
});

afterAll(async () => {
  const alarming = client.log.filter((line) => /fault|error|stderr/i.test(line));
  await client.dispose();
  expect(alarming).toEqual([]);
});

/** Asks for everything at some positions; answers the outline. */
async function askAll(uri: string, positions: readonly Position[]): Promise<readonly DocumentSymbol[]> {
  const textDocument = { uri };
  const ask = client.connection;
  for (const position of positions) {
    const at = { textDocument, position };
    await ask.sendRequest(DefinitionRequest.type, at);
    await ask.sendRequest(DeclarationRequest.type, at);
    await ask.sendRequest(HoverRequest.type, at);
    await ask.sendRequest(DocumentHighlightRequest.type, at);
    await ask.sendRequest(ReferencesRequest.type, { ...at, context: { includeDeclaration: true } });
  }
  await ask.sendRequest(FoldingRangeRequest.type, { textDocument });
  await ask.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  const symbols = await ask.sendRequest(DocumentSymbolRequest.type, { textDocument });
  return (symbols ?? []) as DocumentSymbol[];
}

function count(symbols: readonly DocumentSymbol[]): number {
  return symbols.reduce((sum, { children }) => sum + 1 + count(children ?? []), 0);
}

const POSITIONS: readonly Position[] = [
  { line: 0, character: 0 },
  { line: 0, character: 7 },
  { line: 5, character: 3 },
  { line: 42, character: 12 },
  { line: 9_999_999, character: 9_999_999 },
];

describe("an open document", () => {
  test.each([
    ["that is empty", ""],
    ["of blanks", " \t\n\r\n\f\u00a0\n"],
    ["of zero bytes and other binary", "\u0000\u0001\uFFFD\u007fELF\u0000".repeat(500)],
    ["of lone surrogates", "\uD800REF: A. \uDC00 12\n\uD83D"],
    ["cut in the middle of its header", FIXTURE.slice(0, 300)],
    ["cut in the middle of its REF line", FIXTURE.slice(0, FIXTURE.indexOf("SHANGHAI 57") + 5)],
    ["of nothing but line breaks", "\n".repeat(100_000)],
    ["of nothing but marks", "1. (U) \n".repeat(5_000)],
    ["of one deep bracket", `SUBJECT: ${"(".repeat(50_000)}`],
  ])("%s", async (name, text) => {
    const uri = `untitled:${encodeURIComponent(name)}`;
    await client.open(uri, text);
    const symbols = await askAll(uri, POSITIONS);
    if (text.trim() === "") expect(symbols).toEqual([]);
    await client.close(uri);
  });

  test("of one line of 10 MB", { timeout: 60_000 }, async () => {
    const text = "SUBJECT: REF: A. TALLINN 99066 (Ref A) see para 3 ".repeat(200_000);
    await client.open("untitled:line", text);
    await askAll("untitled:line", [
      { line: 0, character: 3 },
      { line: 0, character: 5_000_000 },
    ]);
    await client.change("untitled:line", { range: { start: POSITIONS[0], end: POSITIONS[1] } as never, text: "" });
    await askAll("untitled:line", []);
    await client.close("untitled:line");
  });

  test.each([
    ["with Windows line ends", FIXTURE.replaceAll("\n", "\r\n")],
    ["with old Macintosh line ends", FIXTURE.replaceAll("\n", "\r")],
    ["with a byte-order mark", `\uFEFF${FIXTURE}`],
  ])("%s has the same outline as without", async (name, text) => {
    const uri = `untitled:${encodeURIComponent(name)}`;
    await client.open(uri, text);
    expect(count(await askAll(uri, POSITIONS))).toBe(OUTLINE_LENGTH);
    await client.close(uri);
  });
});

test("files of every kind are indexed or passed over", async () => {
  const folder = await mkdtemp(join(tmpdir(), "reftel-bad-input-"));
  const cable = (serial: number): string =>
    `R 020900Z AUG 09\nUNCLAS TALLINN ${serial}\nTAGS: PGOV\nSUBJECT: CAF\u00c9\nREF: TALLINN 99001\n1. Text.\n`;
  await writeFile(join(folder, "latin1.txt"), Buffer.from(cable(99002), "latin1"));
  await writeFile(join(folder, "utf16.txt"), Buffer.from(`\uFEFF${cable(99003)}`, "utf16le"));
  await writeFile(join(folder, "mark.txt"), `\uFEFF${cable(99004)}`);
  await writeFile(join(folder, "windows.txt"), cable(99005).replaceAll("\n", "\r\n"));
  await writeFile(join(folder, "binary.txt"), Buffer.from([0, 1, 2, 3, 0, 255]));
  await writeFile(join(folder, "empty.txt"), "");
  await writeFile(join(folder, "prose.txt"), "Nothing of a cable.\n");
  const other = await LanguageClient.start(bundle.program, { folders: [pathToFileURL(folder).href] });
  const status = await other.connection.sendRequest(IndexStatusRequest, { wait: true });
  expect(status).toEqual({ state: "ready", cables: 4, files: 4, skipped: 3 });
  expect(other.log.filter((line) => line.includes("binary.txt"))).toHaveLength(1);
  await other.dispose();
  await rm(folder, { recursive: true });
});

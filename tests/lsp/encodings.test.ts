/** Every position that the server takes or gives counts as the client and it agreed. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import {
  DefinitionRequest,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  type LocationLink,
  ReferencesRequest,
} from "vscode-languageserver-protocol/node";
import { IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import { ABLE_CLIENT, LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

/** `é` is two bytes in UTF-8 and one UTF-16 unit, `😀` four bytes and two units. */
const TEXT = `R 020900Z AUG 09
UNCLAS TALLINN 099070
TAGS: PGOV
SUBJECT: CAFÉ 😀 FEES
REF: A. TALLINN 99066

1. (U) Café 😀 (Ref A) and more.
`;

const BEFORE_LABEL = "1. (U) Café 😀 (Ref ";

let client: LanguageClient;

afterEach(() => client.dispose());

const UNITS = {
  "utf-8": (text: string) => Buffer.byteLength(text, "utf8"),
  "utf-16": (text: string) => text.length,
  "utf-32": (text: string) => [...text].length,
};

async function start(offered: string[] | undefined, folders: string[] = []): Promise<string | undefined> {
  client = new LanguageClient(bundle.program);
  const { capabilities } = await client.initialize({
    folders,
    capabilities: { ...ABLE_CLIENT, general: offered === undefined ? {} : { positionEncodings: offered } },
  });
  await client.connection.sendNotification("initialized", {});
  return capabilities.positionEncoding;
}

describe.each(Object.entries(UNITS))("%s", (encoding, units) => {
  test("is answered in kind", async () => {
    expect(await start([encoding, "utf-16"])).toBe(encoding);
    const textDocument = { uri: "untitled:cable" };
    await client.open(textDocument.uri, TEXT);
    const label = { line: 6, character: units(BEFORE_LABEL) };
    const found = await client.connection.sendRequest(DefinitionRequest.type, { textDocument, position: label });
    const [link] = found as LocationLink[];
    expect(link?.originSelectionRange).toEqual({ start: label, end: { line: 6, character: label.character + 1 } });
    const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument,
    })) as DocumentSymbol[];
    const subject = symbols[0]?.children?.find(({ name }) => name.startsWith("Subject"));
    expect(subject?.range.end).toEqual({ line: 3, character: units("SUBJECT: CAFÉ 😀 FEES") });
  });

  test("counts in the changes that the client reports", async () => {
    await start([encoding]);
    const textDocument = { uri: "untitled:cable" };
    await client.open(textDocument.uri, TEXT);
    // Behind the face: the mark of paragraph 3 swallowed in a line that begins with characters of several units.
    const start3 = { line: 6, character: units("1. (U) Café 😀 ") };
    const end3 = { line: 6, character: units("1. (U) Café 😀 (Ref A) and more.") };
    await client.change(textDocument.uri, {
      range: { start: start3, end: end3 },
      text: "one.\n\n2. (U) Two.\n\n13. (U) Three.\n\n14. (U) Four.",
    });
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    expect(report.kind === "full" && report.items.map(({ range }) => range.start)).toEqual([
      { line: 10, character: 0 },
      { line: 12, character: 0 },
    ]);
  });

  test("counts in places of files that are not open", async () => {
    const folder = await mkdtemp(join(tmpdir(), "reftel-encodings-"));
    const citing = "R 020900Z SEP 09\nUNCLAS RIGA 099001\nTAGS: PGOV\nSUBJECT: X\nREF: A. É TALLINN 99070\n1. Text.\n";
    await writeFile(join(folder, "citing.txt"), citing.replace("É ", ""));
    await writeFile(join(folder, "cited.txt"), TEXT);
    await start([encoding], [pathToFileURL(folder).href]);
    const cited = pathToFileURL(join(folder, "cited.txt")).href;
    await client.open(cited, TEXT);
    await client.connection.sendRequest(IndexStatusRequest, { wait: true });
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: cited },
      position: { line: 3, character: 12 },
      context: { includeDeclaration: true },
    });
    expect(found?.map(({ range }) => range.start)).toEqual([{ line: 4, character: 8 }]);
    await rm(folder, { recursive: true });
  });
});

test("UTF-16 is taken where the client says nothing, or nothing known", async () => {
  expect(await start(undefined)).toBe("utf-16");
  await client.dispose();
  expect(await start(["utf-7"])).toBe("utf-16");
});

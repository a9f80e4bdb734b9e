/** Cables in Markdown notes over the protocol: asked about only where there are cables, kept apart from cables, answered like them. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  HoverRequest,
  ReferencesRequest,
} from "vscode-languageserver-protocol/node";
import {
  CheckQuotationsRequest,
  CompareCopiesRequest,
  IndexStatusRequest,
  QuotePassageRequest,
} from "../../server/src/lsp/protocol.ts";
import { ABLE_CLIENT, LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const CABLE = `R 281200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
UNCLAS MADRID 099001

E.O. 12958: N/A
TAGS: PREL, SP
SUBJECT: FEES ARE DUE

1. (U) The fees of the harbour
are due in May.

2. (U) The bishop has a [boat](x).

DOE
`;

const NOTE = `# Fees

“The fees of the port are due in May” (09 MADRID 99001, para. 1). See [@09MADRID99001, para. 7] and 09 PARIS 99002.
`;

const CLIENT = {
  ...ABLE_CLIENT,
  textDocument: {
    ...ABLE_CLIENT.textDocument,
    synchronization: { dynamicRegistration: true },
    hover: { contentFormat: ["markdown" as const], dynamicRegistration: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
  },
};

let folder = "";
let client: LanguageClient | null = null;

afterEach(async () => {
  await client?.dispose();
  client = null;
  await rm(folder, { recursive: true, force: true });
});

async function start(files: Readonly<Record<string, string>>, settings: unknown = null): Promise<LanguageClient> {
  folder = await mkdtemp(join(tmpdir(), "reftel-notes-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const folders = [pathToFileURL(folder).href];
  client = await LanguageClient.start(bundle.program, { folders, capabilities: CLIENT, settings });
  await client.connection.sendRequest(IndexStatusRequest, { wait: true });
  return client;
}

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

async function openNote(to: LanguageClient, text: string): Promise<{ readonly uri: string }> {
  const uri = uriOf("note.md");
  const textDocument = { uri, languageId: "markdown", version: 1, text };
  await to.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  return { uri };
}

const at = (text: string, words: string): { line: number; character: number } => {
  const lines = text.slice(0, text.indexOf(words)).split("\n");
  return { line: lines.length - 1, character: (lines.at(-1) ?? "").length + 1 };
};

test("a client is asked about Markdown where there are cables, and only there", async () => {
  const some = await start({ "1.txt": CABLE });
  // One more answer: what was registered before it was sent has come.
  await some.connection.sendRequest(IndexStatusRequest, { wait: true });
  const methods = (of: LanguageClient): readonly string[] =>
    of.registrations
      .filter(({ registerOptions }) => JSON.stringify(registerOptions ?? {}).includes('"language":"markdown"'))
      .map(({ method }) => method);
  expect(methods(some)).toContain("textDocument/hover");
  await some.dispose();
  const none = await start({ "bread.txt": "Bread and butter.\n" });
  await none.connection.sendRequest(IndexStatusRequest, { wait: true });
  expect(methods(none)).toEqual([]);
  await none.dispose();
  const off = await start({ "1.txt": CABLE }, { notes: false });
  await off.connection.sendRequest(IndexStatusRequest, { wait: true });
  expect(methods(off)).toEqual([]);
});

test("a note has hovers, definitions and links, and is no cable", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the settings, not of the language.
  const server = await start({ "1.txt": CABLE }, { archives: ["https://archive.example/${mrn}"] });
  const textDocument = await openNote(server, NOTE);
  const { connection } = server;
  const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position: at(NOTE, "09 MADRID") });
  expect(JSON.stringify(hover?.contents)).toContain("FEES ARE DUE");
  expect(JSON.stringify(hover?.contents)).toContain("¶1 The fees of the harbour are due in May");
  const missing = await connection.sendRequest(HoverRequest.type, { textDocument, position: at(NOTE, "09 PARIS") });
  expect(JSON.stringify(missing?.contents)).toContain("Not in the workspace");
  const definition = await connection.sendRequest(DefinitionRequest.type, {
    textDocument,
    position: at(NOTE, "09 MADRID"),
  });
  expect(definition).toMatchObject([{ targetUri: uriOf("1.txt"), targetSelectionRange: { start: { line: 9 } } }]);
  const links = await connection.sendRequest(DocumentLinkRequest.type, { textDocument });
  expect(links?.map(({ target }) => target)).toEqual(["https://archive.example/09PARIS99002"]);
  const options = { tabSize: 5, insertSpaces: true };
  expect(await connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options })).toBeNull();
  expect((await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? []).toEqual([]);
});

test("numbers and paragraphs are completed", async () => {
  const server = await start({ "1.txt": CABLE });
  const complete = async (text: string): Promise<readonly string[]> => {
    const textDocument = await openNote(server, text);
    const position = { line: 0, character: text.length };
    const list = await server.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    return (Array.isArray(list) ? list : (list?.items ?? [])).map(({ label }) => label);
  };
  expect(await complete("see [@09MAD")).toEqual(["@09MADRID99001"]);
  expect(await complete("see 09 MADRID 99")).toEqual(["09MADRID99001"]);
  expect(await complete("see 09 MADRID 99001, para. ")).toEqual(["1", "2"]);
  expect(await complete("some words of mine")).toEqual([]);
});

test("a paragraph that is not there is found; quotations once they are checked, with what mends them", async () => {
  const server = await start({ "1.txt": CABLE });
  const textDocument = await openNote(server, NOTE);
  const { connection } = server;
  const found = async (): Promise<readonly string[]> => {
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    return report.kind === "full" ? report.items.map(({ code, message }) => `${code}: ${message}`) : [];
  };
  const paragraph = "cited-paragraph-missing: 09MADRID99001 has no paragraph 7: its last is 2.";
  expect(await found()).toEqual([paragraph]);
  const counts = await connection.sendRequest(CheckQuotationsRequest, { textDocument });
  expect(counts?.verdicts.filter(({ count }) => count > 0)).toEqual([{ verdict: "altered", count: 1 }]);
  expect(await found()).toEqual(["quotation-altered: Altered: 09MADRID99001 ¶1: “port” for “harbour”", paragraph]);
  const position = at(NOTE, "port");
  const actions = await connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  expect(actions).toMatchObject([
    { title: "Quote the cable's own words", edit: { changes: { [textDocument.uri]: [{ newText: "harbour" }] } } },
  ]);
});

test("references of a cable list the notes that cite it, open and closed", async () => {
  const server = await start({ "1.txt": CABLE, "closed.md": "See 09MADRID99001.\n", "other.md": "See 09MADRID9.\n" });
  const textDocument = await openNote(server, NOTE);
  await server.open(uriOf("1.txt"), CABLE);
  const context = { includeDeclaration: true };
  const ofCable = await server.connection.sendRequest(ReferencesRequest.type, {
    textDocument: { uri: uriOf("1.txt") },
    position: at(CABLE, "FEES ARE DUE"),
    context,
  });
  expect(ofCable?.map(({ uri, range }) => [uri, range.start.line])).toEqual([
    [uriOf("note.md"), 2],
    [uriOf("note.md"), 2],
    [uriOf("closed.md"), 0],
  ]);
  const ofNote = await server.connection.sendRequest(ReferencesRequest.type, {
    textDocument,
    position: at(NOTE, "09 MADRID"),
    context,
  });
  expect(ofNote).toEqual(ofCable);
});

test("a passage is quoted with its citation, and the quotation is verbatim", async () => {
  const server = await start({ "1.txt": CABLE });
  const uri = uriOf("1.txt");
  await server.open(uri, CABLE);
  const range = { start: { line: 9, character: 7 }, end: { line: 12, character: 33 } };
  const quoted = await server.connection.sendRequest(QuotePassageRequest, { uri, range });
  expect(quoted).toBe(
    "> The fees of the harbour are due in May.\n>\n> The bishop has a \\[boat\\](x).\n>\n> — 09 MADRID 99001, paras. 1–2\n",
  );
  const textDocument = await openNote(server, quoted ?? "");
  const counts = await server.connection.sendRequest(CheckQuotationsRequest, { textDocument });
  expect(counts?.verdicts.filter(({ count }) => count > 0)).toEqual([{ verdict: "verbatim", count: 1 }]);
});

test("copies are given as texts to be set beside each other", async () => {
  const server = await start({ "1.txt": CABLE, "2.txt": CABLE.replace("The bishop", "XXXXXXXXXXXX") });
  const answer = await server.connection.sendRequest(CompareCopiesRequest, {
    one: uriOf("1.txt"),
    other: uriOf("2.txt"),
  });
  expect(answer).toMatchObject({ redactions: [0, 1], withheldWords: [0, 2] });
  expect(answer?.other).toContain("\n2. (U) XXXXXXXXXXXX has a [boat](x).\n");
  const none = await server.connection.sendRequest(CompareCopiesRequest, {
    one: uriOf("1.txt"),
    other: uriOf("none.txt"),
  });
  expect(none).toBeNull();
});

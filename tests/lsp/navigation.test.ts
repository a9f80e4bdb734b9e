/** The fixture over the protocol: outline, citations to other files, hover, folds, diagnostics, the index. */

import { readFileSync } from "node:fs";
import { cp, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  DeclarationRequest,
  DefinitionRequest,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
  type LocationLink,
  type Position,
  type PublishDiagnosticsParams,
  ReferencesRequest,
  SymbolKind,
} from "vscode-languageserver-protocol/node";
import { IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import { ABLE_CLIENT, LanguageClient, type StartOptions } from "./client.ts";
import { bundle } from "./server-file.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
/** The fixture and the two cables that it cites, one of them under a name that says nothing. */
const CABLES = ["09SHANGHAI374.txt", "09SHANGHAI66.cable", "residency-pilot-notes.txt"];
const FIXTURE = readFileSync(join(FIXTURES, "09SHANGHAI374.txt"), "utf8");
const EXPECTED_OUTLINE = readFileSync(new URL("../expected/09SHANGHAI374.outline.txt", import.meta.url), "utf8");

let folder: string;
let client: LanguageClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-workspace-"));
  for (const name of CABLES) await cp(join(FIXTURES, name), join(folder, name));
});

afterEach(async () => {
  await client.dispose();
  await rm(folder, { recursive: true, force: true });
});

function uri(name: string): string {
  return pathToFileURL(join(folder, name)).href;
}

async function start(options: StartOptions = {}): Promise<void> {
  client = await LanguageClient.start(bundle.program, { folders: [pathToFileURL(folder).href], ...options });
}

/** Starts with the fixture open and everything indexed. */
async function startWithFixture(options: StartOptions = {}): Promise<void> {
  await start(options);
  await client.open(uri("09SHANGHAI374.txt"), FIXTURE);
  await indexed();
}

function indexed() {
  return client.connection.sendRequest(IndexStatusRequest, { wait: true });
}

/** The position of the first place of a text in the fixture, some characters into it. */
function positionOf(text: string, within = 0): Position {
  const offset = FIXTURE.indexOf(text) + within;
  const before = FIXTURE.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function at(text: string, within = 0) {
  return { textDocument: { uri: uri("09SHANGHAI374.txt") }, position: positionOf(text, within) };
}

async function definition(text: string, within = 0): Promise<LocationLink[]> {
  const found = await client.connection.sendRequest(DefinitionRequest.type, at(text, within));
  if (found === null) return [];
  expect(Array.isArray(found)).toBe(true);
  return found as LocationLink[];
}

function nameOf(address: string): string {
  return decodeURIComponent(address.slice(address.lastIndexOf("/") + 1));
}

describe("the fixture", () => {
  test("has the outline that was checked by hand, with the right kinds", async () => {
    await startWithFixture();
    const params = { textDocument: { uri: uri("09SHANGHAI374.txt") } };
    const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, params)) as DocumentSymbol[];
    const lines = (items: readonly DocumentSymbol[], depth: number): string[] =>
      items.flatMap((item) => ["  ".repeat(depth) + item.name, ...lines(item.children ?? [], depth + 1)]);
    // Here the header's fields stand in document order; elsewhere the two are the same.
    expect(lines(symbols, 0).sort()).toEqual(EXPECTED_OUTLINE.trimEnd().split("\n").sort());
    const kinds = (items: readonly DocumentSymbol[]): string[] =>
      items.map(({ name, kind }) => `${kind} ${name.split(" ")[0]}`);
    expect(kinds(symbols)).toEqual([
      `${SymbolKind.Module} Header`,
      `${SymbolKind.Package} References`,
      `${SymbolKind.String} ¶`,
      `${SymbolKind.String} ¶1`,
      `${SymbolKind.Namespace} Zhejiang`,
      `${SymbolKind.Namespace} Keeping`,
      `${SymbolKind.Namespace} Economy:`,
      `${SymbolKind.Namespace} Blaming`,
      `${SymbolKind.Namespace} Comment`,
      `${SymbolKind.Constant} Signature`,
    ]);
    expect(new Set(symbols[0]?.children?.map(({ kind }) => kind))).toEqual(new Set([SymbolKind.Property]));
    expect(new Set(symbols[1]?.children?.map(({ kind }) => kind))).toEqual(new Set([SymbolKind.Key]));
  });

  test("leads from A to one file and from B to another, whatever they are called", async () => {
    await startWithFixture();
    const [a, ...noMoreOfA] = await definition("Refs A and B", 5);
    const [b, ...noMoreOfB] = await definition("Refs A and B", 11);
    expect([noMoreOfA, noMoreOfB]).toEqual([[], []]);
    expect([nameOf(a?.targetUri ?? ""), nameOf(b?.targetUri ?? "")].sort()).toEqual([
      "09SHANGHAI66.cable",
      "residency-pilot-notes.txt",
    ]);
    expect(nameOf(a?.targetUri ?? "")).toBe("09SHANGHAI66.cable");
    expect(a?.originSelectionRange).toEqual({
      start: positionOf("Refs A and B", 5),
      end: positionOf("Refs A and B", 6),
    });
    const text = readFileSync(join(folder, nameOf(b?.targetUri ?? "")), "utf8").split("\n");
    expect(text[b?.targetRange.start.line ?? 0]).toMatch(/^SUBJECT:/);
  });

  test("leads from the word to both, from C to its REF entry, from C's entry nowhere", async () => {
    await startWithFixture();
    expect((await definition("Refs A and B", 1)).map(({ targetUri }) => nameOf(targetUri))).toHaveLength(2);
    const [c] = await definition("Refs C and D", 5);
    expect(nameOf(c?.targetUri ?? "")).toBe("09SHANGHAI374.txt");
    expect(c?.targetSelectionRange.start).toEqual(positionOf("GUANGZHOU 510"));
    expect(await definition("GUANGZHOU 510", 3)).toEqual([]);
    const declared = await client.connection.sendRequest(DeclarationRequest.type, at("Refs A and B", 5));
    expect((declared as LocationLink[]).map(({ targetSelectionRange }) => targetSelectionRange.start)).toEqual([
      positionOf("SHANGHAI 66"),
    ]);
  });

  test("knows who refers to its labels and who cites it", async () => {
    await startWithFixture();
    const ofA = await client.connection.sendRequest(ReferencesRequest.type, {
      ...at("Refs A and B", 5),
      context: { includeDeclaration: true },
    });
    expect(ofA).toHaveLength(2);
    await writeFile(
      join(folder, "later.txt"),
      "R 020900Z SEP 09\nUNCLAS RIGA 099001\nTAGS: PGOV\nSUBJECT: LATER\nREF: SHANGHAI 374\n1. Text.\n",
    );
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uri("later.txt"), type: FileChangeType.Created }],
    });
    await indexed();
    const ofSubject = await client.connection.sendRequest(ReferencesRequest.type, {
      ...at("NEW ZHEJIANG", 3),
      context: { includeDeclaration: false },
    });
    expect(ofSubject).toEqual([
      { uri: uri("later.txt"), range: { start: { line: 4, character: 5 }, end: { line: 4, character: 17 } } },
    ]);
  });

  test("has hovers, highlights and folds", async () => {
    await startWithFixture();
    const textDocument = { uri: uri("09SHANGHAI374.txt") };
    const hover = await client.connection.sendRequest(HoverRequest.type, at("PGOV", 1));
    expect(JSON.stringify(hover?.contents)).toContain("Internal Governmental Affairs");
    expect(hover?.range).toEqual({ start: positionOf("PGOV"), end: positionOf("PGOV", 4) });
    expect(await client.connection.sendRequest(HoverRequest.type, at("Zhejiang's new"))).toBeNull();
    expect(await client.connection.sendRequest(DocumentHighlightRequest.type, at("Refs A and B", 5))).toHaveLength(2);
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(folds).toContainEqual({ startLine: 79, endLine: 89 });
  });

  test("has its diagnostics asked for, once a version", async () => {
    await startWithFixture();
    const textDocument = { uri: uri("09SHANGHAI374.txt") };
    const first = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    expect(first.kind === "full" && swallowed(first.items)[0]).toMatchObject({
      range: { start: { line: 77, character: 0 }, end: { line: 77, character: 2 } },
      severity: 3,
      code: "swallowed-paragraph-mark",
      source: "reftel",
    });
    const previousResultId = first.resultId ?? "";
    const ask = () => client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument, previousResultId });
    expect(await ask()).toEqual({ kind: "unchanged", resultId: previousResultId });
    const start = { line: 77, character: 0 };
    await client.change(textDocument.uri, { range: { start, end: { line: 77, character: 1 } }, text: "¶" });
    const after = await ask();
    expect(after.kind === "full" && swallowed(after.items)).toHaveLength(6);
    expect(client.diagnostics).toEqual([]);
  });
});

/** The diagnostics of one rule: what other rules find in the fixture is their tests' business. */
function swallowed(items: readonly Diagnostic[]): readonly Diagnostic[] {
  return items.filter(({ code }) => code === "swallowed-paragraph-mark");
}

/** The diagnostics published for a version of the document; for none once it is closed. A grown index may publish those before once more. */
async function publishedOf(version: number | undefined): Promise<PublishDiagnosticsParams> {
  for (;;) {
    const last = client.diagnostics.at(-1);
    if (last !== undefined && last.version === version) return last;
    await client.published();
  }
}

describe("a client that", () => {
  test("can't ask for diagnostics is sent them, and sent none when the document is closed", async () => {
    await start({ capabilities: {} });
    await client.open(uri("09SHANGHAI374.txt"), FIXTURE);
    expect(swallowed((await publishedOf(1)).diagnostics)).toHaveLength(7);
    await client.change(uri("09SHANGHAI374.txt"), { text: "" });
    expect((await publishedOf(2)).diagnostics).toEqual([]);
    await client.close(uri("09SHANGHAI374.txt"));
    expect(await publishedOf(undefined)).toEqual({ uri: uri("09SHANGHAI374.txt"), diagnostics: [] });
  });

  test("knows neither trees nor links gets lists and locations", async () => {
    await startWithFixture({ capabilities: {} });
    const params = { textDocument: { uri: uri("09SHANGHAI374.txt") } };
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, params);
    expect(symbols).toContainEqual(
      expect.objectContaining({ name: "A. SHANGHAI 66", containerName: "References", kind: SymbolKind.Key }),
    );
    const found = await client.connection.sendRequest(DefinitionRequest.type, at("Refs A and B", 5));
    expect(found).toEqual([expect.objectContaining({ uri: uri("09SHANGHAI66.cable") })]);
  });
});

describe("the index", () => {
  test("counts cables, and an open document as it stands in the editor", async () => {
    await startWithFixture();
    const status = await indexed();
    expect(status).toMatchObject({ state: "ready", cables: 3, files: 3 });
    await client.change(uri("09SHANGHAI374.txt"), { text: "No cable any more." });
    expect(await indexed()).toMatchObject({ cables: 2 });
    await client.close(uri("09SHANGHAI374.txt"));
    expect(await indexed()).toMatchObject({ cables: 3 });
  });

  test("points at the subject of a cable that was written anew before the editor told of it", async () => {
    await startWithFixture();
    const place = join(folder, "09SHANGHAI66.cable");
    const lines = readFileSync(place, "utf8").split("\n");
    const subject = lines.findIndex((line) => line.startsWith("SUBJECT: "));
    const pointed = async () => {
      const [a] = await definition("Refs A and B", 5);
      return [a?.targetRange, a?.targetSelectionRange.start];
    };
    const end = lines[subject]?.length ?? 0;
    const at = (line: number) => [
      { start: { line, character: 0 }, end: { line, character: end } },
      { line, character: "SUBJECT: ".length },
    ];
    expect(await pointed()).toEqual(at(subject));
    await writeFile(place, ["", "", ...lines].join("\n"));
    expect(await pointed()).toEqual(at(subject + 2));
  });

  test("follows files and folders that move, and answers with what is there now", async () => {
    await startWithFixture();
    await rename(join(folder, "09SHANGHAI66.cable"), join(folder, "moved.txt"));
    // The editor has not told yet: an answer must not lead to a file that is gone.
    expect((await definition("Refs A and B", 5)).map(({ targetUri }) => nameOf(targetUri))).toEqual([
      "09SHANGHAI374.txt",
    ]);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [
        { uri: uri("09SHANGHAI66.cable"), type: FileChangeType.Deleted },
        { uri: uri("moved.txt"), type: FileChangeType.Created },
      ],
    });
    await indexed();
    expect((await definition("Refs A and B", 5)).map(({ targetUri }) => nameOf(targetUri))).toEqual(["moved.txt"]);
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [], removed: [{ uri: pathToFileURL(folder).href, name: "cables" }] },
    });
    expect(await indexed()).toMatchObject({ cables: 1 });
  });

  test("heeds the settings, and their changes", async () => {
    await startWithFixture({ settings: { index: { include: ["**/*.cable"] } } });
    expect(await indexed()).toMatchObject({ cables: 2 });
    expect(client.registrations.map(({ method }) => method)).toContain("workspace/didChangeWatchedFiles");
    client.settings = { index: { include: ["**/*.txt"], exclude: ["*notes*"] } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.open(uri("other.txt"), "");
    expect(await indexed()).toMatchObject({ cables: 1 });
  });

  test("heeds settings that come with the greeting, for clients that can't be asked", async () => {
    await startWithFixture({
      capabilities: { textDocument: ABLE_CLIENT.textDocument ?? {} },
      initializationOptions: { reftel: { index: { include: ["**/*.cable"] } } },
    });
    expect(await indexed()).toMatchObject({ cables: 2 });
  });
});

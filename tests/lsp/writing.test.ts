/** Completion, formatting, Enter, semantic tokens and selection over the protocol, as editors of different abilities ask. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  type Position,
  type Range,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
} from "vscode-languageserver-protocol/node";
import { TOKEN_MODIFIERS } from "../../server/src/features/semantic-tokens.ts";
import { IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import { ABLE_CLIENT, LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const URI = "untitled:draft.cable";

/** Everything that an editor can do with completions. */
const COMPLETION: ClientCapabilities["textDocument"] = {
  completion: {
    completionItem: {
      snippetSupport: true,
      labelDetailsSupport: true,
      documentationFormat: ["markdown", "plaintext"],
      resolveSupport: { properties: ["documentation"] },
    },
    completionList: { itemDefaults: ["editRange"] },
  },
};

let client: LanguageClient;

afterEach(() => client.dispose());

async function start(
  textDocument: ClientCapabilities["textDocument"] = COMPLETION,
  encoding = "utf-16",
): Promise<void> {
  client = await LanguageClient.start(bundle.program, {
    capabilities: {
      ...ABLE_CLIENT,
      general: { positionEncodings: [encoding] },
      textDocument: { ...ABLE_CLIENT.textDocument, ...textDocument },
    },
  });
}

async function complete(text: string, position: Position): Promise<CompletionList> {
  await client.open(URI, text);
  const found = await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: URI }, position });
  if (found === null || Array.isArray(found)) throw new Error("a list is answered");
  return found;
}

describe("completion", () => {
  const TAGS = "UNCLAS SHANGHAI 099374\n\nE.O. 13526: N/A\nTAGS: PHU";

  test("says the range once where the client takes it so", async () => {
    await start();
    const { items, itemDefaults } = await complete(TAGS, { line: 3, character: 9 });
    expect(items[0]).toMatchObject({ label: "PHUM", labelDetails: { description: "Human Rights" } });
    expect(items[0]?.textEdit).toBeUndefined();
    expect(itemDefaults?.editRange).toEqual({ start: { line: 3, character: 6 }, end: { line: 3, character: 9 } });
  });

  test("gives each item its edit and its detail where the client knows no more", async () => {
    await start({});
    const { items, itemDefaults } = await complete(TAGS, { line: 3, character: 9 });
    expect(itemDefaults).toBeUndefined();
    expect(items[0]).toMatchObject({
      label: "PHUM",
      detail: "Human Rights",
      textEdit: { newText: "PHUM", range: { start: { line: 3, character: 6 }, end: { line: 3, character: 9 } } },
    });
  });

  test("tells more about an item when it is asked for", async () => {
    await start();
    const { items } = await complete(TAGS, { line: 3, character: 9 });
    const item = await client.connection.sendRequest(CompletionResolveRequest.type, items[0] as CompletionItem);
    expect(item.label).toBe("PHUM");
    expect(JSON.stringify(item.documentation)).toContain("Human Rights");
  });

  test("offers places to fill in only to those who have them", async () => {
    await start();
    const able = await complete("", { line: 0, character: 0 });
    expect(JSON.stringify(able.items[0])).toContain("{1:STATION}");
    await client.dispose();
    await start({});
    const unable = await complete("", { line: 0, character: 0 });
    expect(JSON.stringify(unable.items)).not.toContain("{1:");
  });

  test.each([
    ["utf-8", 14],
    ["utf-16", 11],
    ["utf-32", 10],
  ])("counts in %s", async (encoding, character) => {
    await start({}, encoding);
    // `é` and a face before the label.
    const text = `TAGS: PGOV\nSUBJECT: X\nREF: A. STATE 99901\n\né😀 x (Ref `;
    const { items } = await complete(text, { line: 4, character });
    expect(items.map(({ label }) => label)).toEqual(["A"]);
    expect(items[0]?.textEdit).toMatchObject({ range: { start: { line: 4, character } } });
  });

  test("an item that is no item of the server is given back as it is", async () => {
    await start();
    const strange: CompletionItem = { label: "x", data: { uri: 1 } };
    expect(await client.connection.sendRequest(CompletionResolveRequest.type, strange)).toEqual(strange);
  });
});

describe("formatting", () => {
  const options = { tabSize: 5, insertSpaces: true };

  test("the whole document", async () => {
    await start();
    await client.open(URI, "UNCLAS SHANGHAI 099374\ntags:PGOV\nSUBJECT: X  \n");
    const params = { textDocument: { uri: URI }, options };
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, params);
    expect(edits?.map(({ newText }) => newText).join("")).toContain("TAGS: ");
  });

  test("Enter behind a numbered paragraph", async () => {
    await start();
    await client.open(URI, "1. (SBU) The first.\n");
    const params = { textDocument: { uri: URI }, position: { line: 1, character: 0 }, ch: "\n", options };
    const at: Range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    expect(await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, params)).toEqual([
      { range: at, newText: "\n2. (SBU) " },
    ]);
  });
});

test("selection grows from the word to all", async () => {
  await start();
  await client.open(URI, "1. (U) One. Two words.\n");
  const params = { textDocument: { uri: URI }, positions: [{ line: 0, character: 13 }] };
  const [word] = (await client.connection.sendRequest(SelectionRangeRequest.type, params)) ?? [];
  const characters: number[] = [];
  for (let step = word; step !== undefined; step = step.parent) characters.push(step.range.start.character);
  expect(characters).toEqual([12, 12, 7, 0, 0]);
});

describe("semantic tokens", () => {
  const CABLE =
    "R 280903Z AUG 09\nUNCLAS SHANGHAI 099374\nTAGS: PGOV\nSUBJECT: X\nREF: A. STATE 99901\n\n1. (U) Text.\n";
  const unresolved = 1 << TOKEN_MODIFIERS.indexOf("unresolved");
  const resolved = 1 << TOKEN_MODIFIERS.indexOf("resolved");

  test("whole, for a range, and as a difference", async () => {
    await start();
    await client.open(URI, CABLE);
    await client.connection.sendRequest(IndexStatusRequest, { wait: true });
    const textDocument = { uri: URI };
    const whole = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    expect(whole?.data).toEqual([2, 6, 4, 0, 0, 2, 8, 11, 1, unresolved, 2, 3, 3, 2, 16]);
    const range: Range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    expect(part?.data).toEqual([2, 6, 4, 0, 0]);
    const end = { line: 7, character: 0 };
    await client.change(URI, { range: { start: end, end }, text: "\n2. (U) More.\n" });
    const params = { textDocument, previousResultId: whole?.resultId ?? "" };
    const change = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, params);
    expect(change).toMatchObject({ edits: [{ start: 15, deleteCount: 0, data: [2, 3, 3, 2, 16] }] });
  });

  test("the client is told to look again when the index is ready", async () => {
    const folder = await mkdtemp(join(tmpdir(), "reftel-tokens-"));
    await writeFile(
      join(folder, "a.txt"),
      "R 010900Z JUL 09\nUNCLAS STATE 099901\nTAGS: PGOV\nSUBJECT: X\n\n1. Text.\n",
    );
    client = new LanguageClient(bundle.program);
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest(SemanticTokensRefreshRequest.type, () => resolve());
    });
    const workspace = { ...ABLE_CLIENT.workspace, semanticTokens: { refreshSupport: true } };
    await client.initialize({ folders: [pathToFileURL(folder).href], capabilities: { ...ABLE_CLIENT, workspace } });
    await client.connection.sendNotification("initialized", {});
    await client.open(URI, CABLE);
    await refreshed;
    // On a busy machine the first word of it comes while the folder is still read.
    await client.connection.sendRequest(IndexStatusRequest, { wait: true });
    const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri: URI } });
    expect(tokens?.data.slice(5, 10)).toEqual([2, 8, 11, 1, resolved]);
    await rm(folder, { recursive: true, force: true });
  });
});

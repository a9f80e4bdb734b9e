/** Requests in any order, of any kind, at any time of the server's life: each is answered once, and the process ends when it should. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import {
  CancellationTokenSource,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DocumentSymbolRequest,
  ErrorCodes,
  ExitNotification,
  HoverRequest,
  LSPErrorCodes,
  ShutdownRequest,
} from "vscode-languageserver-protocol/node";
import { IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const CABLE = "R 020900Z AUG 09\nUNCLAS TALLINN 099070\nTAGS: PGOV\nSUBJECT: FEES\n1. (U) Text.\n";

let client: LanguageClient;

afterEach(() => client.dispose());

function symbols(uri = "untitled:cable") {
  return client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
}

describe("a request", () => {
  test("before the greeting is refused, and the greeting goes on", async () => {
    client = new LanguageClient(bundle.program);
    await expect(symbols()).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
    await expect(client.initialize()).resolves.toMatchObject({ serverInfo: { name: "reftel" } });
    await expect(client.initialize()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    await client.open("untitled:cable", CABLE);
    expect(await symbols()).toHaveLength(2);
  });

  test("after the shutdown is refused, and the exit is in order", async () => {
    client = await LanguageClient.start(bundle.program);
    await client.open("untitled:cable", CABLE);
    await client.connection.sendRequest(ShutdownRequest.type);
    await expect(symbols()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    await client.connection.sendNotification(ExitNotification.type);
    expect(await client.exited).toBe(0);
  });

  test("for a document that is not open is answered with nothing", async () => {
    client = await LanguageClient.start(bundle.program);
    expect(await symbols("untitled:nowhere")).toBeNull();
    const at = { textDocument: { uri: "not even a uri" }, position: { line: 0, character: 0 } };
    expect(await client.connection.sendRequest(HoverRequest.type, at)).toBeNull();
  });

  test("that was cancelled says so", async () => {
    client = await LanguageClient.start(bundle.program);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(IndexStatusRequest, { wait: true }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await symbols()).toBeNull();
  });

  test("of the wrong shape is answered once, and harms nobody", async () => {
    client = await LanguageClient.start(bundle.program);
    await client.open("untitled:cable", CABLE);
    const { connection } = client;
    expect(await connection.sendRequest("textDocument/hover", { textDocument: null })).toBeNull();
    expect(await connection.sendRequest("textDocument/definition", { textDocument: { uri: 7 } })).toBeNull();
    await expect(connection.sendRequest("textDocument/documentSymbol")).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
    });
    await expect(connection.sendRequest("textDocument/noSuchThing", {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    });
    const wild = { textDocument: { uri: "untitled:cable" }, position: { line: -1.5, character: "x" } };
    expect(await connection.sendRequest("textDocument/definition", wild)).toBeNull();
    expect(await connection.sendRequest("reftel/indexStatus")).toMatchObject({ state: "ready" });
    expect(await symbols()).toHaveLength(2);
  });
});

describe("a notification", () => {
  test("of a change that makes no sense leaves a server that answers", async () => {
    client = await LanguageClient.start(bundle.program);
    await client.open("untitled:cable", CABLE);
    const far = { line: 99, character: 99 };
    const near = { line: 0, character: 0 };
    await client.change("untitled:cable", { range: { start: far, end: near }, text: "" });
    expect(await symbols()).toEqual([]);
    await client.change("untitled:nowhere", { text: "x" });
    await client.connection.sendNotification("textDocument/didChange", { textDocument: null });
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: "untitled:nowhere" } });
    await client.change("untitled:cable", { text: CABLE });
    expect(await symbols()).toHaveLength(2);
  });

  test("of an older version is passed over", async () => {
    client = await LanguageClient.start(bundle.program);
    await client.open("untitled:cable", CABLE);
    await client.change("untitled:cable", { text: CABLE });
    await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: "untitled:cable", version: 1 },
      contentChanges: [{ text: "" }],
    });
    expect(await symbols()).toHaveLength(2);
  });
});

describe("the process ends", () => {
  test("with an error where the client leaves without a word", async () => {
    client = await LanguageClient.start(bundle.program);
    client.process.stdin?.end();
    expect(await client.exited).toBe(1);
  });

  test("when the client's process is gone, though the pipe stays open", { timeout: 20_000 }, async () => {
    const editor = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    client = await LanguageClient.start(bundle.program, { processId: editor.pid ?? null });
    expect(
      await client.connection.sendRequest(DefinitionRequest.type, {
        textDocument: { uri: "untitled:nowhere" },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
    editor.kill("SIGKILL");
    await once(editor, "exit");
    expect(await client.exited).toBe(1);
  });
});

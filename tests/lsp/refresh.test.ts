/** What a client shows of the index it is told to ask for again: when the index is whole, and when it changes. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, test } from "vitest";
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from "vscode-languageserver-protocol/node";
import { ABLE_CLIENT, LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const CITING = `R 020900Z AUG 09
UNCLAS RIGA 099012
TAGS: PGOV
SUBJECT: PORT TALKS
REF: TALLINN 99066

1. Text.
`;
const CITED = "R 010900Z AUG 09\nUNCLAS TALLINN 099066\nTAGS: PGOV\nSUBJECT: PORT FEES\n\n1. Text.\n";

const METHODS = [CodeLensRefreshRequest.method, InlayHintRefreshRequest.method, SemanticTokensRefreshRequest.method];

let folder: string;
let client: LanguageClient;
const asked = new Map<string, number>();
let heard: (() => void) | null = null;

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-refresh-"));
  await writeFile(join(folder, "citing.txt"), CITING);
  asked.clear();
  client = new LanguageClient(bundle.program);
  for (const method of METHODS) {
    client.connection.onRequest(method, () => {
      asked.set(method, timesAsked(method) + 1);
      heard?.();
      return null;
    });
  }
});

afterEach(async () => {
  await client.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** Done when each way to look again was asked for more often than so many times, and whoever looks finds this. */
async function shown(expected: string, times: number, methods: readonly string[] = METHODS): Promise<void> {
  for (;;) {
    const next = new Promise<void>((resolve) => {
      heard = resolve;
    });
    if (methods.every((method) => timesAsked(method) > times) && (await counted()) === expected) return;
    await next;
  }
}

function timesAsked(method: string): number {
  return asked.get(method) ?? 0;
}

async function counted(): Promise<string | undefined> {
  const params = { textDocument: { uri: uriOf("citing.txt") } };
  return (await client.connection.sendRequest(CodeLensRequest.type, params))?.[0]?.command?.title;
}

test("counts, hints and colours are asked for again when the index is whole, and when a cited cable comes", async () => {
  const workspace = {
    ...ABLE_CLIENT.workspace,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  };
  await client.initialize({ folders: [pathToFileURL(folder).href], capabilities: { ...ABLE_CLIENT, workspace } });
  await client.connection.sendNotification("initialized", {});
  await client.open(uriOf("citing.txt"), CITING);
  await shown("cites 1, 0 here", 0);
  const before = Math.max(...asked.values());
  await writeFile(join(folder, "cited.txt"), CITED);
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf("cited.txt"), type: FileChangeType.Created }],
  });
  await shown("cites 1, 1 here", before);
});

test("an open cable that takes another number is one such change", async () => {
  const workspace = { ...ABLE_CLIENT.workspace, codeLens: { refreshSupport: true } };
  const methods = [CodeLensRefreshRequest.method];
  await client.initialize({ folders: [pathToFileURL(folder).href], capabilities: { ...ABLE_CLIENT, workspace } });
  await client.connection.sendNotification("initialized", {});
  await client.open(uriOf("citing.txt"), CITING);
  await client.open("untitled:new", CITED.replace("99066", "99067"));
  await shown("cites 1, 0 here", 0, methods);
  const before = Math.max(...asked.values());
  await client.change("untitled:new", { text: CITED });
  await shown("cites 1, 1 here", before, methods);
});

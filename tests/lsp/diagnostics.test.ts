/** Diagnostics over the protocol: unchanged reports, what other cables say, and the whole workspace where a setting asks for it. */

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  type FileEvent,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver-protocol/node";
import { IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const FIELDS = "E.O. 12958: N/A\nTAGS: PGOV, EN\nSUBJECT: FEES\n";
const LATER = `R 290903Z AUG 09\nFM AMEMBASSY RIGA\nTO SECSTATE WASHDC\n\nUNCLAS RIGA 099012\n\n${FIELDS}\n1. Fees fell.\n`;
const CITES = `R 280903Z AUG 09\nFM AMEMBASSY TALLINN\nTO SECSTATE WASHDC\n\nUNCLAS TALLINN 099070\n\n${FIELDS}REF: RIGA 99012\n\n1. Fees fell.\n`;
const DRAFT = `UNCLAS TALLINN 099071\n\n${FIELDS.replace("EN", "EN, PGOV")}\n1. Fees fell.\n`;

// Each test starts a process.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let client: LanguageClient;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-diagnostics-"));
  await writeFile(join(folder, "later.cable"), LATER);
  await writeFile(join(folder, "cites.cable"), CITES);
  await writeFile(join(folder, "draft.cable"), DRAFT);
  await writeFile(join(folder, "notes.txt"), "The cable 09 RIGA 99012 speaks of fees.\n");
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(settings: unknown): Promise<void> {
  client = await LanguageClient.start(bundle.program, { folders: [pathToFileURL(folder).href], settings });
  await client.connection.sendRequest(IndexStatusRequest, { wait: true });
}

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

function pull(uri: string, previousResultId?: string) {
  const known = previousResultId === undefined ? {} : { previousResultId };
  return client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, ...known });
}

function pullAll(previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
  return client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
}

test("a report is not sent again where nothing changed", async () => {
  await start({});
  await client.open(uriOf("draft.cable"), DRAFT);
  const first = await pull(uriOf("draft.cable"));
  expect(first).toMatchObject({ kind: "full", items: [{ code: "repeated-tag" }] });
  const again = await pull(uriOf("draft.cable"), first.resultId);
  expect(again).toEqual({ kind: "unchanged", resultId: first.resultId });
  await client.change(uriOf("draft.cable"), { text: DRAFT.replace(", PGOV", "") });
  expect(await pull(uriOf("draft.cable"), first.resultId)).toMatchObject({ kind: "full", items: [] });
});

test("what other cables say counts once they are read", async () => {
  await start({ rules: { "reference-not-in-workspace": "hint" } });
  await client.open(uriOf("cites.cable"), CITES);
  expect(await pull(uriOf("cites.cable"))).toMatchObject({
    items: [{ code: "reference-later-than-cable", message: "09RIGA99012 was sent later, 29 August 2009 at 0903Z." }],
  });
  await client.change(uriOf("cites.cable"), { text: CITES.replace("99012", "99099") });
  expect(await pull(uriOf("cites.cable"))).toMatchObject({ items: [{ code: "reference-not-in-workspace" }] });
});

test("the workspace is not checked unasked", async () => {
  await start({});
  expect((await pullAll()).items).toEqual([]);
});

test("the workspace is checked on request: every cable once, and only what changed the next time", async () => {
  await start({ checkWorkspace: true });
  const { items } = await pullAll();
  const found = items.map((report) => [
    report.uri.split("/").at(-1),
    report.kind === "full" ? report.items.map(({ code }) => code) : report.kind,
  ]);
  expect(found).toEqual([
    ["cites.cable", ["reference-later-than-cable"]],
    ["draft.cable", ["repeated-tag"]],
    ["later.cable", []],
  ]);
  const known = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
  expect((await pullAll(known)).items.map(({ kind }) => kind)).toEqual(["unchanged", "unchanged", "unchanged"]);
});

test("the folder's own file of settings counts for its cables, under the client's, also when it changes", async () => {
  const file = join(folder, ".reftel", "settings.json");
  await mkdir(join(folder, ".reftel"));
  await writeFile(file, '{ "reftel.rules": { "repeated-tag": "off" } }');
  await start({ rules: {}, exceptions: {}, drafting: "auto" });
  await client.open(uriOf("draft.cable"), DRAFT);
  const first = await pull(uriOf("draft.cable"));
  expect(first).toMatchObject({ kind: "full", items: [] });

  await writeFile(file, '{ "rules": { "repeated-tag": "hint" } }');
  const changed: FileEvent = { uri: pathToFileURL(file).href, type: FileChangeType.Changed };
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [changed] });
  await expect
    .poll(() => pull(uriOf("draft.cable"), first.resultId), { timeout: 30_000 })
    .toMatchObject({ items: [{ severity: 4 }] });
});

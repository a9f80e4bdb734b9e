/** The index over the protocol: searches, trees of citations, counts, hints, links, renames, TAGS, and the snapshot. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeLensRequest,
  DidChangeWatchedFilesNotification,
  DocumentLinkRequest,
  FileChangeType,
  InlayHintRequest,
  type Location,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from "vscode-languageserver-protocol/node";
import { IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import { CITED, CITING } from "./citing-and-cited.ts";
import { ABLE_CLIENT, LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

let folder: string;
let client: LanguageClient;
let uri: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-workspace-"));
  await mkdir(join(folder, "cables"));
  await writeFile(join(folder, "cables", "citing.txt"), CITING);
  await writeFile(join(folder, "cables", "cited.txt"), CITED);
  uri = pathToFileURL(join(folder, "cables", "citing.txt")).href;
});

afterEach(async () => {
  await client.dispose();
  await rm(folder, { recursive: true, force: true });
});

async function start(settings: unknown = {}) {
  client = await LanguageClient.start(bundle.program, {
    folders: [pathToFileURL(join(folder, "cables")).href],
    initializationOptions: { storagePath: join(folder, "storage") },
    settings,
  });
  await client.open(uri, CITING);
  return client.connection.sendRequest(IndexStatusRequest, { wait: true });
}

const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });

test("cables are found by number, station and subject; the container holds all three", async () => {
  expect(await start()).toMatchObject({ cables: 2, files: 2 });
  for (const query of ["09TALLINN99066", "tallinn", "harbor"]) {
    expect(await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })).toEqual([
      expect.objectContaining({ name: "09TALLINN99066", containerName: "TALLINN 99066 HARBOR FEES" }),
    ]);
  }
});

test("a client that asks for the place of the cable it has chosen is sent the file alone, and then its subject", async () => {
  client = await LanguageClient.start(bundle.program, {
    capabilities: { ...ABLE_CLIENT, workspace: { symbol: { resolveSupport: { properties: ["location.range"] } } } },
    folders: [pathToFileURL(join(folder, "cables")).href],
  });
  await client.connection.sendRequest(IndexStatusRequest, { wait: true });
  const [found] = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: "tallinn" })) ?? [];
  if (found === undefined) throw new Error("nothing was found");
  expect(found.location).toEqual({ uri: expect.stringMatching(/\.txt$/) });
  const resolved = await client.connection.sendRequest(WorkspaceSymbolResolveRequest.type, found);
  const range = { start: { line: 7, character: 9 }, end: { line: 7, character: 20 } };
  expect(resolved).toEqual({ ...found, location: { ...found.location, range } });
});

test("citations are a tree both ways; what is not here says so", async () => {
  await start();
  const [own] = (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, at(7, 12))) ?? [];
  if (own === undefined) throw new Error("nothing was prepared");
  const outgoing = await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: own });
  expect(outgoing?.map(({ to }) => [to.name, to.detail])).toEqual([
    ["09TALLINN99066", "HARBOR FEES"],
    ["09VILNIUS99001", "not in the workspace"],
  ]);
  const cited = outgoing?.[0]?.to;
  if (cited === undefined) throw new Error("nothing is cited");
  const incoming = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: cited });
  expect(incoming?.map(({ from }) => from.name)).toEqual(["09RIGA99012"]);
  expect(incoming?.[0]?.fromRanges).toEqual([{ start: { line: 8, character: 8 }, end: { line: 8, character: 21 } }]);
});

test("counts stand above the subject, labels say what they stand for", async () => {
  await start();
  const textDocument = { uri };
  expect(await client.connection.sendRequest(CodeLensRequest.type, { textDocument })).toEqual([
    expect.objectContaining({ command: { title: "cites 2, 1 here", command: "" } }),
  ]);
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
  expect(hints?.map(({ label }) => label)).toEqual(["⟨TALLINN 99066⟩", "⟨VILNIUS 99001⟩"]);
});

test("only a cable that is not here is linked to an archive, and only where one is set", async () => {
  await start({ archives: ["https://archive.example/$" + "{documentNumber}"] });
  const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
  expect(links?.map(({ target, range }) => [range.start.line, target])).toEqual([
    [9, "https://archive.example/2009VILNIU99001"],
  ]);
});

test("a label is renamed in its entry and its mentions; a taken letter is refused", async () => {
  await start();
  const edit = await client.connection.sendRequest(RenameRequest.type, { ...at(11, 15), newName: "C" });
  expect(edit?.changes?.[uri]?.map(({ range, newText }) => [range.start.line, newText])).toEqual([
    [8, "C"],
    [11, "C"],
  ]);
  await expect(client.connection.sendRequest(RenameRequest.type, { ...at(11, 15), newName: "B" })).rejects.toThrow(
    "There is a Ref B already.",
  );
});

test("references of a TAG are all cables that carry it", async () => {
  await start();
  const found = await client.connection.sendRequest(ReferencesRequest.type, {
    ...at(6, 13),
    context: { includeDeclaration: true },
  });
  expect(found?.map((one) => [one.uri.slice(one.uri.lastIndexOf("/") + 1), one.range.start.line])).toEqual([
    ["citing.txt", 6],
    ["cited.txt", 6],
  ]);
});

test("an earlier version of a cable, which the editor shows beside it, is no cable of the workspace; one without a file is", async () => {
  await start();
  await client.open("git:/cables/citing.txt?HEAD", CITING);
  await client.open("untitled:Untitled-1", CITING.replace("099012", "099013"));
  expect(await client.connection.sendRequest(IndexStatusRequest, { wait: true })).toMatchObject({
    cables: 3,
    files: 3,
  });
  const textDocument = { uri: "git:/cables/citing.txt?HEAD" };
  const found = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
  expect(found).toEqual([]);
});

test("references without their context are all, as a client means that leaves it out", async () => {
  await start();
  const found = await client.connection.sendRequest<Location[]>("textDocument/references", at(11, 15));
  expect(found.map(({ range }) => range.start.line)).toEqual([8, 11]);
});

describe("a snapshot", { timeout: 60_000 }, () => {
  /** As many cables as are worth one. */
  const CABLES = 220;

  beforeEach(async () => {
    for (let number = 0; number < CABLES; number++) {
      await writeFile(join(folder, "cables", `${number}.txt`), CITED.replace("099066", String(100_000 + number)));
    }
  });

  /** The snapshot's path, when it has been written. */
  async function written(): Promise<string> {
    const storage = join(folder, "storage");
    return vi.waitFor(
      async () => {
        const name = (await readdir(storage)).find((one) => one.endsWith(".index"));
        if (name === undefined) throw new Error("there is no snapshot yet");
        return join(storage, name);
      },
      { timeout: 20_000 },
    );
  }

  const has = async (query: string): Promise<boolean> =>
    ((await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []).length > 0;

  test("answers at the next start, and files that changed meanwhile are read", async () => {
    expect(await start()).toMatchObject({ cables: CABLES + 2 });
    await written();
    await client.dispose();
    await writeFile(join(folder, "cables", "0.txt"), CITED.replace("099066", "123456"));
    await rm(join(folder, "cables", "1.txt"));
    expect(await start()).toMatchObject({ cables: CABLES + 1 });
    expect(await Promise.all(["09TALLINN123456", "09TALLINN100000", "09TALLINN100001"].map(has))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("that is broken is no fault: the index is built anew, and kept again", async () => {
    await start();
    const path = await written();
    const bytes = await readFile(path);
    await client.dispose();
    for (const broken of [
      Buffer.from("broken"),
      bytes.subarray(0, bytes.length / 2),
      Buffer.concat([bytes]).fill(7, 2000, 2100),
    ]) {
      await writeFile(path, broken);
      expect(await start()).toMatchObject({ cables: CABLES + 2, files: CABLES + 2 });
      await vi.waitFor(async () => expect((await readFile(path)).equals(broken)).toBe(false), { timeout: 20_000 });
      expect(client.log.filter((line) => line.startsWith("Fault"))).toEqual([]);
      await client.dispose();
    }
  });

  test("is kept again after later changes", async () => {
    await start();
    const path = await written();
    const before = await readFile(path);
    const file = join(folder, "cables", "2.txt");
    await writeFile(file, CITED.replace("099066", "123456"));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: pathToFileURL(file).href, type: FileChangeType.Changed }],
    });
    await vi.waitFor(async () => expect((await readFile(path)).equals(before)).toBe(false), { timeout: 20_000 });
  });

  test("is whole or not there when the server is killed, and two windows share a folder", async () => {
    await start();
    const other = await LanguageClient.start(bundle.program, {
      folders: [pathToFileURL(join(folder, "cables")).href],
      initializationOptions: { storagePath: join(folder, "storage") },
    });
    await other.connection.sendRequest(IndexStatusRequest, { wait: true });
    await written();
    await Promise.all([other.dispose(), client.dispose()]);
    expect(await start()).toMatchObject({ cables: CABLES + 2 });
  });
});

test("a burst of events is taken in bulk", { timeout: 60_000 }, async () => {
  await start();
  const changes: { uri: string; type: FileChangeType }[] = [];
  for (let number = 0; number < 1500; number++) {
    const file = join(folder, "cables", `burst-${number}.txt`);
    await writeFile(file, CITED.replace("099066", String(200_000 + number)));
    changes.push({ uri: pathToFileURL(file).href, type: FileChangeType.Created });
  }
  // Most of what is told of is not there: as behind a checkout that went back and forth.
  for (let number = 0; number < 8500; number++) {
    changes.push({ uri: `${pathToFileURL(folder).href}/cables/gone-${number}.txt`, type: FileChangeType.Deleted });
  }
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  expect(await client.connection.sendRequest(IndexStatusRequest, { wait: true })).toMatchObject({ cables: 1502 });
});

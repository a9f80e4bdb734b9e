/** Several files of one cable, as transmission sections and corrected copies are kept: every request offers all, and counts them as one. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeLensRequest,
  DefinitionRequest,
  HoverRequest,
  type Location,
  ReferencesRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol/node";
import { IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import { CITED, CITING } from "./citing-and-cited.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

/** The second transmission section of the citing cable, in a file of its own: without the REF line. */
const SECOND_SECTION = CITING.replace("UNCLAS RIGA", "UNCLAS SECTION 02 OF 02 RIGA").replace(/REF:[\s\S]*?\n\n/, "\n");

/** More cables of one station than lists of symbols are usually long. */
const OF_ONE_STATION = 600;

let folder: string;
let client: LanguageClient;

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-copies-"));
  for (const name of ["citing.txt", "citing_corrected.txt"]) await writeFile(join(folder, name), CITING);
  await writeFile(join(folder, "section_2.txt"), SECOND_SECTION);
  for (const name of ["cited.txt", "cited_a.txt"]) await writeFile(join(folder, name), CITED);
  for (let number = 0; number < OF_ONE_STATION; number++) {
    await writeFile(join(folder, `${number}.txt`), CITED.replace("TALLINN 099066", `OSLO ${100_000 + number}`));
  }
  client = await LanguageClient.start(bundle.program, {
    folders: [pathToFileURL(folder).href],
    initializationOptions: { storagePath: join(folder, "storage") },
  });
  await client.open(uriOf("citing.txt"), CITING);
  await client.open(uriOf("cited.txt"), CITED);
  await client.open(uriOf("section_2.txt"), SECOND_SECTION);
}, 60_000);

afterAll(async () => {
  await client.dispose();
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string, line: number, character: number) => ({
  textDocument: { uri: uriOf(name) },
  position: { line, character },
});

test("they count as one cable", async () => {
  expect(await client.connection.sendRequest(IndexStatusRequest, { wait: true })).toMatchObject({
    cables: OF_ONE_STATION + 2,
    files: OF_ONE_STATION + 5,
  });
});

test("definition leads to all files of the cited cable", async () => {
  const found = (await client.connection.sendRequest(DefinitionRequest.type, at("citing.txt", 8, 12))) ?? [];
  const uris = [found].flat().map((one) => ("targetUri" in one ? one.targetUri : one.uri));
  expect(uris).toEqual([uriOf("cited.txt"), uriOf("cited_a.txt")]);
});

test("references are the entries of every file that cites it", async () => {
  const found: Location[] | null = await client.connection.sendRequest(ReferencesRequest.type, {
    ...at("cited.txt", 7, 12),
    context: { includeDeclaration: false },
  });
  expect(found?.map(({ uri, range }) => [uri, range.start.line])).toEqual([
    [uriOf("citing.txt"), 8],
    [uriOf("citing_corrected.txt"), 8],
  ]);
});

test("the tree of citations, the line above the subject and the hover name one cable once", async () => {
  const [item] = (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, at("cited.txt", 7, 12))) ?? [];
  if (item === undefined) throw new Error("nothing was prepared");
  const incoming = await client.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
  expect(incoming?.map(({ from }) => [from.name, from.uri])).toEqual([["09RIGA99012", uriOf("citing.txt")]]);
  const [lens] =
    (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: uriOf("cited.txt") } })) ?? [];
  expect(lens?.command?.title).toBe("cited by 1");
  const hover = await client.connection.sendRequest(HoverRequest.type, at("citing.txt", 8, 12));
  expect(JSON.stringify(hover?.contents)).toContain("HARBOR FEES");
});

test("a citation is one item of the tree, and from any file of the citing cable the tree has all that it cites", async () => {
  const [cited, ...others] =
    (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, at("citing.txt", 8, 12))) ?? [];
  expect([cited?.name, others]).toEqual(["09TALLINN99066", []]);
  const [item] =
    (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, at("section_2.txt", 7, 12))) ?? [];
  if (item === undefined) throw new Error("nothing was prepared");
  const outgoing = await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item });
  expect(outgoing?.map(({ to, fromRanges }) => [to.name, fromRanges.map(({ start }) => start.line)])).toEqual([
    ["09TALLINN99066", [7]],
    ["09VILNIUS99001", [7]],
  ]);
});

test("a bare station brings all of its cables", async () => {
  const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: "oslo" });
  expect(found).toHaveLength(OF_ONE_STATION);
});

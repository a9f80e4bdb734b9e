/** What people carry in and out, over the protocol: citations, missing references, new cables, imports. */

import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  CitationRequest,
  ImportRequest,
  IndexStatusRequest,
  MissingReferencesRequest,
  NewCablesRequest,
  StationSeriesRequest,
} from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const CITING = `R 020900Z AUG 09
FM AMEMBASSY RIGA
TO RUEHC/SECSTATE WASHDC 8243

UNCLAS RIGA 099012

TAGS: PGOV, EWWT
SUBJECT: PORT TALKS
REF: A. TALLINN 99066
     B. VILNIUS 99001

1. (U) See Ref A.

2. (U) See ref B.
`;
const CITED = CITING.replace("RIGA 099012", "TALLINN 099066").replace("VILNIUS 99001", "VILNIUS 99002");

let folder: string;
let client: LanguageClient;

const uri = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-carry-"));
  await mkdir(join(folder, "cables/tallinn"), { recursive: true });
  await writeFile(join(folder, "cables/citing.cable"), CITING);
  await writeFile(join(folder, "cables/tallinn/cited.cable"), CITED);
  client = await LanguageClient.start(bundle.program, {
    folders: [uri("cables")],
    initializationOptions: { storagePath: join(folder, "storage") },
  });
  await client.connection.sendRequest(IndexStatusRequest, { wait: true });
});
afterEach(async () => {
  await client.dispose();
  await rm(folder, { recursive: true, force: true });
});

test("citations of an open cable, with the paragraphs of a selection", async () => {
  await client.open(uri("cables/citing.cable"), CITING);
  const textDocument = { uri: uri("cables/citing.cable") };
  const line = CITING.split("\n").indexOf("2. (U) See ref B.");
  const range = { start: { line, character: 8 }, end: { line, character: 11 } };
  const citations = await client.connection.sendRequest(CitationRequest, {
    textDocument,
    range,
    accessed: "May 1, 2014",
  });
  expect(citations?.map(({ style }) => style)).toEqual([
    "mrn",
    "short",
    "chicago-note",
    "chicago-bibliography",
    "national-archives",
    "frus",
    "mla",
    "bibtex",
    "biblatex",
    "csl-json",
    "ris",
  ]);
  expect(citations?.[1]?.text).toBe("09 RIGA 99012, para. 2");
  expect(citations?.[4]?.text).toMatch(/\(accessed May 1, 2014\)\.$/);
  expect(await client.connection.sendRequest(CitationRequest, { textDocument: { uri: uri("none.cable") } })).toBeNull();
});

test("what is missing in the workspace, in a folder, in files, and beside an unsaved cable", async () => {
  const missing = async (...names: readonly string[]) => {
    const found = await client.connection.sendRequest(MissingReferencesRequest, { uris: names.map(uri) });
    return found?.cables.map(({ mrn, citing }) => `${mrn} ${citing}`);
  };
  expect(await missing()).toEqual(["09VILNIUS99001 1", "09VILNIUS99002 1"]);
  expect(await missing("cables/tallinn")).toEqual(["09VILNIUS99002 1"]);
  expect(await missing("cables/citing.cable")).toEqual(["09VILNIUS99001 1"]);
  expect(await missing("cables/citing.cable", "cables/tallinn")).toEqual(["09VILNIUS99001 1", "09VILNIUS99002 1"]);
  await client.open(uri("draft"), "REF: BONN 99005\n".replace("BONN", "08 BONN"));
  expect(await missing("draft")).toEqual(["08BONN99005 1"]);
  const found = await client.connection.sendRequest(MissingReferencesRequest, {});
  expect(found).toMatchObject({ total: 2, indexing: false });
  expect(found?.markdown).toContain("| 09VILNIUS99001 |");
  expect(found?.csv).toContain("\r\n09VILNIUS99001,");
  expect(found?.request).toContain("1. 09 VILNIUS 99001 (");
  const [first] = found?.cables ?? [];
  expect(first?.at?.uri).toBe(uri("cables/citing.cable"));
  const only = await client.connection.sendRequest(MissingReferencesRequest, { only: ["09VILNIUS99002"] });
  expect(only?.cables.map(({ mrn }) => mrn)).toEqual(["09VILNIUS99002"]);
  expect(only?.request).not.toContain("99001");
  const riga = await client.connection.sendRequest(StationSeriesRequest, { station: "RIGA", year: 9 });
  expect(riga).toEqual([...(riga ?? [])].sort((one, other) => one - other));
  expect(riga).toContain(99012);
});

test("a cable of each form to begin with", async () => {
  const cables = (await client.connection.sendRequest(NewCablesRequest, {})) ?? [];
  expect(cables.length).toBeGreaterThan(2);
  for (const { snippet } of cables) expect(snippet).toContain("$0");
});

test("an import, and one that can't be written", async () => {
  await writeFile(join(folder, "many.txt"), `${CITING}\nNNNN\n\n${CITED}`);
  const params = { sources: [uri("many.txt"), uri("gone.txt")], to: uri("imported") };
  expect(await client.connection.sendRequest(ImportRequest, params)).toMatchObject({
    written: 2,
    there: 0,
    failed: null,
    unreadable: 1,
    problems: [expect.stringContaining("no such file or folder")],
  });
  expect((await readdir(join(folder, "imported"))).sort()).toEqual(["09RIGA99012.cable", "09TALLINN99066.cable"]);
  const onFile = await client.connection.sendRequest(ImportRequest, { ...params, to: uri("many.txt") });
  expect(onFile?.failed).toMatch(/can't be made/);
});

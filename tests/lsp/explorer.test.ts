/** Groups, lists and details of cables over the protocol, and the word that the index changed. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  CableGroupsRequest,
  CableListRequest,
  CitationGraphRequest,
  IndexChangedNotification,
  IndexStatusRequest,
  OpenCableRequest,
  TimelineRequest,
} from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const CITING = `R 020900Z AUG 09
FM AMEMBASSY RIGA

UNCLAS RIGA 099012

TAGS: PGOV, EWWT
SUBJECT: PORT TALKS
REF: A. TALLINN 99066
     B. VILNIUS 99001

1. (U) See Ref A.
`;
const CITED = CITING.replace("AUG", "JUL")
  .replace("RIGA 099012", "TALLINN 099066")
  .replace(/REF:[\s\S]*?\n\n/, "\n");

let folder: string;
let client: LanguageClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-explorer-"));
  await writeFile(join(folder, "citing.cable"), CITING);
  await writeFile(join(folder, "cited.cable"), CITED);
});

afterEach(async () => {
  await client.dispose();
  await rm(folder, { recursive: true });
});

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

async function start(initializationOptions: unknown = {}): Promise<void> {
  client = await LanguageClient.start(bundle.program, { folders: [pathToFileURL(folder).href], initializationOptions });
  await client.connection.sendRequest(IndexStatusRequest, { wait: true });
}

test("cables come by group, and a group as a list", async () => {
  await start();
  const { connection } = client;
  expect(await connection.sendRequest(CableGroupsRequest, { by: "station" })).toMatchObject({
    groups: [
      { value: "RIGA", cables: 1 },
      { value: "TALLINN", cables: 1 },
    ],
    total: 2,
  });
  expect(
    await connection.sendRequest(CableListRequest, { filter: { facets: { tag: ["PGOV"] }, words: "port" }, limit: 1 }),
  ).toEqual({
    cables: [
      {
        mrn: "09RIGA99012",
        station: "RIGA",
        subject: "PORT TALKS",
        classification: "UNCLASSIFIED",
        sent: "2009-08-02T09:00:00Z",
        uri: uriOf("citing.cable"),
        position: { line: 6, character: 9 },
        files: [],
      },
    ],
    total: 2,
  });
});

test("what is asked in a wrong form is answered with nothing, or without what is wrong", async () => {
  await start();
  const { connection } = client;
  expect(await connection.sendRequest("reftel/cableGroups", { by: "constructor" })).toBeNull();
  expect(await connection.sendRequest("reftel/cableGroups", {})).toBeNull();
  for (const filter of [
    null,
    7,
    { facets: 7 },
    { facets: { tag: "PGOV" }, words: {}, from: "x" },
    { facets: { tag: [{}] } },
  ]) {
    expect(await connection.sendRequest("reftel/cableList", { filter, from: -3, limit: "many" })).toMatchObject({
      total: 2,
    });
  }
});

test("the details of an open cable point into it and into other files", async () => {
  await start();
  const uri = uriOf("citing.cable");
  expect(await client.connection.sendRequest(OpenCableRequest, { textDocument: { uri } })).toBeNull();
  await client.open(uri, CITING);
  const card = await client.connection.sendRequest(OpenCableRequest, { textDocument: { uri } });
  expect(card?.cites.map(({ mrn, range, target }) => [mrn, range.start.line, target?.uri ?? null])).toEqual([
    ["09TALLINN99066", 7, uriOf("cited.cable")],
    ["09VILNIUS99001", 8, null],
  ]);
  expect(card?.paragraphs).toEqual([
    {
      number: 1,
      name: "¶1 (U) See Ref A.",
      range: { start: { line: 10, character: 0 }, end: { line: 10, character: 17 } },
    },
  ]);
  await client.open(uriOf("cited.cable"), CITED);
  const cited = await client.connection.sendRequest(OpenCableRequest, { textDocument: { uri: uriOf("cited.cable") } });
  expect(cited?.citedBy).toEqual({
    total: 1,
    cables: [
      {
        mrn: "09RIGA99012",
        subject: "PORT TALKS",
        classification: "UNCLASSIFIED",
        uri,
        position: { line: 7, character: 8 },
      },
    ],
  });
});

test("the timeline counts the cables by month, filtered and by group", async () => {
  await start();
  const { connection } = client;
  const july = 2009 * 12 + 6;
  expect(await connection.sendRequest(TimelineRequest, { filter: {}, by: "station" })).toEqual({
    first: july,
    counts: [1, 1],
    total: 2,
    undated: 0,
    groups: [
      { value: "RIGA", title: "AMEMBASSY RIGA, Latvia", cables: 1, counts: [0, 1] },
      { value: "TALLINN", title: "AMEMBASSY TALLINN, Estonia", cables: 1, counts: [1, 0] },
    ],
    allGroups: 2,
    indexing: false,
  });
  const filter = { words: "port", facets: { station: ["TALLINN"] } };
  expect(await connection.sendRequest(TimelineRequest, { filter })).toMatchObject({
    first: july,
    counts: [1],
    total: 1,
    groups: [],
  });
  // What comes from elsewhere than an editor's page may be anything.
  expect(
    await connection.sendRequest("reftel/timeline", { filter: { words: 3, facets: "x" }, by: "<b>" }),
  ).toMatchObject({ total: 2, groups: [] });
});

test("the citation graph of a file or a number has what is there, and what is not", async () => {
  await start();
  const { connection } = client;
  const graph = await connection.sendRequest(CitationGraphRequest, { uri: uriOf("citing.cable") });
  expect(graph?.cables.map(({ id, year, sent, at }) => [id, year, sent, at?.uri ?? null])).toEqual([
    ["09RIGA99012", 2009, "2009-08-02T09:00:00Z", uriOf("citing.cable")],
    ["09TALLINN99066", 2009, "2009-07-02T09:00:00Z", uriOf("cited.cable")],
    ["09VILNIUS99001", 2009, null, null],
  ]);
  expect(graph).toMatchObject({
    root: "09RIGA99012",
    citations: [
      { from: "09RIGA99012", to: "09TALLINN99066" },
      { from: "09RIGA99012", to: "09VILNIUS99001" },
    ],
    isCut: false,
    indexing: false,
  });
  const one = await connection.sendRequest(CitationGraphRequest, { mrn: "09VILNIUS99001", steps: 1, limit: 1 });
  expect([one?.cables.length, one?.isCut]).toEqual([1, true]);
  for (const wrong of [{}, { mrn: 7 }, { uri: "file:///none" }, { mrn: "09NOWHERE1", steps: "x" }]) {
    expect(await connection.sendRequest("reftel/citationGraph", wrong)).toBeNull();
  }
});

test("a client that wants to hear it is told when the index holds something else", async () => {
  client = await LanguageClient.start(bundle.program, {
    folders: [pathToFileURL(folder).href],
    initializationOptions: { indexChanges: true },
  });
  const told = (cables: number): Promise<void> =>
    new Promise((resolve) => {
      client.connection.onNotification(IndexChangedNotification, (status) => {
        if (status.state === "ready" && status.cables === cables) resolve();
      });
    });
  await told(2);
  const three = told(3);
  await client.open("untitled:third.cable", CITED.replace("099066", "099067"));
  await three;
});

/** How much is answered at most: all of a station to choose from, the newest of those that cite a cable, and word of what is left out. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CodeLensRequest, ReferencesRequest, WorkspaceSymbolRequest } from "vscode-languageserver-protocol/node";
import { IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const CABLES = 5003;
/** So many of them cite the one. */
const CITING = 2005;
/** So many of them are of the last year, and so newer than all others. */
const LATEST = 10;

const CITED = `R 010900Z JAN 08
UNCLAS TALLINN 000066
TAGS: PGOV
SUBJECT: PORT FEES

1. Text.
`;

function cable(number: number): string {
  const year = number > CABLES - LATEST ? "09" : "08";
  const reference = number <= CITING ? "REF: TALLINN 66\n" : "";
  return `R 020900Z FEB ${year}\nUNCLAS RIGA ${number}\nTAGS: PGOV\nSUBJECT: HARBOR TALKS\n${reference}\n1. Text.\n`;
}

let folder: string;
let client: LanguageClient;
let uri: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-limits-"));
  const numbers = Array.from({ length: CABLES }, (_, index) => index + 1);
  for (let at = 0; at < numbers.length; at += 100) {
    await Promise.all(
      numbers.slice(at, at + 100).map((number) => writeFile(join(folder, `${number}.txt`), cable(number))),
    );
  }
  await writeFile(join(folder, "cited.txt"), CITED);
  uri = pathToFileURL(join(folder, "cited.txt")).href;
  client = await LanguageClient.start(bundle.program, { folders: [pathToFileURL(folder).href] });
  await client.open(uri, CITED);
  expect(await client.connection.sendRequest(IndexStatusRequest, { wait: true })).toMatchObject({ cables: CABLES + 1 });
});

afterAll(async () => {
  await client.dispose();
  await rm(folder, { recursive: true, force: true });
});

async function symbols(query: string) {
  return (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? [];
}

test("a bare station brings 1,000 cables to choose from and no more, the newest first", async () => {
  const found = await symbols("riga");
  expect(found).toHaveLength(1000);
  expect(found.slice(0, LATEST).every(({ name }) => name.startsWith("09RIGA"))).toBe(true);
  expect(new Set(found.map(({ name }) => name)).size).toBe(1000);
  // The editor filters by what else was typed: it must find it here.
  expect(found[0]?.containerName).toMatch(/^RIGA \d+ HARBOR TALKS$/);
});

test.each(["r", "ri", "riga harbor"])("%s, to which more is typed yet or enough was, brings 500", async (query) => {
  const found = await symbols(query);
  expect(found).toHaveLength(500);
  expect(found[0]?.name).toMatch(/^09RIGA/);
});

test("references of a cable are the newest 2,000, and a message says that there are more", async () => {
  const position = { line: 3, character: 12 };
  const params = { textDocument: { uri }, position, context: { includeDeclaration: true } };
  expect(await client.connection.sendRequest(ReferencesRequest.type, params)).toHaveLength(2000);
  expect(client.messages).toEqual(["Showing the newest 2,000 of 2,005 references."]);
  const [lens] = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  expect(lens?.command?.title).toBe("cited by 2,005");
});

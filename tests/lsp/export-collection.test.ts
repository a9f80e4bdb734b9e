/** reftel/exportCollection over the protocol: files, a dossier's numbers, a query or a thread, in each format. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type CollectionChoice,
  type ExportCollectionParams,
  ExportCollectionRequest,
} from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const cable = (serial: number, refs: string, text: string): string => `R 020900Z AUG 09
FM AMEMBASSY RIGA

UNCLAS RIGA ${serial}

TAGS: PGOV, EWWT
SUBJECT: PORT TALKS

REF: ${refs}

1. (U) ${text}
`;

let folder: string;
let client: LanguageClient;
const uri = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-export-"));
  await writeFile(join(folder, "one.cable"), cable(99001, "09 BONN 99100", "The harbor opened."));
  await writeFile(join(folder, "two.cable"), cable(99002, "09 RIGA 99001", "Pilot fees rose."));
  await writeFile(join(folder, "three.cable"), cable(99003, "09 RIGA 99002", "Nobody paid."));
  client = await LanguageClient.start(bundle.program, { folders: [pathToFileURL(folder).href] });
});

afterEach(async () => {
  await client.dispose();
  await rm(folder, { recursive: true });
});

const exported = (choice: CollectionChoice, format: ExportCollectionParams["format"] = "markdown") =>
  client.connection.sendRequest(ExportCollectionRequest, { choice, title: "Fees", format });
/** The ids of the cables in what was exported, in order; else what was answered. */
async function idsOf(choice: CollectionChoice): Promise<unknown> {
  const answer = await exported(choice);
  return answer !== null && "content" in answer
    ? [...answer.content.matchAll(/^<a id="(.*)"><\/a>$/gm)].map((match) => match[1])
    : answer;
}

test("the files that are chosen, and no others", async () => {
  const uris = [uri("three.cable"), uri("one.cable"), uri("not-there.cable")];
  expect(await idsOf({ kind: "files", uris })).toEqual(["09RIGA99001", "09RIGA99003"]);
});

test("the numbers of a dossier, as people write them", async () => {
  expect(await idsOf({ kind: "numbers", numbers: ["09 Riga 99002", "09BONN99100", "fish"] })).toEqual(["09RIGA99002"]);
});

test("what a query finds, in texts as they stand in the editor", async () => {
  await client.open(uri("one.cable"), cable(99001, "09 BONN 99100", "Pilot fees fell."));
  expect(await idsOf({ kind: "query", query: '"pilot fees" from:riga' })).toEqual(["09RIGA99001", "09RIGA99002"]);
  expect(await idsOf({ kind: "query", query: "flavor:sweet" })).toEqual({
    problem: expect.stringContaining("flavor"),
  });
});

test("the thread of a cable, by steps", async () => {
  expect(await idsOf({ kind: "thread", number: "09RIGA99003", steps: 1 })).toEqual(["09RIGA99002", "09RIGA99003"]);
  expect(await idsOf({ kind: "thread", number: "09RIGA99003", steps: 2 })).toEqual([
    "09RIGA99001",
    "09RIGA99002",
    "09RIGA99003",
  ]);
  expect(await idsOf({ kind: "thread", number: "09RIGA1", steps: 2 })).toEqual({
    problem: "there is no such cable among those of the workspace",
  });
});

test("as one page with links within and what is missing, and as a book", async () => {
  const choice: CollectionChoice = { kind: "query", query: "from:riga" };
  const page = await exported(choice, "html");
  expect(page).toMatchObject({ cables: 3, unread: 0, content: expect.stringContaining('href="#09RIGA99001"') });
  expect(page).toMatchObject({ content: expect.stringContaining("<b>09BONN99100</b> cited by") });
  const book = await exported(choice, "epub");
  const files = unzipSync(Buffer.from(book !== null && "content" in book ? book.content : "", "base64"));
  expect(Object.keys(files)).toContain("book/cable-09RIGA99002.xhtml");
});

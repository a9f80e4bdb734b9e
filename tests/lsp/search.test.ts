/** Searches over the protocol: what is found, page by page, what is wrong with a query, and files that change meanwhile. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  CableListRequest,
  IndexStatusRequest,
  QueryCheckRequest,
  type SearchAnswer,
  SearchPageRequest,
  SearchProgressNotification,
  type SearchProgressParams,
  SearchRequest,
} from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const cable = (serial: number, month: string, subject: string, text: string): string => `R 020900Z ${month} 09
FM AMEMBASSY RIGA

C O N F I D E N T I A L RIGA 0${serial}

TAGS: PGOV, EWWT
SUBJECT: ${subject}

1. (C) ${text}
`;

let folder: string;
let client: LanguageClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-search-"));
  await writeFile(
    join(folder, "one.cable"),
    cable(99001, "AUG", "PORT TALKS", "The harbor\nmaster spoke of pilot fees."),
  );
  await writeFile(
    join(folder, "two.cable"),
    cable(99002, "SEP", "PILOT FEES", "Nothing new. Pilot fees and pilot fees."),
  );
  await writeFile(join(folder, "three.cable"), cable(99003, "OCT", "ELECTIONS", "Voters stayed at home."));
  client = await LanguageClient.start(bundle.program, { folders: [pathToFileURL(folder).href] });
  await client.connection.sendRequest(IndexStatusRequest, { wait: true });
});

afterEach(async () => {
  await client.dispose();
  await rm(folder, { recursive: true });
});

const ask = async (query: string, more: object = {}): Promise<SearchAnswer> => {
  const answer = await client.connection.sendRequest(SearchRequest, { query, key: 1, ...more });
  if (answer === null) throw new Error("no answer");
  return answer;
};
const numbers = ({ cables }: SearchAnswer): (string | null)[] => cables.map(({ mrn }) => mrn);

test("words of the text are found with their lines, newest first or best first, with counts beside them", async () => {
  const shown: SearchProgressParams[] = [];
  client.connection.onNotification(SearchProgressNotification, (progress) => void shown.push(progress));
  const byDate = await ask("pilot from:riga");
  expect(numbers(byDate)).toEqual(["09RIGA99002", "09RIGA99001"]);
  expect(byDate).toMatchObject({ total: 2, problems: [], isWhole: true, unread: 0, indexing: false });
  expect(byDate.facets.year).toEqual([{ value: 2009, title: null, cables: 2 }]);
  expect(byDate.facets.tag.map(({ value }) => value).sort()).toEqual(["EWWT", "PGOV"]);
  const [, one] = byDate.cables;
  expect(one?.matches).toEqual([
    {
      paragraph: 1,
      portion: expect.stringContaining("C"),
      heading: null,
      text: "master spoke of pilot fees.",
      marks: [[16, 21]],
      position: { line: 9, character: 16 },
    },
  ]);
  expect(shown.some(({ cables }) => cables?.length === 1)).toBe(true);
  expect(numbers(await ask("pilot", { sort: "fit" }))).toEqual(["09RIGA99002", "09RIGA99001"]);
  expect(numbers(await ask('"harbor master"'))).toEqual(["09RIGA99001"]);
});

test("a page goes on where the one before it ended", async () => {
  expect(numbers(await ask("class:c", { limit: 1, key: 7 }))).toEqual(["09RIGA99003"]);
  const page = await client.connection.sendRequest(SearchPageRequest, { key: 7, from: 1, limit: 5 });
  expect(page?.map(({ mrn }) => mrn)).toEqual(["09RIGA99002", "09RIGA99001"]);
  expect(await client.connection.sendRequest(SearchPageRequest, { key: 99, from: 0 })).toBeNull();
});

test("what is wrong with a query is told with its place, and nothing is found by it", async () => {
  const { problems, cables } = await ask("from:rigga pilot");
  expect(cables).toEqual([]);
  expect(problems).toMatchObject([
    { message: 'from: knows no station "rigga"', start: 5, end: 10, suggestions: ["riga"] },
  ]);
  const checked = await client.connection.sendRequest(QueryCheckRequest, { query: "tag:energy" });
  expect(checked?.problems).toEqual([]);
  const list = await client.connection.sendRequest(CableListRequest, { filter: { query: "subject:fees" } });
  expect(list?.cables.map(({ mrn }) => mrn)).toEqual(["09RIGA99002"]);
});

test("a file that went since it was indexed is counted as unread, and what is open counts as it stands", async () => {
  await rm(join(folder, "two.cable"));
  const uri = pathToFileURL(join(folder, "three.cable")).href;
  client.open(uri, cable(99003, "OCT", "ELECTIONS", "Voters spoke of pilot fees."));
  const answer = await ask('"spoke of pilot"');
  expect(numbers(answer)).toEqual(["09RIGA99003", "09RIGA99001"]);
  expect(answer.unread).toBe(1);
});

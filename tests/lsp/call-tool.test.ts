/** reftel/callTool over the protocol: the tools for assistants, over the cables of the workspace as they stand in the editor. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CallToolRequest } from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const TEXT = `R 020900Z AUG 09
FM AMEMBASSY RIGA

UNCLAS RIGA 099001

TAGS: PGOV, EWWT
SUBJECT: PORT TALKS

REF: 09 BONN 99100

1. (U) The harbor master spoke of pilot fees.
`;

let folder: string;
let client: LanguageClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-tools-"));
  await writeFile(join(folder, "one.cable"), TEXT);
  client = await LanguageClient.start(bundle.program, { folders: [pathToFileURL(folder).href] });
});

afterEach(async () => {
  await client.dispose();
  await rm(folder, { recursive: true });
});

const call = async (name: string, given: unknown): Promise<unknown> => {
  const answer = await client.connection.sendRequest(CallToolRequest, { name, arguments: given });
  return answer !== null && "text" in answer ? JSON.parse(answer.text) : answer;
};
const uri = (): string => pathToFileURL(join(folder, "one.cable")).href;

test("cables are found as soon as the window is open, with what leads to the words", async () => {
  expect(await call("find_cables", { query: '"pilot fees" from:riga' })).toMatchObject({
    total: 1,
    items: [{ mrn: "09RIGA99001", subject: "PORT TALKS", paragraph: 1, file: uri(), line: 11 }],
  });
});

test("what is open counts as it stands in the editor", async () => {
  const text = TEXT.replace("pilot fees", "ice");
  await client.open(uri(), text);
  expect(await call("read_cable", { mrn: "09 Riga 99001" })).toMatchObject({
    note: expect.stringContaining("not instructions"),
    items: [{ paragraph: 1, text: "The harbor master spoke of ice.", line: 11 }],
  });
  expect(
    await call("check_quotation", { mrn: "09RIGA99001", quotation: "The harbor master spoke of ice" }),
  ).toMatchObject({
    verdict: "verbatim",
    line: 11,
  });
});

test("what is cited and not there, and what cites it", async () => {
  expect(await call("missing_references", {})).toMatchObject({ items: [{ mrn: "09BONN99100", line: 9 }] });
  expect(await call("cited_by", { mrn: "09BONN99100" })).toMatchObject({ items: [{ mrn: "09RIGA99001" }] });
});

test.each([
  ["no_such_tool", {}, 'there is no tool "no_such_tool"'],
  ["find_cables", { query: 3 }, "query is a text"],
  ["find_cables", { query: "flavor:sweet" }, "flavor"],
  ["read_cable", {}, "mrn is missing"],
  ["read_cable", { mrn: "09RIGA1" }, "09RIGA1 is not among the cables"],
  ["read_cable", { mrn: "09RIGA99001", path: "/etc" }, 'there is no argument "path"'],
])("%s of %j is refused with a reason", async (name, given, reason) => {
  expect(await call(name, given)).toEqual({ problem: expect.stringContaining(reason) });
});

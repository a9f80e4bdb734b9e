/** reftel/preview and reftel/export over the protocol. */

import { readFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ExportRequest, IndexStatusRequest, PreviewRequest } from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
const FIXTURE = readFileSync(join(FIXTURES, "09SHANGHAI374.txt"), "utf8");

let folder: string;
let client: LanguageClient;
let uri: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-preview-"));
  for (const name of ["09SHANGHAI374.txt", "09SHANGHAI66.cable"]) await cp(join(FIXTURES, name), join(folder, name));
  uri = pathToFileURL(join(folder, "09SHANGHAI374.txt")).href;
  client = await LanguageClient.start(bundle.program, { folders: [pathToFileURL(folder).href] });
  await client.connection.sendRequest(IndexStatusRequest, { wait: true });
});

afterEach(async () => {
  await client.dispose();
  await rm(folder, { recursive: true, force: true });
});

test("the fixture in blocks, with the subject of a cable that it cites", async () => {
  await client.open(uri, FIXTURE);
  const preview = await client.connection.sendRequest(PreviewRequest, { textDocument: { uri } });
  expect(preview).toMatchObject({ title: "09SHANGHAI374", isCapitals: false, isIndexing: false });
  const blocks = preview?.blocks ?? [];
  expect(blocks.map(({ region }) => region)).toEqual([...blocks.map(({ region }) => region)].sort(byRegion));
  expect(blocks.every(({ html }) => html !== undefined)).toBe(true);
  const references = blocks.find(({ html }) => html?.includes("<h2>References</h2>"));
  expect(references?.html).toContain("YANGTZE DELTA BUTTON MAKERS");
  expect(references?.html).toContain("not in this folder");
});

const byRegion = (one: string, other: string): number =>
  ["head", "text", "foot"].indexOf(one) - ["head", "text", "foot"].indexOf(other);

test("after a keystroke only the block that changed comes with its HTML", async () => {
  await client.open(uri, FIXTURE);
  const before = await client.connection.sendRequest(PreviewRequest, { textDocument: { uri } });
  const at = { line: 90, character: 0 };
  await client.change(uri, { range: { start: at, end: at }, text: "It is late.\n" });
  const known = before?.blocks.map(({ key }) => key) ?? [];
  const after = await client.connection.sendRequest(PreviewRequest, { textDocument: { uri }, known });
  const sent = after?.blocks.filter(({ html }) => html !== undefined) ?? [];
  expect(sent).toHaveLength(1);
  expect(sent[0]?.html).toContain("It is late.");
});

test("a text that is not open is read as it came; without one there is nothing", async () => {
  const lone = "untitled:lone";
  const preview = await client.connection.sendRequest(PreviewRequest, {
    textDocument: { uri: lone },
    text: "REF: 09 SHANGHAI 66",
  });
  expect(preview?.blocks.map(({ html }) => html).join("")).toContain("BUTTON MAKERS");
  expect(await client.connection.sendRequest(PreviewRequest, { textDocument: { uri: lone } })).toBeNull();
});

test.each(["", " \n", "\0\ud800", "REF:", "<script>"])("a damaged document, %j, has a preview", async (text) => {
  await client.open("untitled:damaged", text);
  const preview = await client.connection.sendRequest(PreviewRequest, { textDocument: { uri: "untitled:damaged" } });
  expect(preview?.blocks.length).toBeGreaterThan(0);
});

test("exports as HTML and as Markdown", async () => {
  await client.open(uri, FIXTURE);
  const textDocument = { uri };
  const html = await client.connection.sendRequest(ExportRequest, { textDocument, format: "html" });
  expect(html?.content).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
  expect(html?.content).toContain("prefers-color-scheme: dark");
  const markdown = await client.connection.sendRequest(ExportRequest, { textDocument, format: "markdown" });
  expect(markdown?.content).toContain('# NEW ZHEJIANG MIGRANT POLICY FOCUSES ON MAINTAINING "STABILITY"');
});

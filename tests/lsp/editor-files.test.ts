/** A server whose files are those of the editor: it lists and reads them through the client, as texts. */

import { afterEach, expect, test } from "vitest";
import { WorkspaceSymbolRequest } from "vscode-languageserver-protocol/node";
import type { EditorEntry } from "../../server/src/host/editor-files.ts";
import {
  FileKindRequest,
  IndexStatusRequest,
  ReadFileRequest,
  ReadFolderRequest,
} from "../../server/src/lsp/protocol.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const CABLE = `R 020900Z AUG 09
FM AMEMBASSY RIGA
TO RUEHC/SECSTATE WASHDC 8243

UNCLAS RIGA 099012

TAGS: PGOV
SUBJECT: PORT TALKS

1. (U) Text.
`;

/** URIs of files and what stands in them; folders are what lies above them. */
const FILES: ReadonlyMap<string, string> = new Map([
  ["memfs:/cables/a.txt", CABLE],
  ["memfs:/cables/deep/b%20c.txt", CABLE.replace("099012", "099013")],
  ["memfs:/cables/node_modules/d.txt", CABLE.replace("099012", "099014")],
  ["memfs:/cables/picture.png", "no text"],
]);

function entriesOf(folder: string): readonly EditorEntry[] {
  const found = new Map<string, EditorEntry>();
  for (const uri of FILES.keys()) {
    if (!uri.startsWith(`${folder}/`)) continue;
    const [first = "", ...more] = uri.slice(folder.length + 1).split("/");
    found.set(first, { uri: `${folder}/${first}`, name: decodeURIComponent(first), isFolder: more.length > 0 });
  }
  return [...found.values()];
}

let client: LanguageClient;

afterEach(() => client.dispose());

async function start(initializationOptions: unknown): Promise<{ readonly asked: readonly string[] }> {
  const asked: string[] = [];
  client = new LanguageClient(bundle.program);
  client.connection.onRequest(ReadFolderRequest, ({ uri }) => {
    asked.push(uri);
    return uri === "memfs:/closed" ? null : entriesOf(uri);
  });
  client.connection.onRequest(ReadFileRequest, ({ uri }) => {
    asked.push(uri);
    const text = FILES.get(uri);
    return text === undefined ? { kind: "missing" } : { kind: "text", text };
  });
  client.connection.onRequest(FileKindRequest, ({ uri }) => (FILES.has(uri) ? "file" : "missing"));
  await client.initialize({ folders: ["memfs:/cables", "memfs:/closed"], initializationOptions });
  await client.connection.sendNotification("initialized", {});
  return { asked };
}

test("cables of a virtual workspace are indexed and found", async () => {
  const { asked } = await start({ files: true });
  const status = await client.connection.sendRequest(IndexStatusRequest, { wait: true });
  expect(status).toMatchObject({ cables: 2, files: 2, skipped: 0 });
  expect(asked.filter((uri) => uri.includes("node_modules") || uri.includes("png"))).toEqual([]);
  const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: "09RIGA99013" });
  expect(found).toEqual([
    expect.objectContaining({ location: expect.objectContaining({ uri: "memfs:/cables/deep/b%20c.txt" }) }),
  ]);
  expect(client.log.filter((line) => line.includes("memfs:/closed"))).toHaveLength(1);
});

test("a client that serves no files is not asked for any", async () => {
  const { asked } = await start({});
  expect(await client.connection.sendRequest(IndexStatusRequest, { wait: true })).toMatchObject({ cables: 0 });
  expect(asked).toEqual([]);
});

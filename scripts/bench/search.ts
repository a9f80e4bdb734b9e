/** Measures searches over a large folder: with a field, without one against ripgrep for the same word, the first results, and memory. */

import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { CableGroupsRequest, SearchProgressNotification, SearchRequest } from "../../server/src/lsp/protocol.ts";
import { quantile } from "./figure.ts";
import { SUBJECT_WORDS, workspaceFolder } from "./workspace-folder.ts";

const [program = "", argument = "251000"] = process.argv.slice(2);
/** A number of invented cables, or a folder that is there. */
const folder = /^\d+$/.test(argument) ? await workspaceFolder(Number(argument)) : argument;
const REPEATS = 5;
/** A field is to leave this share of the cables: 5,000 of 251,000. */
const LEFT = 0.02;
/** A longer query is refused. */
const MOST_STATIONS = 20;

const storage = await mkdtemp(join(tmpdir(), "reftel-storage-"));
const child = spawn(process.execPath, [program, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const connection = createProtocolConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
);
connection.listen();
let key = 0;
let first = Number.NaN;
let began = 0;
connection.onNotification(SearchProgressNotification, ({ cables }) => {
  if (cables !== undefined && Number.isNaN(first)) first = performance.now() - began;
});

interface Run {
  readonly wall: number;
  readonly first: number;
  readonly total: number;
}

async function ask(query: string): Promise<Run> {
  first = Number.NaN;
  began = performance.now();
  const answer = await connection.sendRequest(SearchRequest, { query, key: ++key });
  const wall = performance.now() - began;
  if (answer === null || answer.problems.length > 0) throw new Error(`${query} was not answered`);
  return { wall, first: Number.isNaN(first) ? wall : first, total: answer.total };
}

async function runs(query: string): Promise<{ readonly wall: number; readonly first: number; readonly total: number }> {
  const all: Run[] = [];
  for (let run = 0; run < REPEATS; run++) all.push(await ask(query));
  return {
    wall: quantile(
      all.map(({ wall }) => wall),
      0.5,
    ),
    first: quantile(
      all.map((run) => run.first),
      0.5,
    ),
    total: all[0]?.total ?? 0,
  };
}

async function memory(): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function start(server: ProtocolConnection): Promise<void> {
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "cables" }];
  const initializationOptions = { storagePath: storage };
  const params = { processId: null, rootUri: null, workspaceFolders, capabilities: {}, initializationOptions };
  await server.sendRequest(InitializeRequest.type, params);
  await server.sendNotification(InitializedNotification.type, {});
  await server.sendRequest("reftel/indexStatus", { wait: true });
}

try {
  await start(connection);
  const word = SUBJECT_WORDS[SUBJECT_WORDS.length - 1] ?? "harbor";
  const groups = await connection.sendRequest(CableGroupsRequest, { by: "station" });
  // The stations whose cables come next to what a field is to leave.
  const stations: string[] = [];
  let left = 0;
  const most = (groups?.total ?? 0) * LEFT;
  for (const { value, cables } of [...(groups?.groups ?? [])].sort((one, other) => other.cables - one.cables)) {
    if (typeof value !== "string" || left + cables > most || stations.length === MOST_STATIONS) continue;
    stations.push(value);
    left += cables;
  }
  const ripgrep = Array.from({ length: REPEATS }, () => {
    const from = performance.now();
    spawnSync("rg", ["-i", "-w", "-l", word, folder], { stdio: "ignore" });
    return performance.now() - from;
  });
  const rg = quantile(ripgrep, 0.5);
  await ask(word);
  const before = await memory();
  const whole = await runs(word);
  const field = await runs(`${word} from:${stations.join(",")}`);
  const after = await memory();
  const rows = [
    ["what", "measured", "promised"],
    [
      `a word, no field (${whole.total} cables), of ripgrep's ${rg.toFixed(0)} ms`,
      `${(whole.wall / rg).toFixed(2)}`,
      "3",
    ],
    ["first results", `${whole.first.toFixed(0)} ms`, "100 ms"],
    [`a field that leaves ${left} cables (${field.total} found)`, `${field.wall.toFixed(0)} ms`, "150 ms"],
    ["memory that searches add", `${(after - before).toFixed(0)} MB`, "50 MB"],
  ];
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
} finally {
  connection.dispose();
  child.kill();
  await rm(storage, { recursive: true, force: true });
}

/** Measures the index of a large folder: against ripgrep on the same folder, in the same run. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import {
  type ClientCapabilities,
  createProtocolConnection,
  DefinitionRequest,
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ReferencesRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol/node";
import { type Figure, milliseconds, quantile } from "./figure.ts";
import { inventedCable } from "./invented-cable.ts";
import { copiesFolder, textFigures } from "./texts.ts";
import { SUBJECT_WORDS, workspaceFolder } from "./workspace-folder.ts";

const DEFAULT_SIZE = 251_000;
const REPEATS = 3;
const REQUESTS = 400;
const OPEN = "untitled:open-while-indexing.cable";
/** As VS Code has them, of those that make a difference to what is measured: it asks where a symbol stands in its file once one is chosen. */
const CAPABILITIES: ClientCapabilities = {
  workspace: { symbol: { resolveSupport: { properties: ["location.range"] } } },
};
/** So much smaller is the folder that growth is measured from. */
const SMALLER = 10;
/**
 * The time of so much smaller a folder is taken from both: it is that of a start, of two threads that start, and of code that runs for the
 * first time and is compiled, which any folder costs once.
 */
const MUCH_SMALLER = 50;

interface Server {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  /** Milliseconds from the start of the process to an index that is up to date. */
  readonly ready: Promise<number>;
}

interface Status {
  readonly files: number;
  readonly cables: number;
  readonly skipped: number;
}

function start(program: string, folder: string, storagePath: string): Server {
  const began = performance.now();
  const child = spawn(process.execPath, [program, "lsp", "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const ready = (async () => {
    await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "cables" }],
      capabilities: CAPABILITIES,
      initializationOptions: { storagePath },
    });
    await connection.sendNotification(InitializedNotification.type, {});
    await connection.sendRequest<Status>("reftel/indexStatus", { wait: true });
    return performance.now() - began;
  })();
  return { process: child, connection, ready };
}

async function stop({ process: child, connection }: Server): Promise<void> {
  connection.dispose();
  child.kill();
  await new Promise((resume) => child.once("exit", resume));
}

/** Resident memory of a process in MB: now, and at its peak. Only where the system tells. */
async function memoryOf(child: ChildProcess): Promise<{ readonly now: number; readonly peak: number } | null> {
  try {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8");
    const field = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
    return { now: field("VmRSS"), peak: field("VmHWM") };
  } catch {
    return null;
  }
}

async function ripgrep(folder: string): Promise<Measured> {
  const before = await processorTime("self");
  const began = performance.now();
  const { status, error } = spawnSync("rg", ["-c", "^REF", folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const wall = performance.now() - began;
  if (error !== undefined || status === 2) throw new Error("ripgrep (rg) is needed to measure against");
  const after = await processorTime("self");
  return {
    wall,
    processor: before === null || after === null ? null : after - before,
  };
}

async function readiness({ process: { pid }, ready }: Server): Promise<Measured> {
  const wall = await ready;
  return {
    wall,
    processor: pid === undefined ? null : await processorTime(pid),
  };
}

function medians(all: readonly Measured[]): Measured {
  const processors = all.flatMap(({ processor }) => processor ?? []);
  return {
    wall: median(all.map(({ wall }) => wall)),
    processor: processors.length === 0 ? null : median(processors),
  };
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

async function timed(request: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await request();
  return performance.now() - began;
}

/** One thing measured: its time by the clock and by the processors, both in milliseconds. */
interface Measured {
  readonly wall: number;
  /** Null where the system does not tell. */
  readonly processor: number | null;
}

interface Indexing {
  readonly first: Measured;
  readonly restart: Measured;
  readonly grep: Measured;
}

/** Ticks of the processors' clock in a second, as Linux tells them. */
const TICKS = 100;

/** Milliseconds that the processors have worked for a process, and for those that it has waited for. */
async function processorTime(pid: number | "self"): Promise<number | null> {
  try {
    const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
    const at = pid === "self" ? 13 : 11;
    return ((Number(fields[at]) + Number(fields[at + 1])) * 1000) / TICKS;
  } catch {
    return null;
  }
}

/** Medians of so many first indexes, restarts and scans, taken in turn so that all meet the same machine. */
async function indexing(program: string, folder: string): Promise<Indexing> {
  const first: Measured[] = [];
  const restart: Measured[] = [];
  const grep: Measured[] = [];
  await ripgrep(folder);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    grep.push(await ripgrep(folder));
    const storage = await mkdtemp(join(tmpdir(), "reftel-storage-"));
    const one = start(program, folder, storage);
    first.push(await readiness(one));
    await snapshotIn(storage);
    await stop(one);
    grep.push(await ripgrep(folder));
    const two = start(program, folder, storage);
    restart.push(await readiness(two));
    await stop(two);
    await rm(storage, { recursive: true });
  }
  return {
    first: medians(first),
    restart: medians(restart),
    grep: medians(grep),
  };
}

/** Medians of so many first indexes of one folder. */
async function firstIndexes(program: string, folder: string): Promise<Measured> {
  const all: Measured[] = [];
  await ripgrep(folder);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const storage = await mkdtemp(join(tmpdir(), "reftel-storage-"));
    const server = start(program, folder, storage);
    all.push(await readiness(server));
    await stop(server);
    await rm(storage, { recursive: true });
  }
  return medians(all);
}

async function snapshotIn(storage: string): Promise<void> {
  while (!(await readdir(storage).catch(() => [])).some((name) => name.endsWith(".index"))) {
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

/** Requests on an open cable while the index is built. */
async function whileIndexing(program: string, folder: string): Promise<readonly number[]> {
  const storage = await mkdtemp(join(tmpdir(), "reftel-storage-"));
  const server = start(program, folder, storage);
  const times: number[] = [];
  let isReady = false;
  const ready = server.ready.then(() => {
    isReady = true;
  });
  await server.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: {
      uri: OPEN,
      languageId: "cable",
      version: 1,
      text: inventedCable(1, 8000),
    },
  });
  while (!isReady) {
    times.push(
      await timed(() =>
        server.connection.sendRequest(DocumentSymbolRequest.type, {
          textDocument: { uri: OPEN },
        }),
      ),
    );
    await new Promise((resume) => setTimeout(resume, 2));
  }
  await ready;
  await stop(server);
  await rm(storage, { recursive: true });
  return times;
}

interface Answers {
  readonly definition: readonly number[];
  readonly references: readonly number[];
  readonly symbols: readonly number[];
  readonly memory: { readonly now: number; readonly peak: number } | null;
  readonly status: Status;
}

async function answers(program: string, folder: string): Promise<Answers> {
  const storage = await mkdtemp(join(tmpdir(), "reftel-storage-"));
  const server = start(program, folder, storage);
  await server.ready;
  const { connection } = server;
  const status = await connection.sendRequest<Status>("reftel/indexStatus", {});
  // Settled: workers have ended, the snapshot is written.
  await snapshotIn(storage);
  await new Promise((resume) => setTimeout(resume, 5000));
  const settled = await memoryOf(server.process);
  const cables = await openSome(connection, folder);
  // Each kind by itself: what this program throws away of 5,000 symbols is not to be collected while a definition is waited for.
  const definition: number[] = [];
  for (const { uri, reference } of inTurn(cables)) {
    const asked = { textDocument: { uri }, position: reference };
    definition.push(await timed(() => connection.sendRequest(DefinitionRequest.type, asked)));
  }
  const references: number[] = [];
  for (const { uri, subject } of inTurn(cables)) {
    const asked = { textDocument: { uri }, position: subject, context: { includeDeclaration: true } };
    references.push(await timed(() => connection.sendRequest(ReferencesRequest.type, asked)));
  }
  const symbols: number[] = [];
  for (let index = 0; index < REQUESTS; index++) {
    const word = SUBJECT_WORDS[index % SUBJECT_WORDS.length] ?? "";
    const query =
      [word, `${word} ${SUBJECT_WORDS[(index * 7) % SUBJECT_WORDS.length]}`, "shang", "09SHANGHAI3"][index % 4] ?? word;
    symbols.push(await timed(() => connection.sendRequest(WorkspaceSymbolRequest.type, { query })));
  }
  await stop(server);
  await rm(storage, { recursive: true });
  return { definition, references, symbols, memory: settled, status };
}

/** As many as there are requests of a kind, each as often as the others. */
function* inTurn<Asked>(all: readonly Asked[]): Generator<Asked> {
  for (let index = 0; index < REQUESTS; index++) {
    const one = all[index % all.length];
    if (one !== undefined) yield one;
  }
}

interface OpenCable {
  readonly uri: string;
  readonly reference: { readonly line: number; readonly character: number };
  readonly subject: { readonly line: number; readonly character: number };
}

/** Opens some cables that cite others, and waits until the server has looked through them all, as it does when they are opened. */
async function openSome(connection: ProtocolConnection, folder: string): Promise<readonly OpenCable[]> {
  const opened: OpenCable[] = [];
  const checked = new Set<string>();
  let tell = (): void => {};
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri }) => {
    checked.add(uri);
    tell();
  });
  const stations = (await readdir(folder)).sort();
  for (let at = 0; opened.length < 40 && at < stations.length; at += 5) {
    const place = join(folder, stations[at] ?? "", "2009");
    for (const name of (await readdir(place).catch(() => [])).slice(0, 2)) {
      const text = await readFile(join(place, name), "latin1");
      const lines = text.split("\n");
      const reference = lines.findIndex((line) => line.startsWith("REF:"));
      const subject = lines.findIndex((line) => line.startsWith("SUBJECT:"));
      if (reference < 0 || subject < 0) continue;
      const uri = pathToFileURL(join(place, name)).href;
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: "cable", version: 1, text },
      });
      opened.push({
        uri,
        reference: { line: reference, character: 10 },
        subject: { line: subject, character: 12 },
      });
    }
  }
  await new Promise<void>((resume) => {
    tell = () => {
      if (opened.every(({ uri }) => checked.has(uri))) resume();
    };
    tell();
  });
  return opened;
}

function ratio(what: string, measured: Measured, base: Measured, most: number): Figure {
  const processors =
    measured.processor === null || base.processor === null || base.processor === 0
      ? ""
      : `; by processors ${(measured.processor / base.processor).toFixed(2)} ×`;
  return {
    what,
    measured: `${(measured.wall / base.wall).toFixed(2)} × ripgrep (${Math.round(measured.wall)} ms, ripgrep ${Math.round(base.wall)} ms${processors})`,
    promised: `at most ${most} ×`,
    kept: measured.wall <= base.wall * most,
  };
}

function slowest(what: string, times: readonly number[], most: number): Figure {
  const value = quantile(times, 0.99);
  return {
    what,
    measured: `${milliseconds(value)} (median ${milliseconds(median(times))})`,
    promised: `at most ${most} ms`,
    kept: value <= most,
  };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { texts: { type: "string" } }, allowPositionals: true });
  const [program = "", size = String(DEFAULT_SIZE)] = positionals;
  const figures =
    values.texts === undefined
      ? await inventedFigures(program, Number(size))
      : await copiesFigures(program, values.texts, Number(size));
  const width = Math.max(...figures.map(({ what }) => what.length));
  const measuredWidth = Math.max(...figures.map(({ measured }) => measured.length));
  for (const { what, measured, promised, kept } of figures) {
    console.log(
      `${what.padEnd(width)}  ${measured.padEnd(measuredWidth)}  ${promised ?? ""}${kept ? "" : "  NOT KEPT"}`.trimEnd(),
    );
  }
  process.exitCode = figures.every(({ kept }) => kept) ? 0 : 1;
}

/** The index of copies of real cables, and what one thread needs for a row of them. */
async function copiesFigures(program: string, texts: string, size: number): Promise<Figure[]> {
  const folder = await copiesFolder(texts, size);
  const { first, restart, grep } = await indexing(program, folder);
  return [
    { what: "Files", measured: `${size}, copies of ${texts}`, promised: null, kept: true },
    ratio("First index", first, grep, 4),
    ratio("Start from the snapshot", restart, grep, 1),
    ...(await textFigures(texts)),
  ];
}

async function inventedFigures(program: string, size: number): Promise<Figure[]> {
  const folder = await workspaceFolder(size);
  const smaller = await workspaceFolder(Math.round(size / SMALLER));
  const whole = await indexing(program, folder);
  const tenth = await indexing(program, smaller);
  const few = await firstIndexes(program, await workspaceFolder(Math.round(size / MUCH_SMALLER)));
  const busy = await whileIndexing(program, folder);
  const { definition, references, symbols, memory, status } = await answers(program, folder);
  // By the processors where they tell: what else the machine does counts for less.
  const timeOf = ({ wall, processor }: Measured): number => processor ?? wall;
  const perCableOfWhole = (timeOf(whole.first) - timeOf(few)) / (1 - 1 / MUCH_SMALLER);
  const perCableOfTenth = (timeOf(tenth.first) - timeOf(few)) / (1 / SMALLER - 1 / MUCH_SMALLER);
  const perCable = perCableOfWhole / perCableOfTenth;
  return [
    {
      what: "Cables",
      measured: `${status.cables} in ${status.files} files, ${status.skipped} other files`,
      promised: null,
      kept: true,
    },
    ratio("First index", whole.first, whole.grep, 3),
    ratio("Start from the snapshot", whole.restart, whole.grep, 1.5),
    ...(memory === null
      ? []
      : [
          {
            what: "Memory, settled",
            measured: `${Math.round(memory.now)} MB`,
            promised: "at most 250 MB",
            kept: memory.now <= 250,
          },
          {
            what: "Memory, peak",
            measured: `${Math.round(memory.peak)} MB`,
            promised: "at most 400 MB",
            kept: memory.peak <= 400,
          },
        ]),
    slowest("Definition, 99th percentile", definition, 5),
    slowest("References, 99th percentile", references, 20),
    slowest("Workspace symbols, 99th percentile", symbols, 30),
    slowest("Outline while indexing, 99th percentile", busy, 20),
    {
      what: `Time per further cable, against a folder ${SMALLER} times smaller`,
      measured: `${perCable.toFixed(2)} ×`,
      promised: "0.8 to 1.2 ×",
      kept: perCable >= 0.8 && perCable <= 1.2,
    },
  ];
}

void main();

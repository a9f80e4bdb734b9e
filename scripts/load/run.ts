/** Puts a server under load: documents open, edits, files that change and requests, each at its own steady rate. */

import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { RawClient } from "../../tests/lsp/raw-client.ts";
import { Random } from "../../tests/support/random.ts";
import { workspaceFolder } from "../bench/workspace-folder.ts";
import { type Ask, QUESTIONS } from "./asked.ts";
import { EditedDocument } from "./edited-document.ts";
import { memoryOf, processorTimeOf, type Sample, waitedForProcessor } from "./memory.ts";
import { differences, stateOf } from "./state.ts";
import { type Kept, shares, TURNS, takeTurns } from "./turns.ts";
import { changeFiles } from "./writer-process.ts";

/** How much of everything. Rates are per second. */
export interface Load {
  readonly seed: number;
  /** Files of the folder. */
  readonly cables: number;
  /** Documents that are open. */
  readonly documents: number;
  readonly seconds: number;
  readonly edits: number;
  readonly changes: number;
  readonly requests: number;
}

/** How long one answer took, in milliseconds. */
export interface Taken {
  /** From the request to the answer, as a client sees it. */
  readonly whole: number;
  /** The same without the time in which the server had to wait for a processor. */
  readonly ready: number;
}

export interface LoadReport {
  /** Each answer's time, by method. */
  readonly times: ReadonlyMap<string, readonly Taken[]>;
  /** How this program kept its turns, and how the process that changes files did. */
  readonly asking: Kept;
  readonly writing: Kept;
  /** How long the server's first thread waited for a processor in all, in seconds; null where the system does not tell. */
  readonly waited: number | null;
  readonly memory: readonly Sample[];
  /** Seconds of the processor that the server took; null where the system does not tell. */
  readonly processorTime: number | null;
  readonly edits: number;
  readonly changes: number;
  readonly asked: number;
  readonly answered: number;
  /** Milliseconds until the server knew all that had changed when the load ended. */
  readonly caughtUp: number;
  /** What the server logged as a fault, and what it wrote to its error stream. */
  readonly faults: readonly string[];
  /** Where its end state differs from that of a fresh server. */
  readonly differences: readonly string[];
}

/** Every so many turns a document is closed and opened again. */
const REOPENED_EVERY = 40;

const CAPABILITIES = {
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** The load on the program given, then the comparison with a fresh start of it on the same files. `args` are Node's own. */
export async function underLoad(program: string, load: Load, args: readonly string[] = []): Promise<LoadReport> {
  const place = await mkdtemp(join(tmpdir(), "reftel-load-"));
  const folder = join(place, "cables");
  await cp(await workspaceFolder(load.cables), folder, { recursive: true });
  const paths = await filesBelow(folder);
  const random = new Random(load.seed);
  const documents = await Promise.all(
    Array.from({ length: load.documents }, async (_, index) => {
      const path = paths[Math.floor((index * paths.length) / load.documents)] ?? "";
      return new EditedDocument(pathToFileURL(path).href, await readFile(path, "latin1"));
    }),
  );
  const client = new RawClient(program, args);
  const { pid } = client.process;
  try {
    const times = new Map<string, Taken[]>();
    let asked = 0;
    let answered = 0;
    const ask: Ask = async (method, params) => {
      const id = `load-${++asked}`;
      const waited = waitedForProcessor(pid) ?? 0;
      const began = performance.now();
      const answer = await client.ask(id, method, params);
      const whole = performance.now() - began;
      const taken = { whole, ready: Math.max(0, whole - ((waitedForProcessor(pid) ?? 0) - waited)) };
      client.answers.delete(JSON.stringify(id));
      answered++;
      const known = times.get(method);
      if (known === undefined) times.set(method, [taken]);
      else known.push(taken);
      return answer;
    };
    await initialize(client, folder, join(place, "storage"));
    for (const document of documents) client.send(document.opening);

    const memory: Sample[] = [];
    const open: Promise<void>[] = [];
    const one = (): EditedDocument => documents[random.below(documents.length)] ?? new EditedDocument("untitled:0", "");
    const [editsNow, requestsNow] = [shares(load.edits), shares(load.requests)];
    let edits = 0;
    let changes = 0;
    const anything = join(folder, "anything");
    await mkdir(anything);
    const task = { paths, folder: anything, seed: load.seed, perSecond: load.changes, seconds: load.seconds };
    const [asking, writing] = await Promise.all([
      takeTurns(load.seconds, (turn) => {
        for (let count = editsNow(); count > 0; count--, edits++) client.send(one().edit(random));
        for (let count = requestsNow(); count > 0; count--) open.push(random.one(QUESTIONS)(ask, one(), random));
        if (turn % REOPENED_EVERY === REOPENED_EVERY - 1) {
          const document = one();
          client.send(document.closing);
          client.send(document.opening);
        }
        const megabytes = turn % TURNS === 0 ? memoryOf(pid) : null;
        if (megabytes !== null) memory.push({ at: turn / TURNS, megabytes });
      }),
      changeFiles(task, (changed) => {
        changes += changed.length;
        client.send({ method: "workspace/didChangeWatchedFiles", params: { changes: changed } });
      }),
    ]);
    await Promise.all(open);
    const ended = performance.now();
    await client.ask("caught up", "reftel/indexStatus", { wait: true });
    const caughtUp = performance.now() - ended;
    const processorTime = processorTimeOf(pid);
    const waited = waitedForProcessor(pid);
    const asThen = new Map([...times].map(([method, taken]) => [method, [...taken]]));
    const state = await stateOf(ask, documents);
    await client.ask("end", "shutdown", undefined);
    client.send({ method: "exit" });
    await client.exited;
    const fresh = await freshState(program, folder, join(place, "another"), documents);
    return {
      ...{ times: asThen, asking, writing, memory, processorTime, edits, changes, asked, answered, caughtUp },
      waited: waited === null ? null : waited / 1000,
      faults: [...client.log.filter((line) => /fault/i.test(line)), ...(client.stderr === "" ? [] : [client.stderr])],
      differences: differences(state, fresh),
    };
  } finally {
    client.dispose();
    await client.exited;
    await rm(place, { recursive: true, force: true });
  }
}

/** What a server says that sees the files and documents for the first time. */
async function freshState(
  program: string,
  folder: string,
  storage: string,
  documents: readonly EditedDocument[],
): Promise<ReadonlyMap<string, string>> {
  const client = new RawClient(program);
  try {
    await initialize(client, folder, storage);
    for (const document of documents) client.send(document.opening);
    let asked = 0;
    return await stateOf((method, params) => client.ask(++asked, method, params), documents);
  } finally {
    client.dispose();
    await client.exited;
  }
}

async function initialize(client: RawClient, folder: string, storagePath: string): Promise<void> {
  await client.ask("greeting", "initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "cables" }],
    capabilities: CAPABILITIES,
    initializationOptions: { storagePath },
  });
  client.send({ method: "initialized", params: {} });
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** `reftel tables`: writes cables into tables with their text by paragraph, and brings tables that are there up to date. */

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import packageJson from "../../../package.json" with { type: "json" };
import { SCHEMA_VERSION } from "../features/tables/columns.ts";
import { reasonOf } from "../host/disk.ts";
import { type Command, type CommandIo, wrongUsage } from "./command.ts";
import { csv } from "./tables/formats/csv.ts";
import type { TableFormat } from "./tables/formats/format.ts";
import { jsonl } from "./tables/formats/jsonl.ts";
import { loadParquet } from "./tables/formats/parquet.ts";
import { listFiles, type Shard } from "./tables/list-files.ts";
import { mergeTables } from "./tables/merge.ts";
import { blockReader } from "./tables/reader-jobs.ts";
import { readSchema } from "./tables/table-set.ts";
import { emptyReport, type TablesReport, updateTables } from "./tables/update.ts";
import { currentTables, TablesError, TablesFolder } from "./tables/versions.ts";

const FORMATS: ReadonlyMap<string, () => Promise<TableFormat>> = new Map([
  ["parquet", loadParquet],
  ["csv", async () => csv],
  ["jsonl", async () => jsonl],
]);

/** What has read a file: another version reads it anew. */
const READER = `${packageJson.version}/${SCHEMA_VERSION}`;

/** Threads by themselves: one thread writes, and more than these read faster than it can. */
const MOST_JOBS = 4;

/** A thread takes longer to start than this many files to read. */
const FEW_FILES = 200;

/** In milliseconds: how often progress is told of. */
const BETWEEN_PROGRESS = 200;

interface TablesCall {
  readonly paths: readonly string[];
  readonly to: string;
  readonly load: () => Promise<TableFormat>;
  readonly filesFrom: string | null;
  readonly jobs: number | null;
  readonly shard: Shard | null;
  readonly isMerge: boolean;
  readonly isFresh: boolean;
}

export const tables: Command = {
  name: "tables",
  summary: "write cables into tables, with their text by paragraph; a second run reads only what changed",
  usage: [
    "reftel tables PATH… --to FOLDER [--format parquet|csv|jsonl] [--files-from FILE|-] [--jobs N] [--shard I/N] [--fresh]",
    "reftel tables --merge SHARD… --to FOLDER",
  ].join("\n"),
  run: async (args, io) => {
    const call = callOf(args);
    if (typeof call === "string") return wrongUsage(io, tables, call);
    try {
      return await run(call, io);
    } catch (error) {
      if (error instanceof TablesError) io.stderr(`reftel tables: ${error.message}\n`);
      else if (error instanceof Error && "code" in error)
        io.stderr(`reftel tables: ${call.to} can't be written: ${reasonOf(error)}\n`);
      else throw error;
      return 2;
    }
  },
};

/** What is asked for; else what is wrong with it. */
function callOf(args: readonly string[]): TablesCall | string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: {
      to: { type: "string" },
      format: { type: "string", default: "parquet" },
      "files-from": { type: "string" },
      jobs: { type: "string" },
      shard: { type: "string" },
      merge: { type: "boolean", default: false },
      fresh: { type: "boolean", default: false },
    },
  });
  const load = FORMATS.get(values.format);
  if (load === undefined) {
    return `there is no format ${JSON.stringify(values.format)}; there are ${[...FORMATS.keys()].join(", ")}`;
  }
  const filesFrom = values["files-from"] ?? null;
  if (positionals.includes("") || (positionals.length === 0 && filesFrom === null)) return "name a file or folder";
  if (values.to === undefined || values.to === "") return "say where to with --to FOLDER";
  if (values.merge && (filesFrom !== null || values.shard !== undefined))
    return "--merge takes folders of tables alone";
  const jobs = values.jobs === undefined ? null : Number(values.jobs);
  if (jobs !== null && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 64))
    return "--jobs takes a number from 1 to 64";
  const shard = values.shard === undefined ? null : shardOf(values.shard);
  if (shard === undefined) return "--shard takes a part of a whole: 1/4, 2/4, …";
  const { to, merge: isMerge, fresh: isFresh } = values;
  return { paths: positionals, to, load, filesFrom, jobs, shard, isMerge, isFresh };
}

function shardOf(text: string): Shard | undefined {
  const [, part, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.map(Number) ?? [];
  return part === undefined || of === undefined || part < 1 || part > of ? undefined : { part, of };
}

async function run(call: TablesCall, io: CommandIo): Promise<number> {
  const report = emptyReport();
  const folder = TablesFolder.open(call.to);
  const progress = progressTeller();
  try {
    if (call.isMerge) await merge(call, folder, report);
    else await update(call, folder, report, io, progress);
    folder.commit();
  } finally {
    progress.end();
    folder.close();
  }
  await io.stdout(closingLine(report, call.isMerge));
  return report.unreadable > 0 ? 2 : report.noCables > 0 ? 1 : 0;
}

async function update(
  call: TablesCall,
  folder: TablesFolder,
  report: TablesReport,
  io: CommandIo,
  progress: Progress,
): Promise<void> {
  const format = await call.load();
  const old = call.isFresh ? null : folder.current;
  if (old !== null) refuseOther(call.to, old, format);
  const problem = (words: string): void => {
    progress.end();
    io.stderr(`reftel tables: ${words}\n`);
  };
  const complain = (words: string): void => {
    report.unreadable++;
    problem(words);
  };
  const paths = [...call.paths, ...(call.filesFrom === null ? [] : listedIn(call.filesFrom))];
  const files = await listFiles(paths, { shard: call.shard, except: call.to, complain });
  const jobs = call.jobs ?? (files.length < FEW_FILES ? 1 : Math.min(availableParallelism(), MOST_JOBS));
  const reader = blockReader(jobs, process.argv[1] ?? null);
  try {
    const listener = { problem, progress: progress.tell };
    await updateTables({ files, format, old, to: folder.begin(), version: READER, reader }, report, listener);
  } finally {
    await reader.close();
  }
}

async function merge(call: TablesCall, folder: TablesFolder, report: TablesReport): Promise<void> {
  const shards = call.paths.map((path) => {
    const shard = currentTables(path);
    if (shard === null) throw new TablesError(`${path} holds no tables`);
    return shard;
  });
  const name = readSchema(shards[0] ?? "")?.format ?? "";
  const load = FORMATS.get(name);
  if (load === undefined) throw new TablesError(`${call.paths[0]} holds tables of a format that is not known`);
  const format = await load();
  for (const [index, shard] of shards.entries()) refuseOther(call.paths[index] ?? "", shard, format);
  await mergeTables(shards, folder.begin(), format, report);
}

/** Tables of another schema or format are not mixed with these, and not thrown away unasked. */
function refuseOther(path: string, folder: string, format: TableFormat): void {
  const schema = readSchema(folder);
  if (schema === null) return;
  if (schema.version !== SCHEMA_VERSION) {
    throw new TablesError(
      `${path} holds tables of schema ${schema.version}, and this version writes schema ${SCHEMA_VERSION}: name another folder, or --fresh to write them anew`,
    );
  }
  if (schema.format !== format.name) {
    throw new TablesError(
      `${path} holds tables as ${schema.format}: name another folder, or --fresh to write them as ${format.name}`,
    );
  }
}

/** The paths in a file, or on the standard input, one a line; or parted by zero bytes, as `find -print0` writes them. */
function listedIn(from: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(from === "-" ? 0 : from, "utf8");
  } catch (error) {
    throw new TablesError(`the list ${from} can't be read: ${reasonOf(error)}`);
  }
  return text.split(text.includes("\0") ? "\0" : /\r?\n/).filter((path) => path !== "");
}

interface Progress {
  readonly tell: (done: number, all: number, bytes: number) => void;
  /** Takes the line away, so that another can stand there. */
  readonly end: () => void;
}

/** One line on a terminal that is written over; nothing elsewhere. */
function progressTeller(): Progress {
  if (!process.stderr.isTTY) return { tell: () => {}, end: () => {} };
  const start = performance.now();
  let last = start;
  let isShown = false;
  return {
    tell: (done, all, bytes) => {
      const now = performance.now();
      if (now - last < BETWEEN_PROGRESS) return;
      last = now;
      isShown = true;
      const speed = (bytes / 1000 / (now - start)).toFixed(1);
      process.stderr.write(`\r\u001B[K${number(done)} of ${number(all)} files, ${speed} MB/s`);
    },
    end: () => {
      if (isShown) process.stderr.write("\r\u001B[K");
      isShown = false;
    },
  };
}

function closingLine(report: TablesReport, isMerge: boolean): string {
  const { cables, read, unchanged, gone, copies, passedOver } = report;
  const parts = [`${number(cables)} ${cables === 1 ? "cable" : "cables"}`];
  if (!isMerge) parts.push(`${number(read)} ${read === 1 ? "file" : "files"} read`);
  if (unchanged > 0) parts.push(`${number(unchanged)} unchanged`);
  if (gone > 0) parts.push(`${number(gone)} gone`);
  if (copies > 0) parts.push(`${number(copies)} ${copies === 1 ? "copy" : "copies"} of the same text`);
  if (passedOver > 0) parts.push(`${number(passedOver)} not plainly a cable, passed over`);
  return `${parts.join(", ")}\n`;
}

function number(count: number): string {
  return count.toLocaleString("en-US");
}

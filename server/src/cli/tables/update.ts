/** Brings tables up to date with files: reads what changed, writes the years that it touches, and takes all else over as it is. */

import { statSync } from "node:fs";
import { join } from "node:path";
import { wholeRows } from "../../features/tables/cable-rows.ts";
import type { TableFormat } from "./formats/format.ts";
import { byPath, type ManifestEntry, readManifest } from "./manifest.ts";
import { type FileRead, type FileToRead, readFile } from "./read-cable.ts";
import type { BlockReader } from "./reader-jobs.ts";
import { countRows, TableSet, wholeYears, type Year } from "./table-set.ts";
import { SET } from "./versions.ts";

/** Files that one worker is given at once. */
const BLOCK = 64;

/** What was done, for the closing line and the exit code. */
export interface TablesReport {
  cables: number;
  /** Files that were read, because they are new or changed. */
  read: number;
  unchanged: number;
  /** Files of the old tables that are not among those asked for. */
  gone: number;
  /** Files with the text of another. */
  copies: number;
  /** Files in folders that are not plainly cables. */
  passedOver: number;
  /** Named files that are no cables. */
  noCables: number;
  unreadable: number;
}

export function emptyReport(): TablesReport {
  return { cables: 0, read: 0, unchanged: 0, gone: 0, copies: 0, passedOver: 0, noCables: 0, unreadable: 0 };
}

export interface TablesListener {
  problem(words: string): void;
  /** After each file: how many of all are done. */
  progress(done: number, all: number, bytes: number): void;
}

export interface TablesUpdate {
  /** In order of their paths. */
  readonly files: readonly FileToRead[];
  readonly format: TableFormat;
  /** The folder of the tables as they are; null where all is to be read. */
  readonly old: string | null;
  /** An empty folder. */
  readonly to: string;
  /** The version of what reads, for the manifest. */
  readonly version: string;
  readonly reader: BlockReader;
}

/** Makes a whole set of tables in `to`. */
export async function updateTables(
  update: TablesUpdate,
  report: TablesReport,
  listener: TablesListener,
): Promise<void> {
  await new Run(update, report, listener).run();
}

/** One file of now, of the old tables, or of both. */
interface Step {
  readonly file: FileToRead | null;
  readonly old: ManifestEntry | null;
  /** Whether it is read: what is unchanged need not be. */
  readonly isRead: boolean;
}

class Run {
  readonly #update: TablesUpdate;
  readonly #report: TablesReport;
  readonly #listener: TablesListener;
  readonly #set: TableSet;
  readonly #olds: readonly ManifestEntry[];
  /** Paths that have rows in the old tables, as far as these count. */
  readonly #known: ReadonlySet<string>;
  /** Those of them whose rows are not taken over. */
  readonly #dropped = new Set<string>();
  /** The path of the first file of each text. */
  readonly #seen = new Map<string, string>();
  #done = 0;
  #bytes = 0;

  constructor(update: TablesUpdate, report: TablesReport, listener: TablesListener) {
    this.#update = update;
    this.#report = report;
    this.#listener = listener;
    const { old, format, to } = update;
    const olds = old === null ? null : readManifest(join(old, SET.manifest));
    const whole = old === null || olds === null ? null : wholeYears(old, format, new Set(olds.map(({ year }) => year)));
    // Nothing is taken over of a year whose tables are damaged, nor from a reader of another version.
    this.#olds = (olds ?? []).filter(
      ({ year, rows, reader }) => reader === update.version && (rows === null || whole?.has(year) === true),
    );
    this.#known = new Set(this.#olds.flatMap(({ path, rows }) => (rows === null ? [] : [path])));
    const sources =
      old === null ? [] : [{ folder: old, keeps: (file: string) => this.#known.has(file) && !this.#dropped.has(file) }];
    this.#set = new TableSet(to, format, (year) => (whole?.has(year) === true ? sources : []));
  }

  async run(): Promise<void> {
    const blocks = this.#blocks();
    const waiting: { readonly steps: readonly Step[]; readonly read: Promise<readonly FileRead[]> }[] = [];
    for (;;) {
      while (waiting.length < this.#update.reader.atOnce) {
        const { value: steps, done } = blocks.next();
        if (done === true) break;
        const files = steps.flatMap(({ file, isRead }) => (isRead && file !== null ? [file] : []));
        const read = files.length === 0 ? Promise.resolve([]) : this.#update.reader.read(files);
        // What fails is told where it is awaited.
        read.catch(() => {});
        waiting.push({ steps, read });
      }
      const next = waiting.shift();
      if (next === undefined) break;
      const read = [...(await next.read)].reverse();
      for (const step of next.steps) await this.#take(step, step.isRead ? (read.pop() ?? null) : null);
    }
    await this.#set.finish();
  }

  /** What is to be done, in order of the paths, in blocks. */
  *#blocks(): Generator<readonly Step[], undefined> {
    let block: Step[] = [];
    for (const step of this.#steps()) {
      block.push(step);
      if (block.length < BLOCK) continue;
      yield block;
      block = [];
    }
    if (block.length > 0) yield block;
  }

  *#steps(): Generator<Step> {
    const { files } = this.#update;
    let at = 0;
    for (const old of this.#olds) {
      for (; at < files.length; at++) {
        const file = files[at];
        if (file === undefined || byPath(file, old) >= 0) break;
        yield { file, old: null, isRead: true };
      }
      const same = files[at];
      if (same?.path !== old.path) yield { file: null, old, isRead: false };
      else {
        at++;
        yield { file: same, old, isRead: !isUnchanged(same, old) };
      }
    }
    for (const file of files.slice(at)) yield { file, old: null, isRead: true };
  }

  async #take({ file, old, isRead }: Step, read: FileRead | null): Promise<void> {
    if (file === null) {
      if (old !== null) this.#drop(old);
      this.#report.gone++;
      return;
    }
    this.#done++;
    if (old !== null && !isRead && this.#isKept(file, old)) this.#report.unchanged++;
    else {
      // A copy whose first file is gone is read after all.
      await this.#replace(file, old, read ?? readFile(file));
    }
    this.#listener.progress(this.#done, this.#update.files.length, this.#bytes);
  }

  /** Whether what the old tables have of an unchanged file still holds; it is noted then. */
  #isKept({ path, named }: FileToRead, old: ManifestEntry): boolean {
    const { hash, rows, error } = old;
    if (hash === null) {
      this.#set.note(old);
      this.#tellNone(path, named, error ?? "holds no cable");
      return true;
    }
    const first = this.#seen.get(hash);
    if (first === undefined && rows === null) return false;
    if (first === undefined) {
      this.#seen.set(hash, path);
      this.#report.cables++;
      this.#set.note(old);
      return true;
    }
    if (rows !== null) this.#drop(old);
    this.#report.copies++;
    this.#set.note({ ...old, rows: null, copyOf: first });
    return true;
  }

  async #replace(file: FileToRead, old: ManifestEntry | null, read: FileRead): Promise<void> {
    if (
      read.kind === "unreadable" &&
      old !== null &&
      old.hash !== null &&
      this.#isKept(file, { ...old, error: read.reason })
    ) {
      // What was known of it is not lost because a disk was away.
      this.#report.unreadable++;
      this.#listener.problem(`${file.path}: ${read.reason}`);
      return;
    }
    if (old !== null) this.#drop(old);
    await this.#add(file, read);
  }

  async #add({ path, named }: FileToRead, read: FileRead): Promise<void> {
    const { size, modified } = read;
    this.#bytes += size;
    const entry = { path, size, modified, reader: this.#update.version };
    const none = { hash: null, year: null, rows: null, copyOf: null };
    if (read.kind === "unreadable") {
      this.#report.unreadable++;
      this.#listener.problem(`${path}: ${read.reason}`);
      this.#set.note({ ...entry, ...none, size: 0, modified: 0, error: read.reason });
      return;
    }
    this.#report.read++;
    if (read.kind === "none") {
      this.#set.note({ ...entry, ...none, error: read.reason });
      this.#tellNone(path, named, read.reason);
      return;
    }
    const { id: hash, year } = read;
    const first = this.#seen.get(hash);
    if (first !== undefined) {
      this.#report.copies++;
      this.#set.note({ ...entry, hash, year, rows: null, copyOf: first, error: null });
      return;
    }
    this.#seen.set(hash, path);
    this.#report.cables++;
    const rows = wholeRows(read.rows);
    await this.#set.add(path, year, rows);
    this.#set.note({ ...entry, hash, year, rows: countRows(rows), copyOf: null, error: null });
  }

  #tellNone(path: string, named: boolean, reason: string): void {
    if (!named) {
      this.#report.passedOver++;
      return;
    }
    this.#report.noCables++;
    this.#listener.problem(`${path}: ${reason}`);
  }

  /** The old rows of a file go, and with them the tables of their year are written anew. */
  #drop({ path, year, rows }: ManifestEntry): void {
    if (rows === null) return;
    this.#dropped.add(path);
    this.#set.touch(year satisfies Year);
  }
}

/** Whether a file has the size and time that it had when it was read. One that could not be read is tried again. */
function isUnchanged({ path }: FileToRead, { size, modified, hash, error }: ManifestEntry): boolean {
  if (error !== null && (hash !== null || (size === 0 && modified === 0))) return false;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.size === size && stats.mtimeMs === modified;
}

/** A search over the texts of all cables: the index narrows, other threads look into the files that remain, the newest cables first. */

import { parseCable } from "../cable/parse.ts";
import type { CableIndex } from "../corpus/cable-index.ts";
import { blockOfRows } from "../corpus/columns/row-blocks.ts";
import { CableRows } from "../corpus/facets/cable-rows.ts";
import { type FileUri, fileName } from "../corpus/file-uri.ts";
import { openParts } from "../corpus/query/byte-test.ts";
import { AskedCable } from "../corpus/query/cable-test.ts";
import { type Condition, needsText, phrasesOf } from "../corpus/query/condition.ts";
import { NO, rowTest, YES } from "../corpus/query/row-test.ts";
import { withCited } from "../corpus/query/with-cited.ts";
import { type BulkSearcher, UNREADABLE } from "./batch-reader.ts";
import type { FileAccess } from "./files.ts";
import type { Slices } from "./time-slicer.ts";

export interface SearchHost {
  readonly index: CableIndex;
  readonly files: FileAccess;
  readonly bulk: BulkSearcher | null;
  readonly slices: Slices;
  /** The text of a file that is open in an editor, which counts in place of the disk's; null for others. */
  openText(file: FileUri): string | null;
  /** All files that are open. */
  readonly open: Iterable<FileUri>;
  isCancelled(): boolean;
  /** Told of rows as they are found, in the order in which they are looked at, and how far the search is. */
  found(rows: Int32Array, progress: SearchProgress): void;
}

/** Files that were looked at, of those that the index left open. */
export interface SearchProgress {
  readonly done: number;
  readonly total: number;
}

/** What a search found. */
export interface FoundRows {
  /** The newest first; undated ones last. */
  readonly rows: Int32Array;
  /** Per row how often the words stand in it, as far as it was counted. */
  readonly counts: Uint8Array;
  /** Files that could not be read any more. */
  readonly unread: number;
  readonly isCancelled: boolean;
}

/** Rows that are tested at a step: about a millisecond. */
const ROWS_A_STEP = 4096;
/** Files of the first block, so that something is shown at once, and of those that follow. */
const FIRST_BLOCK = 48;
const BLOCK = 512;

/** Searches. What changes meanwhile is found as it was or as it is. */
export async function searchCables(asked: Condition, host: SearchHost): Promise<FoundRows> {
  const { index, slices } = host;
  const condition = withCited(asked, index);
  const columns = index.columns();
  const rows = new CableRows(columns);
  const test = rowTest(condition, columns);
  const hasText = phrasesOf(condition).length > 0;
  const openRows = new Set(Array.from(host.open, (file) => index.rowOf(file)));
  const counts = new Uint8Array(rows.length);
  const unsure: number[] = [];
  const certain: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (row % ROWS_A_STEP === 0) await slices.next();
    if (!rows.isCable(row)) continue;
    const answer = test(row);
    if (answer === NO) continue;
    if (answer === YES) {
      counts[row] = 1;
      certain.push(row);
    } else unsure.push(row);
  }
  const known = newestFirst(certain, columns.int32.sent);
  const total = unsure.length;
  host.found(known, { done: 0, total });
  const scan = new Scan(condition, host, counts, openRows);
  if (needsText(condition)) await scan.run(newestFirst(unsure, columns.int32.sent));
  await slices.next();
  const all = hasText || scan.rows.length > 0 ? newestFirst([...certain, ...scan.rows], columns.int32.sent) : known;
  return {
    rows: all,
    counts: all.length === 0 ? new Uint8Array() : Uint8Array.from(all, (row) => counts[row] ?? 1),
    unread: scan.unread,
    isCancelled: host.isCancelled(),
  };
}

/** Looks into files, several blocks at once. */
class Scan {
  readonly rows: number[] = [];
  unread = 0;
  readonly #condition: Condition;
  /** Without what the index knows to hold of all rows that it left open. */
  readonly #open: Condition;
  readonly #host: SearchHost;
  readonly #counts: Uint8Array;
  readonly #openRows: ReadonlySet<number>;
  #done = 0;

  constructor(condition: Condition, host: SearchHost, counts: Uint8Array, openRows: ReadonlySet<number>) {
    this.#condition = condition;
    this.#open = openParts(condition);
    this.#host = host;
    this.#counts = counts;
    this.#openRows = openRows;
  }

  async run(rows: Int32Array): Promise<void> {
    const { bulk } = this.#host;
    const atWork = new Set<Promise<void>>();
    let fault: unknown = null;
    for (let at = 0; at < rows.length && !this.#host.isCancelled() && fault === null; ) {
      const size = at === 0 ? FIRST_BLOCK : BLOCK;
      const block = rows.slice(at, at + size);
      at += size;
      const work: Promise<void> = this.#look(block, bulk, rows.length).then(
        () => {
          atWork.delete(work);
        },
        (error: unknown) => {
          atWork.delete(work);
          fault = error;
        },
      );
      atWork.add(work);
      if (atWork.size >= (bulk?.atOnce ?? 1)) await Promise.race(atWork);
      await this.#host.slices.next();
    }
    await Promise.all(atWork);
    if (fault !== null) throw fault;
  }

  async #look(block: Int32Array, bulk: BulkSearcher | null, total: number): Promise<void> {
    const here: number[] = [];
    const there: number[] = [];
    for (const row of block) {
      const isThere = bulk !== null && !this.#openRows.has(row) && this.#isTaken(bulk, row);
      (isThere ? there : here).push(row);
    }
    const found: number[] = [];
    if (bulk !== null && there.length > 0) {
      const rows = Int32Array.from(there);
      const counts = await bulk.search(blockOfRows(this.#host.index.columns(), rows), this.#open);
      rows.forEach((row, index) => {
        this.#note(row, counts[index] ?? UNREADABLE, found);
      });
    }
    for (const row of here) {
      await this.#host.slices.next();
      this.#note(row, await this.#lookHere(row), found);
    }
    this.#done += block.length;
    if (!this.#host.isCancelled()) this.#host.found(Int32Array.from(found), { done: this.#done, total });
  }

  #isTaken(bulk: BulkSearcher, row: number): boolean {
    const { int32, names } = this.#host.index.columns();
    return bulk.takes((names.folders[int32.folder[row] ?? 0] ?? "") as FileUri);
  }

  #note(row: number, count: number, found: number[]): void {
    if (count === UNREADABLE) this.unread++;
    else if (count > 0) {
      this.#counts[row] = count;
      found.push(row);
      this.rows.push(row);
    }
  }

  async #lookHere(row: number): Promise<number> {
    const { file } = this.#host.index.hitOfRow(row);
    let text = this.#host.openText(file);
    if (text === null) {
      const content = await this.#host.files.read(file);
      if (content.kind !== "text") return UNREADABLE;
      text = content.text;
    }
    return new AskedCable(parseCable(text, fileName(file)), file).fits(this.#condition) ? 1 : 0;
  }
}

/** Undated rows have the smallest number of all. */
function newestFirst(rows: readonly number[], sent: Int32Array): Int32Array {
  // One number for both, so that the engine sorts numbers: a comparison by a function would take many times as long.
  const keys = Float64Array.from(rows, (row) => -(sent[row] ?? 0) * ROWS + row).sort();
  return Int32Array.from(keys, (key) => ((key % ROWS) + ROWS) % ROWS);
}

/** Rows are below it. */
const ROWS = 2 ** 21;

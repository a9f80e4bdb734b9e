/** The tables of one year as they are written anew: what stays of the old ones, and what was read, in order of the paths. */

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { FILE_COLUMN, type Row, TABLES, type Table, type TableRows } from "../../features/tables/columns.ts";
import type { TableFormat, TableWriter } from "./formats/format.ts";
import { TablesError } from "./versions.ts";

/** What Hive and all who follow it call the part without a value. */
const NO_YEAR = "__HIVE_DEFAULT_PARTITION__";

/** The path of a table of one year, from the folder of all. */
export function yearFile(table: Table, year: number | null, format: TableFormat): string {
  return join(table.name, `year=${year ?? NO_YEAR}`, `${table.name}.${format.name}`);
}

/** Tables whose rows are taken over. */
export interface RowSource {
  /** The folder of a whole set. */
  readonly folder: string;
  /** Whether the rows of a file stay: asked in order of the paths, once all that stands before is written. */
  keeps(file: string): boolean;
}

export class YearTables {
  readonly #tables: readonly OneTable[];

  /** `sources` are those that have this year: the old tables of a second run, or those of shards. */
  constructor(year: number | null, format: TableFormat, to: string, sources: readonly RowSource[]) {
    this.#tables = TABLES.map((table) => {
      const name = yearFile(table, year, format);
      const path = join(to, name);
      mkdirSync(dirname(path), { recursive: true });
      return {
        table,
        writer: format.writer(path, table),
        sources: sources.map((source) => new RowCursor(format, join(source.folder, name), table, source)),
      };
    });
  }

  /** Adds the rows of a file, behind those that stay of files before it. */
  async add(file: string, rows: TableRows): Promise<void> {
    for (const { table, writer, sources } of this.#tables) {
      await copyUntil(file, sources, writer);
      writer.write(rows[table.name]);
    }
  }

  /** Adds what stays behind the last file, and finishes all tables. */
  async finish(): Promise<void> {
    for (const { writer, sources } of this.#tables) {
      await copyUntil(null, sources, writer);
      writer.finish();
    }
  }
}

interface OneTable {
  readonly table: Table;
  readonly writer: TableWriter;
  readonly sources: readonly RowCursor[];
}

/** Copies the rows of all files before `file`, in order; of null, all that are left. */
async function copyUntil(file: string | null, sources: readonly RowCursor[], writer: TableWriter): Promise<void> {
  for (;;) {
    let first: { readonly source: RowCursor; readonly file: string } | null = null;
    for (const source of sources) {
      const next = await source.nextFile();
      if (next === null || (file !== null && next >= file)) continue;
      if (first === null || next < first.file) first = { source, file: next };
    }
    if (first === null) return;
    writer.write(await first.source.take(first.file));
  }
}

/** The kept rows of one file of a table, in order. */
class RowCursor {
  readonly #rows: AsyncIterator<readonly Row[]>;
  readonly #source: RowSource;
  readonly #path: string;
  #held: readonly Row[] = [];
  #at = 0;
  #isDone = false;

  constructor(format: TableFormat, path: string, table: Table, source: RowSource) {
    this.#path = path;
    this.#source = source;
    this.#rows = format.read(path, table)[Symbol.asyncIterator]();
  }

  /** The file of the next row; null behind the last one. */
  async nextFile(): Promise<string | null> {
    while (this.#at >= this.#held.length) {
      if (this.#isDone) return null;
      const { value, done } = await this.#next();
      this.#isDone = done === true;
      this.#held = done === true ? [] : value;
      this.#at = 0;
    }
    return fileOf(this.#held[this.#at]);
  }

  async #next(): Promise<IteratorResult<readonly Row[]>> {
    try {
      return await this.#rows.next();
    } catch {
      throw new TablesError(`${this.#path} is damaged: name another folder, or --fresh to write all tables anew`);
    }
  }

  /** The next rows of a file as far as they are at hand; none where they are not to be kept. */
  async take(file: string): Promise<readonly Row[]> {
    const start = this.#at;
    while (this.#at < this.#held.length && fileOf(this.#held[this.#at]) === file) this.#at++;
    return this.#source.keeps(file) ? this.#held.slice(start, this.#at) : [];
  }
}

function fileOf(row: Row | undefined): string {
  const file = row?.[FILE_COLUMN];
  return typeof file === "string" ? file : "";
}

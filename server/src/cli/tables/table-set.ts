/** One whole set of tables as it is being made: years that are written anew, years that are taken over, and what is told of all of them. */

import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Row, SCHEMA_VERSION, TABLES, type TableName, type TableRows } from "../../features/tables/columns.ts";
import type { TableFormat } from "./formats/format.ts";
import { type ManifestEntry, manifestLine } from "./manifest.ts";
import { linkOrCopy, SET } from "./versions.ts";
import { type RowSource, YearTables, yearFile } from "./year-tables.ts";

/** Lines of the manifest that are held before they are written. */
const LINES_HELD = 1000;

export type Year = number | null;

/** What the folder says of itself. */
export interface WrittenSchema {
  readonly version: number;
  readonly format: string;
}

export class TableSet {
  readonly #to: string;
  readonly #format: TableFormat;
  readonly #sourcesOf: (year: Year) => readonly RowSource[];
  readonly #years = new Map<Year, YearTables>();
  /** Of all years that have a cable. */
  readonly #all = new Set<Year>();
  #lines: string[] = [];

  /** `to` is an empty folder; `sourcesOf` answers the tables whose rows of a year are taken over. */
  constructor(to: string, format: TableFormat, sourcesOf: (year: Year) => readonly RowSource[]) {
    this.#to = to;
    this.#format = format;
    this.#sourcesOf = sourcesOf;
  }

  /** The year is written anew from here on: rows of sources that are to go are not taken over. */
  touch(year: Year): YearTables {
    let tables = this.#years.get(year);
    if (tables === undefined) {
      tables = new YearTables(year, this.#format, this.#to, this.#sourcesOf(year));
      this.#years.set(year, tables);
    }
    return tables;
  }

  /** Adds the rows of a file; files come in order of their paths. */
  async add(file: string, year: Year, rows: TableRows): Promise<void> {
    await this.touch(year).add(file, rows);
  }

  /** Notes a file in the manifest; files come in order of their paths. */
  note(entry: ManifestEntry): void {
    if (entry.rows !== null) this.#all.add(entry.year);
    this.#lines.push(manifestLine(entry));
    if (this.#lines.length >= LINES_HELD) this.#writeLines();
  }

  /** Writes what is left. Years that were not touched are taken over as they are. */
  async finish(): Promise<void> {
    for (const year of this.#all) {
      const [source] = this.#sourcesOf(year);
      if (this.#years.has(year) || source === undefined) continue;
      for (const table of TABLES) {
        const name = yearFile(table, year, this.#format);
        linkOrCopy(join(source.folder, name), join(this.#to, name));
      }
    }
    for (const [year, tables] of this.#years) {
      await tables.finish();
      // A year whose cables are all gone has no tables.
      if (this.#all.has(year)) continue;
      for (const table of TABLES)
        rmSync(dirname(join(this.#to, yearFile(table, year, this.#format))), { recursive: true });
    }
    this.#writeLines();
    writeFileSync(join(this.#to, SET.schema), schemaText(this.#format));
    writeFileSync(join(this.#to, SET.files), filesText(this.#to, this.#format, this.#all));
  }

  #writeLines(): void {
    appendFileSync(join(this.#to, SET.manifest), this.#lines.join(""));
    this.#lines = [];
  }
}

/** How many rows each table has. */
export function countRows(rows: Readonly<Record<TableName, readonly Row[]>>): Readonly<Record<TableName, number>> {
  const { cables, paragraphs, citations, mentions, addressees, distribution, tags, persons } = rows;
  return {
    cables: cables.length,
    paragraphs: paragraphs.length,
    citations: citations.length,
    mentions: mentions.length,
    addressees: addressees.length,
    distribution: distribution.length,
    tags: tags.length,
    persons: persons.length,
  };
}

function schemaText({ name: format }: TableFormat): string {
  const tables = Object.fromEntries(
    TABLES.map(({ name, columns }) => [
      name,
      columns.map(({ name: column, type, isNullable, description }) => ({
        name: column,
        type,
        nullable: isNullable,
        description,
      })),
    ]),
  );
  return `${JSON.stringify({ version: SCHEMA_VERSION, format, tables }, null, 2)}\n`;
}

/** What `schema.json` says of a set; null where there is none that can be read. */
export function readSchema(folder: string): WrittenSchema | null {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, SET.schema), "utf8"));
    if (typeof value !== "object" || value === null || !("version" in value) || !("format" in value)) return null;
    const { version, format } = value;
    return typeof version === "number" && typeof format === "string" ? { version, format } : null;
  } catch {
    return null;
  }
}

/** The sizes of all files, by which a later run sees that they are whole. */
function filesText(folder: string, format: TableFormat, years: ReadonlySet<Year>): string {
  const files = [...years]
    .sort((one, other) => (one ?? 0) - (other ?? 0))
    .flatMap((year) => TABLES.map((table) => yearFile(table, year, format)))
    .map((name) => ({ path: name.replaceAll("\\", "/"), bytes: statSync(join(folder, name)).size }));
  return `${JSON.stringify(files, null, 2)}\n`;
}

/** The years of a set whose files are all there and have the size that was noted; null where nothing is noted. */
export function wholeYears(folder: string, format: TableFormat, years: ReadonlySet<Year>): ReadonlySet<Year> | null {
  const sizes = readSizes(folder);
  if (sizes === null) return null;
  const isWhole = (path: string): boolean =>
    statSync(join(folder, path), { throwIfNoEntry: false })?.size === sizes.get(path.replaceAll("\\", "/"));
  return new Set([...years].filter((year) => TABLES.every((table) => isWhole(yearFile(table, year, format)))));
}

function readSizes(folder: string): ReadonlyMap<string, number> | null {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, SET.files), "utf8"));
    if (!Array.isArray(value)) return null;
    const sizes = new Map<string, number>();
    for (const one of value) {
      if (typeof one?.path === "string" && typeof one.bytes === "number") sizes.set(one.path, one.bytes);
    }
    return sizes;
  } catch {
    return null;
  }
}

/** The list of all files that tables were made of, a line each in order of their paths: what a later run compares with. */

import { readFileSync } from "node:fs";
import { TABLE_NAMES, type TableName } from "../../features/tables/columns.ts";

/** One file. */
export interface ManifestEntry {
  readonly path: string;
  /** In bytes; 0 where it could not be read. */
  readonly size: number;
  /** When it was last changed, in milliseconds of Unix time. */
  readonly modified: number;
  /** The `id` of the cable in it; null where it has none. */
  readonly hash: string | null;
  readonly year: number | null;
  /** The version of what read it. */
  readonly reader: string;
  /** How many rows each table has of it: none of a copy, and none where there is an error. */
  readonly rows: Readonly<Record<TableName, number>> | null;
  /** The file with the same text that the rows name. */
  readonly copyOf: string | null;
  /** Why there are no rows. */
  readonly error: string | null;
}

/** In order of code units, as rows stand in the tables. */
export function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}

export function manifestLine(entry: ManifestEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** All entries, in order; null where the file is missing or damaged: then nothing is known of what was read. */
export function readManifest(path: string): readonly ManifestEntry[] | null {
  try {
    const text = readFileSync(path, "utf8");
    if (text !== "" && !text.endsWith("\n")) return null;
    const entries: ManifestEntry[] = [];
    for (const line of text.split("\n")) {
      if (line === "") continue;
      const value: unknown = JSON.parse(line);
      if (!isEntry(value)) return null;
      entries.push(value);
    }
    return entries;
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is ManifestEntry {
  if (typeof value !== "object" || value === null) return false;
  const { path, size, modified, hash, year, reader, rows, copyOf, error } = { ...EMPTY, ...value };
  return (
    typeof path === "string" &&
    typeof size === "number" &&
    typeof modified === "number" &&
    isTextOrNull(hash) &&
    (year === null || typeof year === "number") &&
    typeof reader === "string" &&
    (rows === null || areCounts(rows)) &&
    isTextOrNull(copyOf) &&
    isTextOrNull(error)
  );
}

const EMPTY: { readonly [Key in keyof ManifestEntry]?: unknown } = {
  path: undefined,
  size: undefined,
  modified: undefined,
  hash: undefined,
  year: undefined,
  reader: undefined,
  rows: undefined,
  copyOf: undefined,
  error: undefined,
};

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function areCounts(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const counts = new Map<string, unknown>(Object.entries(value));
  return TABLE_NAMES.every((name) => typeof counts.get(name) === "number");
}

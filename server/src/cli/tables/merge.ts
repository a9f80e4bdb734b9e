/** Puts the tables of shards together: the same to the byte as those that one run makes of all their files. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { TABLES } from "../../features/tables/columns.ts";
import type { TableFormat } from "./formats/format.ts";
import { byPath, type ManifestEntry, readManifest } from "./manifest.ts";
import { TableSet, type Year } from "./table-set.ts";
import type { TablesReport } from "./update.ts";
import { SET, TablesError } from "./versions.ts";
import { yearFile } from "./year-tables.ts";

/** `shards` are folders of sets as they lie; `to` is an empty folder. Fails where one of them is damaged. */
export async function mergeTables(
  shards: readonly string[],
  to: string,
  format: TableFormat,
  report: TablesReport,
): Promise<void> {
  const all = shards.flatMap((shard, source) => entriesOf(shard).map((entry) => ({ ...entry, source })));
  all.sort(byPath);
  /** Which shard's rows of a file are taken. */
  const owners = new Map<string, number>();
  const seen = new Map<string, string>();
  const years = new Set<Year>();
  const entries: ManifestEntry[] = [];
  for (const { source, ...entry } of all) {
    const { path, hash, year, error } = entry;
    // A file that two shards have counts once.
    if (entries.at(-1)?.path === path) continue;
    const first = hash === null ? undefined : seen.get(hash);
    if (hash !== null && first === undefined) {
      if (entry.rows === null)
        throw new TablesError(`${entry.copyOf}, of which ${path} is a copy, is in none of the tables`);
      seen.set(hash, path);
      owners.set(path, source);
      years.add(year);
      report.cables++;
      entries.push(entry);
    } else if (first !== undefined) {
      report.copies++;
      entries.push({ ...entry, rows: null, copyOf: first });
    } else {
      if (error !== null) report.passedOver++;
      entries.push(entry);
    }
  }
  const sources = shards.map((folder, source) => ({ folder, keeps: (file: string) => owners.get(file) === source }));
  const hasYear = (folder: string, year: Year): boolean =>
    TABLES.every((table) => existsSync(join(folder, yearFile(table, year, format))));
  const set = new TableSet(to, format, (year) => sources.filter(({ folder }) => hasYear(folder, year)));
  for (const year of years) set.touch(year);
  for (const entry of entries) set.note(entry);
  await set.finish();
}

function entriesOf(shard: string): readonly ManifestEntry[] {
  const entries = readManifest(join(shard, SET.manifest));
  if (entries === null) throw new TablesError(`${join(shard, SET.manifest)} is damaged`);
  return entries;
}

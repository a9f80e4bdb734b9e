/** The sources of the vocabulary: one table, whose keys the rows of all other tables name. A key is the short form that a hover shows. */

import sourceTable from "./data/sources.json?raw";
import { lazy } from "./lazy.ts";
import type { SourceRow } from "./rows.ts";
import { table } from "./table.ts";

/** The rows as shipped. */
export const sourceRows: () => readonly SourceRow[] = table(sourceTable);

const byKey = lazy((): ReadonlyMap<string, SourceRow> => new Map(sourceRows().map((row) => [row.key, row])));

/** The source of that key; undefined where the table has none, as of what people's own vocabulary names. */
export function sourceOf(key: string): SourceRow | undefined {
  return byKey().get(key);
}

/** How a source is cited in full: its name, section, edition and date, as far as each is known. The text itself where it is no key. */
export function sourceInFull(key: string): string {
  const row = sourceOf(key);
  return row === undefined
    ? key
    : [row.name, row.section, row.edition, row.date].filter((part) => part !== undefined).join(", ");
}

/** The sources of the tables in full: rows name them by their short forms. */

import sourceTable from "./data/sources.json?raw";
import type { SourceTitleRow } from "./rows.ts";
import { table } from "./table.ts";

/** The rows as shipped. */
export const sourceTitleRows: () => readonly SourceTitleRow[] = table(sourceTable);

/**
 * A source with the full title in place of its short form; edition, section and date stay as the row has them
 * (`5 FAH-3 H-414`). The source as it is where the table has no full title, as of `general knowledge`.
 */
export function sourceInFull(source: string): string {
  const row = sourceTitleRows().find(({ short }) => isNamedBy(short, source));
  return row === undefined ? source : row.full + source.slice(row.short.length);
}

/** `ACP 127` opens `ACP 127(G)`, and not `ACP 1270`. */
function isNamedBy(short: string, source: string): boolean {
  return source.startsWith(short) && !/[A-Za-z0-9]/.test(source.charAt(short.length));
}

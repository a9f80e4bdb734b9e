/** What a format of `reftel check` is, and what it prints of. */

import type { CableDiagnostic } from "../../features/diagnostics.ts";
import type { LineTable } from "../../text/line-table.ts";

/** One finding in one file. */
export interface FoundInFile {
  /** As the user would write the path. */
  readonly path: string;
  readonly lines: LineTable;
  readonly found: CableDiagnostic;
}

/** A format prints as findings come, so that ten thousand cables need no memory. */
export interface CheckFormat {
  /** What stands before the first finding. */
  begin(): string;
  finding(one: FoundInFile, isFirst: boolean): string;
  /** What stands behind the last one. */
  end(): string;
}

/** Lines and characters counted from 0, in UTF-16 units; the end is behind the last character. */
export interface Region {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

export function regionOf(lines: LineTable, { start, end }: { readonly start: number; readonly end: number }): Region {
  const line = lines.lineAt(start);
  const endLine = lines.lineAt(end);
  return { line, character: start - lines.start(line), endLine, endCharacter: end - lines.start(endLine) };
}

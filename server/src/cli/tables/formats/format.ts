/** What a format of tables is: how the rows of one file are written and read back. */

import type { Row, Table } from "../../../features/tables/columns.ts";

/** Writes one file of a table. Nothing is kept open between calls. */
export interface TableWriter {
  /** Rows in their order; written through when enough have come together. */
  write(rows: readonly Row[]): void;
  /** Writes what is left, and what a file ends with. */
  finish(): void;
}

export interface TableFormat {
  readonly name: "parquet" | "csv" | "jsonl";
  /** The same rows give the same bytes, however they are handed over. */
  writer(path: string, table: Table): TableWriter;
  /** The rows of a file as they were written, some at a time. Fails where the file is damaged. */
  read(path: string, table: Table): AsyncIterable<readonly Row[]>;
}

/** In UTF-16 units, about: so much of a table is held in memory before it is written. Part of what makes files the same: it decides on row groups. */
export const HELD = 2_000_000;

/** About how much memory a row takes, in UTF-16 units. */
export function sizeOfRow(row: Row): number {
  let size = 0;
  for (const cell of row) {
    if (typeof cell === "string") size += cell.length + 4;
    else if (typeof cell === "object" && cell !== null) {
      size += 8;
      for (const item of cell) size += typeof item === "string" ? item.length + 4 : 8;
    } else size += 8;
  }
  return size;
}

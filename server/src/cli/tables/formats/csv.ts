/** Tables as CSV (RFC 4180) with a line of names: null is an empty cell, an empty text `""`, a list JSON. */

import type { Cell, ColumnType, Row } from "../../../features/tables/columns.ts";
import type { TableFormat } from "./format.ts";
import { cellOf } from "./jsonl.ts";
import { textOf, textWriter } from "./text-file.ts";

export const csv: TableFormat = {
  name: "csv",
  writer: (path, { columns }) =>
    textWriter(path, `${columns.map(({ name }) => name).join(",")}\n`, (row) => `${row.map(printed).join(",")}\n`),
  async *read(path, { columns }) {
    const reader = new CsvReader();
    let isHead = true;
    for await (const piece of textOf(path)) {
      const records = reader.push(piece);
      if (isHead && records.shift() !== undefined) isHead = false;
      yield records.map((cells): Row => columns.map(({ type }, index) => parsed(cells[index] ?? null, type)));
    }
    reader.finish();
  },
};

function printed(cell: Cell): string {
  if (cell === null) return "";
  const text = typeof cell === "object" ? JSON.stringify(cell) : String(cell);
  return typeof cell !== "string" && typeof cell !== "object" ? text : quoted(text);
}

function quoted(text: string): string {
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function parsed(text: string | null, type: ColumnType): Cell {
  if (text === null) return null;
  switch (type) {
    case "text":
    case "instant":
    case "date":
      return text;
    case "integer":
      return cellOf(Number(text), type);
    case "boolean":
      return text === "true";
    case "texts":
    case "integers":
      return cellOf(JSON.parse(text), type);
  }
}

/** Takes apart what the writer above wrote; a cell is null where nothing stands in it, not even quotes. */
class CsvReader {
  #rest = "";
  #cells: (string | null)[] = [];

  push(piece: string): (string | null)[][] {
    const text = this.#rest + piece;
    const records: (string | null)[][] = [];
    let at = 0;
    for (;;) {
      const cell = cellAt(text, at);
      if (cell === null) break;
      this.#cells.push(cell.value);
      at = cell.end + 1;
      if (text.charAt(cell.end) !== "\n") continue;
      records.push(this.#cells);
      this.#cells = [];
    }
    this.#rest = text.slice(at);
    return records;
  }

  finish(): void {
    if (this.#rest !== "" || this.#cells.length > 0) throw new Error("its last line is cut off");
  }
}

/** The cell that begins at `at`, with the offset of the comma or line break behind it; null where that has not come yet. */
function cellAt(text: string, at: number): { readonly value: string | null; readonly end: number } | null {
  if (text.charAt(at) !== '"') {
    let end = at;
    while (end < text.length && text.charAt(end) !== "," && text.charAt(end) !== "\n") end++;
    return end === text.length ? null : { value: end === at ? null : text.slice(at, end), end };
  }
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 2)) {
    if (quote + 1 >= text.length) return null;
    if (text.charAt(quote + 1) === '"') continue;
    return { value: text.slice(at + 1, quote).replaceAll('""', '"'), end: quote + 1 };
  }
  return null;
}

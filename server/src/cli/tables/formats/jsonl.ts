/** Tables as JSON lines: every row an object with all columns, nulls included. */

import type { Cell, ColumnType, Row } from "../../../features/tables/columns.ts";
import type { TableFormat } from "./format.ts";
import { textOf, textWriter } from "./text-file.ts";

export const jsonl: TableFormat = {
  name: "jsonl",
  writer: (path, { columns }) =>
    textWriter(
      path,
      "",
      (row) => `${JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])))}\n`,
    ),
  async *read(path, { columns }) {
    let rest = "";
    for await (const piece of textOf(path)) {
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      yield lines.map((line): Row => {
        const value: unknown = JSON.parse(line);
        if (typeof value !== "object" || value === null) throw new Error("a line is no object");
        const cells = new Map<string, unknown>(Object.entries(value));
        return columns.map(({ name, type }) => cellOf(cells.get(name), type));
      });
    }
    if (rest !== "") throw new Error("its last line is cut off");
  },
};

/** A value that was read, as the cell that it was; fails where it is of another type than its column. */
export function cellOf(value: unknown, type: ColumnType): Cell {
  if (value === null || value === undefined) return null;
  switch (type) {
    case "text":
    case "instant":
    case "date":
      if (typeof value === "string") return value;
      break;
    case "integer":
      if (typeof value === "number") return value;
      break;
    case "boolean":
      if (typeof value === "boolean") return value;
      break;
    case "texts":
      if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
      break;
    case "integers":
      if (Array.isArray(value) && value.every((item) => typeof item === "number")) return value;
      break;
  }
  throw new Error(`${JSON.stringify(value)} is no ${type}`);
}

/** The columns of the tables: names that SQL takes, rows that fit them, and what is generated from them up to date. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { cableRows, wholeRows } from "../../server/src/features/tables/cable-rows.ts";
import { type Cell, type Column, TABLES } from "../../server/src/features/tables/columns.ts";

const ROOT = new URL("../../", import.meta.url);

/** Reserved by PostgreSQL, DuckDB, SQLite, ClickHouse or Spark, of the words that a column of cables might be called. */
const RESERVED = new Set(
  "all and any as asc between by case check collate column constraint create cross current_date default desc distinct do else end except false fetch filter for foreign from full grant group having in index inner intersect into is join key left like limit natural not null offset on only or order outer placing primary references right row rows select session_user set some symmetric table then to trailing true union unique user using values when where window with".split(
    " ",
  ),
);

function fits(cell: Cell | undefined, { type, isNullable }: Column): boolean {
  if (cell === undefined) return false;
  if (cell === null) return isNullable;
  switch (type) {
    case "text":
      return typeof cell === "string";
    case "integer":
      return Number.isInteger(cell);
    case "boolean":
      return typeof cell === "boolean";
    case "instant":
      return typeof cell === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(cell);
    case "date":
      return typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell);
    case "texts":
      return Array.isArray(cell) && cell.every((item) => typeof item === "string");
    case "integers":
      return Array.isArray(cell) && cell.every((item) => Number.isInteger(item));
  }
}

test("no name is a word that SQL reserves, and none stands twice", () => {
  for (const { name, columns } of TABLES) {
    const names = [name, ...columns.map((column) => column.name)];
    expect(names.filter((one) => RESERVED.has(one) || !/^[a-z][a-z_]*$/.test(one))).toEqual([]);
    expect(new Set(names.slice(1)).size).toBe(columns.length);
  }
});

test("the schema, the page and the recipes are what the columns make of them", { timeout: 60_000 }, () => {
  const script = fileURLToPath(new URL("scripts/generate-tables.mjs", ROOT));
  expect(() =>
    execFileSync(process.execPath, [script, "--check"], { cwd: fileURLToPath(ROOT), stdio: "pipe" }),
  ).not.toThrow();
});

describe("the rows fit the columns", () => {
  const corpus = fileURLToPath(new URL("tests/corpus/", ROOT));
  const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".cable.txt"),
  );

  test.each(files)("of %s", (file) => {
    const rows = wholeRows(cableRows(parseCable(readFileSync(`${corpus}${file}`, "utf8"), file), { id: "0", file }));
    expect(rows.cables.length).toBe(1);
    for (const { name, columns } of TABLES) {
      for (const row of rows[name]) {
        expect(row.length).toBe(columns.length);
        expect(columns.filter((column, at) => !fits(row[at], column)).map((column) => column.name)).toEqual([]);
      }
    }
  });
});

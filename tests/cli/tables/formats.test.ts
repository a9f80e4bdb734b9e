/** Formats of tables: what is written is read back as it was, whatever stands in it, and the same rows give the same bytes. */

import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { csv } from "../../../server/src/cli/tables/formats/csv.ts";
import type { TableFormat } from "../../../server/src/cli/tables/formats/format.ts";
import { jsonl } from "../../../server/src/cli/tables/formats/jsonl.ts";
import { loadParquet } from "../../../server/src/cli/tables/formats/parquet.ts";
import { type Cell, type Column, type Row, TABLES, type Table } from "../../../server/src/features/tables/columns.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** In bytes. */
function buffersInUse(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

const folder = mkdtempSync(join(tmpdir(), "reftel-formats-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Any text that is text: halves of characters are none. */
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("", ",", '"', '""', "a\nb", "a\r\nb", "null", "\n", "Zürich ¶3 — “x”"),
);

function cellsOf({ type, isNullable }: Column): fc.Arbitrary<Cell> {
  const value = ((): fc.Arbitrary<Cell> => {
    switch (type) {
      case "text":
        return text;
      case "integer":
        return fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
      case "boolean":
        return fc.boolean();
      case "instant":
        return fc
          .integer({ min: -116_000_000, max: 4_000_000_000 })
          .map((seconds) => new Date(seconds * 1000).toISOString().replace(".000Z", "Z"));
      case "date":
        return fc
          .integer({ min: -1400, max: 50_000 })
          .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
      case "texts":
        return fc.array(text, { maxLength: 4 });
      case "integers":
        return fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 4 });
    }
  })();
  return isNullable ? fc.option(value, { freq: 3 }) : value;
}

const tableAndRows = fc
  .constantFrom(...TABLES)
  .chain((table) => fc.tuple(fc.constant(table), fc.array(fc.tuple(...table.columns.map(cellsOf)), { maxLength: 40 })));

async function readAll(format: TableFormat, path: string, table: Table): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const some of format.read(path, table)) rows.push(...some);
  return rows;
}

describe.each<[string, () => Promise<TableFormat>]>([
  ["Parquet", loadParquet],
  ["CSV", async () => csv],
  ["JSON lines", async () => jsonl],
])("%s", (_, load) => {
  test("gives back what was written", async () => {
    const format = await load();
    const path = join(folder, `any.${format.name}`);
    await fc.assert(
      fc.asyncProperty(tableAndRows, async ([table, rows]) => {
        const writer = format.writer(path, table);
        writer.write(rows);
        writer.finish();
        expect(await readAll(format, path, table)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  test("writes the same bytes, however the rows are handed over", async () => {
    const format = await load();
    const table = TABLES.find(({ name }) => name === "tags");
    if (table === undefined) throw new Error("there is no table of TAGS");
    const rows: readonly Row[] = Array.from({ length: 60_000 }, (_, index) => [
      "0".repeat(32),
      null,
      `${index}.txt`,
      null,
      1,
      "ECON",
    ]);
    const together = join(folder, `together.${format.name}`);
    const apart = join(folder, `apart.${format.name}`);
    const one = format.writer(together, table);
    one.write(rows);
    one.finish();
    const other = format.writer(apart, table);
    for (let from = 0; from < rows.length; from += 7) other.write(rows.slice(from, from + 7));
    other.finish();
    expect(readFileSync(apart).equals(readFileSync(together))).toBe(true);
    expect((await readAll(format, apart, table)).length).toBe(rows.length);
  });

  test("holds no memory for what is written already, however many files are open", async () => {
    const format = await load();
    const table = TABLES.find(({ name }) => name === "paragraphs");
    if (table === undefined) throw new Error("there is no table of paragraphs");
    // More than is held back, and nothing that could be packed.
    const rows = Array.from(
      { length: 60 },
      (_, index): Row => ["0", null, `${index}.txt`, null, 1, null, null, null, randomBytes(20_000).toString("hex"), 1],
    );
    const writers = Array.from({ length: 30 }, (_, index) =>
      format.writer(join(folder, `open-${index}.${format.name}`), table),
    );
    const before = buffersInUse();
    for (const writer of writers) writer.write(rows);
    // They have written more than 60 MB.
    expect(buffersInUse() - before).toBeLessThan(20_000_000);
    for (const writer of writers) writer.finish();
  });

  test("does not read half a file as a whole one", async () => {
    const format = await load();
    const [table] = TABLES;
    if (table === undefined) throw new Error("there is no table");
    const path = join(folder, `half.${format.name}`);
    const writer = format.writer(path, table);
    writer.write([
      table.columns.map(
        ({ type }): Cell => (type === "texts" ? [] : type === "text" ? "x" : type === "integer" ? 1 : null),
      ),
    ]);
    writer.finish();
    truncateSync(path, readFileSync(path).length - 3);
    await expect(readAll(format, path, table)).rejects.toThrow();
    writeFileSync(path, "");
    if (format.name === "parquet") await expect(readAll(format, path, table)).rejects.toThrow();
  });
});

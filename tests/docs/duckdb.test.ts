/** The recipes of docs/beyond-one-machine.md for DuckDB, tried with the records of invented cables. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import { codeBlocks, pages } from "./pages.ts";

/** What is used of the package. It is no dependency, for it has a binary part for each platform: `npm run install:duckdb` brings it. */
interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckDbConnection> }> };
}

interface DuckDbConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowsJson(): unknown }>;
  closeSync(): void;
}

const home = createRequire(new URL("../../.cache/duckdb/package.json", import.meta.url));

function loadDuckDb(): DuckDb | null {
  try {
    return home("@duckdb/node-api");
  } catch {
    // Not installed, or not to be had for this platform.
    return null;
  }
}

const duckdb = loadDuckDb();

const folder = mkdtempSync(join(tmpdir(), "reftel-duckdb-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cable = (station: string, serial: number, month: string, tags: string, references: readonly string[]): string =>
  [
    `R 020900Z ${month} 09`,
    `FM AMEMBASSY ${station}`,
    `TO RUEHC/SECSTATE WASHDC 8243\n`,
    `UNCLAS ${station} ${String(serial).padStart(6, "0")}\n`,
    "E.O. 12958: N/A",
    `TAGS: ${tags}`,
    "SUBJECT: HARBOR FEES",
    ...references.map((reference, index) => `${index === 0 ? "REF: " : "     "}${"ABC"[index]}. ${reference}`),
    "\n1. (U) The mayor opened the harbor.\n",
  ].join("\n");

const CABLES = [
  cable("TALLINN", 99066, "JUL", "PGOV, EN", []),
  cable("RIGA", 99012, "AUG", "PGOV, EWWT, LG", ["TALLINN 99066", "VILNIUS 99001"]),
  cable("BONN", 99100, "SEP", "EWWT, GM", ["TALLINN 99066"]),
];

const SQL = pages()
  .filter(({ name }) => name === "docs/beyond-one-machine.md")
  .flatMap(codeBlocks)
  .filter(({ language }) => language === "sql")
  .map(({ code }) => code);

// Passed over where `npm run install:duckdb` was not run.
describe.skipIf(duckdb === null)("the recipes for DuckDB", () => {
  test("answer who cites whom", async () => {
    const records = join(folder, "cables.jsonl");
    const lines = CABLES.map((text, index) =>
      JSON.stringify(toRecord(parseCable(text, `${index}.txt`), `${index}.txt`)),
    );
    writeFileSync(records, `${lines.join("\n")}\n`);
    const instance = await duckdb?.DuckDBInstance.create(":memory:");
    const connection = await instance?.connect();
    // What is built in is enough: nothing is to be fetched.
    await connection?.run("SET autoinstall_known_extensions = false");
    const answers: unknown[] = [];
    for (const sql of SQL) {
      const reader = await connection?.runAndReadAll(sql.replaceAll("cables.jsonl", records.replaceAll("\\", "/")));
      answers.push(reader?.getRowsJson());
    }
    connection?.closeSync();
    // The first two make the table and the view.
    expect(answers.slice(2)).toEqual([
      [
        ["09TALLINN99066", "HARBOR FEES", "2"],
        ["09VILNIUS99001", null, "1"],
      ],
      [["09VILNIUS99001", "1"]],
      [
        ["2009", "EWWT", "2"],
        ["2009", "PGOV", "2"],
        ["2009", "EN", "1"],
        ["2009", "GM", "1"],
        ["2009", "LG", "1"],
      ],
      [
        ["09TALLINN99066", "09BONN99100", 1],
        ["09TALLINN99066", "09RIGA99012", 1],
        ["09VILNIUS99001", "09RIGA99012", 1],
      ],
    ]);
  });
});

/** The recipes for DuckDB, over tables that two runs made of two batches. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { Program } from "../cli/program.ts";
import { type DuckDbConnection, duckdb } from "./installed.ts";
import { FIRST, MOST_CITED, recipes, SECOND } from "./recipes.ts";

let program: Program;
let connection: DuckDbConnection;
beforeEach(async () => {
  program = await Program.build();
  const instance = await duckdb().DuckDBInstance.create(":memory:");
  connection = await instance.connect();
  // What is built in is enough: nothing is to be fetched.
  await connection.run("SET autoinstall_known_extensions = false");
});
afterEach(async () => {
  connection.closeSync();
  await program.dispose();
});

const sql = (page: string, heading: string): readonly string[] =>
  recipes(page, heading, "sql").map((code) => code.replaceAll("'tables/", `'${program.folder}/tables/`));

async function tables(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) await program.write(path, text);
  const { exitCode, stderr } = await program.run(["tables", "cables", "--to", "tables"]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
}

const ask = async (query: string): Promise<unknown> => (await connection.runAndReadAll(query)).getRowObjectsJson();

test("who cites whom, over two batches", async () => {
  const [views = "", ...questions] = sql("docs/beyond-one-machine.md", "DuckDB");
  await tables(FIRST);
  await connection.run(views);
  expect(await ask("SELECT count(*)::INTEGER AS all FROM citations")).toEqual([{ all: 0 }]);
  await tables(SECOND);
  const answers: unknown[] = [];
  for (const question of questions) answers.push(await ask(question));
  expect(answers).toEqual([
    MOST_CITED.map(({ cited, subject, times }) => ({ cited_mrn: cited, subject, times: String(times) })),
    [{ cited_mrn: "09VILNIUS99001", times: "1" }],
    [
      { root: "09BONN99100", cited: "09TALLINN99066", steps: 1 },
      { root: "09RIGA99012", cited: "09TALLINN99066", steps: 1 },
      { root: "09RIGA99012", cited: "09VILNIUS99001", steps: 1 },
    ],
  ]);
  // Two transmission sections of one cable are two texts, and neither is lost.
  expect(await ask("SELECT count(DISTINCT id)::INTEGER AS texts FROM cables WHERE mrn = '09BONN99100'")).toEqual([
    { texts: 2 },
  ]);
});

test("the same of the tables as JSON lines, with types that no batch tells", async () => {
  for (const [path, text] of Object.entries(FIRST)) await program.write(path, text);
  await program.run(["tables", "cables", "--to", "tables", "--format", "jsonl"]);
  const [view = ""] = sql("docs/how-to/data-frames-duckdb.md", "JSON lines");
  await connection.run(view);
  expect(await ask("SELECT typeof(declassify_on) AS type, persons FROM cables")).toEqual([
    { type: "DATE", persons: [] },
  ]);
});

test("the page for DuckDB", async () => {
  await tables({ ...FIRST, ...SECOND });
  const answers: unknown[] = [];
  for (const question of sql("docs/how-to/data-frames-duckdb.md", "Parquet")) answers.push(await ask(question));
  expect(answers).toMatchSnapshot();
});

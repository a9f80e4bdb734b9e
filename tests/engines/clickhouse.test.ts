/** The recipes for ClickHouse, tried with chDB, which is ClickHouse in a process. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { Program } from "../cli/program.ts";
import { chdb } from "./installed.ts";
import { FIRST, MOST_CITED, recipes, SECOND } from "./recipes.ts";

let program: Program;
beforeEach(async () => {
  program = await Program.build();
});
afterEach(() => program.dispose());

test("tables of the generated schema take the Parquet files and answer", async () => {
  for (const [path, text] of Object.entries({ ...FIRST, ...SECOND })) await program.write(path, text);
  expect(await program.run(["tables", "cables", "--to", "tables"])).toMatchObject({ exitCode: 0 });
  const { Session } = chdb();
  const session = new Session();
  const ask = (sql: string): unknown[] =>
    session
      .query(sql, "JSONEachRow")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  try {
    session.query("CREATE DATABASE reftel ENGINE = Atomic");
    session.query("USE reftel");
    const [schema = "", fill = "", mostCited = "", byTag = ""] = recipes(
      "docs/beyond-one-machine.md",
      "ClickHouse",
      "sql",
    );
    for (const statement of `${schema}\n${fill.replaceAll("'tables/", `'${program.folder}/tables/`)}`.split(/;\n/)) {
      if (statement.trim() !== "") session.query(statement);
    }
    expect(ask(mostCited.replace(/;\s*$/, ""))).toEqual(
      // A join that finds nothing fills in an empty text where the column is no null.
      MOST_CITED.map(({ cited, subject, times }) => ({ cited_mrn: cited, subject, times })),
    );
    expect(ask(byTag.replace(/;\s*$/, ""))).toEqual([
      { year: 2009, tag: "EWWT", cables: 3 },
      { year: 2009, tag: "GM", cables: 2 },
      { year: 2009, tag: "PGOV", cables: 2 },
      { year: 2009, tag: "EN", cables: 1 },
      { year: 2009, tag: "LG", cables: 1 },
    ]);
  } finally {
    session.close();
  }
});

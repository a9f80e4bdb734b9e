/** Writes the schema of the tables, and on pages what stands between `<!-- tables: NAME -->` and `<!-- end -->`. `--check` only compares. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SCHEMA_VERSION } from "../../server/src/features/tables/columns.ts";
import {
  clickhouseTables,
  columnTables,
  duckdbJsonViews,
  jsonSchema,
  openSearchTemplate,
  postgresTables,
  sparkSchemas,
} from "./recipes.ts";

/** The program runs in the project's folder. */
const ROOT = process.cwd();
const PAGES = ["docs/tables.md", "docs/beyond-one-machine.md", "docs/how-to/data-frames-duckdb.md"];

const fenced = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;

const PARTS: ReadonlyMap<string, string> = new Map([
  ["columns", columnTables()],
  ["postgresql", fenced("sql", postgresTables())],
  ["clickhouse", fenced("sql", clickhouseTables())],
  ["duckdb", fenced("sql", duckdbJsonViews())],
  ["spark", fenced("python", sparkSchemas())],
  ["opensearch", fenced("json", openSearchTemplate())],
]);

const read = (file: string): string => {
  try {
    return readFileSync(join(ROOT, file), "utf8").replaceAll("\r\n", "\n");
  } catch {
    return "";
  }
};

const withParts = (text: string): string =>
  text.replace(
    /(<!-- tables: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (whole, before: string, name: string, after: string) => {
      const part = PARTS.get(name);
      return part === undefined ? whole : `${before}\n${part}\n\n${after}`;
    },
  );

let stale = 0;
for (const [file, text] of [
  ["schemas/tables.schema.json", jsonSchema(SCHEMA_VERSION)] as const,
  ...PAGES.map((page) => [page, withParts(read(page))] as const),
]) {
  if (read(file) === text) continue;
  if (process.argv.includes("--check")) {
    console.error(`${file} is not up to date: run npm run generate:tables.`);
    stale++;
  } else {
    writeFileSync(join(ROOT, file), text);
    console.log(`wrote ${file}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

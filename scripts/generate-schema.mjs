// Writes the JSON Schema of the record from its types and their comments. `--check` only compares.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createGenerator } from "ts-json-schema-generator";
import { root } from "./lib/paths.mjs";

const SCHEMA = "schemas/record.schema.json";

const path = join(root, SCHEMA);
const text = `${JSON.stringify(schema(), null, 2)}\n`;
const current = (await readFile(path, "utf8").catch(() => "")).replaceAll("\r\n", "\n");
if (current !== text && process.argv.includes("--check")) {
  console.error(`${SCHEMA} is not up to date: run npm run generate:schema.`);
  process.exitCode = 1;
} else if (current !== text) {
  await writeFile(path, text);
  console.log(`wrote ${SCHEMA}`);
}

function schema() {
  const { $schema, ...rest } = createGenerator({
    path: join(root, "server/src/cable/record.ts"),
    tsconfig: join(root, "tsconfig.json"),
    type: "CableRecord",
    // Types that are not exported say what a plain string or number holds: they are written out where they are used.
    expose: "export",
    topRef: false,
    jsDoc: "extended",
    additionalProperties: false,
    sortProps: false,
    // The type check is a stage of its own.
    skipTypeCheck: true,
  }).createSchema("CableRecord");
  return { $schema, title: "The record of a diplomatic cable", ...rest };
}

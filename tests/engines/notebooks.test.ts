/** The pages for data frames: every block of them, one after the other, with the tables of invented cables. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Program } from "../cli/program.ts";
import { codeBlocks, pages } from "../docs/pages.ts";
import { FIRST, SECOND } from "./recipes.ts";

const PYTHON = fileURLToPath(new URL("../../.cache/engines/python/bin/python", import.meta.url));

let program: Program;
beforeEach(async () => {
  program = await Program.build();
  for (const [path, text] of Object.entries({ ...FIRST, ...SECOND })) await program.write(path, text);
});
afterEach(() => program.dispose());

/** What all blocks of one language on a page print. */
function run(page: string, language: string, command: string, args: readonly string[]): string {
  const blocks = pages()
    .filter(({ name }) => name === page)
    .flatMap(codeBlocks)
    .filter((block) => block.language === language);
  expect(blocks.length).toBeGreaterThan(3);
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd: program.folder,
    encoding: "utf8",
    input: blocks.map(({ code }) => code).join("\n"),
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

test("pandas", async () => {
  await program.run(["tables", "cables", "--to", "tables"]);
  expect(run("docs/how-to/data-frames-pandas.md", "python", PYTHON, ["-"])).toMatchSnapshot();
});

test("R", async () => {
  await program.run(["tables", "cables", "--to", "rows", "--format", "csv"]);
  expect(run("docs/how-to/data-frames-r.md", "r", "Rscript", ["-"])).toMatchSnapshot();
});

/** Runs mocha over the test files beside a bundle, in a Node process or VS Code's extension host. */
import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import { reportTests } from "./report.ts";

/**
 * Runs every `*.test.js` of a folder, or those that `REFTEL_TEST_FILES` names, parted by blanks.
 * @param folder where the bundles are; `report.json` is written there.
 * @returns how many tests failed; a fault outside the tests is one more.
 */
export function runTests(folder: string): Promise<number> {
  const path = join(folder, "report.json");
  return reportTests(
    (ended) => {
      const mocha = new Mocha({ ui: "bdd", timeout: 300_000, reporter: class extends Mocha.reporters.Base {} });
      if (process.env.REFTEL_TESTS) mocha.grep(process.env.REFTEL_TESTS);
      const wanted = process.env.REFTEL_TEST_FILES?.split(" ").filter((name) => name !== "") ?? [];
      for (const name of readdirSync(folder).sort()) {
        if (!name.endsWith(".test.js")) continue;
        if (wanted.length === 0 || wanted.includes(name.slice(0, -".test.js".length)))
          mocha.addFile(join(folder, name));
      }
      return mocha.run(ended);
    },
    async (report) => {
      writeFileSync(`${path}.new`, report);
      renameSync(`${path}.new`, path);
    },
  );
}

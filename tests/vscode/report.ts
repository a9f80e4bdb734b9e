/** Runs mocha over the test files beside a bundle and writes what came of them to a file that the runner waits for. */
import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

/** What the report file holds. `finished` is false while tests still run: what stands there then is how far they got. */
export interface Report {
  finished: boolean;
  tests: { title: string; state: "passed" | "failed" | "skipped"; milliseconds: number; error?: string }[];
  /** A fault outside any test, such as a test file that can't be loaded. */
  fault?: string;
}

/**
 * Runs every `*.test.js` of a folder.
 * @param folder where the bundles are; `report.json` is written there.
 * @returns how many tests failed; a fault outside the tests is one more.
 */
export async function runTests(folder: string): Promise<number> {
  const report: Report = { finished: false, tests: [] };
  const write = (): void => {
    // Whole or not at all, whenever somebody looks.
    const path = join(folder, "report.json");
    writeFileSync(`${path}.new`, JSON.stringify(report, null, 2));
    renameSync(`${path}.new`, path);
  };
  const mocha = new Mocha({ ui: "bdd", timeout: 90_000, reporter: class extends Mocha.reporters.Base {} });
  try {
    write();
    for (const name of readdirSync(folder).sort()) {
      if (name.endsWith(".test.js")) {
        mocha.addFile(join(folder, name));
      }
    }
    await new Promise<void>((resolve) => {
      const runner = mocha.run(() => resolve());
      const add = (test: Mocha.Test, state: "passed" | "failed" | "skipped", error?: Error): void => {
        const entry = { title: test.fullTitle(), state, milliseconds: test.duration ?? 0 };
        report.tests.push(error ? { ...entry, error: error.stack ?? error.message } : entry);
        write();
      };
      runner.on("pass", (test) => add(test, "passed"));
      runner.on("fail", (test, error: Error) => add(test, "failed", error));
      runner.on("pending", (test) => add(test, "skipped"));
    });
  } catch (error) {
    report.fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  report.finished = true;
  write();
  return report.tests.filter((test) => test.state === "failed").length + (report.fault ? 1 : 0);
}

/** What a run of mocha came to, kept up to date while it runs, so that the runner outside can wait for its end. */
import type Mocha from "mocha";

/** One test's end. `file` is the name of its file without its ending; empty in a browser, where all tests are one file. */
export interface TestResult {
  title: string;
  file: string;
  state: "passed" | "failed" | "skipped";
  milliseconds: number;
  error?: string;
}

/** What the report file holds. `finished` is false while tests still run: what stands there then is how far they got. */
export interface Report {
  finished: boolean;
  tests: TestResult[];
  /** A fault outside any test, such as a test file that can't be loaded. */
  fault?: string;
}

/**
 * Runs tests and reports.
 * @param start starts mocha; calls back at its end.
 * @param write puts the report, as it stands, where the runner looks for it; whole or not at all, whenever somebody looks.
 * @returns how many tests failed; a fault outside the tests is one more.
 */
export async function reportTests(
  start: (ended: () => void) => Mocha.Runner,
  write: (report: string) => Promise<void>,
): Promise<number> {
  const report: Report = { finished: false, tests: [] };
  // One after the other: a later state is never overwritten by an earlier one.
  let written = Promise.resolve();
  const keep = (): Promise<void> => {
    written = written.then(() => write(JSON.stringify(report, null, 2)));
    return written;
  };
  try {
    await keep();
    await new Promise<void>((resolve) => {
      const runner = start(resolve);
      const add = (test: Mocha.Test, state: "passed" | "failed" | "skipped", error?: Error): void => {
        const file = /([^/\\]*)\.test\.js$/.exec(test.file ?? "")?.[1] ?? "";
        const entry = { title: test.fullTitle(), file, state, milliseconds: test.duration ?? 0 };
        report.tests.push(error ? { ...entry, error: error.stack ?? error.message } : entry);
        void keep();
      };
      runner.on("pass", (test) => add(test, "passed"));
      runner.on("fail", (test, error: Error) => add(test, "failed", error));
      runner.on("pending", (test) => add(test, "skipped"));
    });
  } catch (error) {
    report.fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  report.finished = true;
  await keep();
  return report.tests.filter((test) => test.state === "failed").length + (report.fault ? 1 : 0);
}

// Runs every test there is, stage by stage, and ends with one line that counts them all.
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/processes.mjs";
import { closingLine, sum } from "./lib/results.mjs";

/** @typedef {import("./lib/results.mjs").Counts} Counts */

const results = join(root, "test-results");
const bin = (/** @type {string} */ path) => join(root, "node_modules", ...path.split("/"));

/** A stage that passes or fails as one. @returns {(code: number) => Promise<Counts>} */
const asOne = () => async (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/**
 * A stage that leaves a report of its tests.
 * @param {string} file
 * @param {(report: any) => Counts} count
 * @returns {(code: number) => Promise<Counts>}
 */
const byReport = (file, count) => async (code) => {
  const report = await readFile(join(results, file), "utf8").then(JSON.parse, () => undefined);
  const counts = report ? count(report) : { passed: 0, failed: 0, skipped: 0 };
  // A run that failed without a failed test (a file that can't be loaded, say) is a failure all the same.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

const REAL_VSCODE = "Real VS Code";

/**
 * The stages in their order: what each is called, the program with its arguments, and how its tests are counted.
 * @type {{ name: string, args: string[], count: (code: number) => Promise<Counts> }[]}
 */
const stages = [
  { name: "Type check", args: [bin("typescript/bin/tsc"), "--noEmit"], count: asOne() },
  {
    name: "Type check of the webviews",
    args: [bin("typescript/bin/tsc"), "--noEmit", "-p", join("client", "webviews")],
    count: asOne(),
  },
  {
    name: "Type check of what runs in a browser",
    args: [bin("typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.web.json"],
    count: asOne(),
  },
  { name: "Lint", args: [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."], count: asOne() },
  { name: "Lint of prose", args: [join(root, "scripts", "lint-prose.mjs")], count: asOne() },
  { name: "Build", args: [join(root, "scripts", "build.mjs")], count: asOne() },
  {
    name: "Unit, grammar and protocol tests",
    args: [
      bin("vitest/vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${join(results, "unit.json")}`,
    ],
    count: byReport("unit.json", (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    })),
  },
  {
    name: REAL_VSCODE,
    args: [join(root, "scripts", "test-vscode.mjs")],
    count: byReport("vscode.json", (report) => report),
  },
];

await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });

// Brought while the other tests run: it mostly waits for downloads. What goes wrong with it the stage that needs it tells.
const vscode = run(process.execPath, [join(root, "scripts", "test-vscode.mjs"), "install"], { cwd: root });

const all = [];
for (const { name, args, count } of stages) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  if (name === REAL_VSCODE) console.log((await vscode).output.trimEnd());
  const { code } = await run(process.execPath, args, { cwd: root, show: true });
  const counts = await count(code);
  all.push(counts);
  console.log(`== ${name}: ${closingLine(counts)} (${Math.round((Date.now() - started) / 1000)} s)`);
}

const total = sum(all);
console.log(`\n${closingLine(total)}`);
// Where everything is to be had, a stage that was passed over is a fault.
const passedOver = process.env.CI !== undefined && all.some(({ passed, skipped }) => passed === 0 && skipped > 0);
process.exitCode = total.failed > 0 || passedOver ? 1 : 0;

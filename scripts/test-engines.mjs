// Runs the recipes of the documentation with real engines. What they need is installed by this: packages below `.cache/engines`, the rest from Debian's packages.
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./lib/paths.mjs";
import { run, runOrFail } from "./lib/processes.mjs";
import { needTools } from "./lib/tools.mjs";

/** Pinned: another version is another engine. */
const PACKAGES = ["@duckdb/node-api@1.5.6-r.1", "chdb@3.4.0"];
const PYTHON_PACKAGES = ["pandas==3.0.6", "pyarrow==25.0.1"];

const home = join(root, ".cache", "engines");
await mkdir(home, { recursive: true });
if (!existsSync(join(home, "node_modules", "chdb"))) {
  await writeFile(join(home, "package.json"), '{ "private": true }\n');
  await runOrFail("npm", ["install", "--prefix", home, "--no-save", "--no-audit", "--no-fund", ...PACKAGES]);
}
await needTools(["python", "postgresql", "dask", "r"]);
const python = join(home, "python");
if (!existsSync(join(python, "bin", "pip"))) await runOrFail("python3", ["-m", "venv", python]);
await runOrFail(join(python, "bin", "pip"), ["install", "--quiet", ...PYTHON_PACKAGES]);

const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const args = ["run", "--config", "vitest.engines.config.mts", ...process.argv.slice(2)];
const { code } = await run(process.execPath, [vitest, ...args], { cwd: root, show: true });
process.exitCode = code;

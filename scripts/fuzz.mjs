// Fuzzes what ships: bundles the server and runs the fuzzer; what is found is kept under tests/fuzz/found, where the tests try it for good.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { bundles } from "./lib/bundles.mjs";
import { root } from "./lib/paths.mjs";
import { runTypescript } from "./lib/run-typescript.mjs";

const folder = await mkdtemp(join(tmpdir(), "reftel-fuzz-"));
try {
  await build({ ...bundles({ outdir: folder }).reftel, logLevel: "warning" });
  process.exitCode = await runTypescript("scripts/fuzz/main.ts", [
    join(folder, "reftel.js"),
    join(root, "tests", "fuzz", "found"),
    ...process.argv.slice(2),
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}

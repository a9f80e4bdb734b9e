// Puts the server that ships under load and says which promises held: bundles it, runs scripts/load, prints a table.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { bundles } from "./lib/bundles.mjs";
import { runTypescript } from "./lib/run-typescript.mjs";

const folder = await mkdtemp(join(tmpdir(), "reftel-load-"));
try {
  await build({ ...bundles({ production: true, outdir: folder }).reftel, logLevel: "warning" });
  process.exitCode = await runTypescript("scripts/load/main.ts", [join(folder, "reftel.js"), ...process.argv.slice(2)]);
} finally {
  await rm(folder, { recursive: true, force: true });
}

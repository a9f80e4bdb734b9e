// Measures the index of a large folder against ripgrep on the same folder: bundles the server as it ships, makes the folder, prints a table.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { bundles } from "./lib/bundles.mjs";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/processes.mjs";

const folder = await mkdtemp(join(tmpdir(), "reftel-bench-"));
try {
  const { reftel } = bundles({ production: true, outdir: folder });
  await build({ ...reftel, logLevel: "warning" });
  await build({
    ...reftel,
    entryPoints: [join(root, "scripts", "bench", "workspace.ts")],
    banner: {},
    logLevel: "warning",
  });
  const { code } = await run(
    process.execPath,
    [join(folder, "workspace.js"), join(folder, "reftel.js"), ...process.argv.slice(2)],
    { show: true },
  );
  process.exitCode = code;
} finally {
  await rm(folder, { recursive: true, force: true });
}

// Measures searches over a large folder against ripgrep on the same folder: bundles the server as it ships, makes the folder, prints a table.
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
  const entry = join(root, "scripts", "bench", "search.ts");
  const script = {
    format: /** @type {const} */ ("esm"),
    outExtension: { ".js": ".mjs" },
    packages: /** @type {const} */ ("bundle"),
  };
  const banner = { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' };
  await build({ ...reftel, ...script, entryPoints: [entry], banner, logLevel: "warning" });
  const program = [join(folder, "search.mjs"), join(folder, "reftel.js"), ...process.argv.slice(2)];
  const { code } = await run(process.execPath, program, { show: true });
  process.exitCode = code;
} finally {
  await rm(folder, { recursive: true, force: true });
}

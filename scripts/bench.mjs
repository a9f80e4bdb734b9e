// Measures the figures that the project promises: bundles what is measured as it ships, packs the extension, prints a table.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { bundles } from "./lib/bundles.mjs";
import { root } from "./lib/paths.mjs";
import { run, runOrFail } from "./lib/processes.mjs";

const folder = await mkdtemp(join(tmpdir(), "reftel-bench-"));
try {
  const extension = join(folder, "reftel.vsix");
  await runOrFail(process.execPath, [join(root, "scripts", "package.mjs"), folder, "--only", "vsix"], { cwd: root });
  const { reftel } = bundles({ production: true, outdir: folder });
  const programs = ["main", "empty-server"].map((name) => join(root, "scripts", "bench", `${name}.ts`));
  await build({ ...reftel, logLevel: "warning" });
  await build({ ...reftel, entryPoints: programs, banner: {} });
  const main = join(folder, "main.js");
  const { code } = await run(
    process.execPath,
    [main, join(folder, "reftel.js"), join(folder, "empty-server.js"), extension, ...process.argv.slice(2)],
    { show: true },
  );
  process.exitCode = code;
} finally {
  await rm(folder, { recursive: true, force: true });
}

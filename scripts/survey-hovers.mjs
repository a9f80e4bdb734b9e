// Counts how many of the codes in the headers of a folder's cables have a hover: `npm run survey:hovers -- FOLDER [--missing]`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/processes.mjs";

const out = join(root, "out");
const program = join(out, "survey-hovers.cjs");
await mkdir(out, { recursive: true });
await build({
  entryPoints: [join(root, "scripts", "survey", "hovers.ts")],
  outfile: program,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  logLevel: "warning",
});
const { code } = await run(process.execPath, [program, ...process.argv.slice(2)], { show: true });
process.exitCode = code;

// Measures `reftel tables` on real cables: `npm run bench:tables -- --texts FOLDER [--cables 5000]`. The folder's cables are copied, each copy with a number of
// its own, until there are so many.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { bundles } from "./lib/bundles.mjs";
import { run } from "./lib/processes.mjs";

const { values } = parseArgs({ options: { texts: { type: "string" }, cables: { type: "string", default: "5000" } } });
if (values.texts === undefined) throw new Error("say where the cables are with --texts FOLDER");
const count = Number(values.cables);

const folder = await mkdtemp(join(tmpdir(), "reftel-bench-"));
try {
  const { reftel, libraries } = bundles({ production: true, outdir: join(folder, "dist") });
  await Promise.all([reftel, libraries].map((options) => build({ ...options, logLevel: "warning" })));
  const texts = await readTexts(values.texts);
  for (const share of [0.25, 1]) await measure(texts, Math.round(count * share));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** @param {string} from @returns {Promise<string[]>} */
async function readTexts(from) {
  const names = (await readdir(from, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(names.map((entry) => readFile(join(entry.parentPath, entry.name), "latin1")));
}

/**
 * A copy bears a number in its last line, so that no two are the same.
 * @param {string[]} texts
 * @param {number} cables
 */
async function measure(texts, cables) {
  const from = join(folder, `cables-${cables}`);
  let bytes = 0;
  for (let index = 0; index < cables; index++) {
    const below = join(from, String(Math.floor(index / 1000)));
    if (index % 1000 === 0) await mkdir(below, { recursive: true });
    const text = `${texts[index % texts.length]}\n${index}\n`;
    bytes += text.length;
    await writeFile(join(below, `${index}.txt`), text, "latin1");
  }
  for (const format of ["jsonl", "parquet"]) {
    const { output } = await timed(from, join(folder, `${format}-${cables}`), format);
    const { seconds, megabytes } = output;
    const speed = bytes / 1e6 / seconds;
    console.log(
      `${cables.toLocaleString("en-US")} cables, ${(bytes / 1e6).toFixed(1)} MB, as ${format}: ${Math.round(cables / seconds)} cables and ${speed.toFixed(1)} MB a second of one processor, ${megabytes} MB at most`,
    );
  }
}

/**
 * Time of the processor and memory, as the program itself counts them.
 * @param {string} from
 * @param {string} to
 * @param {string} format
 */
async function timed(from, to, format) {
  const preload = join(folder, "usage.cjs");
  await writeFile(
    preload,
    'process.on("exit", () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write(JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: Math.round(maxRSS / 1024) })); });',
  );
  const program = join(folder, "dist", "reftel.js");
  const { output } = await run(process.execPath, [
    "--require",
    preload,
    program,
    "tables",
    from,
    "--to",
    to,
    "--format",
    format,
    "--jobs",
    "1",
  ]);
  return { output: JSON.parse(/\{.*\}/.exec(output)?.[0] ?? "{}") };
}

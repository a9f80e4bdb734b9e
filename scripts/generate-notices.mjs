// Writes THIRD-PARTY-NOTICES.txt: what is bundled, and under which terms. `--check` only compares.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundledPackages } from "./lib/bundled-packages.mjs";
import { root } from "./lib/paths.mjs";

const path = join(root, "THIRD-PARTY-NOTICES.txt");
const rule = "=".repeat(80);
const packages = await bundledPackages();
const text = [
  "Reftel is bundled with code of these packages. Each stands under its own terms, which follow.",
  ...packages.map(({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n${rule}\n\n${text}`),
].join("\n\n");

if ((await readFile(path, "utf8").catch(() => "")).replaceAll("\r\n", "\n") !== `${text}\n`) {
  if (process.argv.includes("--check")) {
    console.error("THIRD-PARTY-NOTICES.txt is not up to date: run npm run generate:notices.");
    process.exitCode = 1;
  } else {
    await writeFile(path, `${text}\n`);
    console.log(`wrote THIRD-PARTY-NOTICES.txt: ${packages.length} packages`);
  }
}

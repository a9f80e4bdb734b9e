// Packs what users install into a folder: the extension (reftel.vsix), the npm package (reftel-<version>.tgz), the bill of materials.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { billOfMaterials } from "./lib/bill-of-materials.mjs";
import { root } from "./lib/paths.mjs";
import { lastLines, runOrFail } from "./lib/processes.mjs";
import { isPreRelease, releaseAddress } from "./lib/release-address.mjs";

const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true });
const folder = resolve(positionals[0] ?? root);
const source = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const address = releaseAddress(source);

/** What can be packed, by the names that `--only` takes. @type {Record<string, () => Promise<string>>} */
const packages = {
  vsix: packExtension,
  npm: packForNpm,
  bill: async () => {
    await writeFile(join(folder, "reftel.cdx.json"), await billOfMaterials());
    return "reftel.cdx.json";
  },
};
if (values.only !== undefined && !(values.only in packages)) {
  throw new Error(`--only takes ${Object.keys(packages).join(", ")}`);
}

await mkdir(folder, { recursive: true });
await runOrFail(process.execPath, [join(root, "scripts", "build.mjs"), "--production"], { cwd: root });
for (const [name, pack] of Object.entries(packages)) {
  if (values.only === undefined || values.only === name) console.log(await pack());
}

async function packExtension() {
  const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
  const file = join(folder, "reftel.vsix");
  const links = ["--baseContentUrl", address.pages, "--baseImagesUrl", address.pictures];
  const channel = isPreRelease(source.version) ? ["--pre-release"] : [];
  const output = await runOrFail(
    process.execPath,
    // Everything is in the bundles, so no dependency goes with them.
    [vsce, "package", "--no-dependencies", ...channel, ...links, "--out", file],
    { cwd: root },
  );
  return lastLines(output, 1);
}

/**
 * The command line and the server for other editors. Its manifest is made of the extension's: that one may not list files, for `vsce`
 * has a list of its own.
 */
async function packForNpm() {
  const stage = await mkdtemp(join(tmpdir(), "reftel-npm-"));
  try {
    const { name, version, license, engines, keywords, bin, bugs, homepage } = source;
    const manifest = {
      name,
      version,
      description: "Reads US diplomatic cables: language server and command line",
      license,
      keywords,
      engines: { node: engines.node },
      bin,
      // A statement of where the package comes from is refused without it.
      repository: { type: "git", url: address.repository },
      bugs,
      homepage,
    };
    await writeFile(join(stage, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    const files = [
      ...["dist/reftel.js", "dist/libraries", "docs", "schemas", "syntaxes"],
      ...["README.md", "CHANGELOG.md", "LICENSE", "THIRD-PARTY-NOTICES.txt"],
    ];
    for (const file of files) {
      await cp(join(root, file), join(stage, file), {
        recursive: true,
        filter: (path) => !/\.(?:png|map)$/.test(path),
      });
    }
    await runOrFail("npm", ["pack", "--pack-destination", folder, "--loglevel", "error"], { cwd: stage });
    return `${name}-${version}.tgz`;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

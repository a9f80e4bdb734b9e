// Which packages of the registry are in the bundles that ship, by what esbuild says that it put there.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { bundles } from "./bundles.mjs";
import { root } from "./paths.mjs";

/** The names that a licence goes by in a package's folder. */
const LICENCES = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "License.txt", "LICENCE"];

/**
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} license as its package.json names it.
 * @property {string} text its licence, whole.
 */

/** All packages of which code ships, by name and version. @returns {Promise<BundledPackage[]>} */
export async function bundledPackages() {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const options of Object.values(bundles({ production: true }))) {
    const { metafile } = await build({ ...options, logLevel: "silent", metafile: true, write: false });
    for (const output of Object.values(metafile.outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  const packages = await Promise.all([...folders].map((folder) => readPackage(join(root, folder))));
  const byName = new Map(packages.map((each) => [`${each.name}@${each.version}`, each]));
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

/** @param {string} folder @returns {Promise<BundledPackage>} */
async function readPackage(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  for (const file of LICENCES) {
    const text = await readFile(join(folder, file), "utf8").catch(() => null);
    if (text !== null) return { name, version, license, text: text.replaceAll("\r\n", "\n").trim() };
  }
  throw new Error(`${name} ${version} is bundled and brings no licence`);
}

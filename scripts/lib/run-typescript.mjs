// Runs a program of this project that is written in TypeScript: bundled as the product is, with packages left where they are.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bundles, librariesApart } from "./bundles.mjs";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";

/**
 * In a bundle every file would be where the bundle is: each keeps its own place, by which it finds what lies beside it.
 * @type {import("esbuild").Plugin}
 */
const ownPlaces = {
  name: "own-places",
  setup(builder) {
    builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

/**
 * Runs a program to its end, with its output shown.
 * @param {string} source from the project's folder.
 * @param {string[]} args
 * @returns its exit code.
 */
export async function runTypescript(source, args) {
  const folder = await mkdtemp(join(root, "node_modules", ".reftel-"));
  try {
    const { plugins, ...common } = bundles({ outdir: folder }).reftel;
    await build({
      ...common,
      banner: {},
      entryPoints: { program: source },
      logLevel: "warning",
      packages: "external",
      plugins: [...plugins.filter((plugin) => plugin !== librariesApart), ownPlaces],
      sourcemap: "inline",
    });
    const { code } = await run(process.execPath, ["--enable-source-maps", join(folder, "program.js"), ...args], {
      cwd: root,
      show: true,
    });
    return code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

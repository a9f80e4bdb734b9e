// Builds what ships: the extension for VS Code and the one-file command line with the language server, into dist/.
import { readFile } from "node:fs/promises";
import { build, context } from "esbuild";

const watch = process.argv.includes("--watch");
const production = process.argv.includes("--production");

/**
 * Vocabulary tables are big literals: as `JSON.parse` of one string they cost a fraction of the start-up time
 * that the same table costs as JavaScript source.
 * @type {import("esbuild").Plugin}
 */
const jsonAsString = {
  name: "json-as-string",
  setup(builder) {
    builder.onLoad({ filter: /vocabulary[\\/]data[\\/].*\.json$/ }, async ({ path }) => {
      const table = JSON.stringify(JSON.parse(await readFile(path, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(table)});`, loader: "js" };
    });
  },
};

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  charset: "utf8",
  format: "cjs",
  legalComments: "none",
  logLevel: "info",
  minify: production,
  platform: "node",
  plugins: [jsonAsString],
  sourcemap: production ? false : "linked",
  target: "node20",
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  {
    ...common,
    entryPoints: { "extension.node": "client/src/extension.node.ts" },
    outdir: "dist",
    external: ["vscode"],
  },
  {
    ...common,
    entryPoints: { reftel: "server/src/main.node.ts" },
    outdir: "dist",
    banner: { js: "#!/usr/bin/env node" },
  },
];

if (watch) {
  for (const options of bundles) {
    const watcher = await context(options);
    await watcher.watch();
  }
} else {
  await Promise.all(bundles.map((options) => build(options)));
}

// What is bundled, and how: the extension for VS Code, and the one file of the command line with the language server.
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths.mjs";

/**
 * `import text from "./table.json?raw"`: the table as text, without the blanks that are there for people. As the text of a
 * string it costs a start next to nothing.
 * @type {import("esbuild").Plugin}
 */
const jsonAsText = {
  name: "json-as-text",
  setup(builder) {
    builder.onResolve({ filter: /\.json\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice(0, -"?raw".length)),
      namespace: "json-as-text",
    }));
    builder.onLoad({ filter: /./, namespace: "json-as-text" }, async ({ path }) => ({
      contents: JSON.stringify(JSON.parse(await readFile(path, "utf8"))),
      loader: "text",
    }));
  },
};

/** The pages that run in a webview: each folder with a `main.ts`, which may import its style sheet. */
const webviewFolder = join(root, "client", "webviews");
const webviews = readdirSync(webviewFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(webviewFolder, entry.name, "main.ts")))
  .map(({ name }) => name)
  .sort();

/**
 * The options of esbuild for each bundle, by the name of its file.
 * @param {{ production?: boolean, outdir?: string }} [options] production: small and without source maps, as it ships
 */
export function bundles({ production = false, outdir = join(root, "dist") } = {}) {
  /** @satisfies {import("esbuild").BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    // Plain ASCII is read and compiled faster: a single other character makes V8 keep the whole program in two bytes a character.
    charset: "ascii",
    format: "cjs",
    legalComments: "none",
    minify: production,
    outdir,
    platform: "node",
    plugins: [jsonAsText],
    sourcemap: production ? false : "linked",
    target: "node20",
  };
  /** @satisfies {import("esbuild").BuildOptions} */
  const inBrowser = { platform: "browser", target: "es2022" };
  return {
    extension: {
      ...common,
      entryPoints: { "extension.node": "client/src/extension.node.ts" },
      external: ["vscode"],
    },
    reftel: {
      ...common,
      entryPoints: { reftel: "server/src/main.node.ts" },
      banner: { js: "#!/usr/bin/env node" },
    },
    "extension in a browser": {
      ...common,
      ...inBrowser,
      entryPoints: { "extension.web": "client/src/extension.web.ts" },
      external: ["vscode"],
    },
    "server in a browser": {
      ...common,
      ...inBrowser,
      entryPoints: { "reftel.web": "server/src/main.web.ts" },
      format: /** @type {const} */ ("iife"),
    },
    webviews: {
      ...common,
      ...inBrowser,
      entryPoints: Object.fromEntries(webviews.map((name) => [`webviews/${name}`, `client/webviews/${name}/main.ts`])),
      format: /** @type {const} */ ("iife"),
    },
  };
}

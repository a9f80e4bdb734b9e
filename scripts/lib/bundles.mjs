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

/**
 * Programs that run in Node and in a browser's worker alike, in one file: what they share, the vocabulary above all, ships once. By the
 * name of the entry; each loads one of its two halves.
 */
const HALVES = {
  "reftel:extension": { node: "client/src/extension.node.ts", web: "client/src/extension.web.ts" },
  "reftel:server": { node: "server/src/main.node.ts", web: "server/src/main.web.ts" },
};

/** @type {import("esbuild").Plugin} */
const oneOfTwoHalves = {
  name: "one-of-two-halves",
  setup(builder) {
    for (const [name, { node, web }] of Object.entries(HALVES)) {
      const filter = new RegExp(`^${name}$`);
      builder.onResolve({ filter }, () => ({ path: name, namespace: "halves" }));
      builder.onLoad({ filter, namespace: "halves" }, () => ({
        // By `require`, so that each half is only run where it is at home, and what it exports is there at once.
        contents: `module.exports = "WorkerGlobalScope" in globalThis ? require("./${web}") : require("./${node}");`,
        resolveDir: root,
      }));
    }
    // These packages let nobody have their browser's half who bundles for Node.
    builder.onResolve(
      { filter: /^vscode-(languageserver|languageclient|languageserver-protocol|jsonrpc)\/browser$/ },
      ({ path }) => ({
        path: join(root, "node_modules", path.replace(/browser$/, "lib/browser/main.js")),
      }),
    );
  },
};

/** The package whose names nearly every file under `lsp/` takes. */
const PROTOCOL = "vscode-languageserver";

/**
 * Between modules of two kinds esbuild copies all names of a package for each file that imports one of them: hundreds of names for dozens of
 * files, at every start. By way of one module between they are copied once.
 * @type {import("esbuild").Plugin}
 */
const namesCopiedOnce = {
  name: "names-copied-once",
  setup(builder) {
    builder.onResolve({ filter: new RegExp(`^${PROTOCOL}$`) }, ({ namespace, importer }) =>
      namespace === PROTOCOL || importer.includes("node_modules") ? undefined : { path: PROTOCOL, namespace: PROTOCOL },
    );
    builder.onLoad({ filter: /./, namespace: PROTOCOL }, () => ({
      contents: `export * from "${PROTOCOL}";`,
      resolveDir: root,
    }));
  },
};

/**
 * A style sheet that is wanted as text: what is exported carries its own. Vite, under which the tests run, knows this query by itself.
 * @type {import("esbuild").Plugin}
 */
const inlineStyles = {
  name: "inline-styles",
  setup(builder) {
    builder.onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?inline$/, "")),
      namespace: "inline-style",
    }));
    builder.onLoad({ filter: /.*/, namespace: "inline-style" }, async ({ path }) => ({
      contents: await readFile(path, "utf8"),
      loader: "text",
      watchFiles: [path],
    }));
  },
};

/** Packages that few commands need, in bundles of their own: each file there exports what is used of them. */
const libraryFolder = join(root, "server", "src", "libraries");
const libraries = readdirSync(libraryFolder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.replace(/\.ts$/, ""))
  .sort();

/**
 * What is imported of them late stays apart, and is loaded by whoever comes to need it: in one file with the program it would cost every start.
 * @type {import("esbuild").Plugin}
 */
export const librariesApart = {
  name: "libraries-apart",
  setup(builder) {
    builder.onResolve({ filter: /\/libraries\/[\w-]+\.ts$/ }, ({ path, kind }) =>
      kind === "dynamic-import"
        ? { path: `./libraries/${path.replace(/^.*\/|\.ts$/g, "")}.js`, external: true }
        : undefined,
    );
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
    plugins: [jsonAsText, oneOfTwoHalves, namesCopiedOnce, inlineStyles, librariesApart],
    sourcemap: production ? false : "linked",
    target: "node20",
  };
  return {
    extension: { ...common, entryPoints: { extension: "reftel:extension" }, external: ["vscode"] },
    reftel: { ...common, entryPoints: { reftel: "reftel:server" }, banner: { js: "#!/usr/bin/env node" } },
    libraries: {
      ...common,
      entryPoints: Object.fromEntries(
        libraries.map((name) => [`libraries/${name}`, `server/src/libraries/${name}.ts`]),
      ),
    },
    webviews: {
      ...common,
      entryPoints: Object.fromEntries(webviews.map((name) => [`webviews/${name}`, `client/webviews/${name}/main.ts`])),
      format: /** @type {const} */ ("iife"),
      platform: /** @type {const} */ ("browser"),
      target: "es2022",
    },
  };
}

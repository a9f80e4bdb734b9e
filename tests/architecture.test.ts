/** Proves the layers of docs/architecture.md by walking the import graph and the sources. */

import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** From the bottom to the top: a file imports from its own layer and from those before it. */
const LAYERS = [
  "libraries",
  "text",
  "vocabulary",
  "cable",
  "corpus",
  "sources",
  "features",
  "host",
  "lsp",
  "cli",
  "main",
] as const;

type Layer = (typeof LAYERS)[number];

/** Layers that know no machine: what they answer follows from what they are given. */
const PURE: readonly Layer[] = ["text", "vocabulary", "cable", "corpus", "sources", "features"];

/** The packages that each layer may import; a layer that is not named imports none. */
const PACKAGES: Partial<Record<Layer, RegExp>> = {
  libraries: /^(fflate|hyparquet|hyparquet-writer|unpdf|@modelcontextprotocol\/sdk\/.*)$/,
  text: /^diff$/,
  features: /^(approx-string-match|diff|fflate)$/,
  host: /^node:/,
  lsp: /^vscode-languageserver(-protocol)?$/,
  // Of the packages of libraries, types.
  cli: /^(node:|vscode-languageserver\/node$|hyparquet$)/,
  main: /^(node:|vscode-languageserver\/(node|browser)$)/,
};

/** The files in which the layers above touch one machine; all others run in a browser, too. */
const ON_THE_DISK = [
  "server/src/host/byte-source.ts",
  "server/src/host/disk-archives.ts",
  "server/src/host/disk-bulk.ts",
  "server/src/host/disk-folder.ts",
  "server/src/host/disk-import.ts",
  "server/src/host/disk-links.ts",
  "server/src/host/disk-pdf.ts",
  "server/src/host/disk-read.ts",
  "server/src/host/disk-search.ts",
  "server/src/host/disk-snapshots.ts",
  "server/src/host/disk-temporary.ts",
  "server/src/host/disk-zip.ts",
  "server/src/host/disk.ts",
  "server/src/host/reader-pool.ts",
  "server/src/host/reader-worker.ts",
];

/** What reaches out of a program. `Date` is looked at by itself: `Date.UTC(…)` and `new Date(…)` of given numbers are pure. */
const IMPURE_GLOBALS = new Set([
  "Buffer",
  "console",
  "crypto",
  "fetch",
  "performance",
  "process",
  "queueMicrotask",
  "require",
  "setImmediate",
  "setInterval",
  "setTimeout",
]);

/** What the client takes of the server: the names of its messages, the one question that it asks by itself, and how bytes are text. */
const CLIENT_IMPORTS = [
  "server/src/cable/plainly-cable.ts",
  "server/src/host/decode.ts",
  "server/src/host/indexer.ts",
  "server/src/lsp/protocol.ts",
];

/** Calls with a list for their arguments: an engine has room for some hundred thousand, a text may have more. What these lists hold, few are. */
const FEW_ARGUMENTS: ReadonlySet<string> = new Set([
  // Tables of the program, and rows of one code.
  "server/src/cable/trailers/archive-attributes.ts: ARCHIVE_ATTRIBUTES.map((name) => name.length)",
  "server/src/cable/values/addressees.ts: PRECEDENCE_WORDS.map(({ word }) => word.length)",
  "server/src/lsp/server.ts: ALL_REQUESTS.map((request) => request.capabilities(flags))",
  "server/src/vocabulary/explain.ts: (told.moreSources ?? [])",
  "server/src/vocabulary/tags.ts: eras.map(({ to }) => to)",
  "server/src/vocabulary/tags.ts: eras.map(({ from }) => (from >= CORPUS_LIST_FROM ? CORPUS_ERA_YEARS.from : from))",
  "server/src/features/hovers/addressee.ts: indicatorLines(found.routing.value, found.name.value, indicator)",
  // Short stretches of bytes, by the length that is looked at before.
  "server/src/corpus/columns/columns.ts: bytes",
  "server/src/lsp/requests/export-collection.ts: bytes.subarray(at, at + PIECE)",
]);

interface Source {
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

interface Import {
  /** As written. */
  readonly module: string;
  /** The file it leads to; null for a package. */
  readonly file: string | null;
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(posix.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readSource(posix.join(folder, name)));
}

function readSource(path: string): Source {
  const text = readFileSync(posix.join(ROOT, path), "utf8");
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: module }) => ({
    module,
    file: module.startsWith(".") ? posix.join(posix.dirname(path), module) : null,
  }));
  return { path, tree, imports };
}

function layerOf(path: string): Layer {
  const part = /^server\/src\/([a-z]+)/.exec(path)?.[1];
  const layer = LAYERS.find((one) => one === part);
  if (layer === undefined) throw new Error(`${path} is in no layer`);
  return layer;
}

/** Names of the outer world that a source uses, with their lines. */
function impureUses({ path, tree }: Source): string[] {
  const found: string[] = [];
  const report = (node: ts.Node): void => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${line + 1} uses ${node.getText()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && isImpureMember(node)) report(node);
    if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) report(node);
    if (ts.isIdentifier(node) && IMPURE_GLOBALS.has(node.text) && isUse(node)) report(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isImpureMember(node: ts.PropertyAccessExpression): boolean {
  return ["Date.now", "Math.random", "globalThis.process", "globalThis.console"].includes(node.getText());
}

/** Whether an identifier stands for the global of its name, and is not the name of a member, a property or a parameter. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !("name" in parent && parent.name === node);
}

/** The lists that a source hands over as arguments, each with its path. */
function spreadArguments({ path, tree }: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      for (const one of node.arguments ?? []) {
        if (ts.isSpreadElement(one)) found.push(`${path}: ${one.expression.getText().replace(/\s+/g, " ")}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const server = sourcesIn("server/src");

describe("the server", () => {
  test("imports only downward", () => {
    const upward = server.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file?.startsWith("server/src/"))
        .filter(({ file }) => LAYERS.indexOf(layerOf(file ?? "")) > LAYERS.indexOf(layerOf(path)))
        .map(({ file }) => `${path} imports ${file}`),
    );
    expect(upward).toEqual([]);
  });

  test("imports no file outside itself but the manifest, and that only where programs begin", () => {
    const outside = server.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file !== null && !file.startsWith("server/src/"))
        .filter(({ file }) => !(file === "package.json" && ["cli", "main"].includes(layerOf(path))))
        .map(({ file }) => `${path} imports ${file}`),
    );
    expect(outside).toEqual([]);
  });

  test("imports in each layer only the packages that belong there", () => {
    const strange = server.flatMap(({ path, imports }) =>
      imports
        .filter(({ file, module }) => file === null && !PACKAGES[layerOf(path)]?.test(module))
        .map(({ module }) => `${path} imports ${module}`),
    );
    expect(strange).toEqual([]);
  });

  test("imports Node in the host only where the disk is", () => {
    const importing = server.filter(
      ({ path, imports }) => layerOf(path) === "host" && imports.some(({ module }) => module.startsWith("node:")),
    );
    expect(importing.map(({ path }) => path)).toEqual(ON_THE_DISK);
  });

  test("knows no clock, no process and no console below the host", () => {
    expect(server.filter(({ path }) => PURE.includes(layerOf(path))).flatMap(impureUses)).toEqual([]);
  });

  test("knows positions of editors only where it speaks with them", () => {
    const converting = server.filter(
      ({ path, imports }) =>
        layerOf(path) !== "lsp" && imports.some(({ file }) => file === "server/src/text/position-encoding.ts"),
    );
    expect(converting.map(({ path }) => path)).toEqual([]);
  });

  test("hands lists over as lists, and not as arguments, where a text may have any number", () => {
    expect(new Set(server.flatMap(spreadArguments))).toEqual(FEW_ARGUMENTS);
  });

  test("has no circles among its files, not even of types", () => {
    const importsOf = new Map(server.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])]));
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
        return;
      }
      if (done.has(path)) return;
      for (const next of importsOf.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of importsOf.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });
});

test("the client takes of the server only what both must agree on", () => {
  const own = /^client\/(src\/|webviews\/[a-z]+\/messages\.ts$)/;
  const taken = sourcesIn("client/src").flatMap(({ path, imports }) =>
    imports
      .filter(({ file }) => file !== null && !own.test(file) && !CLIENT_IMPORTS.includes(file))
      .map(({ file }) => `${path} imports ${file}`),
  );
  expect(taken).toEqual([]);
});

test("the rules see what breaks them", () => {
  const breaking = ts.createSourceFile(
    "x.ts",
    "const day = Date.UTC(2009, 1); const now = Date.now(); new Date(); console.log(process.pid); const o = { process: 1 }; o.process;",
    ts.ScriptTarget.ES2022,
    true,
  );
  expect(impureUses({ path: "x.ts", tree: breaking, imports: [] })).toEqual([
    "x.ts:1 uses Date.now",
    "x.ts:1 uses new Date()",
    "x.ts:1 uses console",
    "x.ts:1 uses process",
  ]);
});

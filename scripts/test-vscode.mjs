// Runs the tests in a real VS Code: the desktop one where it can be had, else VS Code's own server with Chromium as its window.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "esbuild";
import { chromiumFlags, openBrowser } from "./lib/browser.mjs";
import { root } from "./lib/paths.mjs";
import { lastLines, run, runOrFail, waitUntil } from "./lib/processes.mjs";
import { closingLine, sum } from "./lib/results.mjs";
import { needTools } from "./lib/tools.mjs";
import { chooseHost, runInDesktop } from "./lib/vscode-desktop.mjs";
import { installVscodeServer, startVscodeServer } from "./lib/vscode-server.mjs";

const out = join(root, "out", "vscode");
const results = join(root, "test-results");

/**
 * Bundles the tests: each file by itself, for mocha to load.
 * @param {"suite" | "ui" | "broken"} kind
 * @param {string} [name] of the folder that they are bundled to: what runs at once has one each.
 */
async function bundle(kind, name = kind) {
  const folder = join(out, name);
  await rm(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    bundle: true,
    entryPoints: [`tests/vscode/${kind}/index.ts`, `tests/vscode/${kind}/*.test.ts`],
    external: ["vscode", "mocha", "playwright-core", "axe-core"],
    format: "cjs",
    logLevel: "warning",
    outdir: folder,
    platform: "node",
    sourcemap: "inline",
    target: "node20",
  });
  return folder;
}

/** Bundles the tests of the suite for the extension host of a browser, which loads one file and has no Node. */
async function bundleForBrowser() {
  const folder = join(out, "web");
  const suite = join(root, "tests", "vscode", "suite");
  const tests = (await readdir(suite)).filter(
    (name) => name.endsWith(".test.ts") && !name.endsWith(".desktop.test.ts"),
  );
  await rm(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    alias: {
      mocha: join(root, "tests", "vscode", "web", "mocha.ts"),
      "node:assert/strict": join(root, "tests", "vscode", "web", "assert.ts"),
    },
    bundle: true,
    // What Node's own packages ask of the process, and VS Code's worker has not.
    define: { global: "globalThis", "process.env.NODE_DEBUG": "undefined" },
    entryPoints: ["tests/vscode/web/index.ts"],
    external: ["vscode"],
    format: "cjs",
    logLevel: "warning",
    outdir: folder,
    platform: "browser",
    plugins: [
      {
        name: "suite",
        setup(builder) {
          builder.onResolve({ filter: /^reftel:suite$/ }, () => ({ path: "suite", namespace: "suite" }));
          builder.onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({
            path: join(root, "node_modules", "mocha", "mocha.js"),
          }));
          builder.onLoad({ filter: /./, namespace: "suite" }, () => ({
            contents: tests.map((name) => `import ${JSON.stringify(`./${name}`)};`).join("\n"),
            resolveDir: suite,
          }));
        },
      },
    ],
    sourcemap: "inline",
    target: "es2022",
  });
  return folder;
}

/** @param {string} folder @returns {Promise<import("../tests/vscode/report.ts").Report | undefined>} undefined where there is none, or half of one. */
function readReport(folder) {
  return readFile(join(folder, "report.json"), "utf8")
    .then(JSON.parse)
    .catch(() => undefined);
}

/**
 * What a run of one part came to. `results`: how its tests ended, by their file; `trouble`: 1 where the run as a whole went wrong.
 * @typedef {{ results: { file: string, state: "passed" | "failed" | "skipped" }[], trouble: number }} Outcome
 */

/**
 * Reads a report and shows it, below a heading and in one go.
 * @param {string} heading
 * @param {string} folder
 * @param {string} name
 * @param {string} [trouble] what went wrong with the run as a whole.
 * @returns {Promise<Outcome>}
 */
async function showReport(heading, folder, name, trouble) {
  let report = await readReport(folder);
  // Where a browser writes it, it is gone for a moment each time that it is written anew.
  for (let tries = 0; tries < 20 && !report?.finished && !trouble; tries++) {
    await setTimeout(100);
    report = await readReport(folder);
  }
  report ??= { finished: false, tests: [] };
  console.log(heading);
  for (const { title, state, milliseconds, error } of report.tests) {
    const mark = { passed: "✓", failed: "✗", skipped: "-" }[state];
    console.log(`  ${mark} ${title} (${milliseconds} ms)`);
    if (error) {
      console.log(error.replace(/^/gm, "      "));
    }
  }
  const nothing = report.tests.length === 0 ? `${name}: no test ran` : undefined;
  const fault = report.fault ?? trouble ?? (report.finished ? nothing : `${name}: the run did not finish`);
  if (fault) console.log(fault.replace(/^/gm, "    "));
  return { results: report.tests, trouble: fault ? 1 : 0 };
}

/**
 * Counts what a part came to.
 * @param {Outcome} outcome
 * @returns {import("./lib/results.mjs").Counts}
 */
function countOf({ results: ended, trouble }) {
  const counts = { passed: 0, failed: trouble, skipped: 0 };
  for (const { state } of ended) counts[state] += 1;
  return counts;
}

const workspaces = await mkdtemp(join(tmpdir(), "reftel-workspace-"));

/**
 * Makes a copy of the fixtures for one window: no test can change them, and no window finds what another left open.
 * @param {string} name the folder's.
 */
async function prepareWorkspace(name) {
  const folder = join(workspaces, name);
  await rm(folder, { recursive: true, force: true });
  await cp(join(root, "tests", "fixtures"), folder, { recursive: true });
  return folder;
}

/**
 * Makes a copy of the extension whose server ends at once.
 * @param {string} folder
 */
async function brokenExtension(folder) {
  await mkdir(folder, { recursive: true });
  for (const name of ["package.json", "package.nls.json", "language-configuration.json", "syntaxes", "dist"]) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, "dist", "reftel.js"), "process.exit(1);\n");
  return folder;
}

/** @typedef {Awaited<ReturnType<typeof startVscodeServer>>} Server */

/**
 * Runs the tests inside the extension host of a window.
 * @param {string} heading
 * @param {Server} server
 * @param {string} chromium
 * @param {{ workspace: string, tests: string, reports: string, inBrowser: boolean }} where `tests`: the module to run; `reports`: the
 *   folder that it writes its report to; `inBrowser`: in the page's own extension host.
 */
async function runSuite(heading, server, chromium, { workspace, tests, reports, inBrowser }) {
  const browser = await openBrowser(chromium);
  let trouble;
  try {
    const page = await browser.newPage();
    await page.goto(server.windowAddress({ folder: workspace, tests, inBrowser }));
    await waitUntil(
      "the tests in the extension host to finish",
      async () => {
        if (server.ended()) {
          throw new Error("VS Code's server has ended.");
        }
        return (await readReport(reports))?.finished ? true : undefined;
      },
      // Far above what it takes, so that a slow machine is not taken for a hung one.
      600_000,
    );
  } catch (error) {
    trouble = `${error instanceof Error ? error.message : error}\n${lastLines(server.output(), 20)}`;
  } finally {
    await browser.close();
  }
  return showReport(heading, reports, inBrowser ? "extension host in the browser" : "extension host", trouble);
}

/**
 * Runs the tests that use a window as a person does.
 * @param {string} heading
 * @param {string} address the window's.
 * @param {string} chromium
 * @param {{ name: string, kind?: "ui" | "broken", files?: readonly string[] }} which `name`: the part's; `kind`: which tests; `files`: of
 *   these, the files that are run, by their names; all where none are named.
 */
async function runUi(heading, address, chromium, { name, kind = "ui", files = [] }) {
  const tests = await bundle(kind, name);
  const pictures = join(results, `pictures-${name}`);
  const env = {
    REFTEL_CHROMIUM: chromium,
    REFTEL_CHROMIUM_FLAGS: chromiumFlags.join(" "),
    REFTEL_WINDOW: address,
    REFTEL_PICTURES: pictures,
    REFTEL_TEST_FILES: files.join(" "),
  };
  // In a process of its own, so that a second run loads everything anew.
  const { output } = await run(process.execPath, ["-e", `require(${JSON.stringify(join(tests, "index.js"))}).run()`], {
    env,
  });
  return showReport(`${heading} (pictures: ${relative(root, pictures)})`, tests, name, output.trim() || undefined);
}

/** The oldest VS Code that package.json promises. */
const OLDEST = "1.93";

/** What is run with it: the editor's own parts and one page. Themes, narrow windows and the other pages are the usual version's business. */
const OF_OLDEST = ["cable", "comforts", "explorer", "timeline"];

/** @typedef {(chromium: string, files: readonly string[]) => Promise<Outcome>} Part `files`: those to run of its own, by name; none: all. */

/**
 * What is run with VS Code's server, by the names that the command line takes: `npm run test:vscode -- browser ui`.
 * @type {Record<string, Part>}
 */
const parts = {
  host: (chromium) =>
    withServer({}, async (server, version) => {
      const suite = await bundle("suite");
      return runSuite(`In the extension host of VS Code ${version} (server)`, server, chromium, {
        workspace: await prepareWorkspace("suite"),
        tests: join(suite, "index"),
        reports: suite,
        inBrowser: false,
      });
    }),

  browser: (chromium) =>
    withServer({}, async (server, version) => {
      const reports = join(workspaces, "browser");
      await rm(reports, { recursive: true, force: true });
      await mkdir(reports);
      return runSuite(`In the extension host of the browser, VS Code ${version}`, server, chromium, {
        workspace: await prepareWorkspace(join("browser", "suite")),
        tests: join(await bundleForBrowser(), "index"),
        reports,
        inBrowser: true,
      });
    }),

  ui: (chromium, files) => runPacked(chromium, "ui", files),

  broken: (chromium) =>
    withServer({}, async (server, version) => {
      const heading = `As a person whose language server does not start, VS Code ${version}`;
      const address = server.windowAddress({
        folder: await prepareWorkspace("broken"),
        extension: await brokenExtension(join(workspaces, "broken-extension")),
      });
      return runUi(heading, address, chromium, { name: "broken", kind: "broken" });
    }),

  oldest: (chromium, files) => runPacked(chromium, "oldest", files.length > 0 ? files : OF_OLDEST, OLDEST),

  // With a Node of its own, which is a large download: only where it is asked for.
  newest: (chromium, files) => runPacked(chromium, "newest", files, "1.139"),
};

/** What is run when nothing is asked for, one after the other: two windows at once take each other the processors, and the focus. */
const ALL = ["host", "browser", "broken", "ui", "oldest"];

/** Not a part: `npm run test:vscode -- install` brings the VS Codes that the parts need, while other tests run. */
const INSTALL = "install";

/** @type {Promise<string> | undefined} */
let packing;

/** The extension as users install it, packed once. */
function packedExtension() {
  packing ??= runOrFail(process.execPath, [join(root, "scripts", "package.mjs"), results, "--only", "vsix"]).then(() =>
    join(results, "reftel.vsix"),
  );
  return packing;
}

/**
 * Runs the tests of the window with the packed extension.
 * @param {string} chromium
 * @param {string} name the part's.
 * @param {readonly string[]} files the files of tests that are run; all where none are named.
 * @param {string} [usual] which VS Code, where not the usual one.
 */
async function runPacked(chromium, name, files, usual) {
  const packed = await packedExtension();
  return withServer({ packed, ...(usual === undefined ? {} : { usual }) }, async (server, version) => {
    const heading = `As a person uses VS Code ${version}, with the packed extension`;
    const address = server.windowAddress({ folder: await prepareWorkspace(name), extension: null });
    return runUi(heading, address, chromium, { name, files });
  });
}

/**
 * Does something with a VS Code's server that runs as long.
 * @template T
 * @param {{ usual?: string, packed?: string }} which `usual`: the version, where the environment names none; `packed`: a .vsix to install.
 * @param {(server: Server, version: string) => Promise<T>} use
 */
async function withServer({ usual, packed }, use) {
  const install = await installVscodeServer(usual);
  const server = await startVscodeServer(install, packed === undefined ? {} : { packed });
  try {
    return await use(server, install.version);
  } finally {
    await server.stop();
  }
}

async function runInServer() {
  const { chromium } = await needTools(["chromium"]);
  const unknown = wanted.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`No part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
  const counts = [];
  for (const name of wanted.length > 0 ? wanted : ALL) {
    const part = parts[name];
    if (part !== undefined) counts.push(countOf(await runTwiceAtMost(part, chromium)));
  }
  return sum(counts);
}

/**
 * Runs a part; what failed in it is run once more, in a new window: a focus that another window took, or a window that did not open, is no
 * fault of the product's. A fault of the product's is there again. The output shows both runs.
 * @param {Part} part
 * @param {string} chromium
 * @returns {Promise<Outcome>}
 */
async function runTwiceAtMost(part, chromium) {
  const first = await part(chromium, []);
  const failed = new Set(first.results.flatMap(({ file, state }) => (state === "failed" ? [file] : [])));
  if (failed.size === 0 && first.trouble === 0) return first;
  // Where the run as a whole went wrong, or the tests are all of one file, all is run again.
  const files = first.trouble > 0 || failed.has("") ? [] : [...failed];
  console.log(`Once more, in a new window: ${files.length > 0 ? files.join(", ") : "all of them"}`);
  const second = await part(chromium, files);
  if (files.length === 0) return second;
  return { ...second, results: [...first.results.filter(({ file }) => !failed.has(file)), ...second.results] };
}

const wanted = process.argv.slice(2);
if (wanted[0] === INSTALL) {
  if ((await chooseHost()) === "server") {
    await installVscodeServer();
    await installVscodeServer(OLDEST);
  }
  await rm(workspaces, { recursive: true, force: true });
  process.exit();
}

await mkdir(results, { recursive: true });
let counts;
try {
  if ((await chooseHost()) === "desktop") {
    const suite = await bundle("suite");
    const trouble = await runInDesktop({ workspace: await prepareWorkspace("suite"), tests: join(suite, "index") });
    counts = countOf(
      await showReport("In the extension host of the desktop VS Code", suite, "extension host", trouble),
    );
    console.log("As a person uses it: only with VS Code's server (REFTEL_VSCODE_HOST=server)");
  } else {
    counts = await runInServer();
  }
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  counts = { passed: 0, failed: 1, skipped: 0 };
} finally {
  await rm(workspaces, { recursive: true, force: true });
}
await writeFile(join(results, "vscode.json"), JSON.stringify(counts));
console.log(closingLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

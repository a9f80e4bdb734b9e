// Runs the tests in a real VS Code: the desktop one where it can be had, else VS Code's own server with Chromium as its window.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
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

/** Bundles the tests: each file by itself, for mocha to load. @param {"suite" | "person"} kind */
async function bundle(kind) {
  const folder = join(out, kind);
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

/**
 * Reads a report and shows it.
 * @param {string} folder
 * @param {string} name
 * @param {string} [trouble] what went wrong with the run as a whole.
 */
async function showReport(folder, name, trouble) {
  /** @type {import("../tests/vscode/report.ts").Report} */
  const report = await readFile(join(folder, "report.json"), "utf8").then(JSON.parse, () => ({
    finished: false,
    tests: [],
  }));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { title, state, milliseconds, error } of report.tests) {
    counts[state] += 1;
    const mark = { passed: "✓", failed: "✗", skipped: "-" }[state];
    console.log(`  ${mark} ${title} (${milliseconds} ms)`);
    if (error) {
      console.log(error.replace(/^/gm, "      "));
    }
  }
  for (const fault of [report.fault, trouble, report.finished ? undefined : `${name}: the run did not finish`]) {
    if (fault) {
      counts.failed += 1;
      console.log(fault.replace(/^/gm, "    "));
      break;
    }
  }
  if (counts.passed + counts.failed + counts.skipped === 0) {
    counts.failed = 1;
    console.log(`    ${name}: no test ran`);
  }
  return counts;
}

const workspaces = await mkdtemp(join(tmpdir(), "reftel-workspace-"));

/**
 * Makes a copy of the fixtures for one window: no test can change them, and no window finds what another left open.
 * @param {string} name the folder's.
 */
async function prepareWorkspace(name) {
  const folder = join(workspaces, name);
  await cp(join(root, "tests", "fixtures"), folder, { recursive: true });
  return folder;
}

/** @typedef {Awaited<ReturnType<typeof startVscodeServer>>} Server */

/**
 * Runs the tests inside the extension host of a window.
 * @param {Server} server
 * @param {string} chromium
 * @param {string} workspace
 */
async function runSuite(server, chromium, workspace) {
  const suite = await bundle("suite");
  const browser = await openBrowser(chromium);
  let trouble;
  try {
    const page = await browser.newPage();
    await page.goto(server.windowAddress({ folder: workspace, tests: join(suite, "index") }));
    await waitUntil(
      "the tests in the extension host to finish",
      async () => {
        if (server.ended()) {
          throw new Error("VS Code's server has ended.");
        }
        const report = await readFile(join(suite, "report.json"), "utf8").then(JSON.parse, () => undefined);
        return report?.finished ? true : undefined;
      },
      300_000,
    );
  } catch (error) {
    trouble = `${error instanceof Error ? error.message : error}\n${lastLines(server.output(), 20)}`;
  } finally {
    await browser.close();
  }
  return showReport(suite, "extension host", trouble);
}

/**
 * Runs the tests that use a window as a person does.
 * @param {string} address the window's.
 * @param {string} chromium
 * @param {string} pictures the folder for what the tests keep.
 */
async function runPerson(address, chromium, pictures) {
  const person = await bundle("person");
  Object.assign(process.env, {
    REFTEL_CHROMIUM: chromium,
    REFTEL_CHROMIUM_FLAGS: chromiumFlags.join(" "),
    REFTEL_WINDOW: address,
    REFTEL_PICTURES: pictures,
  });
  // In a process of its own, so that a second run loads everything anew.
  const { output } = await run(process.execPath, ["-e", `require(${JSON.stringify(join(person, "index.js"))}).run()`]);
  const counts = await showReport(person, "person", output.trim() || undefined);
  console.log(`  Pictures: ${relative(root, pictures)}`);
  return counts;
}

async function runInServer() {
  const { chromium } = await needTools(["chromium"]);
  const counts = [];

  const newer = await installVscodeServer();
  let server = await startVscodeServer(newer);
  try {
    console.log(`In the extension host of VS Code ${newer.version} (server)`);
    counts.push(await runSuite(server, chromium, await prepareWorkspace("suite")));
    console.log(`As a person uses VS Code ${newer.version}`);
    const address = server.windowAddress({ folder: await prepareWorkspace("person") });
    counts.push(await runPerson(address, chromium, join(results, "pictures")));
  } finally {
    await server.stop();
  }

  // What users install, in the oldest VS Code that package.json promises.
  const oldest = await installVscodeServer("1.93");
  const packed = join(results, "reftel.vsix");
  await runOrFail(process.execPath, [join(root, "scripts", "package.mjs"), packed]);
  server = await startVscodeServer(oldest, { packed });
  try {
    console.log(`As a person uses VS Code ${oldest.version} with the packed extension`);
    const address = server.windowAddress({ folder: await prepareWorkspace("packed"), developed: false });
    counts.push(await runPerson(address, chromium, join(results, "pictures-packed")));
  } finally {
    await server.stop();
  }
  return sum(counts);
}

await mkdir(results, { recursive: true });
let counts;
try {
  if ((await chooseHost()) === "desktop") {
    const suite = await bundle("suite");
    console.log("In the extension host of the desktop VS Code");
    const trouble = await runInDesktop({ workspace: await prepareWorkspace("suite"), tests: join(suite, "index") });
    counts = await showReport(suite, "extension host", trouble);
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

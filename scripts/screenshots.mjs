// Takes the pictures of the README and of the documentation from a real VS Code, in dark and light themes: media/ and docs/pictures/.
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openBrowser } from "./lib/browser.mjs";
import {
  goTo,
  openFile,
  openWorkbench,
  outlineRows,
  pointAt,
  runCommand,
  until,
  untilCable,
  webviewFrame,
} from "./lib/editor-window.mjs";
import { root } from "./lib/paths.mjs";
import { DRAFT, READ, writePicturedCables } from "./lib/pictured-cables.mjs";
import { readPng, writePng } from "./lib/pictures.mjs";
import { runOrFail } from "./lib/processes.mjs";
import { needTools } from "./lib/tools.mjs";
import { installVscodeServer, startVscodeServer } from "./lib/vscode-server.mjs";

/** @import { Page } from "playwright-core" */

/** What leaves the picture to the cable. */
const plain = {
  "window.commandCenter": false,
  "workbench.layoutControl.enabled": false,
  "workbench.activityBar.location": "hidden",
  "workbench.reduceMotion": "on",
  "editor.minimap.enabled": false,
  // As wide as a line of a cable, in half a window.
  "editor.fontSize": 12,
  "editor.stickyScroll.enabled": false,
  "editor.cursorBlinking": "solid",
  "breadcrumbs.enabled": false,
  "explorer.openEditors.visible": 0,
  "outline.collapseItems": "alwaysExpand",
};

const themes = { dark: "Default Dark Modern", light: "Default Light Modern" };

/** The README's pictures are seen first; those of the documentation are to be light to load, those of the walkthrough are shown small. */
const sizes = {
  readme: { width: 1280, height: 800 },
  documentation: { width: 1180, height: 740 },
  tour: { width: 1000, height: 620 },
  walkthrough: { width: 860, height: 540 },
};

/** The first REF entry of the cable that is read: where it stands, and the cable that it leads to. */
const REFERENCE = { line: 18, column: 12, cited: "09STOCKHOLM99057" };

/** So long each picture of a moving one is shown. */
const SHOWN_FOR = 3500;

/**
 * The pictures: the file, in which theme, of which folder, and what is done before one is taken; of a moving picture before each of its own.
 * @type {readonly {
 *   file: string,
 *   theme: keyof typeof themes,
 *   folder: "fixtures" | "invented",
 *   size: keyof typeof sizes,
 *   show: ((page: Page) => Promise<void>) | readonly ((page: Page) => Promise<void>)[],
 * }[]}
 */
const pictures = [
  { file: "media/dark.png", theme: "dark", folder: "fixtures", size: "readme", show: showHover },
  { file: "docs/pictures/preview.png", theme: "dark", folder: "invented", size: "documentation", show: showPreview },
  {
    file: "docs/pictures/citation-graph.png",
    theme: "dark",
    folder: "invented",
    size: "documentation",
    show: showGraph,
  },
  { file: "media/light.png", theme: "light", folder: "fixtures", size: "readme", show: showHover },
  { file: "docs/pictures/timeline.png", theme: "light", folder: "invented", size: "documentation", show: showTimeline },
  { file: "docs/pictures/explorer.png", theme: "light", folder: "invented", size: "documentation", show: showExplorer },
  { file: "docs/pictures/checks.png", theme: "light", folder: "invented", size: "documentation", show: showChecks },
  {
    file: "docs/pictures/workspace.png",
    theme: "dark",
    folder: "invented",
    size: "documentation",
    show: showCitationTree,
  },
  {
    file: "docs/pictures/missing-references.png",
    theme: "dark",
    folder: "invented",
    size: "documentation",
    show: showMissingReferences,
  },
  { file: "docs/pictures/citing.png", theme: "light", folder: "invented", size: "documentation", show: showCiting },
  {
    file: "media/tour.png",
    theme: "dark",
    folder: "invented",
    size: "tour",
    show: [showReference, showCited, showPreview, showGraph],
  },
  { file: "media/walkthrough/preview.png", theme: "dark", folder: "invented", size: "walkthrough", show: showPreview },
  { file: "media/walkthrough/graph.png", theme: "dark", folder: "invented", size: "walkthrough", show: showGraph },
  {
    file: "media/walkthrough/timeline.png",
    theme: "dark",
    folder: "invented",
    size: "walkthrough",
    show: showTimeline,
  },
  { file: "media/walkthrough/cables.png", theme: "dark", folder: "invented", size: "walkthrough", show: showExplorer },
  // The last: it changes the draft.
  { file: "docs/pictures/writing.png", theme: "light", folder: "invented", size: "documentation", show: showWriting },
];

/** A cable with its outline, and what it cites under the pointer. @param {Page} page */
async function showHover(page) {
  await openFile(page, "09SHANGHAI374.txt");
  await untilCable(page);
  const rows = await outlineRows(page);
  await rows.filter({ hasText: "Header" }).waitFor();
  await growOutline(page);
  await page.locator(".codelens-decoration", { hasText: "2 here" }).waitFor();
  await pointAt(page, 43, 16);
  await page.locator(".monaco-hover:visible", { hasText: "YANGTZE DELTA BUTTON MAKERS" }).waitFor();
}

/** A reference under the pointer, with what is known of the cable that it cites. @param {Page} page */
async function showReference(page) {
  await openFile(page, READ);
  await untilCable(page);
  await hideSideBar(page);
  await untilIndexed(page);
  await pointAt(page, REFERENCE.line, REFERENCE.column);
  await page.locator(".monaco-hover:visible", { hasText: REFERENCE.cited }).waitFor();
  await untilStill(page);
}

/** The cable that this reference leads to. @param {Page} page */
async function showCited(page) {
  await openFile(page, READ);
  await untilCable(page);
  await hideSideBar(page);
  await untilIndexed(page);
  await goTo(page, REFERENCE.line, REFERENCE.column);
  await page.keyboard.press("F12");
  await page.locator(`.tab.active[data-resource-name="${REFERENCE.cited}.cable"]`).waitFor();
  await untilStill(page);
}

/** A cable and its preview side by side, with the card of a citation. @param {Page} page */
async function showPreview(page) {
  await openFile(page, READ);
  await untilCable(page);
  await hideSideBar(page);
  await runCommand(page, "Open Preview to the Side");
  const frame = await webviewFrame(page, "Preview of a cable");
  await frame.locator("#reference-1 .subject").waitFor();
  await page.locator(".codelens-decoration", { hasText: "3 here" }).waitFor();
  await frame.locator(".chips .term").first().hover();
  await frame.locator(".card:visible").waitFor();
}

/** The graph over the whole window. @param {Page} page */
async function showGraph(page) {
  await openFile(page, READ);
  await untilCable(page);
  await hideSideBar(page);
  await runCommand(page, "Show Citation Graph");
  const frame = await webviewFrame(page, /Citation Graph/);
  await frame.locator("h2", { hasText: READ.replace(".cable", "") }).waitFor();
  await untilStill(page);
}

/** The timeline by station, with the list of a month. @param {Page} page */
async function showTimeline(page) {
  await openFile(page, READ);
  await untilCable(page);
  await hideSideBar(page);
  await runCommand(page, "Show Timeline");
  const frame = await webviewFrame(page, "Timeline of Cables");
  await frame.locator("select").last().selectOption({ label: "By station" });
  await frame.locator(".row", { hasText: "TALLINN" }).first().waitFor();
  const whole = frame.locator(".first .chart");
  for (const key of ["End", "Enter"]) await whole.press(key);
  await frame.locator(".list button").first().waitFor();
  await whole.blur();
  await untilStill(page);
}

/** The views of the side bar beside a cable. @param {Page} page */
async function showExplorer(page) {
  await openFile(page, READ);
  await untilCable(page);
  await page.keyboard.press("F1");
  await page.locator(".quick-input-box input[type=text]").fill(">View: Show Cables");
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Show Cables" }).waitFor();
  await page.keyboard.press("Enter");
  const row = (/** @type {RegExp} */ text) =>
    page.locator(".pane-body .monaco-list-row").filter({ hasText: text }).first();
  await row(/TALLINN/).click();
  await row(/^2009/).click();
  await row(/^09TALLINN/).waitFor();
  await goTo(page, 40, 1);
  // Away from the rows, which have tooltips.
  await page.mouse.move(800, 600);
  await untilStill(page);
}

/** A draft with its findings below it. @param {Page} page */
async function showChecks(page) {
  await openFile(page, DRAFT);
  await untilCable(page);
  await hideSideBar(page);
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row", { hasText: "unknown-reason-code" }).waitFor();
  await untilStill(page);
}

/** What cites a cable, as the editor's own tree over its number. @param {Page} page */
async function showCitationTree(page) {
  await openFile(page, READ);
  await untilCable(page);
  await untilIndexed(page);
  await goTo(page, 8, 12);
  await page.keyboard.press("Shift+Alt+H");
  const rows = page.locator(".part.sidebar .monaco-list-row", { hasText: "09RIGA" });
  await rows.first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await untilStill(page);
}

/** The list of what the whole folder cites and does not hold. @param {Page} page */
async function showMissingReferences(page) {
  await openFile(page, READ);
  await untilCable(page);
  await hideSideBar(page);
  await untilIndexed(page);
  await runCommand(page, "Show Missing References");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "All cables of the workspace" }).click();
  await page.locator(".view-line", { hasText: "STATE" }).first().waitFor();
  await page.locator(".notifications-toasts", { hasText: "are cited and not there" }).waitFor();
  await untilStill(page);
}

/** The styles of a citation to choose from. @param {Page} page */
async function showCiting(page) {
  await openFile(page, READ);
  await untilCable(page);
  await hideSideBar(page);
  await untilIndexed(page);
  await runCommand(page, "Copy Citation");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Chicago, note" }).waitFor();
  await untilStill(page);
}

/** What is offered on the TAGS line of a draft. @param {Page} page */
async function showWriting(page) {
  await openFile(page, DRAFT);
  await untilCable(page);
  await hideSideBar(page);
  await untilDraftIndexed(page);
  await goTo(page, 6, 29);
  await page.keyboard.type(", E");
  await page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
  await untilStill(page);
}

/** Waits until the line above the subject knows the whole folder. @param {Page} page */
async function untilIndexed(page) {
  await page.locator(".codelens-decoration", { hasText: /cited by .* 3 here/ }).waitFor();
}

/** The same of the draft, which nothing cites. @param {Page} page */
async function untilDraftIndexed(page) {
  await page.locator(".codelens-decoration", { hasText: "cites 2, 2 here" }).waitFor();
}

/** @param {Page} page */
async function hideSideBar(page) {
  await page.keyboard.press("Control+B");
  await page.locator(".part.sidebar").waitFor({ state: "hidden" });
}

/** Waits until two looks in a row see the same. @param {Page} page */
async function untilStill(page) {
  let before = "";
  await until("the window to come to rest", async () => {
    const now = (await page.screenshot({ animations: "disabled" })).toString("base64");
    const still = now === before;
    before = now;
    return still;
  });
}

/**
 * Makes room for the Outline view: pulls its upper edge to below the few files, and the side bar's edge to the right.
 * @param {Page} page
 */
async function growOutline(page) {
  const box = await page.locator(".pane-header", { hasText: "Outline" }).boundingBox();
  if (box === null) {
    throw new Error("The Outline view is not there");
  }
  const middle = box.x + box.width / 2;
  const right = box.x + box.width;
  for (const { from, to } of [
    { from: { x: middle, y: box.y }, to: { x: middle, y: 170 } },
    { from: { x: right, y: 500 }, to: { x: right + 110, y: 500 } },
  ]) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 10 });
    await page.mouse.up();
  }
}

/** Those named on the command line, by a part of their file's name; all where none is. */
const wanted = process.argv.slice(2);
const chosen = pictures.filter(({ file }) => wanted.length === 0 || wanted.some((name) => file.includes(name)));

await runOrFail(process.execPath, [join(root, "scripts", "build.mjs")]);
const { chromium } = await needTools(["chromium"]);
const install = await installVscodeServer();
const temporary = await mkdtemp(join(tmpdir(), "reftel-pictures-"));
const folders = { fixtures: join(temporary, "cables"), invented: join(temporary, "harbors") };
await cp(join(root, "tests", "fixtures"), folders.fixtures, { recursive: true });
await writePicturedCables(folders.invented);
const browser = await openBrowser(chromium);
try {
  for (const [theme, name] of Object.entries(themes)) {
    const own = chosen.filter((picture) => picture.theme === theme);
    if (own.length === 0) continue;
    const server = await startVscodeServer(install, { settings: { ...plain, "workbench.colorTheme": name } });
    for (const { file, folder, size, show } of own) {
      const frames = [];
      for (const one of Array.isArray(show) ? show : [show]) {
        const page = await browser.newPage({ viewport: sizes[size] });
        await openWorkbench(page, server.windowAddress({ folder: folders[folder] }));
        await one(page);
        const picture = readPng(await page.screenshot({ animations: "disabled" }));
        frames.push({ picture, milliseconds: SHOWN_FOR });
        await page.close();
      }
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), writePng(frames));
      console.log(file);
    }
    await server.stop();
  }
} finally {
  await browser.close();
  await rm(temporary, { recursive: true, force: true });
}

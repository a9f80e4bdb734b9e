// Takes the README's pictures of a cable from a real VS Code, in a dark and a light theme, into media/.
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "./lib/browser.mjs";
import { openFile, openWorkbench, outlineRows, pointAt, untilCable } from "./lib/editor-window.mjs";
import { root } from "./lib/paths.mjs";
import { runOrFail } from "./lib/processes.mjs";
import { needTools } from "./lib/tools.mjs";
import { installVscodeServer, startVscodeServer } from "./lib/vscode-server.mjs";

/** What each picture is called, and the theme it is taken in. */
const pictures = [
  { name: "dark", theme: "Default Dark Modern" },
  { name: "light", theme: "Default Light Modern" },
];

/** What leaves the picture to the cable. */
const plain = {
  "window.commandCenter": false,
  "workbench.layoutControl.enabled": false,
  "workbench.activityBar.location": "hidden",
  "workbench.reduceMotion": "on",
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "editor.cursorBlinking": "solid",
  "breadcrumbs.enabled": false,
  "explorer.openEditors.visible": 0,
  "outline.collapseItems": "alwaysExpand",
};

/**
 * Makes room for the Outline view: pulls its upper edge to below the few files, and the side bar's edge to the right.
 * @param {import("playwright-core").Page} page
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

await runOrFail(process.execPath, [join(root, "scripts", "build.mjs")]);
const { chromium } = await needTools(["chromium"]);
const install = await installVscodeServer();
const temporary = await mkdtemp(join(tmpdir(), "reftel-pictures-"));
const folder = join(temporary, "cables");
await cp(join(root, "tests", "fixtures"), folder, { recursive: true });
await mkdir(join(root, "media"), { recursive: true });
const browser = await openBrowser(chromium);
try {
  for (const { name, theme } of pictures) {
    const server = await startVscodeServer(install, { settings: { ...plain, "workbench.colorTheme": theme } });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await openWorkbench(page, server.windowAddress({ folder }));
    await openFile(page, "09SHANGHAI374.txt");
    await untilCable(page);
    const rows = await outlineRows(page);
    await rows.filter({ hasText: "Header" }).waitFor();
    await growOutline(page);
    await pointAt(page, 39, 9);
    await page.locator(".monaco-hover:visible", { hasText: "Internal Governmental Affairs" }).waitFor();
    const file = join("media", `${name}.png`);
    await page.screenshot({ animations: "disabled", path: join(root, file) });
    console.log(file);
    await page.close();
    await server.stop();
  }
} finally {
  await browser.close();
  await rm(temporary, { recursive: true, force: true });
}

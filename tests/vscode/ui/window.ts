/** A VS Code window in a browser, opened on the workspace that the runner prepared. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach } from "mocha";
import { type Browser, chromium, type Page } from "playwright-core";
import { openWorkbench, runCommand, until } from "../../../scripts/lib/editor-window.mjs";

/** What the runner hands over in the environment. */
function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: these tests are started by npm run test:vscode`);
  }
  return value;
}

let browser: Browser | undefined;
const windows: Page[] = [];

// What the window showed when a test failed tells more than its message.
afterEach(async function keepFailure() {
  if (this.currentTest?.state !== "failed") return;
  const name = this.currentTest.fullTitle().replaceAll(/[^\w -]+/g, "");
  for (const page of windows) if (!page.isClosed()) await keepPicture(page, `failed ${name}`);
});

/** Opens a window as large as a small laptop's. */
export async function openWindow(): Promise<Page> {
  browser ??= await chromium.launch({
    executablePath: given("REFTEL_CHROMIUM"),
    args: given("REFTEL_CHROMIUM_FLAGS").split(" "),
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(90_000);
  windows.push(page);
  await openWorkbench(page, given("REFTEL_WINDOW"));
  return page;
}

/** Reloads the window by VS Code's own command, which first keeps what is open. (The browser's button loses what VS Code has not kept yet.) */
export async function reloadWindow(page: Page): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-box input[type=text]").fill(">Developer: Reload Window");
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Reload Window" }).waitFor();
  const loaded = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await loaded;
  await page.locator(".monaco-workbench").waitFor({ timeout: 120_000 });
}

/** Closes documents without a file. VS Code may bring one back that an earlier window closed while its copy was being written. */
export async function closeUntitled(page: Page): Promise<void> {
  const tabs = page.locator('.tab[data-resource-name^="Untitled"]');
  for (let left = await tabs.count(); left > 0; left--) {
    await tabs.first().click();
    await runCommand(page, "Revert and Close Editor", "View");
    await until("the document to be closed", async () => (await tabs.count()) < left);
  }
}

/** The folder that the window shows: a copy, in which tests may write. */
export function workspaceFolder(): string {
  const folder = new URL(given("REFTEL_WINDOW")).searchParams.get("folder");
  if (folder === null) throw new Error("the window shows no folder");
  return folder;
}

/** Closes all windows. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** Keeps what the window shows, for a person to look at afterwards. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = given("REFTEL_PICTURES");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ animations: "disabled", path: join(folder, `${name}.png`) });
}

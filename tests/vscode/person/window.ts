/** A VS Code window in a browser, opened on the workspace that the runner prepared. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

/** What the runner hands over in the environment. */
function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: these tests are started by npm run test:vscode`);
  }
  return value;
}

let browser: Browser | undefined;

/** Opens a window, as large as a small laptop's, and waits until VS Code shows its workbench. */
export async function openWindow(): Promise<Page> {
  browser ??= await chromium.launch({
    executablePath: given("REFTEL_CHROMIUM"),
    args: given("REFTEL_CHROMIUM_FLAGS").split(" "),
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(given("REFTEL_WINDOW"));
  await page.locator(".monaco-workbench").waitFor({ timeout: 60_000 });
  return page;
}

/** Closes all windows. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** Opens a file of the workspace by its name, through Quick Open, and waits until its text is shown. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.locator(".explorer-folders-view").waitFor();
  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-box input[type=text]").fill(name);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator(".editor-instance .view-line").first().waitFor();
}

/** Keeps what the window shows, for a person to look at afterwards. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = given("REFTEL_PICTURES");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

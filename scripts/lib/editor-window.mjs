// What a person does in a VS Code window, for tests and for the pictures in the README: open a file, go to a place, point at it.
/** @import { Frame, Locator, Page } from "playwright-core" */

/**
 * Asks again and again until the answer is yes.
 * @param {string} what names the thing waited for, for the message when it never comes.
 * @param {() => Promise<boolean>} ask
 */
export async function until(what, ask) {
  const end = Date.now() + 90_000;
  while (!(await ask())) {
    if (Date.now() > end) {
      throw new Error(`Waited in vain for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Opens a window and waits until its workbench and the files of its folder are there.
 * @param {Page} page
 * @param {string} address
 */
export async function openWorkbench(page, address) {
  await page.goto(address);
  await page.locator(".monaco-workbench").waitFor({ timeout: 120_000 });
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
}

/**
 * Opens the field that VS Code asks in, types into it, and answers what it offers then.
 * @param {Page} page
 * @param {string} keys what opens it.
 * @param {string} text
 * @param {Locator} offer what is to be chosen by Enter.
 */
async function chooseByKeyboard(page, keys, text, offer) {
  const input = page.locator(".quick-input-box input[type=text]");
  // While the focus goes over to what was just opened, a key is lost, or the field closes again as soon as it is there.
  await until(`what ${keys} opens and ${text} finds`, async () => {
    await page.keyboard.press(keys);
    return input
      .fill(text, { timeout: 2000 })
      .then(() => offer.waitFor({ timeout: 5000 }))
      .then(
        () => true,
        () => false,
      );
  });
  await page.keyboard.press("Enter");
}

/**
 * Opens a file of the workspace by its name, through Quick Open, and waits until its text is shown.
 * @param {Page} page
 * @param {string} name
 */
export async function openFile(page, name) {
  // The list changes while it is searched: the choice counts once it has come to this file.
  const focused = page.locator(".quick-input-list .monaco-list-row.focused .label-name");
  await chooseByKeyboard(page, "Control+P", name, focused.getByText(name, { exact: true }).first());
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator(".editor-instance .view-line").first().waitFor();
}

/**
 * Waits until the status bar says that the file shown is a cable.
 * @param {Page} page
 */
export async function untilCable(page) {
  await page.locator(".statusbar-item", { hasText: "Diplomatic Cable" }).waitFor();
}

/**
 * Puts the cursor at a place, line and column counted from 1 as the editor shows them.
 * @param {Page} page
 * @param {number} line
 * @param {number} column
 */
export async function goTo(page, line, column) {
  await chooseByKeyboard(page, "Control+G", `:${line}:${column}`, page.locator(".quick-input-widget"));
  await page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

/**
 * The point on the screen of the character after the cursor, once the editor has come to rest there.
 * @param {Page} page
 */
export async function pointAtCursor(page) {
  const cursor = page.locator(".editor-instance .cursors-layer .cursor").first();
  let before = "";
  let point = { x: 0, y: 0 };
  await until("the editor to come to rest", async () => {
    const box = await cursor.boundingBox();
    const now = JSON.stringify(box);
    const still = box !== null && now === before;
    before = now;
    point = { x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    return still;
  });
  return point;
}

/**
 * Moves the pointer to a place in the text and lets it rest there, so that the hover is asked for.
 * @param {Page} page
 * @param {number} line
 * @param {number} column
 */
export async function pointAt(page, line, column) {
  await goTo(page, line, column);
  const { x, y } = await pointAtCursor(page);
  await page.mouse.move(x + 60, y);
  await page.mouse.move(x, y, { steps: 5 });
}

/**
 * The rows of the Outline view, which is opened if it is closed.
 * @param {Page} page
 */
export async function outlineRows(page) {
  const header = page.locator(".pane-header", { hasText: "Outline" });
  if ((await header.getAttribute("aria-expanded")) === "false") {
    await header.click();
  }
  return page.locator(".outline-pane .monaco-list-row");
}

/**
 * Runs a command from the command palette: one of the extension, or of another category.
 * @param {Page} page
 * @param {string} title without its category.
 * @param {string} category
 */
export async function runCommand(page, title, category = "Reftel") {
  const focused = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title });
  await chooseByKeyboard(page, "F1", `>${category}: ${title}`, focused);
}

/**
 * The frame that shows a webview's page: VS Code puts each into a frame within a frame.
 * @param {Page} page
 * @param {string | RegExp} title what the page's document is called.
 * @returns {Promise<Frame>}
 */
export async function webviewFrame(page, title) {
  /** @type {Frame | undefined} */
  let found;
  await until(`the page “${title}”`, async () => {
    for (const frame of page.frames()) {
      // A frame may vanish while it is asked.
      const its = await frame.title().catch(() => "");
      if (frame !== page.mainFrame() && (typeof title === "string" ? its === title : title.test(its))) found = frame;
    }
    return found !== undefined;
  });
  if (found === undefined) throw new Error(`no page “${title}”`);
  return found;
}

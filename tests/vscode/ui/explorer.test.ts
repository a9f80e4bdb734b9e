/** A person finds cables in the side bar, sees what belongs to the one that is open, and where in it the cursor is. */
import { after, afterEach, before, describe, it } from "mocha";
import type { Locator, Page } from "playwright-core";
import { goTo, openFile, runCommand, until, untilCable } from "../../../scripts/lib/editor-window.mjs";
import { closeBrowser, keepPicture, openWindow, workspaceFolder } from "./window.ts";

describe("a person, with the views of cables", () => {
  let page: Page;
  const row = (text: string | RegExp): Locator =>
    page.locator(".pane-body .monaco-list-row").filter({ hasText: text }).first();

  before(async () => {
    page = await openWindow();
    await openFile(page, "09SHANGHAI374.txt");
    await untilCable(page);
    await page.locator('.activitybar .action-label[aria-label^="Cables"]').click();
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "passed") await keepPicture(page, `failed ${this.currentTest?.fullTitle()}`);
  });
  after(closeBrowser);

  it("goes from a station by a year to a cable", async () => {
    await row("AMCONSUL SHANGHAI, China").click();
    await row(/^2009/).click();
    await row(/^09SHANGHAI66/).click();
    await page.locator('.tab.active[data-resource-name="09SHANGHAI66.cable"]').waitFor();
    await keepPicture(page, "explorer");
  });

  it("orders the cables by TAG, and by date", async () => {
    // The buttons show themselves where the pointer is.
    await row("AMCONSUL SHANGHAI, China").hover();
    await page.locator('[aria-label="Group Cables by TAG"]').first().click();
    await row("Internal Governmental Affairs").waitFor();
    await page.locator('[aria-label="Group Cables by Date"]').first().click();
    await row(/^2009/).click();
    await row("August").waitFor();
  });

  it("sees what the open cable is, what it cites, and which of that is not here", async () => {
    await openFile(page, "09SHANGHAI374.txt");
    await row("PGOV, ECON, ELAB, PHUM, CH").hover();
    // The view shares its room with two others.
    await page.mouse.wheel(0, 600);
    await row(/A\. 09SHANGHAI66.*YANGTZE DELTA/).waitFor();
    await row(/C\. 09GUANGZHOU510.*not in the workspace/).waitFor();
  });

  it("works on what is missing: by station and year, with a mark of what was asked for", async () => {
    await page.locator('.pane-header[aria-label^="Missing References"]').click();
    await row("GUANGZHOU").click();
    await row(/^09GUANGZHOU510/).hover();
    await row(/^09GUANGZHOU510/)
      .locator('[aria-label="Mark as Requested"]')
      .click();
    await row(/^09GUANGZHOU510.*requested \d{4}-\d\d-\d\d/).waitFor();
    await keepPicture(page, "missing references view");
  });

  it("takes what a search finds away as one page", async () => {
    const input = page.locator(".quick-input-box input[type=text]");
    const choice = (text: string) => page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();
    await runCommand(page, "Export Cables");
    await choice("What a search finds").click();
    await page.locator(".quick-input-message", { hasText: "The query" }).waitFor();
    await input.fill("from:shanghai year:2009");
    await page.keyboard.press("Enter");
    await choice("HTML").click();
    // The dialogue of a window without a desktop: a path to type.
    await until("a place to be offered", async () => (await input.inputValue()).endsWith(".html"));
    await keepPicture(page, "export");
    await input.fill(`${workspaceFolder()}/taken.html`);
    await page.keyboard.press("Enter");
    await page.locator(".notifications-toasts", { hasText: "3 cables exported to taken.html" }).waitFor();
  });

  it("reads in the status bar what the cable is and which paragraph the cursor is in, and goes to another", async () => {
    const item = (text: string): Locator => page.locator(".statusbar-item", { hasText: text });
    await item("UNCLASSIFIED · SENSITIVE").waitFor();
    await item("09SHANGHAI374").waitFor();
    await goTo(page, 84, 5);
    await item("¶4 of 10").click();
    await page.locator(".quick-input-box input[type=text]").fill("¶6");
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Despite the improved job" }).waitFor();
    await page.keyboard.press("Enter");
    await item("¶6 of 10").waitFor();
    await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    await keepPicture(page, "status bar");
  });
});

/** A person takes the first steps, begins a cable, cites one, and looks for what is missing. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Page } from "playwright-core";
import { goTo, openFile, runCommand, until, untilCable } from "../../../scripts/lib/editor-window.mjs";
import { closeBrowser, keepPicture, openWindow } from "./window.ts";

describe("a person, with the small comforts", () => {
  let page: Page;

  const choice = (text: string) => page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();
  const run = (command: string) => runCommand(page, command);
  /** A new cable that the editor keeps would be counted among the cables of the next tests. */
  async function closeWithout(text: string): Promise<void> {
    await runCommand(page, "Revert and Close Editor", "View");
    await page.locator(".view-line", { hasText: text }).waitFor({ state: "detached" });
  }

  before(async () => {
    page = await openWindow();
    await openFile(page, "09SHANGHAI374.txt");
    await untilCable(page);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "passed") await keepPicture(page, `failed ${this.currentTest?.fullTitle()}`);
  });
  after(closeBrowser);

  it("is offered a citation in every style, with the paragraph of the selection", async () => {
    await openFile(page, "09SHANGHAI374.txt");
    await goTo(page, 84, 5);
    await page.keyboard.press("Shift+End");
    await run("Copy Citation");
    await choice("Chicago, note").filter({ hasText: "telegram 374" }).waitFor();
    await choice("09 SHANGHAI 374, para. 4").waitFor();
    // The list draws the rows that are in sight only.
    assert.ok((await page.locator(".quick-input-list .monaco-list-row").count()) >= 7);
    await keepPicture(page, "citations");
    await page.keyboard.press("Escape");
  });

  it("sees what the open cable cites and is not there", async () => {
    await openFile(page, "09SHANGHAI374.txt");
    await run("Show Missing References");
    await choice("This cable").waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".view-line", { hasText: "09GUANGZHOU498" }).waitFor();
    await page.locator(".notifications-toasts", { hasText: "2 cables are cited and not there." }).waitFor();
    await keepPicture(page, "missing references");
  });

  it("begins a cable of a form that is chosen", async () => {
    await run("New Cable");
    await choice("Draft of a confidential cable").click();
    await page.locator(".view-line", { hasText: "C O N F I D E N T I A L" }).waitFor();
    await untilCable(page);
    await closeWithout("C O N F I D E N T I A L");
  });

  it("opens the walkthrough, and the sample cable", async () => {
    await run("Getting Started");
    await page.getByText("Read cables with Reftel").first().waitFor();
    await keepPicture(page, "walkthrough");
    await run("Open Sample Cable");
    await page.locator(".view-line", { hasText: "INVENTED HARBOR FEES" }).waitFor();
    await untilCable(page);
    await closeWithout("INVENTED HARBOR FEES");
  });

  it("is asked what to import", async () => {
    await run("Import Cables");
    await page.locator(".quick-input-title", { hasText: "Import cables from" }).waitFor();
    await page.keyboard.press("Escape");
    await until("the question to go", async () => (await page.locator(".quick-input-widget:visible").count()) === 0);
  });
});

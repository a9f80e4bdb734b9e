/** A person meets cables that somebody has planted markup, scripts and commands in, and sees them as the text that they are. */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import type { Frame, Locator, Page } from "playwright-core";
import { openFile, pointAt, runCommand, until, untilCable, webviewFrame } from "../../../scripts/lib/editor-window.mjs";
import { closeBrowser, keepPicture, openWindow, workspaceFolder } from "./window.ts";

const PLANTED =
  "<script>alert(1)</script> <img src=x onerror=alert(2)> [GO](command:workbench.action.quit) javascript:alert(3)";

const cable = (serial: number, rest: string) =>
  `R 010900Z SEP 09\nFM AMCONSUL SHANGHAI\nTO RUEHC/SECSTATE WASHDC 8243\n\nUNCLAS SHANGHAI 000${serial}\n\nE.O. 12958: N/A\nTAGS: PGOV, CH\n${rest}\n\n1. (U) The harbor is quiet.\n`;

const WRITTEN = {
  "planted.cable": cable(901, `SUBJECT: ${PLANTED}`),
  "citing.cable": cable(902, "SUBJECT: THE CABLE THAT CITES\n\nREF: SHANGHAI 901"),
};

describe("a person who meets planted markup", () => {
  let page: Page;
  const asked: string[] = [];

  /** Asserts that nothing of the planted text became an element or leads anywhere. */
  async function assertPlain(place: Frame | Locator, within = ""): Promise<void> {
    // The hover's own links are the client's: made of a place, and of no word of a cable.
    const own = ':not([data-href^="command:reftel.hover."])';
    const elements = `${within} script:not([nonce]), ${within} img, ${within} [onerror], ${within} a[href^="command:"]${own}, ${within} a[href^="javascript:"], ${within} a[data-href^="command:"]${own}, ${within} a[data-href^="javascript:"]`;
    assert.equal(await place.locator(elements).count(), 0);
    assert.deepEqual(asked, []);
  }

  before(async () => {
    for (const [name, text] of Object.entries(WRITTEN)) writeFileSync(join(workspaceFolder(), name), text);
    page = await openWindow();
    page.on("dialog", async (dialog) => {
      asked.push(dialog.message());
      await dialog.dismiss();
    });
    await openFile(page, "citing.cable");
    await untilCable(page);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "passed") await keepPicture(page, `failed ${this.currentTest?.fullTitle()}`);
  });
  after(async () => {
    await closeBrowser();
    // The next tests count the cables of the folder.
    for (const name of Object.keys(WRITTEN)) rmSync(join(workspaceFolder(), name));
  });

  it("reads it in the hover of a reference", async () => {
    const hover = page.locator(".monaco-hover:visible", { hasText: "<script>alert(1)</script>" });
    // Until the index has met the cited cable, the hover says that it is not there.
    await until("the hover to have the subject", async () => {
      await page.keyboard.press("Escape");
      await pointAt(page, 11, 8);
      return hover.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    });
    await hover.filter({ hasText: "[GO](command:workbench.action.quit)" }).waitFor();
    await keepPicture(page, "planted hover");
    await assertPlain(hover);
  });

  it("reads it in the citation graph", async () => {
    await runCommand(page, "Show Citation Graph");
    const frame = await webviewFrame(page, /Citation Graph/);
    await frame.locator('[role="option"]', { hasText: PLANTED }).click();
    await frame.locator(".card", { hasText: PLANTED }).waitFor();
    await keepPicture(page, "planted graph");
    await assertPlain(frame, "main");
  });

  it("reads it in the timeline", async () => {
    await runCommand(page, "Show Timeline");
    const frame = await webviewFrame(page, "Timeline of Cables");
    await frame.locator("input").first().fill("script alert");
    await frame.locator(".status", { hasText: /^1 cable\b/ }).waitFor();
    await frame.locator(".first .chart").press("Enter");
    await frame.locator(".list button", { hasText: PLANTED }).waitFor();
    await keepPicture(page, "planted timeline");
    await assertPlain(frame, "main");
  });
});

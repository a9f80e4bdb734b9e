/** A person looks at the citation graph of a cable: sees what is there and what is missing, searches, grows it, and opens what it shows. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Frame, Page } from "playwright-core";
import { openFile, runCommand, until, untilCable, webviewFrame } from "../../../scripts/lib/editor-window.mjs";
import { findsNothingAmiss } from "./webview.ts";
import { closeBrowser, keepPicture, openWindow } from "./window.ts";

describe("a person, with the citation graph", () => {
  let page: Page;
  let frame: Frame;

  before(async () => {
    page = await openWindow();
    await openFile(page, "09SHANGHAI374.txt");
    await untilCable(page);
    await runCommand(page, "Show Citation Graph");
    frame = await webviewFrame(page, /Citation Graph/);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "passed") await keepPicture(page, `failed ${this.currentTest?.fullTitle()}`);
  });
  after(closeBrowser);

  it("sees what the cable cites, and what of that is not here", async () => {
    await frame.locator("h2", { hasText: "09SHANGHAI374" }).waitFor();
    await frame.locator('[role="option"]', { hasText: "YANGTZE DELTA BUTTON MAKERS" }).waitFor();
    await frame.locator('[role="option"].absent', { hasText: "09GUANGZHOU510" }).waitFor();
    await frame.locator(".legend li", { hasText: "not in the workspace" }).waitFor();
  });

  it("sees classifications in the colours of the theme", async () => {
    const colours: readonly string[] = await frame.evaluate(
      `["--unclassified", "--confidential", "--secret"].map((name) =>
        getComputedStyle(document.documentElement).getPropertyValue(name).trim())`,
    );
    assert.deepEqual(
      colours.filter((colour) => !/^(?:#|rgb)/.test(colour)),
      [],
    );
    assert.equal(new Set(colours).size, colours.length);
  });

  findsNothingAmiss("graph", () => ({ page, frame }));

  it("searches, and opens what was found by keyboard", async () => {
    await frame.locator("input[type=search]").fill("button makers");
    await until("one cable to be left", async () => (await frame.locator('[role="option"]').count()) === 1);
    await frame.locator("input[type=search]").press("Enter");
    await frame.locator("h2", { hasText: "09SHANGHAI66" }).waitFor();
    await frame.locator('[role="listbox"]').press("Enter");
    await page.locator('.tab.active[data-resource-name="09SHANGHAI66.cable"]').waitFor();
  });

  it("goes from cable to cable by arrow keys", async () => {
    await frame.locator("input[type=search]").fill("");
    await frame.locator("canvas").focus();
    await frame.locator("canvas").press("ArrowRight");
    await frame.locator("h2", { hasText: "09SHANGHAI374" }).waitFor();
  });
});

/** A person reloads the window, and what was open comes back as it was: preview, citation graph and timeline. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Page } from "playwright-core";
import { openFile, runCommand, until, untilCable, webviewFrame } from "../../../scripts/lib/editor-window.mjs";
import { closeBrowser, keepPicture, openWindow, reloadWindow } from "./window.ts";

describe("a person who reloads the window", () => {
  let page: Page;

  /** Brings a tab to the front. */
  const front = (name: RegExp) => page.getByRole("tab", { name }).first().click();

  before(async () => {
    page = await openWindow();
    await openFile(page, "09SHANGHAI374.txt");
    await untilCable(page);
    await runCommand(page, "Open Preview to the Side");
    const preview = await webviewFrame(page, "Preview of a cable");
    await preview.locator(".paragraph").first().waitFor();
    await page.keyboard.press("Control+1");
    await runCommand(page, "Show Citation Graph");
    const graph = await webviewFrame(page, /Citation Graph/);
    await graph.locator("h2", { hasText: "09SHANGHAI374" }).waitFor();
    await runCommand(page, "Show Timeline");
    const timeline = await webviewFrame(page, "Timeline of Cables");
    await timeline.locator("input").first().fill("button makers");
    await timeline.locator(".status", { hasText: "1 cable" }).waitFor();
    await reloadWindow(page);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "passed") await keepPicture(page, `failed ${this.currentTest?.fullTitle()}`);
  });
  after(closeBrowser);

  it("has the preview again", async () => {
    await front(/^Preview 09SHANGHAI374/);
    const preview = await webviewFrame(page, "Preview of a cable");
    await preview.locator(".paragraph").first().waitFor();
    await keepPicture(page, "reloaded");
  });

  it("has the timeline again, with its filter", async () => {
    await front(/^Timeline of Cables/);
    const timeline = await webviewFrame(page, "Timeline of Cables");
    await timeline.locator(".status", { hasText: "1 cable" }).waitFor();
    assert.equal(await timeline.locator("input").first().inputValue(), "button makers");
  });

  it("has the citation graph again, of the same cable", async () => {
    await front(/^Citations: 09SHANGHAI374/);
    const graph = await webviewFrame(page, /Citation Graph/);
    await graph.locator("h2", { hasText: "09SHANGHAI374" }).waitFor();
    await until("one tab each", async () => (await page.getByRole("tab", { name: /^Citations/ }).count()) === 1);
  });
});

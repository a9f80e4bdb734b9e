/** A person looks at the workspace's cables over time, filters them, and opens one behind a bar. */
import { after, afterEach, before, describe, it } from "mocha";
import type { Frame, Page } from "playwright-core";
import { openFile, runCommand, untilCable, webviewFrame } from "../../../scripts/lib/editor-window.mjs";
import { findsNothingAmiss } from "./webview.ts";
import { closeBrowser, closeUntitled, keepPicture, openWindow } from "./window.ts";

describe("a person, with the timeline", () => {
  let page: Page;
  let frame: Frame;

  before(async () => {
    page = await openWindow();
    await openFile(page, "09SHANGHAI374.txt");
    await untilCable(page);
    // It would be counted.
    await closeUntitled(page);
    await runCommand(page, "Show Timeline");
    frame = await webviewFrame(page, "Timeline of Cables");
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "passed") await keepPicture(page, `failed ${this.currentTest?.fullTitle()}`);
  });
  after(closeBrowser);

  it("sees all cables, and them by station", async () => {
    await frame.locator(".status", { hasText: "4 cables" }).waitFor();
    await frame.locator("select").last().selectOption({ label: "By station" });
    await frame.locator(".row", { hasText: "AMCONSUL SHANGHAI, China" }).waitFor();
  });

  findsNothingAmiss("timeline", () => ({ page, frame }));

  it("filters by words, lists what is left, and opens it", async () => {
    await frame.locator("input").first().fill("button makers");
    await frame.locator(".status", { hasText: "1 cable" }).waitFor();
    await frame.locator(".first .chart").press("Enter");
    await frame.locator(".list button", { hasText: "09SHANGHAI66" }).click();
    await page.locator('.tab.active[data-resource-name="09SHANGHAI66.cable"]').waitFor();
  });
});

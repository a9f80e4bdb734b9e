/** A person opens a cable in the editor. */
import { after, afterEach, before, describe, it } from "mocha";
import type { Page } from "playwright-core";
import { closeBrowser, keepPicture, openFile, openWindow } from "./window.ts";

describe("a person", () => {
  let page: Page;
  before(async () => {
    page = await openWindow();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      await keepPicture(page, `failed ${this.currentTest.title}`);
    }
  });
  after(closeBrowser);

  it("opens a cable and sees its text", async () => {
    await openFile(page, "09SHANGHAI374.txt");
    await page.locator(".view-line", { hasText: "VZCZCXRO3238" }).waitFor();
    await keepPicture(page, "opened");
  });
});

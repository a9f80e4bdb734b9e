/** A person opens a cable in the editor. */
import { after, before, describe, it } from "mocha";
import type { Page } from "playwright-core";
import { openFile, untilCable } from "../../../scripts/lib/editor-window.mjs";
import { closeBrowser, keepPicture, openWindow } from "./window.ts";

describe("a person", () => {
  let page: Page;
  before(async () => {
    page = await openWindow();
  });
  after(closeBrowser);

  it("opens a cable and sees its text", async () => {
    await openFile(page, "09SHANGHAI66.cable");
    await untilCable(page);
    await page.locator(".view-line", { hasText: "VZCZCXRO9966" }).waitFor();
    await keepPicture(page, "opened");
  });
});

/** A person reads a cable: looks at its outline, points at what is unclear, follows what it cites. */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import type { Page } from "playwright-core";
import {
  goTo,
  openFile,
  outlineRows,
  pointAt,
  pointAtCursor,
  until,
  untilCable,
} from "../../../scripts/lib/editor-window.mjs";
import { closeBrowser, keepPicture, openWindow } from "./window.ts";

describe("a person", () => {
  let page: Page;
  before(async () => {
    page = await openWindow();
  });
  beforeEach(async () => {
    await openFile(page, "09SHANGHAI374.txt");
    await untilCable(page);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "passed") {
      await keepPicture(page, `failed ${this.currentTest?.fullTitle()}`);
    }
  });
  after(closeBrowser);

  it("sees a cable's sections and paragraphs in the Outline view, and goes to one", async () => {
    const rows = await outlineRows(page);
    await rows.filter({ hasText: "Header" }).waitFor();
    await page.locator(".outline-pane .monaco-list").focus();
    const heading = rows.filter({ hasText: "Keeping Track of Migrants in a Tough Economy" });
    await until("the heading to come into view", async () => {
      await page.keyboard.press("PageDown");
      return (await heading.count()) > 0;
    });
    await keepPicture(page, "outline");
    await heading.click();
    await page.locator(".view-line", { hasText: "Keeping Track of Migrants" }).waitFor();
    await page.locator(".statusbar-item", { hasText: "Ln 80," }).waitFor();
  });

  it("points at a TAG and reads what it means", async () => {
    await pointAt(page, 39, 9);
    const hover = page.locator(".monaco-hover:visible", { hasText: "Internal Governmental Affairs" });
    await hover.waitFor();
    await keepPicture(page, "hover");
  });

  for (const [label, column, name, subject] of [
    ["A", 133, "09SHANGHAI66.cable", "YANGTZE DELTA BUTTON MAKERS"],
    ["B", 139, "residency-pilot-notes.txt", "AN INVENTED TOWN TRIES A REGISTER"],
  ] as const) {
    it(`clicks on ${label} of “Refs A and B” with Ctrl held, and is in that cable`, async () => {
      const tab = page.locator(`.tab.active[data-resource-name="${name}"]`);
      // Until the index has met the cited cable, the click leads to the REF line, as it should: then it is tried again.
      await until("the cited cable to open", async () => {
        await openFile(page, "09SHANGHAI374.txt");
        await goTo(page, 90, column);
        const { x, y } = await pointAtCursor(page);
        await page.keyboard.down("Control");
        await page.mouse.move(x - 2, y, { steps: 2 });
        await page.mouse.click(x, y);
        await page.keyboard.up("Control");
        return tab.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        );
      });
      await page.locator(".view-line", { hasText: subject }).waitFor();
      await keepPicture(page, `definition ${label}`);
      assert.equal(await tab.count(), 1);
    });
  }
});

/** A person opens a cable where the language server can not start: there is one clear message, with a way to the log. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Page } from "playwright-core";
import { openFile, untilCable } from "../../../scripts/lib/editor-window.mjs";
import { closeBrowser, keepPicture, openWindow } from "../ui/window.ts";

describe("a language server that does not start", () => {
  let page: Page;
  before(async () => {
    page = await openWindow();
  });
  after(closeBrowser);

  it("is told of once, with a way to the log", async () => {
    await openFile(page, "09SHANGHAI374.txt");
    await untilCable(page);
    const messages = page.locator(".notification-toast");
    await messages.filter({ hasText: "Reftel's language server did not start" }).waitFor();
    await openFile(page, "09SHANGHAI66.cable");
    await untilCable(page);
    await keepPicture(page, "server-does-not-start");
    assert.equal(await messages.count(), 1);
    await messages.getByRole("button", { name: "Show Log" }).click();
    await page.locator(".panel .output-view, .part.panel .monaco-editor").first().waitFor();
    await keepPicture(page, "server-does-not-start-log");
  });
});

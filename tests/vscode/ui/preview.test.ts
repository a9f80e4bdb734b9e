/** A person reads cables in the preview: whole, long, in pieces and damaged, by pointer and by keyboard, in every theme. */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import type { Frame, Page } from "playwright-core";
import { inventedCable } from "../../../scripts/bench/invented-cable.ts";
import { goTo, openFile, until, untilCable, webviewFrame } from "../../../scripts/lib/editor-window.mjs";
import { accessibilityFaults, faultsWhenNarrow, THEMES, useTheme } from "./webview.ts";
import { closeBrowser, keepPicture, openWindow, workspaceFolder } from "./window.ts";

const FRAGMENT = "REF: 09 SHANGHAI 66\n\n3. (C) As reftel says, the buttons are left over.\n";
const DAMAGED = `\ufeff> S E C R E T MADRID 00123\r\n> SUBJECT: <script>alert(1)</script> "ONE\r\r> TAGS: PREL\f, [SP](#)
REF: A. command:workbench.action.quit\n1. (S) javascript:alert(1) and ref A </style><img src=x onerror=alert(1)>\n\ud800 2. (XX`;

const TURNS_OUT = `R 010900Z SEP 09
FM AMEMBASSY TALLINN
TO RUEHC/SECSTATE WASHDC 8243

UNCLAS TALLINN 000903

E.O. 12958: N/A
TAGS: PGOV, EN
SUBJECT: THE HARBOR TURNS OUT TO BE A LAKE

1. (U) There is no way to the sea.
`;

const WRITTEN = {
  "long.cable": inventedCable(7, 60_000),
  "fragment.cable": FRAGMENT,
  "damaged.cable": DAMAGED,
  "turns-out.txt": TURNS_OUT,
};

/** To the first group of editors: the preview is in the second, and what is opened there would take its place. */
const TO_THE_EDITOR = "Control+1";

describe("a person with the preview", () => {
  let page: Page;
  let frame: Frame;

  /** Opens a file and waits until the preview, which follows the editor, shows it. */
  async function read(name: string, words: string): Promise<void> {
    await page.keyboard.press(TO_THE_EDITOR);
    await openFile(page, name);
    await untilCable(page);
    await frame.getByText(words).first().waitFor();
  }

  before(async () => {
    for (const [name, text] of Object.entries(WRITTEN)) writeFileSync(join(workspaceFolder(), name), text);
    page = await openWindow();
    await openFile(page, "09SHANGHAI374.txt");
    await untilCable(page);
    await page.keyboard.press("Control+K");
    await page.keyboard.press("v");
    frame = await webviewFrame(page, "Preview of a cable");
    await frame.locator(".paragraph").first().waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "passed") {
      await keepPicture(page, `failed ${this.currentTest?.fullTitle()}`);
    }
  });
  after(async () => {
    await closeBrowser();
    // The next tests count the cables of the folder.
    for (const name of Object.keys(WRITTEN)) rmSync(join(workspaceFolder(), name));
  });

  it("sees the cable as a document, with what is cited", async () => {
    assert.equal(await frame.getByRole("heading", { level: 1 }).count(), 1);
    await frame.getByRole("heading", { name: "Blaming the Bad Elements" }).waitFor();
    await frame.locator("#reference-1 .subject", { hasText: "YANGTZE DELTA BUTTON MAKERS" }).waitFor();
    await keepPicture(page, "preview");
  });

  it("is told what a code means as soon as it has the focus, and puts the card away with Escape", async () => {
    const tag = frame.locator(".chips .term", { hasText: "PGOV" });
    await tag.focus();
    const card = frame.locator(".card:visible", { hasText: "Internal Governmental Affairs" });
    await card.waitFor();
    assert.equal(await tag.getAttribute("aria-describedby"), await card.getAttribute("id"));
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "hidden" });
  });

  it("scrolls the one by scrolling the other", async () => {
    await page.keyboard.press(TO_THE_EDITOR);
    await goTo(page, 110, 1);
    await until("the preview to follow", async () => (await frame.evaluate<number>("scrollY")) > 1500);
    // A last word of the editor's own scrolling may still be on its way: who scrolls turns the wheel again.
    const firstLine = page.locator(".editor-instance .line-numbers").getByText("1", { exact: true });
    await until("the editor to follow", async () => {
      await frame.evaluate(
        "new Promise((done) => { scrollBy(0, 40); requestAnimationFrame(() => done(scrollTo(0, 0))); })",
      );
      return firstLine.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
  });

  it("types, and reads it in the preview", async () => {
    await page.keyboard.press(TO_THE_EDITOR);
    await goTo(page, 90, 1);
    await page.keyboard.press("End");
    await page.keyboard.type(" Nobody foresaw it.");
    await frame.locator("#paragraph-5", { hasText: "Nobody foresaw it." }).waitFor();
  });

  it("clicks on a citation, and the cited cable is open", async () => {
    const tab = page.locator('.tab.active[data-resource-name="09SHANGHAI66.cable"]');
    await frame.locator("#paragraph-5 a.citation").first().click();
    await tab.waitFor();
    await frame.getByRole("heading", { level: 1, name: "YANGTZE DELTA" }).waitFor();
  });

  it("finds planted markup to be text", async () => {
    await read("damaged.cable", "<script>alert(1)</script>");
    assert.equal(await frame.locator(".reading script, .reading img, .reading style, .reading [onerror]").count(), 0);
    const addresses = await frame.locator("a[href]").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    assert.ok(addresses.every((address) => address?.startsWith("#")));
  });

  it("follows the editor to a plain text that turns out to be a cable once it is open", async () => {
    await read("turns-out.txt", "THE HARBOR TURNS OUT TO BE A LAKE");
    await page.locator('.tab.active[data-resource-name="turns-out.txt"]').waitFor();
  });

  it("meets no obstacle in a window of 800 pixels", async () => {
    await read("long.cable", "Transmission");
    const faults = await faultsWhenNarrow(page, frame, () => keepPicture(page, "preview narrow"));
    assert.deepEqual(faults, []);
  });

  for (const theme of ["light", "highContrast", "highContrastLight", "dark"] as const) {
    it(`meets no obstacle in ${THEMES[theme].name}`, async () => {
      await useTheme(page, frame, theme);
      for (const [name, words] of [
        ["09SHANGHAI374.txt", "NEW ZHEJIANG MIGRANT POLICY"],
        ["long.cable", "Transmission"],
        ["fragment.cable", "the buttons are left over"],
        ["damaged.cable", "javascript:alert(1)"],
      ] as const) {
        await read(name, words);
        assert.deepEqual(await accessibilityFaults(frame), [], name);
      }
      await keepPicture(page, `preview ${theme}`);
    });
  }
});

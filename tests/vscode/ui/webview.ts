/** The themes that a page inside a webview is looked at in, and what axe finds amiss in it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { it } from "mocha";
import type { Frame, Page } from "playwright-core";
import { until } from "../../../scripts/lib/editor-window.mjs";
import { keepPicture } from "./window.ts";

/** The themes: what each is called in the list of VS Code, which settings may know by another name, and what kind a page is told. */
export const THEMES = {
  dark: { name: "Dark Modern", kind: "vscode-dark" },
  light: { name: "Light Modern", kind: "vscode-light" },
  highContrast: { name: "Dark High Contrast", kind: "vscode-high-contrast" },
  highContrastLight: { name: "Light High Contrast", kind: "vscode-high-contrast-light" },
} as const;

/** Chooses a theme, as a person does, and waits until the page in the frame wears it. */
export async function useTheme(page: Page, frame: Frame, theme: keyof typeof THEMES): Promise<void> {
  const { name, kind } = THEMES[theme];
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+T");
  const input = page.locator(".quick-input-box input[type=text]");
  await input.fill(name);
  // An offer of more themes may stand above it.
  const label = page.getByText(name, { exact: true });
  await page.locator(".quick-input-list .monaco-list-row").filter({ has: label }).first().click();
  await input.waitFor({ state: "hidden" });
  await frame.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds amiss in a page, a paragraph for each place; empty where all is well. */
export async function accessibilityFaults(frame: Frame): Promise<readonly string[]> {
  // By the debugger and not by a script element, which the page's policy rightly refuses.
  await frame.evaluate(readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = (await frame.evaluate("axe.run(document)")) as AxeResults;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ""}`),
  );
}

/**
 * Makes the window as narrow as one beside another, and answers what is amiss in a page then; the window stays so until `act` is over.
 * @param act looks at the window while it is narrow.
 */
export async function faultsWhenNarrow(page: Page, frame: Frame, act: () => Promise<void>): Promise<readonly string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 800, height: 800 });
  try {
    await until("the page to be narrow", async () => (await frame.evaluate<number>("innerWidth")) < 800);
    await act();
    const sideways = await frame.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth");
    const faults = await accessibilityFaults(frame);
    return sideways ? ["The page must be scrolled sideways.", ...faults] : faults;
  } finally {
    await page.setViewportSize(before);
  }
}

/**
 * The tests that every page passes that fills a panel: nothing amiss in any theme, nor in a narrow window.
 * @param name what its pictures are called.
 * @param seen the window and the page, once they are open.
 */
export function findsNothingAmiss(name: string, seen: () => { readonly page: Page; readonly frame: Frame }): void {
  for (const theme of ["dark", "light", "highContrast"] as const) {
    it(`finds nothing amiss in the theme ${theme}`, async () => {
      const { page, frame } = seen();
      await useTheme(page, frame, theme);
      await keepPicture(page, `${name} ${theme}`);
      assert.deepEqual(await accessibilityFaults(frame), []);
    });
  }

  it("finds nothing amiss in a window of 800 pixels", async () => {
    const { page, frame } = seen();
    const faults = await faultsWhenNarrow(page, frame, () => keepPicture(page, `${name} narrow`));
    assert.deepEqual(faults, []);
  });
}

// Opens Chromium the way it works without a display, a sandbox of its own, or a network beyond this machine.
import { chromium } from "playwright-core";
import { atEnd } from "./processes.mjs";

/** Flags that keep Chromium to its task: no GPU, no first-run pages, no traffic of its own. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @param {string} executablePath */
export async function openBrowser(executablePath) {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const forget = atEnd(() => void browser.close().catch(() => {}));
  browser.on("disconnected", forget);
  return browser;
}

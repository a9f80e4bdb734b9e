// Finds out whether the desktop VS Code can be had here, and runs the tests in it.
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { run, which } from "./processes.mjs";

/** Where @vscode/test-electron keeps what it downloads. */
const downloads = join(root, ".vscode-test");

/** Whether a window can be shown: everywhere but on a Linux without a display. */
export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Whether VS Code was downloaded before, or its vendor's site answers. */
export async function canDownload() {
  const kept = existsSync(downloads) ? await readdir(downloads) : [];
  if (kept.some((name) => name.startsWith("vscode-"))) {
    return true;
  }
  return fetch("https://update.code.visualstudio.com/api/releases/stable", { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );
}

/** What REFTEL_VSCODE_HOST says. @returns {"desktop" | "server" | undefined} */
export function namedHost() {
  const named = process.env.REFTEL_VSCODE_HOST || undefined;
  if (named !== undefined && named !== "desktop" && named !== "server") {
    throw new Error(`REFTEL_VSCODE_HOST is ${named}: it can be desktop or server`);
  }
  return named;
}

/**
 * Chooses where the tests run; REFTEL_VSCODE_HOST=desktop or =server decides it by hand.
 * @returns {Promise<"desktop" | "server">}
 */
export async function chooseHost() {
  const named = namedHost();
  if (named) {
    return named;
  }
  return (hasDisplay() || which("xvfb-run")) && (await canDownload()) ? "desktop" : "server";
}

/**
 * Runs a test module in the desktop VS Code.
 * @param {{ workspace: string, tests: string }} what
 * @returns {Promise<string | undefined>} what went wrong, unless the tests' own report says so.
 */
export async function runInDesktop({ workspace, tests }) {
  const program = [process.execPath, join(root, "scripts", "lib", "run-desktop.mjs"), workspace, tests];
  const [command, ...args] = hasDisplay() ? program : ["xvfb-run", "--auto-servernum", ...program];
  const { code } = await run(/** @type {string} */ (command), args, { show: true });
  // 1 is how VS Code ends when tests fail, and the report names those.
  return code === 0 || code === 1 ? undefined : `VS Code ended with exit code ${code}`;
}

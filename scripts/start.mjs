// Builds the extension and opens it in VS Code on the fixtures: the desktop one, or where none can be had its server, in the browser.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./lib/paths.mjs";
import { runOrFail, which } from "./lib/processes.mjs";
import { canDownload, hasDisplay, namedHost } from "./lib/vscode-desktop.mjs";
import { installVscodeServer, startVscodeServer } from "./lib/vscode-server.mjs";

const folder = join(root, "tests", "fixtures");
const cable = join(folder, "09SHANGHAI374.txt");

/**
 * The desktop VS Code to use: the one on this machine, else one to be downloaded.
 * @returns {Promise<string | undefined>} its program; nothing where there is no display or none can be had.
 */
async function findDesktop() {
  const named = namedHost();
  if (named === "server" || (named === undefined && !hasDisplay())) {
    return undefined;
  }
  const installed = which("code");
  if (installed) {
    return installed;
  }
  if (named === "desktop" || (await canDownload())) {
    const { downloadAndUnzipVSCode } = await import("@vscode/test-electron");
    return downloadAndUnzipVSCode(process.env.REFTEL_VSCODE_VERSION || "stable");
  }
  return undefined;
}

/** Opens a desktop VS Code and lets it go on by itself. @param {string} program */
async function openDesktop(program) {
  // A command file (Windows) needs a shell, which takes the line as it is.
  const shell = process.platform === "win32";
  const quoted = (/** @type {string} */ text) => (shell ? `"${text}"` : text);
  const child = spawn(quoted(program), [`--extensionDevelopmentPath=${root}`, folder, cable].map(quoted), {
    shell,
    stdio: "inherit",
  });
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", resolve);
  });
  if (code !== 0) {
    throw new Error(`${program} ended with exit code ${code}`);
  }
  console.log("VS Code is open on tests/fixtures with the extension loaded.");
}

async function openServer() {
  const install = await installVscodeServer();
  const server = await startVscodeServer(install);
  console.log(`
VS Code runs in the browser, on tests/fixtures with the extension loaded, at:

${server.windowAddress({ folder, file: cable })}

Ctrl-C ends it.`);
  await server.closed;
  throw new Error(`VS Code's server has ended:\n${server.output()}`);
}

try {
  await runOrFail(process.execPath, [join(root, "scripts", "build.mjs")]);
  const desktop = await findDesktop();
  if (desktop) {
    await openDesktop(desktop);
  } else {
    await openServer();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

// Runs a test module in the desktop VS Code that @vscode/test-electron brings: a program of its own, so that it can be given a display.
import { runTests } from "@vscode/test-electron";
import { root } from "./paths.mjs";

const [workspace, tests] = process.argv.slice(2);
if (workspace === undefined || tests === undefined) {
  throw new Error("Needs the workspace and the test module.");
}
try {
  process.exitCode = await runTests({
    version: process.env.REFTEL_VSCODE_VERSION || "stable",
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    launchArgs: [
      workspace,
      "--disable-extensions",
      "--disable-workspace-trust",
      "--skip-welcome",
      "--skip-release-notes",
    ],
  });
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

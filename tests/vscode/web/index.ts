/** What VS Code in a browser calls to run the extension's tests in the page's extension host, which is a web worker. */
import { Uri, workspace } from "vscode";
import { reportTests } from "../report.ts";
import { runMocha } from "./mocha.ts";
// The tests of `../suite`, put here when they are bundled: a worker can't look for files.
import "reftel:suite";

/** Beside the workspace's folder, where the runner looks for it: a worker knows no other place. */
const REPORT = "report.json";

export async function run(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("no folder is open");
  const file = Uri.joinPath(folder.uri, "..", REPORT);
  const failed = await reportTests(runMocha, async (report) => {
    await workspace.fs.writeFile(file.with({ path: `${file.path}.new` }), new TextEncoder().encode(report));
    await workspace.fs.rename(file.with({ path: `${file.path}.new` }), file, { overwrite: true });
  });
  if (failed > 0) throw new Error(`${failed} failed`);
}

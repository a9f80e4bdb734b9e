// Packs the extension as users install it: a production build in one .vsix file.
import { join } from "node:path";
import { root } from "./lib/paths.mjs";
import { runOrFail } from "./lib/processes.mjs";

const file = process.argv[2] ?? "reftel.vsix";
const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");

await runOrFail(process.execPath, [join(root, "scripts", "build.mjs"), "--production"], { cwd: root });
const output = await runOrFail(
  process.execPath,
  // Everything is in the bundles, so no dependency goes with them; the README's links stay as they are, for there is no address to put
  // before them yet.
  [vsce, "package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", file],
  { cwd: root },
);
console.log(output.trim());

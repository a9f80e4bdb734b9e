// Builds what ships: the extension for VS Code and the one-file command line with the language server, into dist/.
import { build, context } from "esbuild";
import { bundles } from "./lib/bundles.mjs";

const watch = process.argv.includes("--watch");
const all = Object.values(bundles({ production: process.argv.includes("--production") }));

if (watch) {
  for (const options of all) {
    const watcher = await context({ ...options, logLevel: "info" });
    await watcher.watch();
  }
} else {
  await Promise.all(all.map((options) => build({ ...options, logLevel: "info" })));
}

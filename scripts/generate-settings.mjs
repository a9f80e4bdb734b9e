// Writes the codes of rules into the manifest's settings and into the schema of a folder's settings. `--check` only compares.
import { runTypescript } from "./lib/run-typescript.mjs";

process.exitCode = await runTypescript("scripts/settings/main.ts", process.argv.slice(2));

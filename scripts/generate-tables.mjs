// Writes what follows from the columns of the tables: their schema, their page, and the recipes for engines. `--check` only compares.
import { runTypescript } from "./lib/run-typescript.mjs";

process.exitCode = await runTypescript("scripts/tables/main.ts", process.argv.slice(2));

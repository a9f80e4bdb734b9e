// Lists what is suspicious in the records of a folder of cables: `npm run survey:records -- FOLDER [--counts]`.
import { runTypescript } from "./lib/run-typescript.mjs";

process.exitCode = await runTypescript("scripts/survey/records.ts", process.argv.slice(2));

// Counts how many of the codes in the headers of a folder's cables have a hover: `npm run survey:hovers -- FOLDER [--missing]`.
import { runTypescript } from "./lib/run-typescript.mjs";

process.exitCode = await runTypescript("scripts/survey/hovers.ts", process.argv.slice(2));

/** A short run of the fuzzer, and all that longer runs have found: `npm run fuzz` runs as long as it is told to. */

import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fuzz } from "../../scripts/fuzz/run.ts";
import type { Target } from "../../scripts/fuzz/target.ts";
import { commandLineTarget } from "../../scripts/fuzz/targets/command-line.ts";
import { grammarTarget } from "../../scripts/fuzz/targets/grammar.ts";
import { parserTarget } from "../../scripts/fuzz/targets/parser.ts";
import { requestsTarget } from "../../scripts/fuzz/targets/requests.ts";
import { bundle } from "../lsp/server-file.ts";
import { Random } from "../support/random.ts";

const FOUND = new URL("found/", import.meta.url);
/** The name of the file that keeps the folder while nothing is found. */
const ABOUT = "README.md";

let targets: readonly Target[];
beforeAll(async () => {
  targets = [
    await grammarTarget(),
    await parserTarget(),
    await requestsTarget(bundle.program),
    await commandLineTarget(bundle.program),
  ];
}, 60_000);
afterAll(async () => {
  for (const target of targets) await target.end();
});

test("120 hostile texts do no harm", { timeout: 240_000 }, async () => {
  const { troubles } = await fuzz(targets, { seed: 374, rounds: 120 });
  expect(troubles).toEqual([]);
});

test("what was found does no harm any more", { timeout: 240_000 }, async () => {
  const names = readdirSync(FOUND).filter((name) => name !== ABOUT);
  const troubles: string[] = [];
  for (const name of names) {
    const text = readFileSync(new URL(name, FOUND), "utf8");
    for (const target of targets) {
      await target.attempt(text, new Random(1)).catch((error: unknown) => troubles.push(`${name}: ${error}`));
    }
  }
  expect(troubles).toEqual([]);
});

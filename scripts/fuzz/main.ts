/**
 * `npm run fuzz -- [--seed 374] [--rounds 2000] [--first 0]`: hostile texts against grammar, parser, requests and command line, with a report.
 * `npm run fuzz -- --big`: what requests cost on texts of 1, 5 and 50 MB.
 * `npm run fuzz -- --matrix [--kinds "TAGS"]`: what every kind of request costs on every kind of text of 10 to 400 KB, or on those with such a name.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureBig } from "./big.ts";
import { measureMatrix } from "./matrix.ts";
import { fuzz } from "./run.ts";
import { commandLineTarget } from "./targets/command-line.ts";
import { grammarTarget } from "./targets/grammar.ts";
import { parserTarget } from "./targets/parser.ts";
import { requestsTarget } from "./targets/requests.ts";

/** The promise: so long for an answer on a text of 100 KB. In milliseconds. */
const PROMISED = 100;

const [program = "", found = "", ...args] = process.argv.slice(2);
const { values } = parseArgs({
  args,
  options: {
    seed: { type: "string", default: "374" },
    rounds: { type: "string", default: "2000" },
    first: { type: "string", default: "0" },
    big: { type: "boolean", default: false },
    matrix: { type: "boolean", default: false },
    kinds: { type: "string", default: "" },
  },
});

if (values.big) void report(measureBig(program));
else if (values.matrix) void report(measureMatrix(program, new RegExp(values.kinds)));
else void main();

async function report(measured: Promise<number>): Promise<void> {
  const failed = await measured;
  console.log(`\n${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function main(): Promise<void> {
  const targets = [
    await grammarTarget(),
    await parserTarget(),
    await requestsTarget(program),
    await commandLineTarget(program),
  ];
  const numbers = { seed: Number(values.seed), rounds: Number(values.rounds), first: Number(values.first) };
  const { troubles, slowest, characters } = await fuzz(targets, numbers);
  for (const target of targets) await target.end();

  console.log(`${numbers.rounds} texts, ${(characters / 1e6).toFixed(1)} MB, seed ${numbers.seed}`);
  console.log(
    "\nThe slowest answer of each kind (an answer is promised within 100 ms on 100 KB; a command starts a process):",
  );
  for (const [what, { milliseconds, round, length }] of [...slowest].sort(
    ([, a], [, b]) => b.milliseconds - a.milliseconds,
  )) {
    const late = !what.startsWith("reftel ") && milliseconds > PROMISED ? "  LATE" : "";
    const row = [what.padEnd(40), `${milliseconds.toFixed(1)} ms`.padStart(12), `${length} characters`.padStart(20)];
    console.log(`${row.join("")}, round ${round}${late}`);
  }
  mkdirSync(found, { recursive: true });
  for (const { target, round, text, error } of troubles) {
    const file = join(found, `${target.replaceAll(" ", "-")}-${numbers.seed}-${round}.txt`);
    writeFileSync(file, text);
    console.log(
      `\n${target}, round ${round}: ${error instanceof Error ? error.stack : String(error)}\n  kept as ${file}`,
    );
  }
  console.log(`\n${troubles.length} found`);
  process.exitCode = troubles.length > 0 ? 1 : 0;
}

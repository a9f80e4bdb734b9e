/** `npm run load -- [--seconds 300] [--cables 50000] [--documents 200] [--edits 50] [--changes 1000] [--requests 20] [--seed 374]`: prints what held under load. */

import { parseArgs } from "node:util";
import { type Figure, milliseconds, quantile } from "../bench/figure.ts";
import { slope } from "./memory.ts";
import { type LoadReport, underLoad } from "./run.ts";

/** The promise: an answer within this, in milliseconds, in 99 of 100 cases. */
const PROMISED = 100;

/** Memory counts as flat when the line through it rises by no more than this part of it until the end. */
const FLAT = 0.1;

/** What is read and filled at the beginning is no growth: so many seconds, or a fifth of a short run. */
const WARM_UP = 60;

const [program = "", ...args] = process.argv.slice(2);
const { values } = parseArgs({
  args,
  options: {
    seconds: { type: "string", default: "300" },
    cables: { type: "string", default: "50000" },
    documents: { type: "string", default: "200" },
    edits: { type: "string", default: "50" },
    changes: { type: "string", default: "1000" },
    requests: { type: "string", default: "20" },
    seed: { type: "string", default: "374" },
  },
});

void main();

async function main(): Promise<void> {
  const load = {
    seconds: Number(values.seconds),
    cables: Number(values.cables),
    documents: Number(values.documents),
    edits: Number(values.edits),
    changes: Number(values.changes),
    requests: Number(values.requests),
    seed: Number(values.seed),
  };
  console.log(
    `${load.documents} documents open, ${load.edits} edits, ${load.changes} changed files and ${load.requests} requests a second for ${load.seconds} s, in a folder of ${load.cables} cables\n`,
  );
  const report = await underLoad(program, load);
  const figures = [...answers(report), ...memory(report, load.seconds), ...end(report)];
  const width = Math.max(...figures.map(({ what }) => what.length));
  const measuredWidth = Math.max(...figures.map(({ measured }) => measured.length));
  for (const { what, measured, promised, kept } of figures) {
    const row = `${what.padEnd(width)}  ${measured.padEnd(measuredWidth)}  ${promised ?? ""}`;
    console.log(`${row}${kept ? "" : "  NOT KEPT"}`.trimEnd());
  }
  for (const line of [...report.faults, ...report.differences].slice(0, 20)) console.log(`\n${line}`);
  process.exitCode = figures.every(({ kept }) => kept) ? 0 : 1;
}

function answers({ times, ownDelays, asked, answered }: LoadReport): readonly Figure[] {
  const rows = [...times].map(([method, taken]): Figure => {
    const value = quantile(taken, 0.99);
    return {
      what: `${method}, 99th percentile of ${taken.length}`,
      measured: `${milliseconds(value)} (median ${milliseconds(quantile(taken, 0.5))})`,
      promised: `at most ${PROMISED} ms`,
      kept: value <= PROMISED,
    };
  });
  rows.sort((one, other) => (one.what < other.what ? -1 : 1));
  const all = quantile([...times.values()].flat(), 0.99);
  return [
    ...rows,
    { what: "All of them", measured: milliseconds(all), promised: `at most ${PROMISED} ms`, kept: all <= PROMISED },
    {
      what: "This program's own delay, 99th percentile",
      measured: milliseconds(quantile(ownDelays, 0.99)),
      promised: null,
      kept: true,
    },
    { what: "Answered", measured: `${answered} of ${asked}`, promised: "all", kept: answered === asked },
  ];
}

function memory({ memory: samples }: LoadReport, seconds: number): readonly Figure[] {
  if (samples.length === 0) {
    return [{ what: "Memory", measured: "the system does not tell", promised: null, kept: true }];
  }
  const warmUp = Math.min(WARM_UP, seconds / 5);
  const later = samples.filter(({ at }) => at >= warmUp);
  const levels = later.map(({ megabytes }) => megabytes);
  const perMinute = slope(later);
  const rise = (perMinute * (seconds - warmUp)) / 60 / quantile(levels, 0.5);
  return [
    {
      what: "Memory at the beginning, after the warm-up, at the end",
      measured: [samples[0], later[0], later.at(-1)].map((one) => `${Math.round(one?.megabytes ?? 0)} MB`).join(", "),
      promised: null,
      kept: true,
    },
    {
      what: `Growth of memory after the first ${Math.round(warmUp)} s`,
      measured: `${perMinute.toFixed(1)} MB a minute, ${(rise * 100).toFixed(1)} % in all (median ${Math.round(quantile(levels, 0.5))} MB)`,
      promised: `at most ${FLAT * 100} % in all`,
      kept: rise <= FLAT,
    },
  ];
}

function end({ edits, changes, caughtUp, processorTime, faults, differences }: LoadReport): readonly Figure[] {
  return [
    { what: "Edits, changed files", measured: `${edits}, ${changes}`, promised: null, kept: true },
    {
      what: "Time of the processor that the server took",
      measured: processorTime === null ? "the system does not tell" : `${processorTime.toFixed(1)} s`,
      promised: null,
      kept: true,
    },
    { what: "Caught up after the last change", measured: milliseconds(caughtUp), promised: null, kept: true },
    { what: "Faults", measured: String(faults.length), promised: "none", kept: faults.length === 0 },
    {
      what: "Answers that differ from those of a fresh server",
      measured: String(differences.length),
      promised: "none",
      kept: differences.length === 0,
    },
  ];
}

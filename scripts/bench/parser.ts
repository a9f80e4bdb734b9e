/** How much source text a second becomes whole records, and whole records with everything that the rules find, on one core, warm. */

import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import { diagnose } from "../../server/src/features/diagnostics.ts";
import { type Figure, quantile } from "./figure.ts";
import { inventedCable } from "./invented-cable.ts";
import { roundsFor } from "./rounds.ts";

const SIZES = [2_000, 6_000, 20_000, 60_000];
const CABLES_OF_EACH_SIZE = 12;

/** The engine goes on compiling for so long, in milliseconds of processor time: what is measured before tells of that and not of the parser. */
const WARM_UP = 5_000;
const MEASURED = 1_500;

/** What is done with a cable, and what is promised of it over cables of all sizes, in MB/s. */
interface Work {
  readonly name: string;
  readonly promised: number;
  readonly run: (text: string) => unknown;
}

const RECORDS: Work = { name: "Whole records", promised: 100, run: (text) => toRecord(parseCable(text), "") };
const CHECKS: Work = {
  name: "Parsed and checked by all rules",
  promised: 10,
  run: (text) => diagnose(parseCable(text)),
};

export async function parserFigures(): Promise<Figure[]> {
  const groups = SIZES.map((size) => ({
    of: `, cables of ${size / 1000} KB`,
    texts: Array.from({ length: CABLES_OF_EACH_SIZE }, (_, seed) => inventedCable(seed + size, size)),
  }));
  const all = { of: ", all sizes", texts: groups.flatMap(({ texts }) => texts) };
  const tasks = [...groups, all]
    .map((group) => ({ ...group, work: RECORDS, counts: group === all }))
    .concat({ ...all, work: CHECKS, counts: true });
  for (const { run } of [RECORDS, CHECKS]) roundsFor(WARM_UP, 0, () => all.texts.forEach(run));
  return tasks.map(({ of, texts, work, counts }): Figure => {
    const rounds = roundsFor(0, MEASURED, () => texts.forEach(work.run));
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    const speed = characters / quantile(rounds, 0.5);
    return {
      what: `${work.name}${of}`,
      measured: `${speed.toFixed(0)} MB/s`,
      promised: counts ? `at least ${work.promised} MB/s` : null,
      kept: !counts || speed >= work.promised,
    };
  });
}

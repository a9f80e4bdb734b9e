/** How much source text a second becomes whole records, on one core, warm. */

import { Bench } from "tinybench";
import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import { type Figure, quantile } from "./figure.ts";
import { inventedCable } from "./invented-cable.ts";

const SIZES = [2_000, 6_000, 20_000, 60_000];
const CABLES_OF_EACH_SIZE = 12;
const PROMISED = 100;

export async function parserFigures(): Promise<Figure[]> {
  const groups = SIZES.map((size) => ({
    name: `Whole records of cables of ${size / 1000} KB`,
    texts: Array.from({ length: CABLES_OF_EACH_SIZE }, (_, seed) => inventedCable(seed + size, size)),
  }));
  const all = { name: "Whole records, all sizes", texts: groups.flatMap(({ texts }) => texts) };
  const bench = new Bench({ time: 1500, warmupTime: 1000, retainSamples: true });
  for (const { name, texts } of [...groups, all]) {
    bench.add(name, () => {
      for (const text of texts) toRecord(parseCable(text), "");
    });
  }
  await bench.run();
  return [...groups, all].map(({ name, texts }): Figure => {
    const result = bench.getTask(name)?.result;
    const samples = result !== undefined && "latency" in result ? (result.latency.samples ?? []) : [];
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    const speed = characters / 1e6 / (quantile(samples, 0.5) / 1e3);
    const counts = name === all.name;
    return {
      what: name,
      measured: `${speed.toFixed(0)} MB/s`,
      promised: counts ? `at least ${PROMISED} MB/s` : null,
      kept: !counts || speed >= PROMISED,
    };
  });
}

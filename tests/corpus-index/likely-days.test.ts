/** When a cable that is not there was sent, by the numbers and days of its station's other cables. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allMissing } from "../../server/src/corpus/facets/missing-cables.ts";
import { SerialSeries } from "../../server/src/corpus/serial-series.ts";
import { daysOf } from "../../server/src/features/missing/write-missing.ts";
import { MemoryWorkspace } from "../support/workspace.ts";

const DAY = 24 * 60;

/** Minutes of a day of 2009, at noon. */
function noon(month: number, day: number): number {
  return Date.UTC(2009, month - 1, day, 12) / 60_000;
}

const SERIES = new SerialSeries([
  { serial: 100, sent: noon(3, 2) },
  { serial: 110, sent: noon(3, 4) },
  { serial: 130, sent: noon(3, 5) },
  { serial: 900, sent: noon(11, 20) },
]);

describe("a serial", () => {
  test("between two others was given between their days, nearer to the nearer number", () => {
    expect(SERIES.likelyDays(105, null)).toEqual({ from: noon(3, 2), to: noon(3, 4), likely: noon(3, 3) });
    expect(SERIES.likelyDays(129, null)).toMatchObject({ from: noon(3, 4), to: noon(3, 5) });
  });

  test("is no younger than the cable that cites it", () => {
    expect(SERIES.likelyDays(109, noon(3, 3))).toEqual({ from: noon(3, 2), to: noon(3, 3), likely: noon(3, 3) });
    expect(SERIES.likelyDays(129, noon(3, 1))).toBeNull();
  });

  test.each([
    ["below all others", 99],
    ["above all others", 901],
    ["far from the next", 500],
    ["that is there", 110],
  ])("%s tells no day", (_, serial) => {
    expect(SERIES.likelyDays(serial, null)).toBeNull();
  });
});

test("taken out of a steady series, a cable is given its own day back", () => {
  const steady = fc.array(fc.integer({ min: 1, max: 3 * DAY }), { minLength: 3, maxLength: 60 });
  fc.assert(
    fc.property(steady, fc.nat(), (gaps, pick) => {
      let sent = noon(1, 3);
      const cables = gaps.map((gap, index) => {
        sent += gap;
        return { serial: index + 1, sent };
      });
      const out = 1 + (pick % (cables.length - 2));
      const days = new SerialSeries(cables.filter((_, index) => index !== out)).likelyDays(out + 1, null);
      const real = cables[out]?.sent ?? 0;
      expect(days).not.toBeNull();
      expect(days?.from).toBeLessThanOrEqual(real);
      expect(days?.to).toBeGreaterThanOrEqual(real);
      expect(Math.abs((days?.likely ?? 0) - real)).toBeLessThanOrEqual(3 * DAY);
    }),
  );
});

test("the list of what is missing says the days", () => {
  const cable = (serial: number, day: string, refs = ""): { name: string; text: string } => ({
    name: `${serial}.cable`,
    text: `R ${day}1200Z AUG 09\nFM AMEMBASSY RIGA\nTO SECSTATE WASHDC\n\nUNCLAS RIGA 0${serial}\n\nTAGS: PGOV\nSUBJECT: X\n${refs}\n1. (U) X.\n`,
  });
  const { index } = new MemoryWorkspace([
    cable(99010, "03"),
    cable(99014, "05"),
    cable(99030, "20", "REF: A. RIGA 99012\n     B. RIGA 99031\n"),
  ]);
  const days = allMissing(index).map(({ mrn, likely }) => [mrn, likely === null ? null : daysOf(likely)]);
  expect(days).toContainEqual(["09RIGA99012", "2009-08-03 – 2009-08-05"]);
});

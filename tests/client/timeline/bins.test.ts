/** Bars of the timeline: every month in one of them, no more than fit, with names that people use. */

import { integer, property, assert as propertyHolds, tuple } from "fast-check";
import { expect, test } from "vitest";
import { binName, binsOf, scaleTop, sumsOf } from "../../../client/webviews/timeline/bins.ts";

const month = (year: number, of: number): number => year * 12 + of - 1;

test("for any stretch of time every month is in one bar, and there are not too many", () => {
  const stretches = tuple(integer({ min: month(1956, 1), max: month(2030, 1) }), integer({ min: 0, max: 900 }));
  propertyHolds(
    property(stretches, integer({ min: 60, max: 240 }), ([first, length], most) => {
      const bins = binsOf(first, first + length, most);
      expect(bins.length).toBeLessThanOrEqual(most);
      const counts = Array.from({ length: length + 1 }, (_, at) => (at * 7) % 5);
      const total = counts.reduce((sum, count) => sum + count, 0);
      expect(sumsOf(bins, first, counts).reduce((sum, count) => sum + count, 0)).toBe(total);
    }),
  );
});

test("a few years come by month, many by quarter or year, from where the calendar has them begin", () => {
  expect(binsOf(month(2008, 11), month(2009, 2), 60).length).toBe(4);
  expect(binsOf(month(2001, 2), month(2009, 2), 60)[0]).toEqual({ from: month(2001, 1), to: month(2001, 3) });
  expect(binsOf(month(1956, 5), month(2026, 1), 100)[0]).toEqual({ from: month(1956, 1), to: month(1956, 12) });
});

test.each([
  [{ from: month(2009, 8), to: month(2009, 8) }, "August 2009"],
  [{ from: month(2009, 7), to: month(2009, 9) }, "July – September 2009"],
  [{ from: month(2009, 1), to: month(2009, 12) }, "2009"],
  [{ from: month(2005, 1), to: month(2009, 12) }, "2005 – 2009"],
])("%j is called %s", (bin, name) => {
  expect(binName(bin, "en")).toBe(name);
});

test.each([
  [0, 1],
  [4, 4],
  [7, 8],
  [11, 20],
  [340, 400],
  [1000, 1000],
])("the scale for %i ends at %i", (highest, top) => {
  expect(scaleTop(highest)).toBe(top);
});

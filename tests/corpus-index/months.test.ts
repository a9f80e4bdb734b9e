/** Months by arithmetic are those of the calendar. */

import { integer, property, assert as propertyHolds } from "fast-check";
import { expect, test } from "vitest";
import { monthNumber, monthOfMinutes, yearOfMonth } from "../../server/src/corpus/facets/months.ts";

test("the month of a minute is that of the calendar", () => {
  const from = Date.UTC(1900, 0, 1) / 60_000;
  const to = Date.UTC(2100, 0, 1) / 60_000;
  propertyHolds(
    property(integer({ min: from, max: to }), (minutes) => {
      const date = new Date(minutes * 60_000);
      const month = monthOfMinutes(minutes);
      expect(month).toBe(monthNumber(date.getUTCFullYear(), date.getUTCMonth() + 1));
      expect(yearOfMonth(month)).toBe(date.getUTCFullYear());
    }),
  );
});

test.each([
  ["1972-02-29T23:59:00Z", 1972 * 12 + 1],
  ["1972-03-01T00:00:00Z", 1972 * 12 + 2],
  ["2000-12-31T23:59:00Z", 2000 * 12 + 11],
  ["1956-01-01T00:00:00Z", 1956 * 12],
])("%s lies in month %i", (instant, month) => {
  expect(monthOfMinutes(Date.parse(instant) / 60_000)).toBe(month);
});

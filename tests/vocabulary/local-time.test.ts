/** Days of the year, weekdays, and the clocks on the walls of posts and of the Department. */

import { expect, test } from "vitest";
import { dayOfYear, isDate, isoDate, longDate, parseCableDate } from "../../server/src/vocabulary/date.ts";
import { localTime, offsetName, weekdayOf } from "../../server/src/vocabulary/local-time.ts";
import { canonicalStation, defaultStations } from "../../server/src/vocabulary/stations.ts";
import { defaultTimeZones, WASHINGTON } from "../../server/src/vocabulary/timezones.ts";

function at(instant: string, station: string) {
  const zone = station === "Washington" ? WASHINGTON : defaultTimeZones().find(canonicalStation(station));
  const local = zone === undefined ? null : localTime(instant, zone);
  if (local === null) return null;
  return `${local.weekday} ${isoDate(local.date)} ${local.hour}:${String(local.minute).padStart(2, "0")} ${local.abbreviation}`;
}

test.each([
  ["2009-08-28T09:03:00Z", "AMCONSUL SHANGHAI", "Friday 2009-08-28 17:03 UTC+8"],
  ["2009-08-28T09:03:00Z", "Washington", "Friday 2009-08-28 5:03 EDT"],
  ["2009-08-28T00:30:00Z", "Washington", "Thursday 2009-08-27 20:30 EDT"],
  // Daylight time was kept through the winter of 1974.
  ["1974-01-24T21:18:00Z", "Washington", "Thursday 1974-01-24 17:18 EDT"],
  ["1973-01-24T21:18:00Z", "Washington", "Wednesday 1973-01-24 16:18 EST"],
  ["1974-01-24T21:18:00Z", "LA PAZ", "Thursday 1974-01-24 17:18 UTC-4"],
  ["2009-08-28T18:20:00Z", "KATHMANDU", "Saturday 2009-08-29 0:05 UTC+5:45"],
  // Shanghai kept daylight time from 1986 to 1991.
  ["1988-07-01T00:00:00Z", "SHANGHAI", "Friday 1988-07-01 9:00 UTC+9"],
  ["2009-12-31T23:30:00Z", "LONDON", "Thursday 2009-12-31 23:30 UTC"],
])("%s at %s is %s", (instant, station, expected) => {
  expect(at(instant, station)).toBe(expected);
});

test("a zone name that is not known here gives way to the older one, and to nothing", () => {
  const zone = { zone: "Europe/Nowhere", olderName: "Europe/Kiev", source: "" };
  expect(localTime("2009-08-28T09:03:00Z", zone)?.hour).toBe(12);
  expect(localTime("2009-08-28T09:03:00Z", { ...zone, olderName: null })).toBeNull();
});

test("an instant that is none has no local time", () => {
  expect(localTime("not a time", WASHINGTON)).toBeNull();
});

test("every station with a zone has a local time", () => {
  const zones = defaultStations().stations.flatMap(({ id }) => defaultTimeZones().find(id) ?? []);
  expect(zones.length).toBeGreaterThan(250);
  expect(zones.filter((zone) => localTime("2009-08-28T09:03:00Z", zone) === null)).toEqual([]);
});

test.each([
  [2009, 240, "2009-08-28"],
  [2009, 1, "2009-01-01"],
  [2009, 365, "2009-12-31"],
  [2008, 366, "2008-12-31"],
  [2008, 60, "2008-02-29"],
  [2009, 60, "2009-03-01"],
])("day %2$i of %1$i", (year, number, expected) => {
  const date = dayOfYear(year, number);
  expect(date === null ? null : isoDate(date)).toBe(expected);
});

test.each([
  [2009, 366],
  [2009, 0],
  [2008, 367],
])("%i has no day %i", (year, number) => {
  expect(dayOfYear(year, number)).toBeNull();
});

test("dates", () => {
  expect(weekdayOf({ year: 2009, month: 8, day: 28 })).toBe("Friday");
  expect(weekdayOf({ year: 1974, month: 1, day: 24 })).toBe("Thursday");
  expect(longDate({ year: 2009, month: 8, day: 28 })).toBe("28 August 2009");
  expect(parseCableDate("2009-08-28")).toEqual({ year: 2009, month: 8, day: 28 });
  expect(parseCableDate("2009")).toEqual({ year: 2009, month: 1, day: 1 });
  expect(["2009-02-29", "2009-13-01", "09-08-28", "2009-8-28", ""].map(parseCableDate)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(isDate({ year: 2008, month: 2, day: 29 })).toBe(true);
  expect(isDate({ year: 1900, month: 2, day: 29 })).toBe(false);
  expect([0, 480, -210, 345].map(offsetName)).toEqual(["UTC", "UTC+8", "UTC-3:30", "UTC+5:45"]);
});

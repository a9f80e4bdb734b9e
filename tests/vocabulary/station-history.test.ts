/** What a station was at a date. */

import { expect, test } from "vitest";
import type { CableDate } from "../../server/src/vocabulary/date.ts";
import { parseCableDate } from "../../server/src/vocabulary/date.ts";
import { explain } from "../../server/src/vocabulary/explain.ts";
import { placeAndCountry, stationAt, stationHistoryRows } from "../../server/src/vocabulary/station-history.ts";
import { defaultStations, matchStation } from "../../server/src/vocabulary/stations.ts";

function placeOf(name: string, date: CableDate | null): string | undefined {
  const station = matchStation(name)?.station;
  if (station === undefined) return undefined;
  const then = stationAt(station, date);
  return `${then.kind}: ${placeAndCountry(then)}`;
}

test.each([
  ["TAIPEI", "1974-03-01", "embassy: AMEMBASSY TAIPEI, Republic of China (Taiwan)"],
  ["TAIPEI", "2009-03-01", "institute: American Institute in Taiwan, Taipei"],
  ["MOSCOW", "1974-03-01", "embassy: AMEMBASSY MOSCOW, Soviet Union"],
  ["MOSCOW", "2009-03-01", "embassy: AMEMBASSY MOSCOW, Russia"],
  ["KINSHASA", "1974-03-01", "embassy: AMEMBASSY KINSHASA, Zaire"],
  ["BELGRADE", "1974-03-01", "embassy: AMEMBASSY BELGRADE, Yugoslavia"],
  ["BELGRADE", "2005-03-01", "embassy: AMEMBASSY BELGRADE, Serbia and Montenegro"],
  ["COTONOU", "1974-03-01", "embassy: AMEMBASSY COTONOU, Dahomey"],
  ["USMISSION BERLIN", "1974-03-01", "mission: US MISSION BERLIN, West Berlin"],
  ["SAIGON", "1974-03-01", "embassy: SAIGON, Republic of Vietnam"],
])("%s on %s is %s", (name, date, expected) => {
  expect(placeOf(name, parseCableDate(date))).toBe(expected);
});

test("at an unknown date it is what its own row says", () => {
  expect(placeOf("MOSCOW", null)).toBe("embassy: AMEMBASSY MOSCOW, Russia");
});

test("the years of its known cables are not told under a cable of other years", () => {
  const validity = (date: string): string | null | undefined => explain("SHANGHAI", parseCableDate(date))[0]?.validity;
  expect(validity("1974-03-01")).toBeNull();
  expect(validity("2009-03-01")).toBe("cables of 1990 to 2010 are known");
});

test("every row is of a station, and no two rows of a station overlap", () => {
  const rows = stationHistoryRows();
  expect(rows.filter(({ id }) => defaultStations().byId(id) === undefined)).toEqual([]);
  const overlapping = rows.filter((row) =>
    rows.some(
      (other) =>
        other !== row &&
        other.id === row.id &&
        (other.from ?? "") <= (row.to ?? "9999") &&
        (row.from ?? "") <= (other.to ?? "9999"),
    ),
  );
  expect(overlapping).toEqual([]);
});

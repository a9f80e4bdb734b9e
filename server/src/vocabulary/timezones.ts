/** Time zones: by which clock a station lived. */

import timeZoneTable from "./data/timezones.json?raw";
import { lazy } from "./lazy.ts";
import type { TimeZoneRow } from "./rows.ts";
import type { StationId } from "./stations.ts";
import { table } from "./table.ts";

/** The rows as shipped. */
export const timeZoneRows: () => readonly TimeZoneRow[] = table(timeZoneTable);

/** A station's IANA time zone, and the name of it that older software knows. */
export interface StationTimeZone {
  readonly zone: string;
  readonly olderName: string | null;
  readonly source: string;
}

export interface TimeZoneLookup {
  /** The zone of a station in canonical form, or undefined: travelling parties have none. */
  find(station: StationId): StationTimeZone | undefined;
}

/** The zone of the Department. */
export const WASHINGTON: StationTimeZone = { zone: "America/New_York", olderName: null, source: "geography" };

/**
 * Stations in Washington have a row no less than others; those without one of their own but with the city in their name
 * are not guessed at.
 */
export function createTimeZoneLookup(rows: readonly TimeZoneRow[]): TimeZoneLookup {
  const byStation = new Map(rows.map((row) => [row.id, row]));
  return {
    find(station) {
      const row = byStation.get(station);
      return row === undefined ? undefined : { zone: row.tz, olderName: row.olderName ?? null, source: row.source };
    },
  };
}

/** The time zones of the vocabulary as shipped. */
export const defaultTimeZones: () => TimeZoneLookup = lazy(() => createTimeZoneLookup(timeZoneRows()));

/** What a station was at a date: posts outlive the states that they are in, and their own kind. */

import historyTable from "./data/station-history.json?raw";
import { type CableDate, isoDate, parseCableDate } from "./date.ts";
import { lazy } from "./lazy.ts";
import type { Confidence, StationHistoryRow, StationKind } from "./rows.ts";
import type { Station } from "./stations.ts";
import { table } from "./table.ts";

/** The rows as shipped. */
export const stationHistoryRows: () => readonly StationHistoryRow[] = table(historyTable);

/** A station as it was. */
export interface StationThen {
  /** `AMEMBASSY KINSHASA`, or the name where no more is known. */
  readonly place: string;
  /** Null where the kind is not known. */
  readonly kind: Exclude<StationKind, "other" | "1973-79"> | null;
  /** Null where it is in none, or not known. */
  readonly country: string | null;
  /** The days from and to which it was so, where the history has them. */
  readonly from: CableDate | null;
  readonly to: CableDate | null;
  readonly source: string;
  readonly confidence: Confidence;
}

const rowsById = lazy((): ReadonlyMap<string, readonly StationHistoryRow[]> => {
  const byId = new Map<string, StationHistoryRow[]>();
  for (const row of stationHistoryRows()) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  return byId;
});

/** The station on a day; at an unknown date what its own row says, and the history only where that has no country or kind. */
export function stationAt(station: Station, date: CableDate | null): StationThen {
  const day = date === null ? null : isoDate(date);
  const row = rowsById()
    .get(station.id)
    ?.find(({ from, to }) =>
      day === null
        ? from === undefined && to === undefined
        : (from === undefined || from <= day) && (to === undefined || day <= to),
    );
  const kind = row?.kind ?? station.kind;
  return {
    place: row?.post ?? station.post ?? station.name,
    kind: kind === "other" || kind === "1973-79" ? null : kind,
    country: row?.country ?? station.country?.name ?? null,
    from: row?.from === undefined ? null : parseCableDate(row.from),
    to: row?.to === undefined ? null : parseCableDate(row.to),
    source: row === undefined ? station.source : `${station.source}; ${row.source}`,
    confidence: row?.confidence ?? station.confidence,
  };
}

/** `AMCONSUL SHANGHAI, China`; the place alone where the country is said in it, or not known. */
export function placeAndCountry({ place, kind, country }: StationThen): string {
  return country === null || kind === "department" || place.includes(country) ? place : `${place}, ${country}`;
}

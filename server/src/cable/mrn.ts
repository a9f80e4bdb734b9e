/** Message reference numbers: the parts of one, and its canonical form. */

import { canonicalStation, type StationId } from "../vocabulary/stations.ts";

export type { StationId } from "../vocabulary/stations.ts";

/** A message reference number in canonical form, `09SHANGHAI374`. */
export type CanonicalMrn = string & { readonly __brand: "CanonicalMrn" };

/** The parts of a message reference number. */
export interface Mrn {
  /** Four digits. */
  readonly year: number;
  readonly station: StationId;
  readonly serial: number;
}

/** The canonical form: two-digit year, station, serial without leading zeros. */
export function canonicalMrn(mrn: Mrn): CanonicalMrn {
  const year = String(mrn.year % 100).padStart(2, "0");
  return `${year}${mrn.station}${mrn.serial}` as CanonicalMrn;
}

/** The year that a two-digit year means: 66–99 are 19xx, 00–65 are 20xx. */
export function fullYear(twoDigits: number): number {
  return twoDigits >= 66 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** What a cable is known by when it cites another: each null where it is not known. */
export interface CitingNumber {
  readonly year: number | null;
  readonly station?: StationId | null;
  readonly serial?: number | null;
}

/**
 * The year of a cited number that has none: the citing cable's, but for a serial of its own station that is above its own,
 * which was not given yet: that one is of the year before. Null where the citing cable's year is not known.
 */
export function inferredYear(station: StationId, serial: number, citing: CitingNumber): number | null {
  if (citing.year === null) return null;
  const isOwn = citing.station != null && citing.station === station;
  return isOwn && citing.serial != null && serial > citing.serial ? citing.year - 1 : citing.year;
}

const FILE_NAME =
  /^(?<year>(?:19|20)?\d\d)[ _-]?(?<station>[A-Z]{2,30}?)[ _-]?0{0,6}(?<serial>[1-9]\d{0,6})(?:_[a-z])?$/i;

/** The MRN that a file's name spells (`09SHANGHAI374_a.txt`, `1974LAPAZ00526`), for what a text lacks; null where it spells none. */
export function mrnOfFileName(path: string): Mrn | null {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).replace(/\.[A-Za-z]{1,9}$/, "");
  const { year, station, serial } = FILE_NAME.exec(name)?.groups ?? {};
  if (year === undefined || station === undefined || serial === undefined) return null;
  return {
    year: year.length === 4 ? Number(year) : fullYear(Number(year)),
    station: canonicalStation(station),
    serial: Number(serial),
  };
}

/** Message numbers as people type them: `09BRASILIA1540`, `09 Brasilia 001540`, `2009 BRASILIA 1540`, and parts of them. */

import { type CanonicalMrn, canonicalMrn, fullYear } from "../../cable/mrn.ts";
import type { StationLookup } from "../../vocabulary/stations.ts";
import type { NumberPattern } from "./condition.ts";

const NUMBER = /^(?:(?:19|20)?(\d\d)[\s_-]*)?(?:([A-Z][A-Z.'’ -]{0,40}?)[\s_-]*)?(\d{1,8})?(?:_[A-Z])?$/;

/** The parts of a number; null for what is none. Of digits alone the serial is meant. */
export function numberPattern(typed: string, isPrefix: boolean, stations: StationLookup): NumberPattern | null {
  const text = typed.trim().toUpperCase();
  const onlyDigits = /^0*(\d{1,8})$/.exec(text)?.[1];
  if (onlyDigits !== undefined) return { year: null, station: null, serial: Number(onlyDigits), isPrefix };
  const [match, year, name, serial] = NUMBER.exec(text) ?? [];
  if (match === undefined || name === undefined) return null;
  return {
    year: year === undefined ? null : Number(year),
    station: stations.canonical(name),
    serial: serial === undefined ? null : Number(serial),
    isPrefix,
  };
}

/** The canonical form of a whole number; null for anything else. */
export function wholeNumber(typed: string, stations: StationLookup): CanonicalMrn | null {
  const pattern = numberPattern(typed, false, stations);
  if (pattern === null || pattern.year === null || pattern.station === null || pattern.serial === null) return null;
  const { year, station, serial } = pattern;
  return canonicalMrn({ year: fullYear(year), station: stations.canonical(station), serial });
}

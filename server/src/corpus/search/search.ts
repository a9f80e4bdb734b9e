/** What a search for cables asks: numbers typed in any way, stations, words of a subject. */

import { compactStationName, findStation } from "../../vocabulary/stations.ts";

/** Better first. */
export const RANK = {
  exact: 0,
  stationExact: 1,
  numberPrefix: 2,
  stationPrefix: 3,
  wordStart: 4,
  word: 5,
  year: 6,
} as const;

/** A query read as (part of) an MRN. */
export interface NumberQuery {
  /** Two digits; null for any. */
  readonly year: number | null;
  /** The rank of each station by its number in the corpus, `NO_RANK` where it does not fit; null for all. */
  readonly stations: Uint8Array | null;
  /** The serial, or the digits that it begins with where there is a station; null for any. */
  readonly serial: number | null;
}

/** The rank of what does not fit. */
export const NO_RANK = 255;

export interface CableSearch {
  /** Null where the query can't be one, or no station fits. */
  readonly number: NumberQuery | null;
  /** The year that digits alone may be, two digits: who types `09 SHANGHAI 374` begins with it. Null for anything else. */
  readonly year: number | null;
  /** In capitals, once each. */
  readonly words: readonly string[];
}

/** Makes a search of what was typed; null for nothing. `stations` are those of the corpus, by their numbers there. */
export function cableSearch(query: string, stations: readonly string[]): CableSearch | null {
  const typed = query.trim().slice(0, 200).toUpperCase();
  if (typed === "") return null;
  const words = new Set(typed.split(/[\s,;]+/).filter((word) => word !== ""));
  const year = YEAR.exec(typed)?.[1];
  return {
    number: numberQuery(typed.replace(COPY, "$1"), stations),
    year: year === undefined ? null : Number(year),
    words: [...words],
  };
}

const YEAR = /^(?:19|20)?(\d\d)$/;
/** `09SHANGHAI374_a`: which release a copy is of. */
const COPY = /(\d)_[A-Z]$/;

const NUMBER = /^(?:(?:19|20)?(\d\d))??([A-Z][A-Z'.-]*)?(\d{1,8})?$/;

function numberQuery(typed: string, stations: readonly string[]): NumberQuery | null {
  const match = NUMBER.exec(typed.replace(/[\s_]+/g, ""));
  if (match === null) return null;
  const [, year, name = "", digits] = match;
  if (name === "") {
    // Digits alone: a serial.
    return { year: null, stations: null, serial: Number(`${year ?? ""}${digits ?? ""}`) };
  }
  const serial = digits === undefined ? null : Number(digits);
  const fitting = stationRanks(name, stations, serial === null);
  return fitting === null ? null : { year: year === undefined ? null : Number(year), stations: fitting, serial };
}

/** The ranks of the stations that are meant, with those that begin with it if they are wanted; null where none is. */
function stationRanks(name: string, stations: readonly string[], withPrefixes: boolean): Uint8Array | null {
  const spelled = compactStationName(name);
  const canonical = findStation(name)?.id ?? spelled;
  const ranks = new Uint8Array(stations.length).fill(NO_RANK);
  let isAny = false;
  stations.forEach((station, number) => {
    const isExact = station === canonical || station === spelled;
    if (!isExact && !(withPrefixes && station.startsWith(spelled))) return;
    ranks[number] = isExact ? RANK.stationExact : RANK.stationPrefix;
    isAny = true;
  });
  return isAny ? ranks : null;
}

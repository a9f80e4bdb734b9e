/** What a search for cables asks: numbers typed in any way, stations, words of a subject. */

import { compactStationName, findStation } from "../vocabulary/stations.ts";

/** Better first. */
export const RANK = { exact: 0, stationExact: 1, numberPrefix: 2, stationPrefix: 3, wordStart: 4, word: 5 } as const;

/** One way to read a query as (part of) an MRN. */
export interface NumberQuery {
  /** How well a cable's number fits, smaller is better; -1 where it doesn't. Years have two digits. */
  rankOf(year: number, station: number, serial: number): number;
}

export interface CableSearch {
  readonly numbers: readonly NumberQuery[];
  /** In capitals, once each. */
  readonly words: readonly string[];
}

/** Makes a search of what was typed; null for nothing. `stations` are those of the corpus, by their numbers there. */
export function cableSearch(query: string, stations: readonly string[]): CableSearch | null {
  const typed = query.trim().slice(0, 200).toUpperCase();
  if (typed === "") return null;
  const words = new Set(typed.split(/[\s,;]+/).filter((word) => word !== ""));
  return { numbers: numberQueries(typed, stations), words: [...words] };
}

const NUMBER = /^(?:(?:19|20)?(\d\d))??([A-Z][A-Z'.-]*)?(\d{1,8})?$/;

function numberQueries(typed: string, stations: readonly string[]): readonly NumberQuery[] {
  const match = NUMBER.exec(typed.replace(/[\s_]+/g, ""));
  if (match === null) return [];
  const [, year, name = "", serial] = match;
  const wantedYear = year === undefined ? null : Number(year);
  if (name === "") {
    // Digits alone: a serial.
    if (serial === undefined && year === undefined) return [];
    const digits = `${year ?? ""}${serial ?? ""}`;
    return [{ rankOf: (_year, _station, own) => (own === Number(digits) ? RANK.numberPrefix : -1) }];
  }
  const spelled = compactStationName(name);
  const canonical = findStation(name)?.id ?? spelled;
  const exact = new Uint8Array(stations.length);
  const begins = new Uint8Array(stations.length);
  stations.forEach((station, number) => {
    if (station === canonical || station === spelled) exact[number] = 1;
    if (station.startsWith(spelled)) begins[number] = 1;
  });
  if (serial === undefined) {
    return [
      {
        rankOf: (own, station) => {
          if (wantedYear !== null && own !== wantedYear) return -1;
          return exact[station] === 1 ? RANK.stationExact : begins[station] === 1 ? RANK.stationPrefix : -1;
        },
      },
    ];
  }
  const wanted = Number(serial);
  return [
    {
      rankOf: (ownYear, station, own) => {
        if (exact[station] !== 1 || (wantedYear !== null && ownYear !== wantedYear)) return -1;
        return own === wanted ? RANK.exact : beginsWith(own, wanted) ? RANK.numberPrefix : -1;
      },
    },
  ];
}

/** Whether a number begins with the digits of another. */
function beginsWith(number: number, digits: number): boolean {
  let rest = number;
  while (rest > digits) rest = Math.floor(rest / 10);
  return rest === digits;
}

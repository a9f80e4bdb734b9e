/** Stations: which post or agency a name in a message number or reference stands for, in every way it is typed. */

import stationHomographTable from "./data/station-homographs.json?raw";
import stationSupplementTable from "./data/station-supplement.json?raw";
import stationTable from "./data/stations.json?raw";
import { lazy } from "./lazy.ts";
import type { Confidence, StationHomographRow, StationKind, StationRow, StationSupplementRow } from "./rows.ts";
import { table } from "./table.ts";

/** The rows as shipped. */
export const stationHomographRows: () => readonly StationHomographRow[] = table(stationHomographTable);
/** The rows as shipped. */
export const stationSupplementRows: () => readonly StationSupplementRow[] = table(stationSupplementTable);
/** The rows as shipped. */
export const stationRows: () => readonly StationRow[] = table(stationTable);

/** A station in canonical form: capitals without blanks, `RIODEJANEIRO`. Made only by `canonicalStation`. */
export type StationId = string & { readonly __brand: "StationId" };

/** One station of the vocabulary. */
export interface Station {
  readonly id: StationId;
  /** As typed in full: `RIO DE JANEIRO`. */
  readonly name: string;
  /** `AMCONSUL RIO DE JANEIRO`; null where only the name is known. */
  readonly post: string | null;
  readonly kind: StationKind;
  /** Country by the TAG of the time; null where there is none or it is not known. */
  readonly country: { readonly tag: string; readonly name: string } | null;
  /** First and last year in the index of message numbers; null where the station is not in it. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Numbers of this name are a traveller's series (`TOSEC 110023`), never message numbers of a post. */
  readonly series: boolean;
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * How a typed name matches a station. `exact`: its own name (with or without `AMEMBASSY` and the like). `alias`: another
 * name, an abbreviation or a usual misspelling. `cut`: the first letters of its name, as page and continuation lines have it.
 */
export type StationMatchKind = "exact" | "alias" | "cut";

/** A station found by name. Every match is made once, at the start; looking up allocates nothing but the key. */
export interface StationMatch {
  readonly station: Station;
  readonly kind: StationMatchKind;
  /**
   * How likely the name, before a number and with nothing else to go by, is the station. `high`: it is nothing else
   * (`SHANGHAI`); `medium`: a country, a city, a cut of six or ten; `low`: a common word or name too (`NICE`, `DAM`,
   * `BRIDGE`): take it only where a station must stand.
   */
  readonly confidence: Confidence;
  /** What else the name may be; null where nothing is known. */
  readonly also: string | null;
}

/** The words of a post's name that say what sort of post it is. A station is typed with or without them. */
const POST_WORDS: readonly string[] = [
  "AMEMBASSY",
  "AMMEMBASSY",
  "AMEMBASY",
  "AMEMB",
  "USEMBASSY",
  "USEMB",
  "EMBASSY",
  "AMCONSUL",
  "AMCONGEN",
  "CONGEN",
  "CONSULATE",
  "AMLEGATION",
  "USMISSION",
  "USINT",
  "USLO",
  "USOFFICE",
  "USDEL",
  "REO",
  "AIT",
];

/** Most words that are no station begin with none of these, and cost one map look-up and no more. */
const POST_WORD_INITIALS: ReadonlySet<number> = new Set(POST_WORDS.map((word) => word.charCodeAt(0)));

/** Of an unknown name only a word of this length or more is taken off: `AITKEN` may be a name, `AMEMBASSYFREDBURG` is not. */
const SURE_POST_WORD = 6;

/** Kinds of station whose name was cut in page and continuation lines. */
const CUT_KINDS: ReadonlySet<StationKind> = new Set<StationKind>([
  "embassy",
  "consulate",
  "mission",
  "office",
  "institute",
  "1973-79",
]);

/** Station names were cut to so many characters, blanks among them: in 1973–79, and in continuation lines. */
const CUT_LENGTHS: readonly number[] = [6, 10];

/** Shorter beginnings of a name are no cut that anybody made. */
const SHORTEST_CUT = 6;

/** Aliases up to this length are abbreviations, which may stand for something else. */
const LONGEST_ABBREVIATION = 4;

/** The most words a station's name has, a word such as `AMEMBASSY` before it included: `AMCONSUL HO CHI MINH CITY`. */
export const MAXIMUM_STATION_WORDS = 5;

/**
 * The key of a name: its letters, in capitals, without accents; a zero among them is the letter O (`COTON0U`). Other digits
 * stay, so that a name with a number in it matches nothing. A name that is its own key is returned as it is.
 */
export function compactStationName(typed: string): string {
  if (isCompact(typed)) return typed;
  let key = "";
  const plain = isAscii(typed) ? typed : typed.normalize("NFD");
  for (let index = 0; index < plain.length; index++) {
    const code = plain.charCodeAt(index);
    if (code >= 65 && code <= 90) key += plain[index];
    else if (code >= 97 && code <= 122) key += String.fromCharCode(code - 32);
    else if (code === 48) key += "O";
    else if (code > 48 && code <= 57) key += plain[index];
  }
  return key;
}

function isCompact(typed: string): boolean {
  for (let index = 0; index < typed.length; index++) {
    const code = typed.charCodeAt(index);
    if (code < 65 || code > 90) return false;
  }
  return true;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false;
  return true;
}

/** The one place where a name becomes canonical: a compacted name is the form of a station, known or not. */
function stationId(compacted: string): StationId {
  return compacted as StationId;
}

/** Look-ups by name over one set of stations. */
export interface StationLookup {
  /** Every station once. */
  readonly stations: readonly Station[];
  /** The station of a name in any of its forms, cuts and doubtful ones included, or undefined. Two map look-ups at most. */
  match(nameAsTyped: string): StationMatch | undefined;
  /** The station of a name that is hardly anything else: no cut, and no name of low confidence. */
  find(nameAsTyped: string): Station | undefined;
  /** The canonical form, of a name that is known to be a station: `STATE` of `SECSTATE`; an unknown name is only compacted. */
  canonical(nameAsTyped: string): StationId;
  /** The one station whose name is a single slip of the pen away (a letter too many, too few, wrong, or two swapped). Slow. */
  guess(nameAsTyped: string): Station | undefined;
  /** The station of a canonical form, or undefined. */
  byId(id: string): Station | undefined;
}

/** Builds the look-ups. Of two stations that claim one name the first to claim it has it; exact names come before all others. */
export function createStationLookup(
  rows: readonly StationRow[],
  supplement: readonly StationSupplementRow[],
  homographs: readonly StationHomographRow[],
): StationLookup {
  const supplementById = new Map(supplement.map((row) => [row.id, row]));
  const homographByForm = new Map(homographs.map((row) => [row.form, row]));
  const claims = rows.map((row) => {
    const more = supplementById.get(row.id);
    const id = stationId(more?.canonical ?? compactStationName(row.id));
    return { row, id, isCut: id !== row.id, more };
  });
  const stationById = new Map<string, Station>();
  // A row of a cut name whose station has a row of its own only adds its names to that station: whole names come first.
  for (const { row, id, isCut, more } of [...claims.filter((c) => !c.isCut), ...claims.filter((c) => c.isCut)]) {
    if (!stationById.has(id)) stationById.set(id, stationOf(row, id, isCut, more));
  }

  const byKey = new Map<string, StationMatch>();
  const claim = (key: string, station: Station | undefined, kind: StationMatchKind, usual: Confidence): void => {
    if (station === undefined || key === "" || byKey.has(key)) return;
    const homograph = homographByForm.get(key);
    byKey.set(key, {
      station,
      kind,
      confidence: homograph?.confidence ?? usual,
      also: homograph?.also ?? null,
    });
  };

  for (const { id } of claims) claim(id, stationById.get(id), "exact", "high");
  for (const { row, id, isCut } of claims) {
    const station = stationById.get(id);
    if (isCut) claim(row.id, station, "cut", "medium");
    else claim(compactStationName(row.name), station, "exact", "high");
  }
  for (const { row, id, more } of claims) {
    const station = stationById.get(id);
    for (const alias of [...(row.aliases ?? []), ...(more?.names ?? [])]) {
      const key = compactStationName(alias);
      claim(key, station, "alias", key.length <= LONGEST_ABBREVIATION ? "medium" : "high");
    }
  }
  for (const { row, id } of claims) if (row.id1973) claim(row.id1973, stationById.get(id), "cut", "medium");
  for (const length of CUT_LENGTHS) {
    for (const station of stationById.values()) {
      if (!CUT_KINDS.has(station.kind) || station.name.length <= length) continue;
      claim(compactStationName(station.name.slice(0, length)), station, "cut", "medium");
    }
  }
  for (const [key, id] of uniqueBeginnings(stationById)) claim(key, stationById.get(id), "cut", "low");

  const match = (nameAsTyped: string): StationMatch | undefined => {
    const key = compactStationName(nameAsTyped);
    const found = byKey.get(key);
    if (found !== undefined) return found;
    const bare = withoutPostWord(key);
    return bare === undefined ? undefined : byKey.get(bare);
  };
  return {
    stations: [...stationById.values()],
    match,
    find(nameAsTyped) {
      const found = match(nameAsTyped);
      return found === undefined || found.kind === "cut" || found.confidence === "low" ? undefined : found.station;
    },
    canonical(nameAsTyped) {
      const found = match(nameAsTyped);
      if (found !== undefined) return found.station.id;
      const key = compactStationName(nameAsTyped);
      return stationId(withoutPostWord(key, SURE_POST_WORD) ?? key);
    },
    guess(nameAsTyped) {
      const key = compactStationName(nameAsTyped);
      const name = withoutPostWord(key) ?? key;
      if (name.length < 5) return undefined;
      let only: Station | undefined;
      for (const station of stationById.values()) {
        if (!isOneSlipAway(name, station.id)) continue;
        if (only !== undefined) return undefined;
        only = station;
      }
      return only;
    },
    byId: (id) => stationById.get(id),
  };
}

function stationOf(row: StationRow, id: StationId, isCut: boolean, more: StationSupplementRow | undefined): Station {
  // Rows of the 1973–79 short forms describe the station (`US MISSION TO NATO, BRUSSELS`) where others give its name.
  const isDescription = isCut && /[(,]/.test(row.name);
  return {
    id,
    name: isDescription ? (more?.names?.[0] ?? id) : row.name,
    post: row.post ?? (isDescription ? row.name : null),
    kind: row.kind,
    country: row.country ?? null,
    firstYear: row.firstYear ?? null,
    lastYear: row.lastYear ?? null,
    series: more?.series ?? false,
    note: row.note ?? null,
    source: row.source,
    confidence: row.confidence ?? "high",
  };
}

/** The beginnings, of six letters or more, that only one station's name has. */
function uniqueBeginnings(stationById: ReadonlyMap<string, Station>): Map<string, string> {
  const owners = new Map<string, string | null>();
  for (const [id, station] of stationById) {
    if (!CUT_KINDS.has(station.kind)) continue;
    for (let length = SHORTEST_CUT; length < id.length; length++) {
      const key = id.slice(0, length);
      owners.set(key, owners.has(key) ? null : id);
    }
  }
  const unique = new Map<string, string>();
  for (const [key, id] of owners) if (id !== null) unique.set(key, id);
  return unique;
}

/** The key without a word such as `AMEMBASSY` before it; undefined where it has none of that length or nothing follows. */
function withoutPostWord(key: string, shortest = 0): string | undefined {
  if (!POST_WORD_INITIALS.has(key.charCodeAt(0))) return undefined;
  for (const word of POST_WORDS) {
    if (word.length < shortest || !key.startsWith(word)) continue;
    return key.length > word.length ? key.slice(word.length) : undefined;
  }
  return undefined;
}

/** Whether `typed` becomes `name` by one letter put in, left out or changed, or two neighbours swapped. */
function isOneSlipAway(typed: string, name: string): boolean {
  const difference = typed.length - name.length;
  if (difference > 1 || difference < -1) return false;
  const shorter = Math.min(typed.length, name.length);
  let start = 0;
  while (start < shorter && typed.charCodeAt(start) === name.charCodeAt(start)) start++;
  if (difference === 1) return typed.slice(start + 1) === name.slice(start);
  if (difference === -1) return typed.slice(start) === name.slice(start + 1);
  if (typed.slice(start + 1) === name.slice(start + 1)) return true;
  return (
    typed[start] === name[start + 1] &&
    typed[start + 1] === name[start] &&
    typed.slice(start + 2) === name.slice(start + 2)
  );
}

/** The stations of the vocabulary as shipped, without anybody's own rows. */
export const defaultStations: () => StationLookup = lazy(() =>
  createStationLookup(stationRows(), stationSupplementRows(), stationHomographRows()),
);

/** The station of a name in any of its forms, cuts and doubtful ones included; see `StationMatch.confidence`. */
export function matchStation(nameAsTyped: string): StationMatch | undefined {
  return defaultStations().match(nameAsTyped);
}

/** The station of a name that is hardly anything else (no cut, no common word), or undefined. */
export function findStation(nameAsTyped: string): Station | undefined {
  return defaultStations().find(nameAsTyped);
}

/** The canonical form of a name that is known to be a station; a name not in the vocabulary is only compacted. */
export function canonicalStation(nameAsTyped: string): StationId {
  return defaultStations().canonical(nameAsTyped);
}

const countryNamesByTag: () => ReadonlyMap<string, string> = lazy(
  () =>
    new Map(
      stationRows().flatMap(({ country }) => (country === undefined ? [] : [[country.tag, country.name] as const])),
    ),
);

/** The name of a country by its geographic TAG, as the rows of stations have it; undefined where no station is there. */
export function countryName(tag: string): string | undefined {
  return countryNamesByTag().get(tag);
}

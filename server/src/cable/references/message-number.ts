/** Reads a cable cited by station and number, `05 LA PAZ 1234 (06)`, at a given place of a text. */

import {
  canonicalStation,
  defaultStations,
  matchStation,
  type StationId,
  type StationMatch,
} from "../../vocabulary/stations.ts";
import { fullYear } from "../mrn.ts";
import { isSpace } from "../values/chars.ts";

/** A station and a number as cited. Offsets are those of the text it was read from. */
export interface CableCite {
  readonly start: number;
  /** Behind the serial, or behind what gives its year where that follows: `TOWN 12 (06)`. */
  readonly end: number;
  /** Where the station's name begins: `start`, unless a year stands before it. */
  readonly stationStart: number;
  readonly serialStart: number;
  readonly serialEnd: number;
  /** As printed before, between or behind; null where none is. */
  readonly year: number | null;
  readonly station: StationId;
  /** The vocabulary's station; undefined where it knows none of that name. */
  readonly known: StationMatch | undefined;
  readonly serial: number;
}

/** The most words a station's name has, with a word such as `AMEMBASSY` or `THE` before it. */
const MAXIMUM_WORDS = 6;

/** Longer names are no station's. */
const MAXIMUM_NAME = 48;

/** `05 `, `2005 `, `'05 `, `(05) `, `05-`, `05_`, or the year glued to the name. */
const YEAR_BEFORE = /(?:\((\d{4}|\d{2})\)|['’‘`]?(\d{4}|\d{2}))[ \t]{0,4}[-–/_]?\s{0,8}(?=[A-Za-z])/y;

/** What may stand between a station in a REF line and its number, besides blanks. */
const BETWEEN =
  /[\s.,:#–_-]{0,24}(?:(?:TELEGRAMS?|TELNO|CABLES?|TELS?|MSGS?|MESSAGES?|NUMBERS?|NUM|NOS?|NR|MRN)\b[\s.:#]{0,8}){0,2}(?:\((?:C|S|U|SBU|LOU|FOUO|C\/NF|S\/NF|C\/\/NF|S\/\/NF)\)[ \t]{0,3}(?=\d))?/iy;

const COMMA = 44;
/** `London's 945` */
const POSSESSIVE = /['’]s$/i;
const AFTER_STRAY_COMMA = /,[ \t]{0,2}([A-Za-z][A-Za-z ]{1,24}?)(?=\s{1,3}\d)/y;

/** A year between the station and the number: `STATE 08 12345`, `STATE-08-12345`. */
const YEAR_BETWEEN = /(?:(\d{4}|\d{2})(?:[ \t]+|-)|\((\d{4}|\d{2})\)[ \t]{0,3})(?=\d{3,7}(?!\d))/y;

/** A number, with the dirt that garbling leaves behind it. `8/12/09` is a day. */
const SERIAL =
  /(?!\d{1,2}\/\d{1,2}\/(?:\d{2}|\d{4})(?!\d))(0{0,5}\d{1,7})[#*]?(?:_[a-e])?(?![\dA-Za-z_])(?!\.\d)(?![/-]\d{5})/y;

/** A number in which a machine that read print took digits for letters. */
const MISREAD_SERIAL = /(?=[OoIl]{0,6}\d)[\dOoIl]{4,7}(?![\dA-Za-z])/y;

/** A year behind the number that nothing else can be: `(06)`, `'06`, `/06`, `OF 2006`. */
const YEAR_BEHIND =
  /\s{0,4}(?:\(['’‘`]?(\d{4}|\d{2})\)|['’‘`](\d{2})(?![\dA-Za-z])|[/-]((?:19|20)\d{2}|\d{2})(?![\d/-])|OF[ \t]+((?:19|20)\d{2})(?!\d))/iy;

/** A year that stands behind a number with nothing but a blank between, and nothing behind it: `03242 2008`, `07718 99`. */
const YEAR_APART = /[ \t]{1,3}((?:19|20)\d{2}|\d{2})(?=[ \t]{0,3}(?:$|[\n;,.)]|AND\b))/iy;

/** Two digits behind a number are its year only within so many years before the citing cable. */
const LONGEST_MEMORY = 12;

/** The first year in which a message number was given as they are today. */
const EARLIEST_YEAR = 1950;

/**
 * The cable cited at `at`, where its year or its station's first word begins, or null. Any words before a number are
 * taken for a station: the caller decides by `known` and by what stands around it. `latestYear`, the citing cable's own,
 * tells years from serials where either could stand.
 */
export function readCite(text: string, at: number, latestYear: number | null): CableCite | null {
  let position = at;
  let year: number | null = null;
  const first = text.charCodeAt(at);
  if (!isNameLetter(first)) {
    const before = matchAt(YEAR_BEFORE, text, at);
    if (before === null) return null;
    year = plausibleYear(before[1] ?? before[2] ?? "", null);
    if (year === null) return null;
    position = at + before[0].length;
  }
  const stationStart = position;
  let nameEnd = endOfName(text, stationStart);
  if (nameEnd === stationStart) return null;
  let name = text.slice(stationStart, nameEnd);
  let known = matchStation(name);
  if (known === undefined && POSSESSIVE.test(name)) known = matchStation(name.slice(0, -2));
  if (known === undefined && text.charCodeAt(nameEnd) === COMMA) {
    // A comma that slipped into a name: `L, A PAZ 99012`.
    const behind = matchAt(AFTER_STRAY_COMMA, text, nameEnd);
    const whole = behind === null ? undefined : matchStation(name + behind[1]);
    if (behind !== null && whole?.kind === "exact") {
      known = whole;
      nameEnd += behind[0].length;
      name = text.slice(stationStart, nameEnd);
    }
  }
  const between = matchAt(BETWEEN, text, nameEnd);
  let serialAt = nameEnd + (between === null ? 0 : between[0].length);
  if (known === undefined && !isPlainGap(text, nameEnd, serialAt)) return null;
  const yearBetween = matchAt(YEAR_BETWEEN, text, serialAt);
  if (yearBetween !== null && year === null) {
    const value = plausibleYear(yearBetween[1] ?? yearBetween[2] ?? "", latestYear);
    if (value !== null) {
      year = value;
      serialAt += yearBetween[0].length;
    }
  }
  const serial = readSerial(text, serialAt, known !== undefined);
  if (serial === null) return null;
  let end = serial.end;
  if (year === null) {
    const behind = readYearBehind(text, end, latestYear);
    if (behind !== null) {
      year = behind.year;
      end = behind.end;
    }
  }
  return {
    start: at,
    end,
    stationStart,
    serialStart: serialAt,
    serialEnd: serial.end,
    year,
    station: known?.station.id ?? slippedStation(name) ?? canonicalStation(name),
    known,
    serial: serial.value,
  };
}

/** Shorter names that are one letter away from a station's are more often another's. */
const SHORTEST_SLIP = 6;

/** Of this length only names in which nothing but the order is wrong, or a letter is missing: `CARIO`, `WARAW`. */
const SHORTEST_SWAP = 5;

/** The one station whose name is a single letter away from a name that is no station's: `BRASLIA`, `ISLAMABD`. */
function slippedStation(name: string): StationId | undefined {
  if (name.length < SHORTEST_SWAP) return undefined;
  const station = defaultStations().guess(name)?.id;
  if (station === undefined || name.length >= SHORTEST_SLIP || station.length > name.length) return station;
  return lettersOf(station) === lettersOf(name.toUpperCase()) ? station : undefined;
}

/** The letters of a word, sorted: those of two words are the same if only their order is not. */
function lettersOf(word: string): string {
  return [...word].sort().join("");
}

/** A serial at `at`, or null; `known` allows digits that were misread as letters. */
export function readSerial(text: string, at: number, known: boolean): { value: number; end: number } | null {
  const plain = matchAt(SERIAL, text, at);
  if (plain !== null) return { value: Number(plain[1]), end: at + plain[0].length };
  if (!known) return null;
  const misread = matchAt(MISREAD_SERIAL, text, at);
  if (misread === null) return null;
  const digits = misread[0].replace(/[Oo]/g, "0").replace(/[Il]/g, "1");
  return { value: Number(digits), end: at + misread[0].length };
}

/** The year printed behind a serial that ends at `at`. */
export function readYearBehind(
  text: string,
  at: number,
  latestYear: number | null,
): { year: number; end: number } | null {
  const match = matchAt(YEAR_BEHIND, text, at);
  if (match === null) return readYearApart(text, at, latestYear);
  const year = plausibleYear(match[1] ?? match[2] ?? match[3] ?? match[4] ?? "", latestYear);
  return year === null ? null : { year, end: at + match[0].length };
}

function readYearApart(text: string, at: number, latestYear: number | null): { year: number; end: number } | null {
  // Behind a short number, or one that is no serial by its length, two digits may be anything.
  if (latestYear === null || !/\d{3}$/.test(text.slice(Math.max(0, at - 3), at))) return null;
  const match = matchAt(YEAR_APART, text, at);
  const digits = match?.[1] ?? "";
  if (digits.length === 2 && !/\d{5}$/.test(text.slice(Math.max(0, at - 5), at))) return null;
  const year = plausibleYear(digits, latestYear);
  if (match === null || year === null || latestYear - year > LONGEST_MEMORY) return null;
  return { year, end: at + match[0].length };
}

/**
 * The station whose name ends at `end`, begun no earlier than `floor`, the longest name first; null where there is none.
 * This is how a station is found in running text, from its number backwards.
 */
export function stationBefore(
  text: string,
  end: number,
  floor: number,
): { readonly start: number; readonly match: StationMatch } | null {
  let found: { start: number; match: StationMatch } | null = null;
  let wordStart = end;
  for (let words = 0; words < MAXIMUM_WORDS; words++) {
    let at = wordStart;
    while (at > floor && isNameCharacter(text.charCodeAt(at - 1))) at--;
    if (at === wordStart || end - at > MAXIMUM_NAME) break;
    wordStart = at;
    if (isNameLetter(text.charCodeAt(at))) {
      const match = matchStation(text.slice(at, end));
      if (match !== undefined) found = { start: at, match };
    }
    let gap = wordStart;
    while (gap > floor && isSpace(text.charCodeAt(gap - 1))) gap--;
    if (gap === wordStart || wordStart - gap > 3) break;
    wordStart = gap;
  }
  return found;
}

/** The year meant by two or four digits; null where it is later than `latest` or no year of a cable. */
export function plausibleYear(digits: string, latest: number | null): number | null {
  if (digits.length !== 2 && digits.length !== 4) return null;
  const year = digits.length === 2 ? fullYear(Number(digits)) : Number(digits);
  if (year < EARLIEST_YEAR || year > 2065) return null;
  return latest !== null && year > latest ? null : year;
}

/** The match of a sticky pattern at `at`, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The end of the words from `start` up to the first digit or sign that no name has, blanks behind them left out. */
function endOfName(text: string, start: number): number {
  let end = start;
  let at = start;
  for (let words = 0; words < MAXIMUM_WORDS && at - start <= MAXIMUM_NAME; words++) {
    const wordStart = at;
    while (at < text.length && isNameCharacter(text.charCodeAt(at))) at++;
    if (at === wordStart || !isNameLetter(text.charCodeAt(wordStart))) break;
    if (words > 0 && isMisreadDigits(text, wordStart, at)) break;
    end = at;
    let blanks = 0;
    while (at < text.length && isSpace(text.charCodeAt(at)) && blanks < 12) {
      at++;
      blanks++;
    }
    if (blanks === 0 || KEYWORD_BETWEEN.has(wordAt(text, at))) break;
  }
  // A hyphen or full stop at the end belongs to what follows: `STATE-12345`, `TEL. 12`.
  while (end > start && !isNameLetter(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Whether letters that look like digits stand right before digits: they begin the number, `TOWN O123`. */
function isMisreadDigits(text: string, start: number, end: number): boolean {
  const behind = text.charCodeAt(end);
  if (behind < 48 || behind > 57) return false;
  for (let at = start; at < end; at++) if (!"OoIl".includes(text.charAt(at))) return false;
  return true;
}

/** Words between a station and its number that are no part of its name. */
const KEYWORD_BETWEEN: ReadonlySet<string> = new Set([
  "TELEGRAM",
  "TELEGRAMS",
  "CABLES",
  "TELS",
  "MSGS",
  "MESSAGES",
  "NOS",
  "TELNO",
  "CABLE",
  "TEL",
  "MSG",
  "MESSAGE",
  "NUMBER",
  "NUM",
  "NO",
  "NR",
  "MRN",
]);

function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < 10 && isNameLetter(text.charCodeAt(end))) end++;
  return text.slice(at, end).toUpperCase();
}

/** Whether only blanks stand in `[start, end)`. */
function isPlainGap(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** A letter, one with an accent included. */
export function isNameLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 192 && code < 0x250 && code !== 215);
}

/** Letters and the signs inside names: `N'DJAMENA`, with any apostrophe, `PORT-AU-PRINCE`, `ST.PETERSBURG`. */
function isNameCharacter(code: number): boolean {
  if (isNameLetter(code)) return true;
  return code === 39 || code === 45 || code === 46 || code === 96 || code === 8216 || code === 8217;
}

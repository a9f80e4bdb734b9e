/** Finds message numbers written out in running text: `08 STATE 12345`, `09SHANGHAI374`, `STATE 12345`. */

import { matchStation, type StationId } from "../../vocabulary/stations.ts";
import { matchAt, plausibleYear, stationBefore } from "../references/message-number.ts";
import { isDigit, isSpace } from "../values/chars.ts";
import { isAsciiLetter, isWordCharacter, type Prose, upperWordAt } from "./body-text.ts";

/** A message number where it stands. */
export interface ProseCite {
  readonly start: number;
  readonly end: number;
  /** As printed; null where none is. */
  readonly year: number | null;
  readonly station: StationId;
  readonly serial: number;
}

/** The year of a cited cable, and whether it is printed nowhere. */
export interface CitedYear {
  readonly year: number;
  readonly inferred: boolean;
}

/** What a cable is likely to cite: it needs less to be believed. */
export interface Expected {
  /** Its own station, and those of its REF line. */
  readonly stations: ReadonlySet<StationId>;
  /** The cables of its REF line by `citedKey`, with the years that they have there. */
  readonly cited: ReadonlyMap<string, CitedYear>;
}

/** Station and serial in one, for a look-up. */
export function citedKey(station: StationId, serial: number): string {
  return `${station} ${serial}`;
}

/** No station's name is longer. */
const LONGEST_NAME = 40;

/** The message number whose first or last number are the digits `[start, end)`; null where they are of none. */
export function readProseCite(
  prose: Prose,
  start: number,
  end: number,
  floor: number,
  expected: Expected,
): ProseCite | null {
  const length = end - start;
  if (length === 2 || length === 4) {
    const found = readFromYear(prose, start, end);
    if (found !== null) return found;
  }
  return length >= 3 && length <= 7 ? readFromSerial(prose, start, end, floor, expected) : null;
}

/** From the year on: `08 STATE 12345`, `2008 State 12345`, `09SHANGHAI374`, `1974BONN01234`. */
function readFromYear(prose: Prose, start: number, yearEnd: number): ProseCite | null {
  const { text } = prose;
  let at = yearEnd;
  if (text.charCodeAt(at) === 32) at++;
  if (text.charCodeAt(at) === 32) at++;
  const glued = at === yearEnd;
  const capital = text.charCodeAt(at);
  if (capital < 65 || capital > 90) return null;
  const nameStart = at;
  const limit = Math.min(prose.end, nameStart + LONGEST_NAME);
  let nameEnd = at;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (isAsciiLetter(code)) nameEnd = at + 1;
    else if (!isSpace(code) && code !== 39 && code !== 45 && code !== 46) break;
  }
  if (!isDigit(text.charCodeAt(at)) || at >= limit || at - nameEnd > 3) return null;
  const serialEnd = digitsEnd(text, at);
  if (serialEnd - at > 7 || !isNumberEnd(text, serialEnd)) return null;
  const year = plausibleYear(text.slice(start, yearEnd), null);
  if (year === null) return null;
  const known = matchStation(text.slice(nameStart, nameEnd));
  if (known === undefined || known.station.series || known.confidence === "low") return null;
  if (isOwnHeader(text, start)) return null;
  const isWhole = glued && nameEnd === at;
  const capitals = isCapitals(text, nameStart, nameEnd);
  if (!isWhole && (serialEnd - at < (capitals ? 2 : 3) || isCounted(prose, serialEnd) || isAfterMonth(text, start)))
    return null;
  return { start, end: serialEnd, year, station: known.station.id, serial: Number(text.slice(at, serialEnd)) };
}

/** The last word of a station's name is no shorter. */
const SHORTEST_WORD = 3;

/** Words that often stand before numbers, so that they are not looked up as stations. */
const NO_STATION_ENDS_IN: ReadonlySet<string> = new Set(
  "THE AND FOR WAS FROM THAN ABOUT OVER SOME ALL ARE WERE WITH ONLY UNDER LAW DECREE TOTAL ABOUT NEARLY ALMOST".split(
    " ",
  ),
);

/** From the serial back to its station, where no year stands: `STATE 12345`. */
function readFromSerial(prose: Prose, start: number, end: number, floor: number, expected: Expected): ProseCite | null {
  const { text } = prose;
  let nameEnd = start;
  while (nameEnd > floor && start - nameEnd < 3 && isSpace(text.charCodeAt(nameEnd - 1))) nameEnd--;
  if (nameEnd === start || !isAsciiLetter(text.charCodeAt(nameEnd - 1)) || !isNumberEnd(text, end)) return null;
  const digits = end - start;
  const padded = text.charCodeAt(start) === 48;
  const mayBeYear = digits === 4 && !padded && isYear(text, start);
  if (mayBeYear && expected.cited.size === 0) return null;
  // What is cheap to know comes first: most numbers are no serials.
  const endsInCapital = text.charCodeAt(nameEnd - 1) <= 90;
  if (digits < 3) return null;
  const wordStart = startOfWord(text, nameEnd, floor);
  const first = text.charCodeAt(wordStart);
  if (first < 65 || first > 90 || nameEnd - wordStart < SHORTEST_WORD) return null;
  if (NO_STATION_ENDS_IN.has(text.slice(wordStart, nameEnd).toUpperCase())) return null;
  const found = stationBefore(text, nameEnd, Math.max(floor, nameEnd - LONGEST_NAME));
  if (found === null || found.match.station.series || found.match.confidence !== "high") return null;
  const capitals = isCapitals(text, found.start, nameEnd);
  const isClosed = isClauseEnd(prose, end);
  if (isCounted(prose, end) || isOwnHeader(text, found.start) || matchAt(CONTINUATION_AHEAD, text, end) !== null)
    return null;
  const cite = {
    start: found.start,
    end,
    year: null,
    station: found.match.station.id,
    serial: Number(text.slice(start, end)),
  };
  if (capitals && expected.cited.has(citedKey(cite.station, cite.serial))) return cite;
  if (mayBeYear) return null;
  if (expected.stations.has(cite.station)) {
    const led = LEADS_TO_EXPECTED.test(text.slice(Math.max(floor, found.start - LONGEST_CUE), found.start));
    if (capitals ? led || isClosed : led && isTitleCase(text, found.start, nameEnd)) return cite;
  }
  if (!endsInCapital && digits < 4) return null;
  if (digits === 3 && !isClosed) return null;
  if (!capitals && (digits < 4 || !isTitleCase(text, found.start, nameEnd))) return null;
  const isSure = found.match.station.id === "STATE" ? padded || digits >= 5 : padded && digits >= 5;
  if (!isSure && !(capitals && isClosed && digits >= 4) && !isCued(text, found.start, floor)) return null;
  return cite;
}

/** Words and signs that lead to a citation. */
const CUE = /(?:\(|\b(?:SEE|PER|CF|REF|REFTEL|CABLE|TELEGRAM|TEL|MESSAGE|VIA|BY)[.:]?)\s{0,3}$/i;
/** Words that lead to a message number where its station is one that the cable is likely to cite. */
const LEADS_TO_EXPECTED =
  /(?:\(|\b(?:SEE|PER|CF|REF|REFTEL|CABLES?|TELEGRAM|TEL|MESSAGE|VIA|BY|IN|OUR|YOUR|WITH|AND)[.:]?)\s{1,3}$/i;

const LONGEST_CUE = 16;

function isCued(text: string, at: number, floor: number): boolean {
  return CUE.test(text.slice(Math.max(floor, at - LONGEST_CUE), at));
}

/** The rest of a continuation line that a lost line break left in the text: `002 OF 003`. */
const CONTINUATION_AHEAD = /\s{1,4}\d{2,3}(?:\.\d)?\s{1,3}OF\s{1,3}\d/iy;

/** What a number counts, whatever station's name stands before it. */
const COUNTED: ReadonlySet<string> = new Set(
  (
    "PERCENT PCT PER MILLION BILLION THOUSAND HUNDRED DOLLARS US EUROS EURO YEN POUNDS KM KILOMETERS KILOMETRES MILES METERS METRES " +
    "TONS TONNES PEOPLE PERSONS TROOPS MEMBERS DELEGATES SOLDIERS STUDENTS HOURS LOCAL Z GMT UTC YEARS MONTHS DAYS WEEKS " +
    "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC " +
    "OLYMPICS OLYMPIC GAMES SUMMIT MEETING CONFERENCE"
  ).split(" "),
);

function isCounted(prose: Prose, end: number): boolean {
  const at = prose.skip(end);
  return at >= 0 && COUNTED.has(upperWordAt(prose.text, at));
}

/** Whether a clause or the paragraph ends behind the number, or a word follows that would follow a citation. */
function isClauseEnd(prose: Prose, end: number): boolean {
  const at = prose.skip(end);
  if (at < 0) return true;
  const code = prose.text.charCodeAt(at);
  if (code === 41 || code === 93 || code === 44 || code === 59 || code === 46 || code === 58 || code === 40)
    return true;
  return AFTER_CITE.has(upperWordAt(prose.text, at));
}

const AFTER_CITE: ReadonlySet<string> = new Set(
  "AND OR PARA PARAS PARAGRAPH PARAGRAPHS DATED DTD DTG OF NOTAL REPORTED WHICH".split(" "),
);

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Not the whole part of a decimal, nor of a number with letters, strokes or thousands behind it. */
function isNumberEnd(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code === 95) return /^_[a-e](?![\w])/.test(text.slice(end, end + 3));
  if (isWordCharacter(code) || code === 37) return false;
  return !((code === 46 || code === 44 || code === 47 || code === 45) && isDigit(text.charCodeAt(end + 1)));
}

/** A year that a text of this century or the last would name. */
function isYear(text: string, start: number): boolean {
  const century = text.slice(start, start + 2);
  return century === "19" || century === "20";
}

function startOfWord(text: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && isAsciiLetter(text.charCodeAt(at - 1))) at--;
  return at;
}

function isCapitals(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) return false;
  }
  return true;
}

/** Every word with a capital, small words inside a name left aside: `Rio de Janeiro`. */
function isTitleCase(text: string, start: number, end: number): boolean {
  return text
    .slice(start, end)
    .split(/\s+/)
    .every((word) => word.length <= 2 || /^[A-Z]/.test(word));
}

/** `MAY 08 STATE …`: the day of a month, no year. */
/** `SECTION 01 OF 03 TOWN 001234`: the classification line of a repeated header, which is no citation. */
function isOwnHeader(text: string, start: number): boolean {
  return /\bSECTION\s{1,2}\d{1,2}\s{1,2}OF\s{1,2}(?:\d{1,2}\s{1,2})?$/i.test(
    text.slice(Math.max(0, start - 22), start),
  );
}

function isAfterMonth(text: string, start: number): boolean {
  return /\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?\s{1,2}$/i.test(
    text.slice(Math.max(0, start - 14), start),
  );
}

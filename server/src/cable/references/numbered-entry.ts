/** Reads one entry of a REF line that has a number: a cable, an airgram, a telegram of a series. */

import { canonicalStation, matchStation, type StationId } from "../../vocabulary/stations.ts";
import { inferredYear, type Mrn } from "../mrn.ts";
import type { FormName, ReferenceKind } from "../record.ts";
import { isDigit, isSpace } from "../values/chars.ts";
import { readDate, readTail } from "./entry-suffixes.ts";
import { kindByWord, NEVER_A_STATION, seriesPrefix } from "./kinds.ts";
import { type CableCite, matchAt, readCite, readSerial, readYearBehind, stationBefore } from "./message-number.ts";

/** What the reading of a REF line depends on. */
export interface ReferenceContext {
  /** The citing cable's own year, which a reference has that bears none. Null where it is not known. */
  readonly year: number | null;
  readonly form: FormName;
  /** The citing cable's own station, which its REF line may name though no vocabulary has it. */
  readonly station?: StationId | null;
  /** The citing cable's own serial: of its own station only a lower one can be of its year. */
  readonly serial?: number | null;
}

/** The message number of an entry, null where it has none, and whether its year is printed nowhere. */
export interface EntryNumber {
  readonly mrn: Mrn | null;
  readonly yearInferred: boolean;
}

/** What is no cable has no message number. */
export const NO_NUMBER: EntryNumber = { mrn: null, yearInferred: false };

/** An entry as read, with offsets into its segment. */
export interface Draft extends EntryNumber {
  readonly kind: ReferenceKind;
  readonly start: number;
  end: number;
  text: string;
  /** Whether the vocabulary or its form proves it to be an entry. */
  readonly known: boolean;
}

/** What a number without a station of its own goes on with: `BRASILIA 2799 AND 2764`. */
export interface Carry {
  readonly kind: "cable" | "series";
  readonly station: StationId | null;
  readonly year: number | null;
  readonly digits: number;
}

/** Words before a station in an entry that say no more than that it is a cable. */
const LEADING_WORDS =
  /(?:\((?:C|S|U|SBU|LOU|FOUO|U\/\/FOUO|S\/NF|C\/NF|S\/\/NF|C\/\/NF)\)\s{0,3}|(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|LOU|SEE|ALSO|CABLES?|TELEGRAMS?|TELS?|MSGS?|MESSAGES?|REF|REFTEL|CF|MYTEL|EMBASSY|POST|OUR)\b[\s.:]{1,3}){1,3}/iy;

/** `Telegram 1234 From Bonn`, `telegram 113614 to Bangkok`. */
const PROSE_CITE =
  /(?:TELEGRAM|CABLE|TEL)\s{1,3}(?:NO\.?\s{0,2})?(?:(?<station>[A-Z][A-Z ]{2,20}?)\s)?(?<serial>\d{1,7})\s{1,3}(?<way>FROM|TO)\s{1,3}(?:THE\s)?(?<place>[A-Z][A-Z'-]{1,20}(?:\s[A-Z][A-Z'-]{1,20}){0,2})/iy;

/** A cable, an airgram, a telegram of a series, or a number that goes on with the station before it. */
export function readNumbered(
  text: string,
  at: number,
  context: ReferenceContext,
  carry: Carry | null,
  last: Draft | undefined,
  isTitle: boolean,
  between: string,
): { draft: Draft; carry: Carry | null } | null {
  const airgramEnd = readAirgram(text, at);
  if (airgramEnd > 0) {
    const tail = readTail(text, airgramEnd, context.year);
    return { draft: makeDraft("airgram", NO_NUMBER, text, at, tail.end, true), carry: null };
  }
  if (carry !== null && !isTitle && isDigit(text.charCodeAt(at))) {
    const number = readCarried(text, at, context, carry, last, between);
    if (number !== null) return number;
  }
  const prose = matchAt(PROSE_CITE, text, at);
  if (prose !== null) {
    const draft = readProseCite(text, at, prose, context);
    if (draft !== null) return { draft, carry: null };
  }
  const lead = matchAt(LEADING_WORDS, text, at);
  const citeAt = at + (lead === null ? 0 : lead[0].length);
  const seriesAt = seriesPrefix(text.slice(at, at + 60)) > 0 ? at : citeAt;
  const series = seriesPrefix(text.slice(seriesAt, seriesAt + 60));
  if (series > 0) {
    const serial = readSerial(text, seriesAt + series, false);
    if (serial !== null) {
      const tail = readTail(text, serial.end, context.year);
      return {
        draft: makeDraft("series", NO_NUMBER, text, at, tail.end, true),
        carry: { kind: "series", station: null, year: null, digits: serial.end - seriesAt - series },
      };
    }
  }
  const turned = readTurned(text, citeAt, context);
  if (turned !== null) return turned;
  const cite = readCite(text, at, context.year) ?? (citeAt > at ? readCite(text, citeAt, context.year) : null);
  const better =
    cite !== null && cite.known === undefined && citeAt > at ? (readCite(text, citeAt, context.year) ?? cite) : cite;
  if (better === null) return null;
  // An unknown name is taken for a station's only where an entry must begin.
  const isSeparate = last === undefined || /[^ \t]/.test(between);
  if (better.known === undefined && !(isSeparate && isWholeEntry(text, better, context))) return null;
  if (better.known?.confidence === "low" && !isWholeEntry(text, better, context)) return null;
  if (isDayOfMonth(text, better)) return null;
  return fromCite(text, at, better, context);
}

/** `377 LIMA`: the number before the station, as a whole entry. */
const TURNED =
  /(0{0,4}\d{3,6})[ \t]{1,3}([A-Z][A-Z.'’-]{2,20}(?:[ \t][A-Z][A-Z.'’-]{1,20}){0,2})(?=[ \t]{0,3}(?:$|[\n;,.]))/iy;

function readTurned(text: string, at: number, context: ReferenceContext): { draft: Draft; carry: Carry } | null {
  if (!isDigit(text.charCodeAt(at))) return null;
  const match = matchAt(TURNED, text, at);
  if (match === null || /^(?:19|20)\d\d$/.test(match[1] ?? "")) return null;
  const found = matchStation(match[2] ?? "");
  if (found === undefined || found.confidence !== "high" || found.station.series) return null;
  const number = numberOf(null, found.station.id, Number(match[1]), context);
  const draft = makeDraft("cable", number, text, at, at + match[0].length, true);
  return { draft, carry: { kind: "cable", station: found.station.id, year: null, digits: match[1]?.length ?? 0 } };
}

/** Whether an entry that is surely one begins at `at`: a known station's number, an airgram, a series. */
export function startsEntry(text: string, at: number, context: ReferenceContext): boolean {
  const cite = readCite(text, at, context.year);
  if (cite !== null && (cite.known !== undefined || isWholeEntry(text, cite, context))) return true;
  const rest = text.slice(at, at + 60);
  return seriesPrefix(rest) > 0 || /^(?:(?:\d{2}|\d{4})\s)?(?:[A-Z]+\s){0,3}C?A-\d/.test(rest);
}

/** A cable cited amid other words: `SEE ALSO STATE 12345`. Only where the number can be nothing else. */
export function findCiteWithin(text: string, start: number, end: number, context: ReferenceContext): CableCite | null {
  for (const match of text.slice(start, end).matchAll(/\d{3,7}(?![\dA-Za-z])/g)) {
    if (/^(?:19|20)\d\d$/.test(match[0])) continue;
    const serialStart = start + match.index;
    let nameEnd = serialStart;
    while (nameEnd > start && isSpace(text.charCodeAt(nameEnd - 1))) nameEnd--;
    const found = stationBefore(text, nameEnd, start);
    if (found === null || found.match.confidence === "low") continue;
    const cite = readCite(text, found.start, context.year);
    if (cite !== null && cite.serialStart === serialStart && !isDayOfMonth(text, cite)) return cite;
  }
  return null;
}

export function fromCite(
  text: string,
  at: number,
  cite: CableCite,
  context: ReferenceContext,
): { draft: Draft; carry: Carry | null } {
  const tail = readTail(text, cite.end, context.year);
  // In typewritten telegrams a possessive names the series of two parties: `London's 3001` is London's to the one addressed.
  const isPair = context.form === "typewritten" && /['’]s\s*$/i.test(text.slice(cite.stationStart, cite.serialStart));
  const isSeries = isPair || cite.known?.station.series === true;
  const year = cite.year ?? tail.year;
  const kind = isSeries ? "series" : "cable";
  return {
    draft: makeDraft(
      kind,
      isSeries ? NO_NUMBER : numberOf(year, cite.station, cite.serial, context),
      text,
      at,
      tail.end,
      cite.known !== undefined,
    ),
    carry: {
      kind,
      station: isSeries ? null : cite.station,
      year: cite.year,
      digits: cite.serialEnd - cite.serialStart,
    },
  };
}

/** `AND 2764`, `, 2764`, `/2764` behind a cable, with that cable's station. */
function readCarried(
  text: string,
  at: number,
  context: ReferenceContext,
  carry: Carry,
  last: Draft | undefined,
  between: string,
): { draft: Draft; carry: Carry } | null {
  const cite = readCite(text, at, context.year);
  if (cite?.known !== undefined) return null;
  if (readDate(text, at, context.year) !== null) return null;
  const serial = readSerial(text, at, false);
  if (serial === null) return null;
  const digits = serial.end - at;
  const isSimilar = Math.abs(digits - carry.digits) <= 1;
  if (last !== undefined && between.trim() === "" && !isSimilar) return null;
  if (digits < 2 && !isSimilar) return null;
  if (digits === 4 && carry.digits !== 4 && /^(?:19|20)\d\d/.test(text.slice(at, at + 4)) && last !== undefined)
    return null;
  const behind = readYearBehind(text, serial.end, context.year);
  const tail = readTail(text, behind?.end ?? serial.end, context.year);
  if (!/^\s*(?:$|[\n;,:.&+/()-]|AND\b|PLUS\b|[A-Z])/i.test(text.slice(tail.end))) return null;
  const year = behind?.year ?? tail.year ?? carry.year;
  const number = carry.station === null ? NO_NUMBER : numberOf(year, carry.station, serial.value, context);
  return { draft: makeDraft(carry.kind, number, text, at, tail.end, true), carry };
}

function readProseCite(text: string, at: number, match: RegExpExecArray, context: ReferenceContext): Draft | null {
  const { serial = "", way = "", place = "" } = match.groups ?? {};
  const placeEnd = match.index + match[0].length;
  const station =
    way.toUpperCase() === "TO" && !/^(?:STATE|DEPARTMENT|SECSTATE|WASHINGTON)/i.test(place)
      ? canonicalStation("STATE")
      : (stationAtStart(place)?.station ?? null);
  if (station === null) return null;
  const tail = readTail(text, skipAddressee(text, placeEnd), context.year);
  return makeDraft("cable", numberOf(tail.year, station, Number(serial), context), text, at, tail.end, true);
}

/** `from Bonn to State`: the addressee behind the sender. */
function skipAddressee(text: string, at: number): number {
  const match = matchAt(/\s{1,3}TO\s{1,3}(?:THE\s)?[A-Z][A-Z'-]{1,20}/iy, text, at);
  return at + (match === null ? 0 : match[0].length);
}

/** The station that a place's first words name. */
function stationAtStart(place: string): { readonly station: StationId } | null {
  const words = place.split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(" ");
    const found = stationBefore(name, name.length, 0);
    if (found !== null && found.start === 0) return { station: found.match.station.id };
  }
  return null;
}

/** The end of an airgram's number at `at`, 0 where there is none: `A-199`, `BONN A-50`, `73 BONN A-12`. */
export function readAirgram(text: string, at: number): number {
  const match = matchAt(AIRGRAM_NUMBER, text, at);
  if (match === null) return 0;
  const station = match[1];
  return station === undefined || matchStation(station) !== undefined ? at + match[0].length : 0;
}

/** The year, the station, the number. */
const AIRGRAM_NUMBER =
  /(?:['’]?(?:\d{4}|\d{2})\s?)?(?:([A-Z][A-Z.'’]{1,20}(?:[\s-]{1,3}[A-Z][A-Z.'’]{1,20}){0,2})[\s-]{1,3})?(?:AIRGRAMS?\s{0,2}(?:NO\.?\s{0,2})?\d{1,5}|(?:AIRGRAM\s{1,2})?(?:CA|A|CERP)\s?[-–]\s?\d{1,5}|(?<=[A-Z][-\s])A\d{1,5})(?![\dA-Z])/iy;

/** Whether the cite is an entry by itself: nothing but a name and a number, with an end or a separator behind. */
export function isWholeEntry(text: string, cite: CableCite, context: ReferenceContext): boolean {
  if (cite.known === undefined) {
    if (context.station != null && cite.station === context.station) return true;
    const name = text.slice(cite.stationStart, cite.serialStart);
    if (kindByWord(name) !== null || cite.serial === 0) return false;
    // Documents of others are numbered by year, `MTCR POC 201/2006`; a day and what happened on it, `DESK 3/11 E-MAIL`.
    if (/^\/(?:(?:19|20)\d\d\b|\d{1,2}\s{1,3}[A-Z-]{3,8}\b)/i.test(text.slice(cite.serialEnd, cite.serialEnd + 14)))
      return false;
    const words = name
      .trim()
      .toUpperCase()
      .split(/[\s.'’-]+/);
    if (words.length > 4 || words.some((word) => NEVER_A_STATION.has(word))) return false;
    if (/^(?:19|20)\d\d$/.test(text.slice(cite.serialStart, cite.serialEnd))) return false;
    if (words.join("").length < 3 || words.some((word) => word.length === 1)) return false;
  }
  const tail = readTail(text, cite.end, context.year);
  return /^[\s]*(?:$|[;,:.&+/\n(–-]|AND\b)/i.test(text.slice(tail.end, tail.end + 40)) || text[tail.end] === "\n";
}

/** `PARIS 5 MAY 2006`: a day and its month, no serial. */
export function isDayOfMonth(text: string, cite: CableCite): boolean {
  if (cite.serial > 31 || cite.serialEnd - cite.serialStart > 2) return false;
  return matchAt(MONTH_AHEAD, text, cite.serialEnd) !== null;
}

const MONTH_AHEAD = /\s{0,3}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\b(?!\s{0,3}\d{1,2}(?!\d))/iy;

/** The number of a cable whose year is `printed`, or null: then it is that of the citing cable, unless that cannot be. */
function numberOf(printed: number | null, station: StationId, serial: number, context: ReferenceContext): EntryNumber {
  const year = printed ?? inferredYear(station, serial, context);
  if (year === null || serial === 0) return NO_NUMBER;
  return { mrn: { year, station, serial }, yearInferred: printed === null };
}

export function makeDraft(
  kind: ReferenceKind,
  number: EntryNumber,
  text: string,
  start: number,
  end: number,
  known: boolean,
): Draft {
  const trimmed = trimEntry(text, start, end);
  return { kind, ...number, start, end: trimmed, text: text.slice(start, trimmed), known };
}

/** The end of an entry without the separators, and the bracket that nothing opens, behind it. */
export function trimEntry(text: string, start: number, end: number): number {
  let stop = end;
  for (;;) {
    const code = text.charCodeAt(stop - 1);
    if (stop <= start + 1) return stop;
    if (isSpace(code) || code === 59 || code === 44 || code === 58 || code === 46 || code === 45) stop--;
    else if (code === 41 && !hasOpening(text, start, stop)) stop--;
    else break;
  }
  const and = /\s(?:AND|&)$/i.exec(text.slice(Math.max(start, stop - 5), stop));
  return and === null ? stop : trimEntry(text, start, stop - and[0].length);
}

function hasOpening(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (let at = end - 1; at >= start && end - at < LONGEST_BRACKETS; at--) {
    const code = text.charCodeAt(at);
    if (code === 41) depth++;
    else if (code === 40 && --depth === 0) return true;
  }
  return false;
}

/** A note in brackets at the end of an entry is no longer. */
const LONGEST_BRACKETS = 300;

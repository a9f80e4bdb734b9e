/** Reads classification lines, `UNCLAS SECTION 01 OF 03 SHANGHAI 000374`, and the markings that pages are stamped with. */

import type { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";
import { findStation, matchStation } from "../../vocabulary/stations.ts";
import type { ClassificationLevel } from "../record.ts";
import type { ClassificationLine } from "../tree.ts";
import { captionAt, isPassingLine } from "./captions.ts";
import {
  digitOf,
  endOfLine,
  endOfNumber,
  isBlank,
  isDigit,
  isLetter,
  located,
  numberOf,
  skipBlanks,
  trimEnd,
} from "./chars.ts";
import { readLevel } from "./classification-level.ts";
import { matchSpacedWord } from "./letterspaced-words.ts";
import { LONGEST_NUMBER_WORD, readNumberWord } from "./number-words.ts";

/** A classification line, and what the same line of text holds beside it. */
export interface ClassificationLineRead extends ClassificationLine {
  /** Captions between level and number: `SECRET NOFORN SECTION 01 OF 02 …`, `UNCLAS E F T O …`. */
  readonly captions: readonly Located<string>[];
  /** The offset in the value's text where the classification line ends; captions, passing lines or fields may follow there. */
  readonly end: number;
}

/** A station's name has no more words than this: `HO CHI MINH CITY`, with one to spare. */
const MOST_STATION_WORDS = 5;

/** The office code of a GENADMIN message, `//N02319//`. */
const OFFICE_CODE = /\/\/[ \t]?N[0-9O]{4,5}[ \t]?\/\//y;

/** What stands in a header below the classification line, and in collapsed copies behind it. */
const FIELD =
  /(?:E[ \t]?\.?[ \t]?[O0][ \t]?\.?[ \t:]{0,3}1\d|TAGS?\b|SUBJ|REF\b|REFS\b|BT\b|MSGID\/|QQQQ|NNNN|CITE\b|POSS DUPE)/iy;

/** Between level and number: strokes, stops, dashes. */
const PUNCTUATION = "/.,:;*-–—_~#\"'()";

/**
 * The classification line at the head of a line; null where there is none. A level alone counts, as does one without a number
 * (`LIMITED OFFICIAL USE 0526`); a sentence that begins with "Secret" does not.
 */
export function readClassificationLine(value: JoinedText): ClassificationLineRead | null {
  const { text } = value;
  const level = readLevel(text);
  if (level === null) return null;
  const lineEnd = endOfLine(text, level.end);
  const captions: Located<string>[] = [];
  let at = level.end;
  let end = level.end;
  let section: SectionAt | null = null;
  for (;;) {
    at = skipPunctuation(text, at, lineEnd);
    const code = behindOfficeCode(text, level.end, at);
    if (code > at) {
      at = code;
      end = code;
      continue;
    }
    section = readSection(text, at);
    if (section !== null) break;
    const caption = captionAt(text, at);
    if (caption === null || caption.end > lineEnd) break;
    captions.push(located(value, caption.caption, at, caption.end));
    at = caption.end;
    end = caption.end;
  }
  if (section !== null) {
    end = section.end;
    at = skipPunctuation(text, section.end, lineEnd);
  }
  const number = readNumber(text, at, lineEnd, section !== null);
  if (number !== null) {
    end = number.end;
    section ??= readSection(text, skipPunctuation(text, end, lineEnd));
    if (section !== null) end = Math.max(end, section.end);
  }
  if (section === null && !isPlausible(text, end, lineEnd, number)) return null;
  return {
    span: value.span(level.start, end),
    level: located(value, level.level, level.start, level.end),
    section:
      section === null
        ? null
        : located(value, { number: section.number, total: section.total }, section.start, section.end),
    station:
      number === null || number.stationEnd === number.stationStart
        ? null
        : located(value, stationName(text, number), number.stationStart, number.stationEnd),
    serial:
      number === null || number.serialEnd === number.serialStart
        ? null
        : located(value, numberOf(text, number.serialStart, number.serialEnd), number.serialStart, number.serialEnd),
    captions,
    end,
  };
}

/** What a marking has beside its level: `POSS DUPE`, a message-centre number such as `PTQ6889`, a page of a SMART print. */
const BESIDE_MARKING = /(?:POSS(?:IBLE)?[ \t]DUPE|[A-Z]{3}\d{4}|Page[ \t]\d{1,3}[ \t]of[ \t]\d{1,3})/iy;

/**
 * The level that a line is stamped with and nothing else: `CONFIDENTIAL`, `LIMITED OFFICIAL USE     POSS DUPE`, `SECRET  NODIS`.
 * Null for every other line, and for `UNCLAS`, the short form that opens a message and no page.
 */
export function readMarking(text: string): ClassificationLevel | null {
  const level = readLevel(text, skipPunctuation(text, 0, text.length));
  if (level === null) return null;
  let at = skipPunctuation(text, level.end, text.length);
  let isShort = level.short;
  while (at < text.length) {
    const again = readLevel(text, at);
    BESIDE_MARKING.lastIndex = at;
    const end = again?.end ?? captionAt(text, at)?.end ?? (BESIDE_MARKING.test(text) ? BESIDE_MARKING.lastIndex : -1);
    if (end <= at) return null;
    isShort &&= again?.short ?? true;
    at = skipPunctuation(text, end, text.length);
  }
  return isShort ? null : level.level;
}

interface SectionAt {
  readonly number: number;
  readonly total: number;
  readonly start: number;
  readonly end: number;
}

/** `SECTION 01 OF 03`, `S E C T I O N  1 OF 2`, `SECTION ONE OF TWO`, `SECTION 01 0F O3`, `FINAL SECTION OF 3`. */
function readSection(text: string, at: number): SectionAt | null {
  const final = matchSpacedWord(text, at, "FINAL", 0);
  const wordAt = final < 0 ? at : skipBlanks(text, final);
  const wordEnd = endOfSectionWord(text, wordAt);
  if (wordEnd < 0) return null;
  let offset = skipBlanks(text, wordEnd);
  const glued = readGluedCount(text, offset);
  if (glued !== null) return { ...glued, start: at };
  const { number, end: numberEnd } = readCount(text, offset);
  if (number === null && final < 0) return null;
  offset = skipBlanks(text, numberEnd);
  const ofEnd = text.charAt(offset) === "/" ? offset + 1 : endOfOf(text, offset);
  if (ofEnd < 0) return null;
  offset = skipBlanks(text, ofEnd);
  const { number: total, end: totalEnd } = readCount(text, offset);
  // The first sections of a message were sent before their count was known: `SECTION 01 OF *`.
  if (total === null) {
    return text.charAt(offset) === "*" && number !== null
      ? { number, total: number, start: at, end: offset + 1 }
      : null;
  }
  return { number: number ?? total, total, start: at, end: totalEnd };
}

/** A number of a section in digits or in a word, and where it ends; null at `at` where there is none. */
function readCount(text: string, at: number): { readonly number: number | null; readonly end: number } {
  const end = endOfNumber(text, at);
  if (end > at) return { number: numberOf(text, at, end), end };
  let wordEnd = at;
  while (wordEnd - at <= LONGEST_NUMBER_WORD && isLetter(text.charCodeAt(wordEnd))) wordEnd++;
  const number = wordEnd > at ? readNumberWord(text.slice(at, wordEnd)) : null;
  return { number, end: number === null ? at : wordEnd };
}

/** Short for SECTION, before its number. */
const SHORT_SECTION = /SECT?\.?(?=[ \t]{1,3}\d)/iy;

function endOfSectionWord(text: string, at: number): number {
  const end = matchSpacedWord(text, at, "SECTION", 1);
  if (end >= 0) return end;
  SHORT_SECTION.lastIndex = at;
  return SHORT_SECTION.test(text) ? SHORT_SECTION.lastIndex : -1;
}

/** A count without blanks: `01OF02`. */
const GLUED_COUNT = /(\d{1,2})OF(\d{1,2})(?![\dA-Z])/iy;

function readGluedCount(text: string, at: number): Omit<SectionAt, "start"> | null {
  GLUED_COUNT.lastIndex = at;
  const glued = GLUED_COUNT.exec(text);
  return glued === null ? null : { number: Number(glued[1]), total: Number(glued[2]), end: GLUED_COUNT.lastIndex };
}

/** `ON`, `IF`, `F`: what is left of OF between two numbers. */
const DAMAGED_OF = /(?:[O0][A-Z]|[A-Z]?F)[ \t]{1,3}(?=[\dO])/iy;

function endOfOf(text: string, at: number): number {
  const end = matchSpacedWord(text, at, "OF", 0);
  if (end >= 0) return end;
  DAMAGED_OF.lastIndex = at;
  return DAMAGED_OF.test(text) ? DAMAGED_OF.lastIndex : -1;
}

interface NumberAt {
  readonly stationStart: number;
  /** `stationStart` where only a serial is printed. */
  readonly stationEnd: number;
  readonly serialStart: number;
  /** `serialStart` where only a known station is printed. */
  readonly serialEnd: number;
  /** Behind a second number of a traveller's series: `STATE 286983 TOSEC 110023`. */
  readonly end: number;
}

/** Station and serial; a serial alone; or a station of the vocabulary alone at the end of the line. */
function readNumber(text: string, at: number, lineEnd: number, afterSection: boolean): NumberAt | null {
  let offset = at;
  let stationEnd = at;
  let stationWords = 0;
  while (offset < lineEnd && stationWords <= MOST_STATION_WORDS) {
    const serialEnd = endOfSerial(text, offset);
    if (serialEnd > offset) {
      const isNumber = stationWords > 0 || afterSection || isWhole(text, serialEnd, lineEnd);
      if (!isNumber) return null;
      return { stationStart: at, stationEnd, serialStart: offset, serialEnd, end: endOfSeries(text, serialEnd) };
    }
    const wordEnd = endOfStationWord(text, offset);
    if (wordEnd === offset) break;
    stationWords++;
    stationEnd = wordEnd;
    offset = wordEnd;
    while (offset < lineEnd && (isBlank(text.charCodeAt(offset)) || text.charAt(offset) === "#")) offset++;
  }
  const nameEnd = trimEnd(text, at, lineEnd);
  const isStation = stationWords > 0 && stationEnd === nameEnd && findStation(text.slice(at, nameEnd)) !== undefined;
  return isStation
    ? { stationStart: at, stationEnd, serialStart: stationEnd, serialEnd: stationEnd, end: stationEnd }
    : null;
}

/** The end of up to seven digits that no letter follows; `at` where there are none. A part after a stroke is left out. */
function endOfSerial(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (digitOf(code) < 0) return at;
  // `ISLAMABAD` and `OSLO` begin with letters that look like digits; a serial goes on with digits to its end.
  const end = endOfNumber(text, at);
  if (end === at || end - at > 7 || isLetter(text.charCodeAt(end))) return at;
  return end;
}

/** The end of one word of a station's name, which may have the serial glued to it (`PAZ5230`). */
function endOfStationWord(text: string, at: number): number {
  let end = at;
  while (end < text.length && (isLetter(text.charCodeAt(end)) || "'’.-()".includes(text.charAt(end)))) end++;
  // A zero that stands for O: `COTON0U`.
  if (end > at && text.charAt(end) === "0" && isLetter(text.charCodeAt(end + 1)))
    return endOfStationWord(text, end + 1);
  return end;
}

/** Behind `TOSEC 110023`, the number of a traveller's series after the message's own, or behind the part of `2004/1`. */
function endOfSeries(text: string, at: number): number {
  let end = at;
  if (text.charAt(end) === "/" && isDigit(text.charCodeAt(end + 1))) {
    end++;
    while (isDigit(text.charCodeAt(end))) end++;
  }
  if (text.charAt(end) === "#") end++;
  const wordAt = skipBlanks(text, end);
  const wordEnd = endOfStationWord(text, wordAt);
  if (wordEnd === wordAt || matchStation(text.slice(wordAt, wordEnd))?.station.series !== true) return end;
  const numberAt = skipBlanks(text, wordEnd);
  const numberEnd = endOfNumber(text, numberAt);
  return numberEnd > numberAt ? numberEnd : end;
}

function stationName(text: string, { stationStart, stationEnd }: NumberAt): string {
  return text.slice(stationStart, stationEnd).replace(/[ \t]+/g, " ");
}

/** Whether a line without `SECTION` is a classification line, by its number and by what follows. */
function isPlausible(text: string, end: number, lineEnd: number, number: NumberAt | null): boolean {
  if (number !== null && number.serialEnd > number.serialStart) {
    const digits = number.serialEnd - number.serialStart;
    const padded = digits >= 5 && digitOf(text.charCodeAt(number.serialStart)) === 0;
    if (padded) return true;
    const name = text.slice(number.stationStart, number.stationEnd);
    const isName = name === "" || matchStation(name) !== undefined || (name === name.toUpperCase() && digits >= 3);
    return isName && isWhole(text, end, lineEnd);
  }
  return isWhole(text, end, lineEnd);
}

/** Whether nothing follows on the line, or only what belongs to a header. */
function isWhole(text: string, at: number, lineEnd: number): boolean {
  const rest = skipPunctuation(text, endOfSeries(text, at), lineEnd);
  if (rest >= lineEnd) return true;
  FIELD.lastIndex = rest;
  return (
    FIELD.test(text) ||
    captionAt(text, rest) !== null ||
    readSection(text, rest) !== null ||
    isPassingLine(text.slice(rest, lineEnd))
  );
}

/** Behind an office code whose first strokes may have been passed over as punctuation; -1 where there is none. */
function behindOfficeCode(text: string, from: number, at: number): number {
  for (let offset = from; offset <= at; offset++) {
    OFFICE_CODE.lastIndex = offset;
    if (OFFICE_CODE.test(text)) return OFFICE_CODE.lastIndex;
  }
  return -1;
}

function skipPunctuation(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && (isBlank(text.charCodeAt(offset)) || PUNCTUATION.includes(text.charAt(offset)))) offset++;
  return offset;
}

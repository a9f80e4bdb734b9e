/** Reads what follows the number of a cited cable and belongs to it: its date, `(NOTAL)`, `AND PREVIOUS`. */

import { isDigit, skipSpaces } from "../values/chars.ts";
import { matchAt, plausibleYear } from "./message-number.ts";

/** What follows a citation and is part of it. */
export interface CiteTail {
  readonly end: number;
  /** The year that a date in the tail names; null where none does. */
  readonly year: number | null;
}

const MONTH =
  "(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)(?![A-Z])\\.?";

/** Dates and date-time groups; the year, where one is printed, is a group named `y` and a letter. */
const DATES: readonly RegExp[] = [
  // 310241Z AUG 77
  new RegExp(`\\d{6}\\s?Z(?:\\s?${MONTH}(?:\\s?['’]?(?<ya>\\d{4}|\\d{2})(?!\\d))?)?`, "iy"),
  // MAY 16, 1974 · MAY 16
  new RegExp(
    `${MONTH}\\s?\\d{1,2}(?:ST|ND|RD|TH)?(?!\\d)(?:[,\\s]{1,3}(?<yb>(?:19|20)\\d{2})(?!\\d)|[,\\s]{0,3}['’](?<yc>\\d{2})(?!\\d))?`,
    "iy",
  ),
  // 16 MAY 1974 · 16 MAY 74 · 16-MAY-74 · 16 MAY
  new RegExp(`\\d{1,2}[-\\s]?${MONTH}(?:[-,\\s]{1,3}['’]?(?<yd>(?:19|20)\\d{2}|\\d{2})(?!\\d))?`, "iy"),
  // JULY 1973 · JULY, 1973
  new RegExp(`${MONTH}[,\\s]{1,2}(?<ye>(?:19|20)\\d{2})(?!\\d)`, "iy"),
  // 12/21/73 · 12/21/1973 · 12/21
  /\d{1,2}\/\d{1,2}(?:\/(?<yf>\d{4}|\d{2}))?(?![\d/])/y,
  // 1973-12-21 · 1973/12/21
  /(?<yg>(?:19|20)\d{2})[-/]\d{1,2}[-/]\d{1,2}(?!\d)/y,
];

/** What leads to a date: `OF MAY 16`, `DTD 12/21/73`, `, MAY 16, 1974`. */
const DATE_LEAD = /[\s,]{0,4}(?:(?:OF|DTD|DATED|DTG|ON|DATE)\b[\s:.]{0,3}){0,2}/iy;

/** A note in brackets. */
const BRACKETS = /\(([^()]{0,120})\)|\[([^[\]]{0,120})\]/y;

/** `AND PREVIOUS` in all its forms, and captions that follow a number. */
const PHRASES =
  /(?:[,\s]{0,2}(?:AND|&|OR)\s{1,4})?(?:(?:ALL\s)?(?:PREVIOUS|PREV|PRIOR|PRECEDING|EARLIER|SUBSEQUENT|FOLLOWING|RELATED|SUCCEEDING)(?:\s(?:CABLES?|MESSAGES?|TELEGRAMS?|TRAFFIC|EXCHANGES?|REPORTING|CORRESPONDENCE|REFTELS?|TELS?|MSGS?|NOTAL))?|PREVIOUSLY|ET\sSEQ|ET\sAL|THERETO|SERIES)\b\.?|\b(?:NOTAL|EXDIS|NODIS|LIMDIS|STADIS|NOFORN|SIPDIS|EXCLUSIVE)\b/iy;

/** `PARA 3`, `PARAS 3 AND 4`. */
const PARAGRAPHS = /(?:PARAS?|PARAGRAPHS?)\b\.?\s?\d{1,2}(?:\s?(?:AND|&|,|-)\s?\d{1,2}){0,4}(?!\d)/iy;

/** The number of the same telegram in a traveller's series: `STATE 286983 TOSEC 110023`. */
const SECOND_NUMBER = /[/(]?\s?\b(?:TOSEC|SECTO|TODEP|HAKTO|TOHAK|PARTO|TOPAR)\s{0,2}\d{1,6}\b\)?/iy;

/** The tail from `at` on; its end is `at` where there is none. */
export function readTail(text: string, at: number, latestYear: number | null): CiteTail {
  let end = at;
  let year: number | null = null;
  for (let parts = 0; parts < 8; parts++) {
    const start = skipSpaces(text, end);
    const brackets = matchAt(BRACKETS, text, start);
    if (brackets !== null) {
      year ??= yearInBrackets(brackets[1] ?? brackets[2] ?? "", latestYear);
      end = start + brackets[0].length;
      continue;
    }
    const phrase =
      matchAt(SECOND_NUMBER, text, start) ??
      matchAt(PHRASES, text, start) ??
      matchAt(PARAGRAPHS, text, skipComma(text, start));
    if (phrase !== null) {
      end = phrase.index + phrase[0].length;
      continue;
    }
    const date = readDate(text, end, latestYear);
    if (date === null) break;
    year ??= date.year;
    end = date.end;
  }
  return { end, year };
}

/** The date that stands at `at`, behind a comma or a word such as `OF`; null where none does. */
export function readDate(text: string, at: number, latestYear: number | null): CiteTail | null {
  const lead = matchAt(DATE_LEAD, text, at);
  const start = at + (lead === null ? 0 : lead[0].length);
  if (start === at && at > 0 && isDigit(text.charCodeAt(at - 1))) return null;
  for (const pattern of DATES) {
    const match = matchAt(pattern, text, start);
    if (match === null) continue;
    const printed = Object.values(match.groups ?? {}).find((digits) => digits !== undefined);
    return { end: start + match[0].length, year: printed === undefined ? null : plausibleYear(printed, latestYear) };
  }
  return null;
}

function yearInBrackets(text: string, latestYear: number | null): number | null {
  const alone = /^\s?['’]?(\d{4}|\d{2})\s?$/.exec(text);
  if (alone !== null) return plausibleYear(alone[1] ?? "", latestYear);
  return readDate(text, skipSpaces(text, 0), latestYear)?.year ?? null;
}

function skipComma(text: string, at: number): number {
  return text[at] === "," ? skipSpaces(text, at + 1) : at;
}

/** Tells whether a text is plainly a cable, so that a plain-text document may be taken for one. */

import { plainCharacters } from "../text/plain-characters.ts";
import { SourceText } from "../text/source-text.ts";
import { lostLineBreaks } from "./repair/lost-line-breaks.ts";
import { isPlainlyTyped } from "./typed-telegram.ts";
import { isSpace, trimEnd } from "./values/chars.ts";
import { readLevel } from "./values/classification-level.ts";
import { looksLikeDateTimeGroupLine } from "./values/date-time-group.ts";

/** How many lines are looked at. */
const LINES = 200;

/** As much of a text as is looked at for a header on one line. */
const COLLAPSED_HEAD = 8000;

/** Lines longer than this are looked at to here only. */
const LONGEST = 2000;

const TRANSMISSION_SIGNS: readonly RegExp[] = [
  /^DE R[A-Z]{3,7}\b/,
  /^ZN[RY] [A-Z]{4,5}\b/,
  /^PAGE[ \t]{1,9}\d{1,3}[ \t]{1,9}[A-Z]/,
  /^MRN ?:/i,
];
const TRANSMISSION_FIRST = "DZPMm";

/**
 * What a level is followed by on a classification line with a number: captions, `SECTION 01 OF 03`, a station, its serial. Not asked of
 * the vocabulary: the editor's side asks this question without it.
 */
const NUMBER_BEHIND_LEVEL =
  /^[ \t/]{1,9}(?:[A-Z/ ]{0,30}SECTION[ \t]{1,3}\d{1,2}[ \t]{1,3}OF[ \t]{1,3}(?:\d{1,2}|\*)[ \t]{1,9})?(?:[A-Z][A-Z.'’-]{1,14}[ \t]{1,3}){1,5}\d{3,7}(?=[ \t]*$|[ \t]+[A-Z]{4})/i;

const LONGEST_CLASSIFICATION = 160;

const FIELD_SIGNS: readonly RegExp[] = [
  /^E ?\.? ?[O0] ?[.,]? ?:? ?1\d{4}/i,
  /^TAGS?[ \t]{0,9}(?::|[ \t][A-Z]{2,5}\b)/i,
  /^SUBJ(?:ECT)?[ \t]{0,9}:/i,
  /^REFS?(?:TELS?)?[ \t]{0,9}:/i,
  // The same two as sets of a general administrative message.
  /^(?:SUBJ|REF\/[A-Z])\/[^/ ]/,
];
const FIELD_FIRST = "ETSRetsr";

/**
 * The contract's definition: in the first 200 lines two different kinds of sign, at least one of each group: {classification
 * line with a number, date-time group line, `DE`/`ZNR`/`ZNY` line, `PAGE` line, `MRN:`} and {E.O., TAGS, SUBJECT, REF}. Telegrams of
 * before 1973, which have none of the second, are told by the signs of their printed form.
 */
export function isPlainlyCable(anyText: string): boolean {
  const text = plainCharacters(anyText);
  if (hasSigns(text)) return true;
  // A copy that lost the line breaks of its header has them all on one line.
  const head = text.slice(0, COLLAPSED_HEAD);
  const breaks = lostLineBreaks.edits(head);
  return (breaks.length > 0 && hasSigns(SourceText.edited(head, breaks).text)) || isPlainlyTyped(text);
}

function hasSigns(text: string): boolean {
  let transmission = false;
  let field = false;
  let start = 0;
  for (let line = 0; line < LINES && start <= text.length; line++) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const limit = Math.min(end, start + LONGEST);
    let at = start;
    while (at < limit && isMark(text.charCodeAt(at))) at++;
    start = end + 1;
    if (at === limit) continue;
    transmission ||= isTransmissionSign(text, at, limit);
    field ||= hasOneOf(FIELD_SIGNS, FIELD_FIRST, text, at, limit);
    if (transmission && field) return true;
  }
  return false;
}

/** Blanks, and what mail and Markdown put before a line. */
function isMark(unit: number): boolean {
  return isSpace(unit) || unit === 62 || unit === 124 || unit === 42 || unit === 35 || unit === 0xfeff;
}

/** Whether `[at, end)` begins with one of the signs; `first` are the characters that any of them begins with. */
function hasOneOf(signs: readonly RegExp[], first: string, text: string, at: number, end: number): boolean {
  if (!first.includes(text.charAt(at))) return false;
  const content = text.slice(at, end);
  return signs.some((sign) => sign.test(content));
}

function isTransmissionSign(text: string, at: number, end: number): boolean {
  if (hasOneOf(TRANSMISSION_SIGNS, TRANSMISSION_FIRST, text, at, end)) return true;
  if (looksLikeDateTimeGroupLine(text, at)) return true;
  const level = readLevel(text, at);
  if (level === null) return false;
  const behind = trimEnd(text, level.end, Math.max(end, level.end));
  return NUMBER_BEHIND_LEVEL.test(text.slice(level.end, Math.min(behind, level.end + LONGEST_CLASSIFICATION)));
}

/** Tells whether a text is plainly a cable, so that a plain-text document may be taken for one. */

import { SourceText } from "../text/source-text.ts";
import { lostLineBreaks } from "./restore/lost-line-breaks.ts";
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
  /^(?:\*\*)?MRN ?:/i,
];

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
];

/**
 * The contract's definition: in the first 200 lines two different kinds of sign, at least one of each group: {classification
 * line with a number, date-time group line, `DE`/`ZNR`/`ZNY` line, `PAGE` line, `MRN:`} and {E.O., TAGS, SUBJECT, REF}.
 */
export function isPlainlyCable(text: string): boolean {
  if (hasSigns(text)) return true;
  // A copy that lost the line breaks of its header has them all on one line.
  const head = text.slice(0, COLLAPSED_HEAD);
  const breaks = lostLineBreaks.edits(head);
  return breaks.length > 0 && hasSigns(SourceText.edited(head, breaks).text);
}

function hasSigns(text: string): boolean {
  let transmission = false;
  let field = false;
  let start = 0;
  for (let line = 0; line < LINES && start <= text.length; line++) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const content = unmarked(text.slice(start, Math.min(end, start + LONGEST)));
    start = end + 1;
    if (content === "") continue;
    transmission ||= isTransmissionSign(content);
    field ||= FIELD_SIGNS.some((sign) => sign.test(content));
    if (transmission && field) return true;
  }
  return false;
}

/** The line without what mail and Markdown put before it. */
function unmarked(line: string): string {
  return line.replace(/^[\s\uFEFF>|*#]+/, "").trimEnd();
}

function isTransmissionSign(content: string): boolean {
  if (TRANSMISSION_SIGNS.some((sign) => sign.test(content))) return true;
  if (looksLikeDateTimeGroupLine(content)) return true;
  const level = readLevel(content);
  return level !== null && NUMBER_BEHIND_LEVEL.test(content.slice(level.end, level.end + LONGEST_CLASSIFICATION));
}

/** Damage by refolding: an archive's page heading drawn into a header line: `TAGS: ETRD, CH    SECRET    PAGE 02  FREDBU  00812  141203Z`. */

import type { Edit } from "../../text/source-text.ts";
import { isBlank, matchesOf } from "../values/chars.ts";
import { type Damage, lineBreak } from "./damage.ts";

/** Page, station, serial and time: no sentence has all four. */
const HEADING =
  /PAGE[ \t]{1,4}\d{2,3}[ \t]{1,12}[A-Z][A-Z.]{1,14}(?: [A-Z.]{2,14}){0,2}[ \t]{1,9}\d{5,6}(?:[ \t]{1,4}(?:SECTION )?\d\d OF \d\d)?[ \t]{1,4}\d{6}Z(?:[ \t]{1,60}POSS DUPE)?/g;

/** The page's marking before it. */
const MARKING = /[ \t](?:UNCLASSIFIED|CONFIDENTIAL|(?:TOP )?SECRET|LIMITED OFFICIAL USE)[ \t]{2,40}$/;
const LONGEST_MARKING = 64;

export const inlinePageHeadings: Damage = {
  name: "inline-page-headings",
  edits: (text) => {
    if (!text.includes("PAGE ")) return [];
    const edits: Edit[] = [];
    for (const match of matchesOf(HEADING, text)) {
      const start = match.index;
      const lineStart = text.lastIndexOf("\n", start) + 1;
      const before = text.slice(Math.max(lineStart, start - LONGEST_MARKING), start);
      const marking = MARKING.exec(before);
      const markingStart = marking === null ? start : start - marking[0].length + 1;
      if (!isBlankUpTo(text, lineStart, markingStart)) addBreak(text, markingStart, lineStart, edits);
      if (marking !== null) addBreak(text, start, lineStart, edits);
      addBreakBehind(text, start + match[0].length, edits);
    }
    return edits;
  },
};

function isBlankUpTo(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}

/** A line break in place of the blanks before `at`. */
function addBreak(text: string, at: number, lineStart: number, edits: Edit[]): void {
  let start = at;
  while (start > lineStart && isBlank(text.charCodeAt(start - 1))) start--;
  if (start < at) edits.push(lineBreak(start, at));
}

function addBreakBehind(text: string, end: number, edits: Edit[]): void {
  let behind = end;
  while (isBlank(text.charCodeAt(behind))) behind++;
  if (behind > end && behind < text.length && text[behind] !== "\n" && text[behind] !== "\r")
    edits.push(lineBreak(end, behind));
}

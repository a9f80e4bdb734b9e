/** Transmission sections: where a later one begins inside the text, its repeated header is no text. */

import type { SourceLines } from "../source-lines.ts";
import { isCaptionLine, isPassingLine } from "../values/captions.ts";
import { LEVEL_HEADS, mayBeginLevel } from "../values/classification-level.ts";
import { readClassificationLine } from "../values/classification-line.ts";
import { fieldsWith } from "./field-table.ts";
import { ADDRESSEE, LONGEST_CLASSIFICATION_LINE } from "./line-patterns.ts";
import { openingOf } from "./opened-field.ts";

/** Fields of the head of a transmission, which each section repeats. */
const REPEATED = fieldsWith("repeated");

/** No repeated header is longer, addressees and distribution table included. */
const MOST_LINES = 120;

const SECTION = /SECTION|[Ss]ection/;
const ENDS_A_SECTION = /^(?:N{3,5}|BT|#\d{3,5}|\d\d(?:\/\d\d)?|<< ?END OF DOCUMENT ?>>)$/;
const DISTRIBUTION = /^[A-Z(/][A-Z0-9/&]{0,8}-\d\d\b|^\/\d{3} ?[A-Z]/;
const DRAFTING = /^[A-Z][A-Z/-]{1,11} ?: ?[A-Z]{2,}/;

/**
 * Finds classification lines of later sections between `from` and `to`, and claims them with all of the repeated header above
 * and the repeated fields below. `signature` is the name that the whole cable ends with: sections in files of the archive
 * repeat it. A classification line without a header around it is claimed alone.
 */
export function claimRepeatedHeaders(scan: SourceLines, from: number, to: number, signature: string | null): void {
  const name = signature?.toUpperCase();
  for (let line = from; line < to; line++) {
    if (scan.kinds[line] === "page" || scan.kinds[line] === "continuation") claimNameAbove(scan, line, from, name);
    if (scan.kinds[line] !== null || !LEVEL_HEADS.has(scan.head(line))) continue;
    if (!mayBeginLevel(scan.text, scan.first(line))) continue;
    if (scan.length(line) > LONGEST_CLASSIFICATION_LINE || !SECTION.test(scan.content(line))) continue;
    const read = readClassificationLine(scan.join(line, line + 1));
    if (read?.section == null || read.serial === null) continue;
    scan.kinds[line] = "classification";
    claimAbove(scan, line, from, name);
    claimBelow(scan, line, to, from);
  }
}

/** Some copies put the name of the signer above each page heading, wherever the page broke. */
function claimNameAbove(scan: SourceLines, page: number, from: number, name: string | undefined): void {
  const above = scan.previousText(page);
  if (name === undefined || above < from || scan.kinds[above] !== null || scan.length(above) !== name.length) return;
  if (scan.content(above).toUpperCase() === name) scan.kinds[above] = "signature";
}

function claimAbove(scan: SourceLines, classification: number, from: number, name: string | undefined): void {
  const top = Math.max(from, classification - MOST_LINES);
  const sender = senderAbove(scan, classification, top);
  for (let line = classification - 1; line >= top; line--) {
    if (scan.isBlank(line) || scan.isFurniture(line)) continue;
    const text = scan.content(line);
    const opening = openingOf(scan, line);
    const repeated =
      line >= sender ||
      (opening !== null && REPEATED.has(opening.key)) ||
      ENDS_A_SECTION.test(text) ||
      DISTRIBUTION.test(text) ||
      ADDRESSEE.test(text) ||
      DRAFTING.test(text);
    if (!repeated) {
      if (text.toUpperCase() === name) scan.kinds[line] = "signature";
      return;
    }
    scan.kinds[line] = "transmission";
  }
}

/** No block of addressees is longer, blank lines and page breaks between them counted. */
const MOST_ADDRESSEE_LINES = 60;

/** The line of `FM …` above a classification line: whatever stands between the two are addressees. The classification line where there is none. */
function senderAbove(scan: SourceLines, classification: number, top: number): number {
  for (let line = classification - 1; line >= Math.max(top, classification - MOST_ADDRESSEE_LINES); line--) {
    if (scan.isBlank(line) || scan.isFurniture(line)) continue;
    if (/^FM [A-Z]/.test(scan.content(line))) return line;
    if (scan.length(line) > 75) break;
  }
  return classification;
}

/** The passing lines of the cable's head, which ends above the line `from`. */
function passingOfHead(scan: SourceLines, from: number): ReadonlySet<string> {
  const passing = new Set<string>();
  for (let line = 0; line < from; line++) if (scan.kinds[line] === "passing") passing.add(scan.content(line));
  return passing;
}

function claimBelow(scan: SourceLines, classification: number, to: number, from: number): void {
  const passing = passingOfHead(scan, from);
  for (let line = classification + 1; line < to; line++) {
    if (scan.isBlank(line) || scan.isFurniture(line)) continue;
    if (isCaptionLine(scan.content(line))) {
      scan.kinds[line] = "caption";
      continue;
    }
    // A passing line is repeated by itself; text goes on over several lines.
    const isAlone = scan.blankAbove(line) && scan.blankBelow(line);
    if (passing.has(scan.content(line)) || (isAlone && isPassingLine(scan.content(line)))) {
      scan.kinds[line] = "passing";
      continue;
    }
    const key = openingOf(scan, line)?.key;
    if (key !== "executiveOrder" && key !== "tags" && key !== "subject") return;
    scan.kinds[line] = "field";
  }
}

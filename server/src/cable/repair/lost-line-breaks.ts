/** Damage by refolding: header fields, rules, captions and numbered paragraphs run together on one line. */

import type { Edit } from "../../text/source-text.ts";
import { matchesOf } from "../values/chars.ts";
import { type Damage, lineBreak } from "./damage.ts";

/** The head of a text, where header fields are looked for. */
const HEAD = 12_000;

/** What a header field begins with when it stands behind another on the same line; patterns to review. */
const FIELD_STARTS: readonly RegExp[] = [
  /[ \t]{1,9}(?=(?:RR|PP|OO|ZZ) RUE[A-Z]{3,4}\b)/g,
  /[ \t]{1,9}(?=DE RUE[A-Z]{2,4} #?\d{4})/g,
  /[ \t]{1,9}(?=ZN[RY] [A-Z]{5} ZZ[HK]\b)/g,
  /[ \t]{1,9}(?=[ZOPR] (?:[OPR] )?\d{6}Z [A-Z]{3} \d\d\b)/g,
  /(?<=\d\d(?: Z[A-Z]{2}\d?)?)[ \t]{1,9}(?=FM [A-Z])/g,
  /[ \t]{1,9}(?=TO (?:RUE[A-Z]{2,4}\/|SECSTATE ))/g,
  /[ \t]{1,9}(?=INFO (?:R[A-Z]{4,7}\/))/g,
  /[ \t]{1,9}(?=BT (?:UNCLAS|[CS] [OE] |SECRET|CONFIDENTIAL))|(?<= BT|\nBT)[ \t]{1,9}(?=(?:UNCLAS|[CS] [OE] |SECRET|CONFIDENTIAL))/g,
  /(?<=\d{4}|DC|[A-Z]{4})[ \t]{1,9}(?=(?:UNCLAS|C O N F I D E N T I A L|S E C R E T|CONFIDENTIAL|SECRET) (?:SECTION \d\d OF \d\d )?[A-Z][A-Z ]{2,20} \d{6}\b)/g,
  /(?<=(?:UNCLAS|T I A L|R E T|CONFIDENTIAL|SECRET) (?:SECTION \d\d OF \d\d )?[A-Z][A-Z ]{2,20} \d{6})[ \t]{1,9}(?=\S)/g,
  /(?<=(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS))[ \t]{1,9}(?=(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|DEPT|STATE|NSC|TREASURY) )/g,
  /[ \t]{1,9}(?=(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS) (?:SIPDIS|NOFORN|SENSITIVE|E\.?O\.? 1\d{4}|DEPT|STATE|NSC))/g,
  // Behind such a word the order is one that is cited: `for E.O. 12958 reasons 1.4 (b)`.
  /(?<!\b(?:for|FOR|per|PER|under|UNDER|by|BY|in|IN|of|OF|with|WITH|to|TO|see|SEE|REASONS?|[Rr]easons?:?))[ \t]{1,9}(?=E\.?O\.? {0,2}1[1-3]\d{3}\b(?! ?[:,]? {1,2}(?:REASONS?|[Rr]easons?|SEC|[Ss]ec|1 ?\.|\()))/g,
  /[ \t]{1,9}(?=TAGS ?: {0,3}[A-Z]{2,40}\b|TAGS [A-Z]{2,5},? [A-Z]{2,5}\b)/g,
  /[ \t]{1,9}(?=SUBJ(?:ECT)? ?: {0,3}\S)/g,
  // Behind a portion mark at the beginning of the line it is the field's own.
  /(?<!^[ \t]{0,9}\([A-Z/]{1,5}\))[ \t]{1,9}(?=REFS?(?:TELS?)? ?: {0,3}\S)/g,
  /[ \t]{1,9}(?=(?:CLASSIFIED BY|Classified By|Classified by) ?: {0,3}\S)/g,
];

/** A line shorter than this holds one field, unless it begins with one that others are often glued to. */
const SHORT_LINE = 80;

/** A shorter one than this always does. */
const SHORTEST_TOGETHER = 48;

const OFTEN_GLUED = /^(?:E\.?O\.? |TAGS|SUBJ|Tags|Subj|SIPDIS|UNCLAS )/;
const OFTEN_GLUED_FIRST = "ETSU";

/** Header fields behind the beginning of a line say that line breaks were lost; a word alone proves nothing. */
const RUN_TOGETHER =
  /[ \t](?:TAGS ?:? ?[A-Z]|SUBJ(?:ECT)? ?:|REFS? ?: {0,3}[A-Z(]|E\.?O\.? {0,2}1[1-3]\d{3}\b|CLASSIFIED BY ?:|FM AM[A-Z]|FM SECSTATE|DE RUE|TO RUE|INFO RUE|ZN[RY] [A-Z]{5})/i;

/** The same for a line that is not long: an order or a reference is often named in another field. */
const TAGS_RUN_INTO = /[ \t](?:TAGS ?: {0,3}[A-Z]|SUBJ(?:ECT)? ?: {0,3}\S)/;

/** `DEPT FOR EUR/X E.O. 12958: DECL: …`: an order with its number and colon behind a passing instruction. */
const ORDER = /^ E\.?O\.? {1,3}1[1-3]\d{3} ?:/;
const LONGEST_ORDER = 15;

function hasOrderAfterWords(line: string): boolean {
  let at = line.indexOf(" E.O. ");
  if (at < 0) at = line.indexOf(" EO ");
  return at > 0 && ORDER.test(line.slice(at, at + LONGEST_ORDER)) && line.slice(0, at).trim() !== "";
}

export const lostLineBreaks: Damage = {
  name: "lost-line-breaks",
  edits: (text) => {
    const edits: Edit[] = [];
    addFieldBreaks(text, edits);
    addParagraphBreaks(text, edits);
    addRuleBreaks(text, edits);
    addCaptionBreaks(text, edits);
    return edits.sort((left, right) => left.start - right.start || left.end - right.end);
  },
};

/** Each line of the head by itself: only on a line that shows that others ran into it are breaks put back. */
function addFieldBreaks(text: string, edits: Edit[]): void {
  const limit = Math.min(text.length, HEAD);
  let colon = -1;
  for (let start = 0, end = 0; start < limit; start = end + 1) {
    end = indexOrEnd(text, "\n", start);
    if (colon < start) colon = indexOrEnd(text, ":", start);
    const length = Math.min(end, limit) - start;
    // A line that is not long shows it by a field with its colon, or has one of its own in front.
    if (length <= SHORT_LINE && colon >= end && !OFTEN_GLUED_FIRST.includes(text.charAt(start))) continue;
    const line = text.slice(start, start + length);
    if (hasFieldsRunTogether(line)) addBreaksInLine(line, start, edits);
    // Fields do not stand below the first numbered paragraph.
    if (length > SHORT_LINE && /^(?:¶ ?)?1\. /.test(line)) return;
  }
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

function hasFieldsRunTogether(line: string): boolean {
  for (let at = line.indexOf("REF:"); at >= 0; at = line.indexOf("REF:", at + 4)) {
    let before = at;
    while (before > 0 && isBlankAt(line, before - 1)) before--;
    if (before > 0 && before < at) return true;
  }
  if (line.length > SHORT_LINE ? RUN_TOGETHER.test(line) : hasOrderAfterWords(line)) return true;
  if (OFTEN_GLUED_FIRST.includes(line.charAt(0)) && OFTEN_GLUED.test(line) && RUN_TOGETHER.test(line)) return true;
  return line.length >= SHORTEST_TOGETHER && TAGS_RUN_INTO.test(line);
}

function isBlankAt(line: string, at: number): boolean {
  const unit = line.charCodeAt(at);
  return unit === BLANK || unit === 9;
}

function addBreaksInLine(line: string, offset: number, edits: Edit[]): void {
  for (const pattern of FIELD_STARTS) {
    for (const { 0: blanks, index } of matchesOf(pattern, line)) {
      if (index > 0) edits.push(lineBreak(offset + index, offset + index + blanks.length));
    }
  }
}

const LINE_FEED = 10;
const BLANK = 32;
const STOP = 46;
const PARAGRAPH_SIGN = 0xb6;

const PORTION_MARK = /\((?:[CSU]|SBU|TS|LOU)(?:\)|\/\/?[A-Z]{2})/y;

/** `… is over. 3. (C) The next …`: a number with a portion mark, or with a paragraph sign, behind the end of a sentence. */
function addParagraphBreaks(text: string, edits: Edit[]): void {
  for (let bracket = text.indexOf("("); bracket >= 0; bracket = text.indexOf("(", bracket + 1)) {
    const dot = text.charCodeAt(bracket - 1) === BLANK ? bracket - 2 : bracket - 1;
    if (text.charCodeAt(dot) !== STOP) continue;
    let digits = dot;
    while (digits > 0 && isDigit(text.charCodeAt(digits - 1))) digits--;
    if (digits === dot || dot - digits > 2) continue;
    const sign = text.charCodeAt(digits - 1) === PARAGRAPH_SIGN ? digits - 1 : digits;
    // At the head of a line there is nothing to break.
    if (sign === 0 || text.charCodeAt(sign - 1) === LINE_FEED) continue;
    PORTION_MARK.lastIndex = bracket;
    if (!PORTION_MARK.test(text)) continue;
    // With its sign the mark is sure, wherever the sentence before it broke off.
    if (sign < digits && text.charCodeAt(sign - 1) === BLANK) edits.push(lineBreak(beforeBlanks(text, sign), sign));
    else addBreakBehindSentence(text, sign, edits);
  }
  for (let at = text.indexOf("¶"); at >= 0; at = text.indexOf("¶", at + 1)) {
    if (/^¶\d{1,2}\. ?[A-Z("]/.test(text.slice(at, at + 6))) addBreakBehindSentence(text, at, edits);
  }
}

/** Where the blanks before `at` begin. */
function beforeBlanks(text: string, at: number): number {
  let blanks = at;
  while (blanks > 0 && text.charCodeAt(blanks - 1) === BLANK) blanks--;
  return blanks;
}

function addBreakBehindSentence(text: string, at: number, edits: Edit[]): void {
  const blanks = beforeBlanks(text, at);
  if (blanks === 0 || (blanks === at && text[at - 1] !== "X" && !/^[a-z][.?!]$/.test(text.slice(at - 2, at)))) return;
  if (!/[.?!")”:X-]/.test(text[blanks - 1] ?? "")) return;
  const edit = lineBreak(blanks, at);
  if (edits[edits.length - 1]?.start !== edit.start) edits.push(edit);
}

/** `SUMMARY -------`, `------- SUMMARY -------`: heading and rule on one line. */
function addRuleBreaks(text: string, edits: Edit[]): void {
  let passed = 0;
  for (let at = text.indexOf("----"); at >= 0; at = text.indexOf("----", passed)) {
    let end = at + 4;
    while (text.charCodeAt(end) === 45) end++;
    passed = end;
    const before = text.charCodeAt(at - 1);
    if (before === 32 && !/[\n-]/.test(text[at - 2] ?? "\n")) {
      let start = at - 1;
      while (text.charCodeAt(start - 1) === 32) start--;
      const boxEnd = addBoxBehindSentence(text, start, at, end, edits);
      if (boxEnd !== null) passed = boxEnd;
      else if (isHeading(text, start) && restIsRule(text, end)) edits.push(lineBreak(start, at));
      else if (isHeading(text, start)) addBreaksAroundRule(text, start, at, end, edits);
    }
    if (text.charCodeAt(end) === 32 && (at === 0 || text.charCodeAt(at - 1) === 10)) {
      passed = addBoxedHeading(text, at, end, edits) ?? end;
    }
  }
}

const MARK_AHEAD = /( {1,4})(?=¶?\d{1,2}\. ?\()/y;

/** A heading and its rule right before a numbered paragraph: all three on one line. */
function addBreaksAroundRule(text: string, start: number, rule: number, ruleEnd: number, edits: Edit[]): void {
  MARK_AHEAD.lastIndex = ruleEnd;
  const mark = MARK_AHEAD.exec(text);
  if (mark !== null) edits.push(lineBreak(start, rule), lineBreak(ruleEnd, ruleEnd + mark[0].length));
}

const BOX_AHEAD = /( {1,4})([A-Za-z"'][^\n.-]{2,80}?)( {1,4})-{4,}/y;

/** `… is over. ------- SUMMARY ------- 2. (C) …`: a boxed heading behind a sentence; the end of its second rule, or null. */
function addBoxBehindSentence(
  text: string,
  start: number,
  rule: number,
  ruleEnd: number,
  edits: Edit[],
): number | null {
  if (!/[.?!")”]/.test(text[start - 1] ?? "")) return null;
  BOX_AHEAD.lastIndex = ruleEnd;
  const box = BOX_AHEAD.exec(text);
  if (box === null) return null;
  const [whole, before = "", title = "", between = ""] = box;
  const titleEnd = ruleEnd + before.length + title.length;
  const end = ruleEnd + whole.length;
  edits.push(lineBreak(start, rule), lineBreak(ruleEnd, ruleEnd + before.length));
  edits.push(lineBreak(titleEnd, titleEnd + between.length));
  let behind = end;
  while (text.charCodeAt(behind) === BLANK) behind++;
  if (behind > end && !isLineEnd(text, behind)) edits.push(lineBreak(end, behind));
  return end;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) === LINE_FEED;
}

/** The longest heading that may stand before a rule. */
const LONGEST_HEADING = 81;

/** Whether what stands on the line before `end` may be a heading. */
function isHeading(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - LONGEST_HEADING - 1), end);
  const heading = before.slice(before.lastIndexOf("\n") + 1);
  return heading.length > 2 && heading.length <= LONGEST_HEADING && /^[A-Za-z"']/.test(heading);
}

/** Fewer hyphens before words, and no rule behind them, are a bullet. */
const SHORTEST_RULE = 6;

/** A heading behind a rule, with a rule behind it and text behind that, all on one line: each gets a line of its own. */
function addBoxedHeading(text: string, ruleStart: number, ruleEnd: number, edits: Edit[]): number | null {
  const rest = text.slice(ruleEnd, ruleEnd + 140);
  const match = /^( {1,4})([A-Za-z"'][^\n-]{2,80}?)(?:( {1,4})(-{4,})( {0,4})|[ \t]*$)/m.exec(rest);
  if (match === null || match.index !== 0) return null;
  const [whole, before = "", title = "", between, rule = "", behind = ""] = match;
  if (between === undefined && ruleEnd - ruleStart < SHORTEST_RULE) return null;
  edits.push(lineBreak(ruleEnd, ruleEnd + before.length));
  if (between === undefined) return null;
  const titleEnd = ruleEnd + before.length + title.length;
  edits.push(lineBreak(titleEnd, titleEnd + between.length));
  const end = titleEnd + between.length + rule.length;
  if (behind !== "" && !/^[ \t]*$/m.test(rest.slice(whole.length, whole.length + 1)))
    edits.push(lineBreak(end, end + behind.length));
  return end;
}

function restIsRule(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return true;
    if (unit !== 45 && unit !== 32) return false;
  }
  return true;
}

/** `SIPDIS the text goes on`: a caption that a lost page break left glued to a line of text. */
function addCaptionBreaks(text: string, edits: Edit[]): void {
  // The engine finds short words many times faster than long ones.
  for (let at = text.indexOf("\nSIPD"); at >= 0; at = text.indexOf("\nSIPD", at + 1)) {
    const end = at + "\nSIPDIS".length;
    if (!text.startsWith("\nSIPDIS ", at)) continue;
    if (/^ {1,4}(?=[a-z]|[A-Z][a-z])/.test(text.slice(end, end + 8))) edits.push(lineBreak(end, end + 1));
  }
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Finds the paragraphs whose numbers a sequence of marks lacks: marks that were misread, lost their dot, or stand in mid-line. */

import { readPortionMark } from "../values/portion-mark.ts";
import type { BodyLines } from "./body-lines.ts";
import type { ParagraphMark } from "./paragraph-mark.ts";

/** More missing numbers than this between two marks mean that text was cut out. */
const MOST_MISSING = 3;

/** `6 PROJECTS …`, `6, Projects`: a number at the head of a block that lost its dot. */
const WITHOUT_DOT = /^(\d{1,3})(?:[,:] {0,3}| {1,3})(?=[A-Z("])/;

/** `6 - (U)`, `#6. (U)`, `P6. (U)`, `6: (U)`: whatever stands around the number, a portion mark follows. */
const BEFORE_PORTION = /^(?:[^\w\s(]{1,2} ?|[A-Z])?(\d{1,3}) ?[-–—,:;.)]{0,2} {0,3}(?=\()/;

/** `l. (C)`: the first paragraph's number, read for a letter. */
const LETTER_FOR_ONE = /^[lI|i!][.,]? ?(?=\([A-Z])/;

const LIST_ITEM = /^\d{1,3} ?\)/;

/** The beginning of a line as far as a mark reaches. */
const LONGEST_MARK = 12;

/** Paragraphs whose numbers the sequence lacks, found in the middle of a line: offsets of the scan's text. */
export function findMarksInLines(body: BodyLines, marks: readonly ParagraphMark[]): number[] {
  const offsets: number[] = [];
  for (const { from, to, number } of gaps(marks)) {
    const start = body.first(from.index);
    const text = body.scan.text.slice(start, body.end(to.index - 1));
    const found = new RegExp(`[.?!"”)] {1,4}(?=(?:¶ ?)?${number}\\. {0,2}[A-Z("“])`).exec(text);
    if (found !== null) offsets.push(start + found.index + found[0].length);
  }
  const last = marks[marks.length - 1];
  return last === undefined ? offsets : [...offsets, ...marksBehindLast(body, last)];
}

/** A line as long as this was not wrapped: whatever follows the last number may stand on it. */
const UNWRAPPED = 300;

/** An item of a list within a paragraph. */
const LIST_WITHIN = /[\s:]1[.)] /;

/** The numbers that come next within the block of the last one: several in a row, or on a line that holds a whole text. */
function marksBehindLast(body: BodyLines, last: ParagraphMark): number[] {
  let end = last.index + 1;
  while (end < body.count && !body.blankAbove(end)) end++;
  const text = body.scan.text.slice(last.textStart, body.end(end - 1));
  const offsets: number[] = [];
  const pattern = /[.?!"”)]\s{1,4}(?:¶ ?)?(\d{1,2})\.\s{0,2}(?=[A-Z("“])/g;
  for (const found of text.matchAll(pattern)) {
    const digits = found[1] ?? "";
    if (Number(digits) !== last.number + offsets.length + 1) continue;
    offsets.push(last.textStart + found.index + found[0].search(/[¶\d]/));
  }
  const isSure = offsets.length > 1 || (offsets.length === 1 && body.length(last.index) > UNWRAPPED);
  return isSure && !LIST_WITHIN.test(text) ? offsets : [];
}

/** The marks with those that damage hides, among the lines `[from, to)`: before the first, in gaps, behind the last. */
export function withDamagedMarks(
  body: BodyLines,
  marks: readonly ParagraphMark[],
  from: number,
  to: number,
): ParagraphMark[] {
  const more: ParagraphMark[] = [];
  const first = marks[0];
  if (first?.number === 2) {
    for (let index = from; index < first.index; index++) {
      const mark = firstMark(body, index);
      if (mark === null) continue;
      more.push(mark);
      break;
    }
  }
  for (const gap of gaps(marks)) {
    for (let index = gap.from.index + 1; index < gap.to.index; index++) {
      const mark = markBeforePortion(body, index, gap.number) ?? markWithoutDot(body, index, gap.number);
      if (mark === null) continue;
      more.push(mark);
      break;
    }
  }
  const last = marks[marks.length - 1];
  let next = (last?.number ?? 0) + 1;
  for (let index = (last?.index ?? to) + 1; index < to; index++) {
    // Behind the last number a bracket closes the items of a list.
    const mark = LIST_ITEM.test(headOf(body, index)) ? null : markBeforePortion(body, index, next);
    if (mark === null) continue;
    more.push(mark);
    next++;
  }
  return more.length === 0 ? [...marks] : [...marks, ...more].sort((left, right) => left.index - right.index);
}

interface Gap {
  readonly from: ParagraphMark;
  readonly to: ParagraphMark;
  readonly number: number;
}

/** The numbers that are missing between one mark and the next, few at a time. */
function gaps(marks: readonly ParagraphMark[]): readonly Gap[] {
  const missing: Gap[] = [];
  for (let at = 1; at < marks.length; at++) {
    const from = marks[at - 1];
    const to = marks[at];
    if (from === undefined || to === undefined || to.number - from.number > MOST_MISSING + 1) continue;
    for (let number = from.number + 1; number < to.number; number++) missing.push({ from, to, number });
  }
  return missing;
}

function firstMark(body: BodyLines, index: number): ParagraphMark | null {
  const letter = LETTER_FOR_ONE.exec(headOf(body, index));
  if (letter === null) return markBeforePortion(body, index, 1);
  return makeMark(body, index, 1, 0, 1, letter[0].length);
}

function markBeforePortion(body: BodyLines, index: number, number: number): ParagraphMark | null {
  const match = BEFORE_PORTION.exec(headOf(body, index));
  const digits = match?.[1] ?? "";
  if (match === null || Number(digits) !== number) return null;
  const digitsAt = match[0].indexOf(digits);
  const mark = makeMark(body, index, number, digitsAt, digits.length, match[0].length);
  return mark.portion === null ? null : mark;
}

function markWithoutDot(body: BodyLines, index: number, number: number): ParagraphMark | null {
  if (!body.blankAbove(index)) return null;
  const match = WITHOUT_DOT.exec(headOf(body, index));
  const digits = match?.[1] ?? "";
  if (match === null || Number(digits) !== number) return null;
  return makeMark(body, index, number, 0, digits.length, match[0].length);
}

function headOf(body: BodyLines, index: number): string {
  const first = body.first(index);
  return body.scan.text.slice(first, Math.min(first + LONGEST_MARK, body.end(index)));
}

/** A mark whose number stands `digitsAt` characters behind the line's beginning, and whose text `length` behind it. */
function makeMark(
  body: BodyLines,
  index: number,
  number: number,
  digitsAt: number,
  digits: number,
  length: number,
): ParagraphMark {
  const first = body.first(index);
  const portion = readPortionMark(body.scan.text, first + length);
  return {
    index,
    number,
    swallowed: false,
    digitsStart: first + digitsAt,
    digitsEnd: first + digitsAt + digits,
    textStart: portion?.end ?? first + length,
    portion,
  };
}

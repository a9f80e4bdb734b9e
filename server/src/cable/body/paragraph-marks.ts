/**
 * Finds which lines begin a numbered paragraph. A number at the head of a line may as well be a wrapped year, a day, a list's
 * item or a quoted document's paragraph; which it is, the sequence tells. So all candidates are weighed and the best
 * rising sequence wins.
 */

import { pushAll } from "../../text/arrays.ts";
import { isDigit } from "../values/chars.ts";
import type { PortionMark } from "../values/portion-mark.ts";
import { readPortionMark } from "../values/portion-mark.ts";
import { type BodyLines, NUMBERED_LINE } from "./body-lines.ts";
import { withDamagedMarks } from "./misread-marks.ts";
import type { ParagraphMark } from "./paragraph-mark.ts";

interface Candidate {
  readonly index: number;
  readonly number: number;
  readonly sign: boolean;
  /** Whether a bracket closes the number, as it does for the items of a list. */
  readonly bracketed: boolean;
  readonly digitsStart: number;
  readonly digitsEnd: number;
  readonly textStart: number;
  readonly portion: PortionMark | null;
  readonly weight: number;
  /** How far from the margin it stands. */
  readonly column: number;
  /** Whether the line above ends in a word or a mark that a number belongs to: `PARA`, `JUNE`, a comma. */
  readonly isAwaited: boolean;
}

/** No cable numbers its paragraphs higher than this; a wrapped year or resolution number is. */
const HIGHEST_NUMBER = 250;

/** How many candidates back a sequence may continue from: keeps the search linear whatever the text. */
const LOOK_BACK = 60;

// Weights, found on real cables: what speaks for a paragraph's mark at the head of a line, and what against it.
const WEIGHT = {
  portion: 5,
  sign: 1,
  blankAbove: 2,
  sentenceAbove: 1,
  sentenceCut: -5,
  capitalFollows: 1,
  smallLetterFollows: -4,
  digitFollows: -3,
  nothingFollows: -2,
  indented: -2,
  tableOfContents: -4,
  noDot: -1,
  letterFollows: -5,
  parenthesis: -4,
} as const;

const STEP = {
  next: 4,
  /** Besides, where it stands in the same column as the number before it, and nothing above awaits a number. */
  inColumn: 1,
  first: 4,
  repeated: -2,
  gap: -1,
  gapEach: -0.5,
  gapMost: -4,
  startsLate: -3,
  swallowed: -1,
} as const;

const MARK = /(¶ ?)?(\d{1,3})( ?[.](?!\d)| ?\)|(?= ?\())[ \t]*/y;
const SECOND_NUMBER = /(\d{1,2})[.][ \t]+(?=[A-Z("])/y;

/** The marks of all numbered paragraphs among the lines `[from, to)`, in document order. */
export function findParagraphMarks(body: BodyLines, from = 0, to = body.count): ParagraphMark[] {
  const candidates = findCandidates(body, from, to);
  if (candidates.length === 0) return [];
  const main = mainSequence(candidates);
  const marks = withRestarts(believable(candidates, main), main).map(
    ({ candidate, swallowed }): ParagraphMark => ({
      index: candidate.index,
      number: swallowed ? withoutSwallowed(candidate.number) : candidate.number,
      swallowed,
      digitsStart: candidate.digitsStart,
      digitsEnd: candidate.digitsEnd,
      textStart: candidate.textStart,
      portion: candidate.portion,
    }),
  );
  return withDamagedMarks(body, marks, from, to);
}

/** The main numbering: with brackets behind the numbers only where the cable has no other, or where they fill its gaps. */
function mainSequence(candidates: readonly Candidate[]): readonly Chosen[] {
  if (!candidates.some(({ bracketed }) => bracketed)) return bestSequence(candidates);
  const stopped = bestSequence(candidates.filter(({ bracketed }) => !bracketed));
  if (stopped.length === 0) return bestSequence(candidates);
  return bestSequence(candidates.filter((candidate) => !candidate.bracketed || fillsGap(candidate, stopped)));
}

/** Whether a number stands between two others, in the text as in the numbering. */
function fillsGap(candidate: Candidate, main: readonly Chosen[]): boolean {
  const after = firstBehind(main, candidate.index);
  const next = main[after];
  const previous = main[after - 1];
  return (
    next !== undefined &&
    previous !== undefined &&
    candidate.number > numberOf(previous) &&
    candidate.number < numberOf(next)
  );
}

/** The candidates without the items of lists in a cable whose own numbers no bracket closes. */
function believable(candidates: readonly Candidate[], main: readonly Chosen[]): readonly Candidate[] {
  const bracketed = main.filter(({ candidate }) => candidate.bracketed).length;
  return bracketed * 2 > main.length ? candidates : candidates.filter((candidate) => !candidate.bracketed);
}

function numberOf({ candidate, swallowed }: Chosen): number {
  return swallowed ? withoutSwallowed(candidate.number) : candidate.number;
}

function findCandidates(body: BodyLines, from: number, to: number): Candidate[] {
  const candidates: Candidate[] = [];
  const { text } = body.scan;
  for (let index = from; index < to; index++) {
    const unit = body.firstUnit(index);
    if (unit !== 0xb6 && unit !== 40 && !isDigit(unit)) continue;
    // A mark before nothing but a rule is a machine's, put on a heading.
    if (body.isRule(index) && isHeadingsRule(body, index)) continue;
    const first = body.first(index);
    if (unit >= 48 && unit <= 57) {
      addCandidate(candidates, body, index, first, null);
    } else if (unit === 0xb6) {
      const at = first + 1;
      const next = text.charCodeAt(at);
      if ((next >= 48 && next <= 57) || next === 32) addCandidate(candidates, body, index, first, null);
      else if (next === 40) addPortionFirst(candidates, body, index, at);
    } else if (unit === 40) {
      addPortionFirst(candidates, body, index, first);
    }
  }
  return candidates;
}

/** Whether below a rule stands a gap, or a line or two that another rule underlines. */
function isHeadingsRule(body: BodyLines, index: number): boolean {
  if (index + 1 >= body.count || body.blankAbove(index + 1)) return true;
  return body.isRule(index + 2) || body.isRule(index + 3);
}

/** `(C) 3. text`: the portion mark stands before the number. */
function addPortionFirst(candidates: Candidate[], body: BodyLines, index: number, at: number): void {
  const portion = readPortionMark(body.scan.text, at);
  if (portion === null) return;
  let next = portion.end;
  while (body.scan.text.charCodeAt(next) === 32) next++;
  const unit = body.scan.text.charCodeAt(next);
  if (unit >= 48 && unit <= 57) addCandidate(candidates, body, index, next, portion);
}

function addCandidate(
  candidates: Candidate[],
  body: BodyLines,
  index: number,
  at: number,
  before: PortionMark | null,
): void {
  const { text } = body.scan;
  const end = body.end(index);
  MARK.lastIndex = at;
  const match = MARK.exec(text);
  if (match === null) return;
  let digits = match[2] ?? "";
  let digitsStart = at + (match[1] ?? "").length;
  const sign = match[1] !== undefined;
  const closing = match[3] ?? "";
  let textStart = Math.min(MARK.lastIndex, end);
  // `¶7. 6. text`: the machine's number, then the author's.
  if (sign) {
    SECOND_NUMBER.lastIndex = textStart;
    const second = SECOND_NUMBER.exec(text);
    if (second !== null && SECOND_NUMBER.lastIndex <= end) {
      digitsStart = textStart;
      digits = second[1] ?? digits;
      textStart = SECOND_NUMBER.lastIndex;
    }
  }
  const number = Number(digits);
  if (number === 0 || number > HIGHEST_NUMBER) return;
  const portion = before ?? readPortionMark(text, textStart);
  if (closing === "" && portion === null) return;
  if (portion !== null && portion !== before) textStart = portion.end;
  while (textStart < end && text.charCodeAt(textStart) === 32) textStart++;
  candidates.push({
    index,
    number,
    sign,
    bracketed: closing.endsWith(")"),
    digitsStart,
    digitsEnd: digitsStart + digits.length,
    textStart,
    portion,
    weight: weigh(body, index, at, sign, closing, portion, textStart, end),
    column: at - body.scan.start(body.line(index)),
    isAwaited: index > 0 && AWAITS_NUMBER.test(body.content(index - 1)),
  });
}

/** `2.A.`: the stop, and right behind it the letter of a sub-paragraph. */
const SUB_LETTER = /^\.[A-Z][.)]$/i;

function weigh(
  body: BodyLines,
  index: number,
  at: number,
  sign: boolean,
  closing: string,
  portion: PortionMark | null,
  textStart: number,
  end: number,
): number {
  const { text } = body.scan;
  let weight = 0;
  if (portion !== null) weight += WEIGHT.portion;
  if (sign) weight += WEIGHT.sign;
  if (closing === "") weight += WEIGHT.noDot;
  if (closing.endsWith(")")) weight += WEIGHT.parenthesis;
  if (closing === "." && SUB_LETTER.test(text.slice(textStart - 1, textStart + 2))) weight += WEIGHT.letterFollows;
  if (body.blankAbove(index)) weight += WEIGHT.blankAbove;
  if (index === 0 || body.isRule(index - 1) || body.endsSentence(index - 1)) weight += WEIGHT.sentenceAbove;
  else if (!body.blankAbove(index)) weight += maySentenceEnd(body, index - 1) ? 0 : WEIGHT.sentenceCut;
  else if (portion === null) weight += WEIGHT.sentenceCut / 2;
  const next = textStart < end ? text.charCodeAt(textStart) : Number.NaN;
  if (Number.isNaN(next)) weight += WEIGHT.nothingFollows;
  else if (next >= 97 && next <= 122) weight += WEIGHT.smallLetterFollows;
  else if (next >= 48 && next <= 57) weight += WEIGHT.digitFollows;
  else weight += WEIGHT.capitalFollows;
  if (at - body.scan.start(body.line(index)) - body.margin >= 4) weight += WEIGHT.indented;
  if (index >= body.numberedFromTop && isListed(body, index, portion)) weight += WEIGHT.tableOfContents;
  return weight;
}

/** What a line ends with that goes on with a number. */
const AWAITS_NUMBER =
  /(?:[,:(/&-]|\b(?:PARAS?|PARAGRAPHS?|ITEMS?|ARTICLES?|ART|CHAPTERS?|RESOLUTIONS?|PHASES?|NOS?|NUMBERS?|NR|OPTIONS?|REFS?|REFTELS?|TABS?|STEPS?|LEVELS?|PARTS?|SECTIONS?|PAGES?|POINTS?|TASKS?|TIERS?|GRADES?|CATEGORY|CLASS|CODE|CHAPTER|ANNEX|GROUP|TEAM|ZONE|TYPE|DAYS?|AND|OR|TO|THE|OF|BY|FROM|THAN|AT|ON|IN|FOR|WITH|UNDER|OVER|ABOUT|NEARLY|ONLY|LEAST|MOST|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?)$/i;

/** A short line right among other short numbered lines is an item of a list: a table of contents, most often. */
function isListed(body: BodyLines, index: number, portion: PortionMark | null): boolean {
  if (portion !== null || body.length(index) > 75 || /[.?!]$/.test(body.content(index))) return false;
  const below = index + 1 < body.count && !body.blankAbove(index + 1) && NUMBERED_LINE.test(body.content(index + 1));
  const above = index > 0 && !body.blankAbove(index) && NUMBERED_LINE.test(body.content(index - 1));
  return below || above;
}

/** Lines were wrapped at no more columns than this; a longer one holds a whole paragraph, behind which nothing was wrapped. */
const WIDEST_WRAP = 110;

/** A short line above may be a heading, which ends without a full stop; a very long one is a paragraph that was unwrapped. */
function maySentenceEnd(body: BodyLines, index: number): boolean {
  return body.length(index) <= 45 || body.length(index) > WIDEST_WRAP;
}

interface Chosen {
  readonly candidate: Candidate;
  readonly swallowed: boolean;
}

/** `13` read as `¶3`. */
function withoutSwallowed(number: number): number {
  return number >= 100 ? number - 100 : number - 10;
}

function maySwallow({ sign, number }: Candidate): boolean {
  return !sign && ((number > 10 && number < 20) || (number > 100 && number < 200));
}

/** The rising sequence of the greatest total weight; empty where none weighs more than nothing. */
function bestSequence(candidates: readonly Candidate[]): Chosen[] {
  // Two states a candidate: as printed (2i) and with a swallowed sign (2i + 1).
  const numbers = new Int32Array(candidates.length * 2);
  const totals = new Float64Array(candidates.length * 2).fill(Number.NEGATIVE_INFINITY);
  const previous = new Int32Array(candidates.length * 2).fill(-1);
  /** By state: the greatest total of it and of all before it. */
  const greatest = new Float64Array(candidates.length * 2).fill(Number.NEGATIVE_INFINITY);
  let best = -1;
  for (let at = 0; at < candidates.length; at++) {
    const candidate = candidates[at];
    if (candidate === undefined) continue;
    const last = at * 2 + (maySwallow(candidate) ? 1 : 0);
    for (let state = at * 2; state <= last; state++) {
      const swallowed = state % 2 === 1;
      const number = swallowed ? withoutSwallowed(candidate.number) : candidate.number;
      let total = swallowed
        ? Number.NEGATIVE_INFINITY
        : number === 1
          ? STEP.first
          : STEP.startsLate - Math.min(number, 6) / 2;
      // Nearest first, where the greatest totals are; of equals the farthest counts.
      for (let from = at * 2 - 1; from >= Math.max(0, at - LOOK_BACK) * 2; from--) {
        // Nothing farther back can reach what is reached.
        if ((greatest[from] ?? 0) + MOST_OF_STEP < total) break;
        const soFar = totals[from] ?? Number.NEGATIVE_INFINITY;
        if (soFar + MOST_OF_STEP < total) continue;
        const fromNumber = numbers[from] ?? 0;
        if (swallowed && fromNumber + 1 !== number) continue;
        const isNext = fromNumber + 1 === number && isInColumn(candidate, candidates[from >> 1]);
        const sum = soFar + stepWeight(fromNumber, number) + (isNext ? STEP.inColumn : 0);
        if (sum > total || (sum === total && (previous[state] ?? -1) >= 0)) {
          total = sum;
          previous[state] = from;
        }
      }
      numbers[state] = number;
      totals[state] = total + candidate.weight + (swallowed ? STEP.swallowed : 0);
      if (best < 0 || (totals[state] ?? 0) > (totals[best] ?? 0)) best = state;
    }
    const before = at === 0 ? Number.NEGATIVE_INFINITY : (greatest[at * 2 - 1] ?? 0);
    greatest[at * 2] = Math.max(before, totals[at * 2] ?? 0);
    greatest[at * 2 + 1] = Math.max(greatest[at * 2] ?? 0, totals[at * 2 + 1] ?? 0);
  }
  if (best < 0 || (totals[best] ?? 0) <= 0) return [];
  const sequence: Chosen[] = [];
  for (let state = best; state >= 0; state = previous[state] ?? -1) {
    const candidate = candidates[state >> 1];
    if (candidate !== undefined) sequence.push({ candidate, swallowed: state % 2 === 1 });
  }
  return sequence.reverse();
}

/** The most that going on from one mark to another is worth. */
const MOST_OF_STEP = STEP.next + STEP.inColumn;

/** Whether a number stands below the one before it as typists put them. The first of a message may stand behind the name of its remarks. */
function isInColumn({ column, isAwaited }: Candidate, before: Candidate | undefined): boolean {
  return !isAwaited && before !== undefined && (before.column === column || before.number === 1);
}

/** What going on from one number to another is worth: `STEP.next` at most, minus infinity where it can not be. */
function stepWeight(from: number, to: number): number {
  if (to === from + 1) return STEP.next;
  if (to === from) return STEP.repeated;
  if (to < from) return Number.NEGATIVE_INFINITY;
  return Math.max(STEP.gapMost, STEP.gap + (to - from - 1) * STEP.gapEach);
}

/** What a mark out of its order must weigh to be believed: a sign, a gap or a heading above it, a capital behind it. */
const MISPLACED = 3;

/** Whether a number changed places with a neighbour: `4 6 5 7`. */
function isBesideMain(candidate: Candidate, main: readonly Chosen[]): boolean {
  const after = firstBehind(main, candidate.index);
  const next = main[after]?.candidate.number ?? Number.NaN;
  const previous = main[after - 1]?.candidate.number ?? Number.NaN;
  return candidate.number === next + 1 || candidate.number === previous - 1;
}

/** The place in the sequence of the first mark below the line `index`. */
function firstBehind(main: readonly Chosen[], index: number): number {
  let after = 0;
  let high = main.length;
  while (after < high) {
    const middle = (after + high) >> 1;
    if ((main[middle]?.candidate.index ?? 0) > index) high = middle;
    else after = middle + 1;
  }
  return after;
}

/**
 * Adds the paragraphs of a second numbering: what begins again at 1 behind the main sequence's end (an annex), and marks
 * inside it that bear a portion mark as the author's paragraphs do.
 */
function withRestarts(candidates: readonly Candidate[], main: readonly Chosen[]): Chosen[] {
  if (main.length === 0) return [];
  const chosen = new Set(main.map(({ candidate }) => candidate.index));
  const last = main[main.length - 1]?.candidate.index ?? 0;
  const more: Chosen[] = [];
  const behind: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.has(candidate.index) || candidate.number >= 100) continue;
    const besideMain = candidate.sign && candidate.weight >= MISPLACED && isBesideMain(candidate, main);
    if (besideMain || (candidate.portion !== null && candidate.weight >= WEIGHT.portion + WEIGHT.blankAbove)) {
      more.push({ candidate, swallowed: false });
    } else if (candidate.index > last && candidate.weight > 0) {
      behind.push(candidate);
    }
  }
  const annex = behind.length > 1 && behind[0]?.number === 1 ? bestSequence(behind) : [];
  if (annex.length > 1) pushAll(more, annex);
  return [...main, ...more].sort((left, right) => left.candidate.index - right.candidate.index);
}

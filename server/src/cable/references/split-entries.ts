/** Takes a REF block apart at its labels, and puts together again what a machine's labels tore. */

import { isDigit, isSpace } from "../values/chars.ts";
import { readDrafts } from "./entries.ts";
import { readTail } from "./entry-suffixes.ts";
import { seriesPrefix } from "./kinds.ts";
import { endOfKeyword, type LabelToken, labelRank, readLabel, readLineStart } from "./labels.ts";
import { type ReferenceContext, startsEntry } from "./numbered-entry.ts";

/** Part of a REF block under one label, or with none. */
interface Segment {
  readonly label: Label | null;
  /** Where `text` stands in the block. Labels that a machine tore into it are blanks in it. */
  readonly start: number;
  readonly text: string;
}

interface Label {
  readonly letter: string;
  readonly letterStart: number;
  readonly letterEnd: number;
}

/** A label where it stands, with the author's own behind it where a machine set one before. */
interface LabelPlace {
  readonly start: number;
  readonly contentStart: number;
  readonly first: LabelToken | null;
  readonly author: LabelToken | null;
  readonly machine: boolean;
}

/** Takes the block apart at its labels. */
export function readSegments(text: string, context: ReferenceContext): Segment[] {
  const places = readLabelPlaces(text, context);
  if (isLabelledBehind(text, places)) return segmentsBeforeLabels(text, places);
  const segments: Segment[] = [];
  const doubled = places.some((place) => place.author !== null);
  let current: { label: Label | null; start: number; text: string; rank: number } | null = null;
  const finish = (): void => {
    if (current === null || current.text.trim() === "") return;
    segments.push({ label: current.label, start: current.start, text: withoutMarks(current.text) });
  };
  const first = places[0];
  if (first === undefined || text.slice(endOfKeyword(text), first.start).trim() !== "") {
    const start = endOfKeyword(text);
    current = { label: null, start, text: text.slice(start, first?.start ?? text.length), rank: 0 };
  }
  const nextAuthors = authorsAhead(places);
  places.forEach((place, index) => {
    const content = beforeKeyword(text.slice(place.contentStart, places[index + 1]?.start ?? text.length));
    const next = nextAuthors[index] ?? null;
    if (current !== null && isContinuation(place, content, current, doubled, next, context)) {
      // The torn-off label becomes blanks, so that what is read keeps its place.
      const gap = " ".repeat(place.contentStart - (current.start + current.text.length) - 1);
      current.text += `\n${gap}${content}`;
      return;
    }
    finish();
    const token = place.author ?? place.first;
    current = {
      label:
        token === null ? null : { letter: token.letter, letterStart: token.letterStart, letterEnd: token.letterEnd },
      start: place.contentStart,
      text: content,
      rank: token === null ? 0 : labelRank(token.letter),
    };
  });
  finish();
  return segments;
}

/** Behind an entry the name of the field once more, for the next label: `BOGOTA 12; REF B: LIMA 13`. */
const KEYWORD_AGAIN = /(?<=[\s;,.)])REFS?[.:]?[ \t]{0,3}$/i;

function beforeKeyword(content: string): string {
  const again = KEYWORD_AGAIN.exec(content.slice(-LONGEST_KEYWORD));
  return again === null ? content : content.slice(0, content.length - again[0].length);
}

/** The name with a blank before it and the blanks behind it. */
const LONGEST_KEYWORD = 10;

/** Marks that a machine set on a wrapped year or number, made blanks, so that what is read keeps its place. */
function withoutMarks(text: string): string {
  return text.replace(/Â?¶|\[\d{1,3}\]\(#\)/g, (mark) => " ".repeat(mark.length));
}

/** For each place the author's own label that comes next behind it. */
function authorsAhead(places: readonly LabelPlace[]): (LabelToken | null)[] {
  const ahead: (LabelToken | null)[] = new Array(places.length).fill(null);
  for (let index = places.length - 2; index >= 0; index--) {
    ahead[index] = places[index + 1]?.author ?? ahead[index + 1] ?? null;
  }
  return ahead;
}

/** `STATE 12 (A), PARIS 13 (B)`: every letter stands behind its entry. */
function isLabelledBehind(text: string, places: readonly LabelPlace[]): boolean {
  const first = places[0];
  const last = places[places.length - 1];
  if (first?.first?.letter !== "A" || first.first.style !== "enclosed" || last === undefined) return false;
  return text.slice(0, first.start).trim() !== "" && !/[A-Za-z\d]/.test(text.slice(last.contentStart));
}

function segmentsBeforeLabels(text: string, places: readonly LabelPlace[]): Segment[] {
  return places.map((place, index) => {
    const start = places[index - 1]?.contentStart ?? 0;
    return { label: place.first, start, text: text.slice(start, place.start) };
  });
}

/** Whether a machine's label stands before what is only the rest of the entry above. */
function isContinuation(
  place: LabelPlace,
  content: string,
  current: { readonly text: string; readonly rank: number },
  doubled: boolean,
  nextAuthor: LabelToken | null,
  context: ReferenceContext,
): boolean {
  if (place.author !== null || place.first === null) return place.first === null;
  if (!place.machine && !doubled) return false;
  if (isTorn(content) && !isOtherNumber(content, current.text)) return true;
  if (place.machine && isBracketOpen(current.text) && content.includes(")")) return true;
  const { rank } = current;
  if (!doubled || rank === 0) return false;
  if (current.text.trim() === "") return true;
  // Every entry has the author's own letter: a line without one carries on, unless it takes a letter of their order.
  const isOwn = readDrafts(content, true, true, context).some((draft) => draft.kind === "cable");
  if (nextAuthor !== null) return labelRank(nextAuthor.letter) === rank + 1;
  return !isOwn;
}

/** Whether a bracket is open at the end. */
function isBracketOpen(text: string): boolean {
  return text.lastIndexOf("(") > text.lastIndexOf(")");
}

/** Whether a number alone is another entry's: the one before it has its number, and it is no year. */
function isOtherNumber(content: string, before: string): boolean {
  return /^[\s.,;]*\d{2,7}[\s.,;]*$/.test(content) && !/\b(?:19|20)\d\d\b/.test(content) && /\d[\s.,;)]*$/.test(before);
}

/** `AND PREVIOUS`, `2006`, `(NOTAL)`: what wrapped from the line above and cannot be an entry. */
export function isTorn(content: string): boolean {
  const text = content.trim();
  if (text === "") return true;
  if (/^\d{1,7}[.,;]?$/.test(text)) return true;
  if (seriesPrefix(text) > 0) return false;
  const tail = readTail(text, 0, null);
  return tail.end > 0 && /^[\s.,;:]*$/.test(text.slice(tail.end));
}

/** All labels of the block with what stands behind them, in order. */
function readLabelPlaces(text: string, context: ReferenceContext): LabelPlace[] {
  const places: LabelPlace[] = [];
  let last: LabelToken | null = null;
  let lastAuthor: LabelToken | null = null;
  // What stands right behind a label is its entry, if only a portion mark.
  let contentStart = 0;
  let lineStart = true;
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    let token: LabelToken | null = null;
    let machine = false;
    if (lineStart) {
      lineStart = false;
      depth = 0;
      const line = readLineStart(text, at);
      const found = readLabel(text, line.end);
      if (found !== null && isLabelOfLine(text, found, line.machine, last, context)) {
        token = found;
        machine = line.machine;
      }
    }
    if (token === null && at > contentStart && !isSpace(code) && mayBeginLabel(text, at)) {
      if (code === PILCROW && readLabel(text, readLineStart(text, at).end) !== null) {
        // A line break was lost before a machine's mark: the mark begins a line as it did.
        contentStart = at;
        lineStart = true;
        continue;
      }
      const found = depth === 0 || code === 40 ? readLabel(text, at) : null;
      if (found !== null && isLabelInLine(text, found, last, context)) token = found;
    }
    if (token !== null) {
      const place = withAuthor(text, { start: at, token, machine, last }, lastAuthor, context);
      places.push(place);
      last = place.author ?? token;
      lastAuthor = place.author ?? lastAuthor;
      // A label alone on its line: the next line may begin with a machine's.
      lineStart = text.slice(place.start, place.contentStart).trimStart().includes("\n");
      at = contentStart = place.contentStart;
      continue;
    }
    if (code === 10) lineStart = true;
    else if (code === 40) depth++;
    else if (code === 41 && depth > 0) depth--;
    at++;
  }
  return places;
}

const PILCROW = 182;

/** Whether a label may begin inside a line: behind a blank or a separator, or in brackets right behind a number (`(A)PARIS 66(B)`). */
function mayBeginLabel(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return isBoundary(before) || (text.charCodeAt(at) === 40 && isDigit(before));
}

/** Blanks and separators: what may stand right before a label inside a line. */
function isBoundary(code: number): boolean {
  return isSpace(code) || code === 44 || code === 59 || code === 58 || code === 41 || code === 46 || code === 47;
}

/** Whether a label at the beginning of a line is one. */
function isLabelOfLine(
  text: string,
  token: LabelToken,
  machine: boolean,
  last: LabelToken | null,
  context: ReferenceContext,
): boolean {
  const rest = skipLabelGap(text, token.end);
  if (isNumbered(token)) return isNextNumber(token, last) && rest < text.length;
  if (machine) return token.style !== "bare" || startsEntry(text, rest, context);
  const step = stepFrom(last, token);
  switch (token.style) {
    case "bare":
    case "opened":
    case "dashed":
      return step === 1 && startsEntry(text, rest, context);
    default:
      // A portion mark before the first entry: `(C) TOWN 12`.
      if (last === null && token.style === "enclosed" && PORTION_LETTERS.has(token.letter)) return false;
      if (last === null && PORTION_LETTERS.has(token.letter)) return startsEntry(text, rest, context);
      return (step >= 1 && step <= LONGEST_STEP) || startsEntry(text, rest, context);
  }
}

/** Letters that stand in brackets as portion marks before the first entry too. */
const PORTION_LETTERS: ReadonlySet<string> = new Set(["C", "S", "U"]);

/** A list seldom leaves out more letters than two. */
const LONGEST_STEP = 3;

/** Whether a label inside a line is one: the next of the list, or one that a cable stands behind. */
function isLabelInLine(text: string, token: LabelToken, last: LabelToken | null, context: ReferenceContext): boolean {
  const rest = skipLabelGap(text, token.end);
  if (isNumbered(token)) return last !== null && isNextNumber(token, last) && startsEntry(text, rest, context);
  const step = stepFrom(last, token);
  if (step === 1 && token.style !== "bare" && isDoubled(text, rest, token)) return true;
  // The first label of a line may be the second or third entry's, and a letter may be printed twice.
  const isPossible = last === null ? step <= LONGEST_STEP + 1 : step >= 0 && step <= LONGEST_STEP;
  switch (token.style) {
    case "enclosed":
      return (step === 1 && last !== null) || (isPossible && startsEntry(text, rest, context));
    case "closed":
    case "dotted":
    case "colon":
      if (isPossible && startsEntry(text, rest, context)) return true;
      return step === 1 && last?.style === token.style && rest > token.end && !isFoundLater(text, token, context);
    case "opened":
    case "dashed":
    case "bare":
      return step === 1 && last !== null && startsEntry(text, rest, context);
  }
}

/** Whether the same letter follows in brackets: `B. (B) PARIS 12`, the machine's and the author's. */
function isDoubled(text: string, rest: number, token: LabelToken): boolean {
  const second = readLabel(text, rest);
  return second?.letter === token.letter && (second.style === "enclosed" || second.style === "closed");
}

function isNumbered(token: LabelToken): boolean {
  return isDigit(token.letter.charCodeAt(0));
}

/** `1.` at the beginning of a list, or the number that comes next in one. */
function isNextNumber(token: LabelToken, last: LabelToken | null): boolean {
  const rank = last !== null && isNumbered(last) ? labelRank(last.letter) : 0;
  return (last === null || isNumbered(last)) && labelRank(token.letter) === rank + 1;
}

/** How many letters a label is behind the last one; from the beginning of the list where there is none. */
function stepFrom(last: LabelToken | null, token: LabelToken): number {
  return labelRank(token.letter) - (last === null || isNumbered(last) ? 0 : labelRank(last.letter));
}

/** How far behind an initial the label of the same letter is looked for. */
const FURTHEST_INITIAL = 300;

/** Whether the same letter stands before an entry further on: then the one here is an initial. */
function isFoundLater(text: string, token: LabelToken, context: ReferenceContext): boolean {
  const end = Math.min(text.length, token.end + FURTHEST_INITIAL);
  for (let at = token.end; at < end; at++) {
    if (!isBoundary(text.charCodeAt(at - 1))) continue;
    const later = readLabel(text, at);
    if (later === null || later.letter !== token.letter || later.style === "bare") continue;
    if (startsEntry(text, skipLabelGap(text, later.end), context)) return true;
  }
  return false;
}

/** Adds the author's own label that may stand behind a machine's. */
function withAuthor(
  text: string,
  found: {
    readonly start: number;
    readonly token: LabelToken;
    readonly machine: boolean;
    readonly last: LabelToken | null;
  },
  lastAuthor: LabelToken | null,
  context: ReferenceContext,
): LabelPlace {
  const { start, token, machine, last } = found;
  const next = skipLabelGap(text, token.end);
  const second = readLabel(text, next);
  if (second !== null && second.style !== "bare" && second.style !== "dashed" && second.style !== "opened") {
    const rank = labelRank(second.letter);
    const isSame = second.letter === token.letter;
    const isOwn =
      rank <= labelRank(token.letter) && (lastAuthor === null ? rank === 1 : rank > labelRank(lastAuthor.letter));
    const isSure =
      second.style === "enclosed" ||
      second.style === "closed" ||
      startsEntry(text, skipLabelGap(text, second.end), context);
    // The author's list goes on behind a machine's label for the line: `¶B. D. STATE 12` below the author's C.
    const isNext = machine && last !== null && rank === labelRank(last.letter) + 1 && isSure;
    if (isSame || isNext || (isOwn && isSure) || (second.style === "enclosed" && machine)) {
      return { start, contentStart: skipLabelGap(text, second.end), first: token, author: second, machine: true };
    }
  }
  return { start, contentStart: next, first: token, author: null, machine };
}

/** Behind a label's blanks, commas and dashes. Stops at a line break: the entry may be on the next line. */
function skipLabelGap(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (!isSpace(code) && code !== 44 && code !== 45 && code !== 8211 && code !== 58 && code !== 46) break;
    end++;
  }
  return end;
}

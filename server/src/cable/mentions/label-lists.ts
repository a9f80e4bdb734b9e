/** Reads the letters behind `ref`, `refs` and `reftel`: `A`, `(A)`, `a, c and D`, `A-C`. */

import type { Located } from "../../text/span.ts";
import { matchAt } from "../references/message-number.ts";
import { isDigit } from "../values/chars.ts";
import { isAsciiLetter, isWordCharacter, type Prose, upperWordAt } from "./body-text.ts";

/** The word before the letters. */
export interface CitingWord {
  /** Where the word ends. */
  readonly end: number;
  /** `refs`, `reftels`. */
  readonly plural: boolean;
  /** `reftel`, which may stand alone, so that a letter behind it may be an article. */
  readonly complete: boolean;
  /** `reference`, `references`: everyday words, behind which only brackets or a letter of the list make a label. */
  readonly spelled: boolean;
  readonly capitals: boolean;
}

/** Labels as cited. `end` is behind the last letter, or behind its bracket where that opened behind the word. */
export interface LabelList {
  readonly labels: readonly Located<string>[];
  readonly end: number;
}

/** One letter that stands alone. */
interface LoneLetter {
  /** Upper case. */
  readonly letter: string;
  readonly start: number;
  readonly end: number;
  /** Behind its closing bracket, where it has brackets of its own. */
  readonly outerEnd: number;
  readonly bracketed: boolean;
  readonly lower: boolean;
}

/** How two letters of a list are joined. */
interface Joint {
  /** Where the next letter, or its bracket, begins. */
  readonly next: number;
  readonly kind: "comma" | "word" | "range";
}

/** The labels behind a citing word, or null where none stand there. `known` are those of the REF line, perhaps none. */
export function readLabelList(prose: Prose, word: CitingWord, known: readonly string[]): LabelList | null {
  const { text } = prose;
  let at = word.end;
  const sign = text.charCodeAt(at);
  // `ref. A`: only for the abbreviation, as a full stop behind `reftel` ends a sentence. `ref-A`.
  if (!word.complete && (sign === FULL_STOP || sign === HYPHEN)) at++;
  at = prose.skip(at);
  if (at < 0) return null;
  let inBrackets = false;
  let first = readLone(prose, at) ?? readPosition(prose, at, known);
  if (first === null && isOpening(text.charCodeAt(at))) {
    // `refs (A, B and C)`: one pair of brackets around the list.
    const inner = prose.skip(at + 1);
    first = inner < 0 ? null : (readLone(prose, inner) ?? readPosition(prose, inner, known));
    inBrackets = first !== null;
  }
  if (first === null || !isFirstLabel(prose, first, word, known)) return null;

  const labels: Located<string>[] = [prose.located(first.letter, first.start, first.end)];
  let last = first;
  let end = first.outerEnd;
  for (;;) {
    const joint = readJoint(prose, end, word.plural) ?? readJointBehindBracket(prose, end, word.plural);
    if (joint === null) break;
    const next = readLone(prose, joint.next) ?? readPosition(prose, joint.next, known);
    if (next === null || !isNextLabel(prose, next, last, joint, word, known)) break;
    if (joint.kind === "range") {
      const expanded = expandRange(last.letter, next.letter);
      if (expanded === null) break;
      labels.pop();
      for (const letter of expanded) labels.push(prose.located(letter, last.start, next.end));
    } else {
      labels.push(prose.located(next.letter, next.start, next.end));
    }
    last = next;
    end = next.outerEnd;
  }
  if (inBrackets) {
    const close = prose.skip(end);
    if (close < 0 || !isClosing(text.charCodeAt(close))) return null;
    end = close + 1;
  }
  return { labels, end };
}

const FULL_STOP = 46;
const HYPHEN = 45;
const COMMA = 44;
const STROKE = 47;
const SEMICOLON = 59;
const AMPERSAND = 38;

/** A letter by itself, in brackets or not, at `at`. `AA` is a label of a list that goes past Z. */
function readLone(prose: Prose, at: number): LoneLetter | null {
  const { text } = prose;
  const bracketed = isOpening(text.charCodeAt(at));
  let start = at;
  if (bracketed) {
    start++;
    if (text.charCodeAt(start) === 32) start++;
  }
  const code = text.charCodeAt(start);
  if (start >= prose.end || !isAsciiLetter(code)) return null;
  let end = start + 1;
  if (code <= 90 && text.charCodeAt(end) === code) end++;
  if (end - start === 2 && bracketed === false && code === 65 + 18) return null;
  let outerEnd = end;
  if (bracketed) {
    if (text.charCodeAt(outerEnd) === 32) outerEnd++;
    if (!isClosing(text.charCodeAt(outerEnd))) return null;
    outerEnd++;
  } else if (!isLone(text, end)) {
    return null;
  }
  return { letter: text.slice(start, end).toUpperCase(), start, end, outerEnd, bracketed, lower: code >= 97 };
}

/** An entry of the REF line by its place, `ref 1`, or by the number that it has there for a label. */
function readPosition(prose: Prose, at: number, known: readonly string[]): LoneLetter | null {
  const { text } = prose;
  let end = at;
  while (end < prose.end && isDigit(text.charCodeAt(end))) end++;
  if (end === at || end - at > 2 || text.charCodeAt(at) === ZERO || !isLone(text, end)) return null;
  // `ref 2.5`, `reftel 3 officials`.
  if (text.charCodeAt(end) === FULL_STOP && isDigit(text.charCodeAt(end + 1))) return null;
  if (isBeforeWord(prose, end) || isDigit(text.charCodeAt(prose.skip(end)))) return null;
  const digits = text.slice(at, end);
  const letter = known.includes(digits) ? digits : known[Number(digits) - 1];
  return letter === undefined ? null : { letter, start: at, end, outerEnd: end, bracketed: false, lower: false };
}

const ZERO = 48;

/** Whether what follows a letter leaves it alone: not `U.S.`, `e-mail`, `d'Estaing`, `B12`. */
function isLone(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (isWordCharacter(code)) return false;
  const next = text.charCodeAt(end + 1);
  if (code === FULL_STOP) return !(isAsciiLetter(next) && !isAsciiLetter(text.charCodeAt(end + 2)));
  if (code === HYPHEN || code === 8211) return !isAsciiLetter(next) || !isAsciiLetter(text.charCodeAt(end + 2));
  if (code === 39 || code === 8217)
    return !isAsciiLetter(next) || ((next | 32) === 115 && !isAsciiLetter(text.charCodeAt(end + 2)));
  if (code === STROKE) return next !== 32;
  return true;
}

/** Whether the letter right behind the word is a label, and not an article or a pronoun. */
function isFirstLabel(prose: Prose, lone: LoneLetter, word: CitingWord, known: readonly string[]): boolean {
  // `reftel a week ago`: the article, whatever labels there are.
  if (word.complete && lone.letter === "A" && lone.lower && isBeforeWord(prose, lone.end)) return false;
  if (word.spelled && !lone.bracketed && (lone.lower || !known.includes(lone.letter))) return false;
  if (word.spelled && known.length > 0 && !known.includes(lone.letter)) return false;
  if (known.includes(lone.letter)) return true;
  if (lone.bracketed) return !word.complete || !isPortionMark(lone.letter) || known.length > 0;
  if (lone.letter === "I") return false;
  const endsThere = !isBeforeWord(prose, lone.end);
  if (lone.letter === "A" && (lone.lower || (word.complete && word.capitals))) return endsThere;
  return !word.complete || !lone.lower || endsThere;
}

/** Whether a letter further on in the list is a label of it. */
function isNextLabel(
  prose: Prose,
  next: LoneLetter,
  last: LoneLetter,
  joint: Joint,
  word: CitingWord,
  known: readonly string[],
): boolean {
  if (joint.kind === "range") return rank(next.letter) > rank(last.letter);
  if (next.bracketed) return true;
  const isKnown = known.includes(next.letter);
  if (next.letter === "I") return isKnown && rank(last.letter) < 9;
  if (next.letter === "A") return !isBeforeWord(prose, next.end) || (word.plural && isKnown);
  // `Ref A, B. Smith said`: an initial, unless the list knows the letter.
  if (joint.kind === "comma" && isInitial(prose.text, next.end)) {
    return known.length > 0 ? isKnown : word.plural && rank(next.letter) === rank(last.letter) + 1;
  }
  return true;
}

/** `B. Smith`: a full stop, one blank and a name. */
function isInitial(text: string, end: number): boolean {
  if (text.charCodeAt(end) !== FULL_STOP || text.charCodeAt(end + 1) !== 32) return false;
  const capital = text.charCodeAt(end + 2);
  return capital >= 65 && capital <= 90;
}

/** Whether the next thing in the paragraph is a word other than one that joins or follows labels. */
function isBeforeWord(prose: Prose, end: number): boolean {
  const next = prose.skip(end);
  if (next < 0 || next === end) return false;
  if (!isAsciiLetter(prose.text.charCodeAt(next))) return false;
  return !AFTER_LABELS.has(upperWordAt(prose.text, next));
}

const AFTER_LABELS: ReadonlySet<string> = new Set([
  "AND",
  "OR",
  "PARA",
  "PARAS",
  "PARAGRAPH",
  "PARAGRAPHS",
  "THROUGH",
  "THRU",
]);

function isPortionMark(letter: string): boolean {
  return letter === "C" || letter === "S" || letter === "U";
}

/** What joins a label that ends at `end` to another one; null where nothing does. */
function readJoint(prose: Prose, end: number, plural: boolean): Joint | null {
  const { text } = prose;
  let at = prose.skip(end);
  if (at < 0) return null;
  const code = text.charCodeAt(at);
  if (code === COMMA || (code === SEMICOLON && plural)) {
    at = prose.skip(at + 1);
    if (at < 0) return null;
    const after = behindAnd(prose, at);
    return after < 0 ? { next: at, kind: "comma" } : { next: after, kind: "word" };
  }
  if (code === STROKE || code === AMPERSAND || code === 43) {
    const next = prose.skip(at + 1);
    return next < 0 ? null : { next, kind: "word" };
  }
  if (code === HYPHEN || code === 8211 || code === 8212) {
    const next = prose.skip(at + (text.charCodeAt(at + 1) === HYPHEN ? 2 : 1));
    return next < 0 ? null : { next, kind: "range" };
  }
  if (at === end) return null;
  const word = upperWordAt(text, at);
  if (word === "THROUGH" || word === "THRU" || (word === "TO" && plural)) {
    const next = prose.skip(at + word.length);
    return next < 0 ? null : { next, kind: "range" };
  }
  const after = behindAnd(prose, at);
  return after < 0 ? null : { next: after, kind: "word" };
}

/** `refs a) and b)`: only a closing bracket, which the next letter has as well. */
function readJointBehindBracket(prose: Prose, end: number, plural: boolean): Joint | null {
  if (!isClosing(prose.text.charCodeAt(end))) return null;
  const joint = readJoint(prose, end + 1, plural);
  return joint !== null && isClosing(prose.text.charCodeAt(joint.next + 1)) ? joint : null;
}

/** Behind `and`, `or`, `and/or` or `&` at `at`; -1 where there is none. */
function behindAnd(prose: Prose, at: number): number {
  if (prose.text.charCodeAt(at) === AMPERSAND) return prose.skip(at + 1);
  const joint = matchAt(CONJUNCTION, prose.text, at);
  return joint === null ? -1 : prose.skip(at + joint[0].length);
}

/** What joins the last label of a list to the one before. */
const CONJUNCTION = /(?:AND\s?\/\s?OR|AND|OR|AS\s{1,3}WELL\s{1,3}AS)(?![A-Z])/iy;

function expandRange(first: string, last: string): string[] | null {
  if (first.length !== 1 || last.length !== 1) return null;
  const letters: string[] = [];
  for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) letters.push(String.fromCharCode(code));
  return letters;
}

function rank(letter: string): number {
  return letter.charCodeAt(0) - 64 + (letter.length - 1) * 26;
}

/** Brackets, and quotation marks: `ref "A"`. */
function isOpening(code: number): boolean {
  return code === 40 || code === 91 || code === 34 || code === 39 || code === 8216 || code === 8220;
}

function isClosing(code: number): boolean {
  return code === 41 || code === 93 || code === 34 || code === 39 || code === 8217 || code === 8221;
}

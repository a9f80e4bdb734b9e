/** Reads the numbers behind `para`, `paras`, `paragraph`: `3`, `4-6`, `8 and 9`, `four`; and whose paragraphs they are. */

import type { Located } from "../../text/span.ts";
import { matchAt } from "../references/message-number.ts";
import { isDigit } from "../values/chars.ts";
import { LONGEST_NUMBER_WORD, readNumberWord } from "../values/number-words.ts";
import { isAsciiLetter, isWordCharacter, type Prose, upperWordAt } from "./body-text.ts";

/** Paragraph numbers as cited; `end` is behind the last one. */
export interface NumberList {
  readonly numbers: readonly Located<number>[];
  readonly end: number;
}

interface Numeral {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Behind its closing bracket, where it has brackets. */
  readonly outerEnd: number;
}

/** No cable has more paragraphs; a greater number is a year, a sum, a resolution. */
const GREATEST_NUMBER = 199;

/** No range of paragraphs is longer. */
const LONGEST_RANGE = 60;

const FULL_STOP = 46;
const HYPHEN = 45;
const COMMA = 44;

/** `PARAGRAPH NO. 2` */
const COUNTER = /(?:#|N(?:OS?|UMBERS?|RS?)\b\.?)\s{0,2}/iy;

/** The numbers behind the word that ends at `wordEnd`, or null. */
export function readNumberList(prose: Prose, wordEnd: number, plural: boolean): NumberList | null {
  const { text } = prose;
  let at = wordEnd;
  if (text.charCodeAt(at) === FULL_STOP) at++;
  at = prose.skip(at);
  if (at < 0) return null;
  const counter = matchAt(COUNTER, text, at);
  if (counter !== null) at += counter[0].length;
  const first = readNumeral(text, at, prose.end);
  if (first === null) return null;
  const numbers = [prose.located(first.value, first.start, first.end)];
  let last = first;
  for (;;) {
    const joint = readJoint(prose, last.outerEnd, plural);
    if (joint === null) break;
    const next = readNumeral(text, joint.next, prose.end);
    if (next === null || !isNextNumber(prose, next, last.value, joint.kind, plural)) break;
    if (joint.kind === "range") {
      numbers.pop();
      for (let value = last.value; value <= next.value; value++) {
        numbers.push(prose.located(value, last.start, next.end));
      }
    } else {
      numbers.push(prose.located(next.value, next.start, next.end));
    }
    last = next;
  }
  return { numbers, end: last.outerEnd };
}

/** A number of up to three digits, in brackets or not, or spelled. */
function readNumeral(text: string, at: number, limit: number): Numeral | null {
  const bracketed = text.charCodeAt(at) === 40;
  const start = bracketed ? at + 1 : at;
  let end = start;
  while (end < limit && end - start < 4 && isDigit(text.charCodeAt(end))) end++;
  if (end > start) {
    const value = Number(text.slice(start, end));
    if (end - start > 3 || value === 0 || value > GREATEST_NUMBER) return null;
    if (bracketed) {
      return text.charCodeAt(end) === 41 ? { value, start, end, outerEnd: end + 1 } : null;
    }
    return isWholeNumber(text, end) ? { value, start, end, outerEnd: end } : null;
  }
  if (bracketed || !isAsciiLetter(text.charCodeAt(start))) return null;
  const word = upperWordAt(text, start, LONGEST_NUMBER_WORD);
  const value = readNumberWord(word);
  end = start + word.length;
  if (value === null || end > limit) return null;
  if (isWordCharacter(text.charCodeAt(end))) return null;
  if (text.charCodeAt(end) === HYPHEN && isAsciiLetter(text.charCodeAt(end + 1))) return null;
  return { value, start, end, outerEnd: end };
}

/** Whether the digits that end at `end` are a number by themselves: not `15PERCENT`, `1,200`, `3.5`, `20%`. */
function isWholeNumber(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  // `para 3a`, `PARA 3B`
  if (isAsciiLetter(code)) return !isWordCharacter(next);
  if (code === 37 || code === 95) return false;
  if (code === COMMA && isDigit(next)) return !(isDigit(text.charCodeAt(end + 2)) && isDigit(text.charCodeAt(end + 3)));
  return true;
}

interface Joint {
  readonly next: number;
  readonly kind: "comma" | "word" | "range";
}

function readJoint(prose: Prose, end: number, plural: boolean): Joint | null {
  const { text } = prose;
  let at = prose.skip(end);
  if (at < 0) return null;
  const code = text.charCodeAt(at);
  if (code === COMMA) {
    at = prose.skip(at + 1);
    if (at < 0) return null;
    const after = behindAnd(prose, at);
    return after < 0 ? { next: at, kind: "comma" } : { next: after, kind: "word" };
  }
  if (code === 47) return { next: at + 1, kind: "word" };
  if (code === HYPHEN || code === 8211 || code === 8212) {
    const next = prose.skip(at + (text.charCodeAt(at + 1) === HYPHEN ? 2 : 1));
    return next < 0 ? null : { next, kind: "range" };
  }
  const word = upperWordAt(text, at);
  if (word === "THROUGH" || word === "THRU" || (word === "TO" && plural)) {
    const next = prose.skip(at + word.length);
    return next < 0 ? null : { next, kind: "range" };
  }
  const after = behindAnd(prose, at);
  return after < 0 ? null : { next: after, kind: "word" };
}

function behindAnd(prose: Prose, at: number): number {
  if (prose.text.charCodeAt(at) === 38) return prose.skip(at + 1);
  const word = upperWordAt(prose.text, at);
  return word === "AND" || word === "OR" ? prose.skip(at + word.length) : -1;
}

/** Whether a number further on is one of the list, and not of something counted in the sentence. */
function isNextNumber(prose: Prose, next: Numeral, last: number, kind: Joint["kind"], plural: boolean): boolean {
  if (next.value <= last) return false;
  if (kind === "range") return next.value - last <= LONGEST_RANGE;
  if (next.value >= 100) return false;
  if (kind === "comma") return plural || (next.value === last + 1 && !isCounting(prose, next.end));
  return plural || next.value - last <= 3 || !isCounting(prose, next.end);
}

/** Whether a word follows that a number could count. */
function isCounting(prose: Prose, end: number): boolean {
  const at = prose.skip(end);
  if (at < 0 || !isAsciiLetter(prose.text.charCodeAt(at))) return false;
  return !AFTER_NUMBERS.has(upperWordAt(prose.text, at));
}

const AFTER_NUMBERS: ReadonlySet<string> = new Set(
  "ABOVE BELOW OF REF REFS REFTEL REFTELS AND OR IN IS ARE WAS WERE FOR TO THAT WHICH".split(" "),
);

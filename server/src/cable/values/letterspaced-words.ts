/** Finds words that are typed with blanks between their letters, and that copying has damaged: `C O N F I D E N T I A L`, `SS E C R E T`. */

import { capitalOf, digitOf, isBlank, isLetter } from "./chars.ts";

/** More blanks (or stops: `S.E.C.R.E.T`) than this in a row part two words, even in a spaced one. */
const WIDEST_GAP = 4;

const LETTER_I = 73;
const LETTER_O = 79;

/**
 * The offset behind `word` at `at` of `text`, or -1. `word` is in capitals and without blanks; in the text its letters may be
 * of either case and have blanks between them, a zero may stand for O and a one for I. `slips` is how many letters may be
 * doubled, lost, put in or changed. What is found is a whole word: no letter follows its last one without a blank.
 */
export function matchSpacedWord(text: string, at: number, word: string, slips: number): number {
  if (slips > 0 && !mayBeWithOneSlip(threeLetters(text, at), word)) return -1;
  return match(text, at, word, 0, slips);
}

/** The first three letters at an offset, gaps between them passed over, as one number; -1 where a gap is too wide. */
export function threeLetters(text: string, at: number): number {
  const secondAt = skipGap(text, at + 1);
  const thirdAt = secondAt < 0 ? -1 : skipGap(text, secondAt + 1);
  if (thirdAt < 0) return -1;
  return (
    (letterCode(text.charCodeAt(at)) << 16) |
    (letterCode(text.charCodeAt(secondAt)) << 8) |
    letterCode(text.charCodeAt(thirdAt))
  );
}

/** The letter's code in capitals, 0 for what stands for none. */
function letterCode(unit: number): number {
  return Math.max(letterOf(unit), 0);
}

/**
 * Whether a text's first three letters can be those of the word with one slip among them at most: two must agree, in
 * their own places or moved by one. Most words of a text say no here, before anything is tried.
 */
export function mayBeWithOneSlip(letters: number, word: string): boolean {
  if (letters < 0) return false;
  const first = letters >> 16;
  const second = (letters >> 8) & 0xff;
  const third = letters & 0xff;
  const one = word.charCodeAt(0);
  const two = word.charCodeAt(1);
  const three = word.charCodeAt(2);
  if (first === one) return second === two || second === three || third === three || third === two;
  return second === two ? third === three : (first === two && second === three) || (second === one && third === two);
}

function match(text: string, at: number, word: string, index: number, slips: number): number {
  let offset = at;
  let next = index;
  let end = at;
  while (next < word.length) {
    const letterAt = next === 0 ? offset : skipGap(text, offset);
    const code = letterAt < 0 ? -1 : letterOf(text.charCodeAt(letterAt));
    if (letterAt >= 0 && letterAt < text.length && code === word.charCodeAt(next)) {
      offset = letterAt + 1;
      end = offset;
      next++;
      continue;
    }
    if (slips === 0) return -1;
    // Lost, changed, put in: in this order, so that a lost last letter does not eat the first one of the next word.
    const lost = next + 1 === word.length ? wholeWordEnd(text, end) : match(text, offset, word, next + 1, slips - 1);
    if (lost >= 0 || letterAt < 0 || code < 0) return lost;
    const changed = match(text, letterAt + 1, word, next + 1, slips - 1);
    return changed >= 0 ? changed : match(text, letterAt + 1, word, next, slips - 1);
  }
  return wholeWordEnd(text, end);
}

/** `end`, or -1 where the word goes on behind it. */
function wholeWordEnd(text: string, end: number): number {
  return end < text.length && isLetter(text.charCodeAt(end)) ? -1 : end;
}

/** The letter a character stands for, in capitals; -1 for none. */
function letterOf(code: number): number {
  if (isLetter(code)) return capitalOf(code);
  const digit = digitOf(code);
  return digit === 0 ? LETTER_O : digit === 1 ? LETTER_I : -1;
}

/** The first offset from `at` on that is neither a blank nor a stop; -1 where too many stand there. */
function skipGap(text: string, at: number): number {
  let offset = at;
  while (isBlank(text.charCodeAt(offset)) || text.charCodeAt(offset) === 46) if (++offset - at > WIDEST_GAP) return -1;
  return offset;
}

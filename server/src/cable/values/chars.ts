/** What the readers of header values share: blanks, letters and digits as damaged copies have them, located values. */

import type { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";

/** `value` with the place of `[start, end)` of `text` in the document. */
export function located<T>(text: JoinedText, value: T, start: number, end: number): Located<T> {
  return { value, span: text.span(start, end) };
}

/** The text with its runs of blanks and line breaks made one blank, without any at its ends. */
export function onOneLine(text: string): string {
  return isOnOneLine(text) ? text : text.replace(ODD_BLANKS, " ").trim();
}

/** Blanks other than a single space: that stays as it is, and of a text of many lines nearly all are such. */
const ODD_BLANKS = /[^\S ]\s*| \s+/g;

/** Whether single spaces are the only blanks, and none stands at an end: so it is with most values. Other blanks are left to the pattern. */
function isOnOneLine(text: string): boolean {
  let isBehindBlank = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 || code >= 160 || (code === 32 && isBehindBlank)) return false;
    isBehindBlank = code === 32;
  }
  return !isBehindBlank || text === "";
}

/** A blank inside a line: space, tab, no-break space. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 160;
}

/** A blank or a line break. */
export function isSpace(code: number): boolean {
  return isBlank(code) || code === 10 || code === 13;
}

/** The first offset from `at` on that is not a blank. It may be the end of the text, or a line break. */
export function skipBlanks(text: string, at: number): number {
  let offset = at;
  while (offset < text.length && isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

/** The first offset from `at` on that is neither a blank nor a line break. */
export function skipSpaces(text: string, at: number): number {
  let offset = at;
  while (offset < text.length && isSpace(text.charCodeAt(offset))) offset++;
  return offset;
}

/** The end of `[start, end)` without the blanks and line breaks at its end. */
export function trimEnd(text: string, start: number, end: number): number {
  let offset = end;
  while (offset > start && isSpace(text.charCodeAt(offset - 1))) offset--;
  return offset;
}

/** Where the line that holds `at` ends. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** A to Z, of either case. */
export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The capital of a letter's code; other codes as they are. */
export function capitalOf(code: number): number {
  return code >= 97 && code <= 122 ? code - 32 : code;
}

/** The digit that a character stands for, the letters that character recognition takes for one included; -1 for none. */
export function digitOf(code: number): number {
  if (isDigit(code)) return code - 48;
  if (code === 79 || code === 111) return 0; // O, o
  if (code === 73 || code === 108 || code === 124) return 1; // I, l, |
  return -1;
}

/** `count` digits from `at` on, read with `digitOf`; -1 where they are not all there. */
export function readDigits(text: string, at: number, count: number): number {
  if (at + count > text.length) return -1;
  let number = 0;
  for (let offset = at; offset < at + count; offset++) {
    const digit = digitOf(text.charCodeAt(offset));
    if (digit < 0) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The end of the run of digits at `at`, of which the first must be a true digit or a letter O before one; `at` where there is none. */
export function endOfNumber(text: string, at: number): number {
  let end = at;
  let trueDigits = 0;
  while (end < text.length && digitOf(text.charCodeAt(end)) >= 0) {
    if (isDigit(text.charCodeAt(end))) trueDigits++;
    end++;
  }
  return trueDigits > 0 ? end : at;
}

/** The number that `[start, end)` writes, by `digitOf`; characters that are no digits are passed over. */
export function numberOf(text: string, start: number, end: number): number {
  let number = 0;
  for (let offset = start; offset < end; offset++) {
    const digit = digitOf(text.charCodeAt(offset));
    if (digit >= 0) number = number * 10 + digit;
  }
  return number;
}

/** All matches of a global pattern, as `matchAll` finds them; that makes a copy of the pattern at every call. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}

/** How a line of text ends where a sentence, a label or a quotation does. */
export function isTerminal(code: number): boolean {
  switch (code) {
    case 46: // .
    case 63: // ?
    case 33: // !
    case 58: // :
    case 59: // ;
    case 34: // "
    case 41: // )
    case 42: // *
    case 93: // ]
    case 0x201d: // ”
    case 0x2019: // ’
      return true;
    default:
      return false;
  }
}

/** The words of a table that is written as text, blanks and line breaks between them. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

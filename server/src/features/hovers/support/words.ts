/** Finds what an offset points at: the located part that holds it, or the word around it. */

import type { Located, Span } from "../../../text/span.ts";
import { touches } from "../../../text/span.ts";

/** No code is longer; the bound keeps a line of megabytes without a blank from being looked at whole. */
const LONGEST_WORD = 64;

/** Whether the character at `offset` is in the span: its end is not. */
export function holds({ start, end }: Span, offset: number): boolean {
  return offset >= start && offset < end;
}

/** The one that holds the offset, else the one that ends at it; undefined where none touches it. */
export function spannedAt<T extends { readonly span: Span }>(all: readonly T[], offset: number): T | undefined {
  return all.find(({ span }) => holds(span, offset)) ?? all.find(({ span }) => touches(span, offset));
}

/** What is printed at a span. */
export function printedAt(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/**
 * The run of characters of a class (`/[A-Z0-9]/`) around an offset, within `bounds`; a run that ends at the offset counts.
 * Null where there is none, or one longer than any code.
 */
export function wordAt(text: string, offset: number, characters: RegExp, bounds: Span): Located<string> | null {
  if (offset < bounds.start || offset > bounds.end) return null;
  const isOfWord = (at: number): boolean => at >= bounds.start && at < bounds.end && characters.test(text.charAt(at));
  let start = offset;
  let end = offset;
  while (end - offset <= LONGEST_WORD && isOfWord(end)) end++;
  while (offset - start <= LONGEST_WORD && isOfWord(start - 1)) start--;
  if (end === start || end - start > LONGEST_WORD) return null;
  return { value: text.slice(start, end), span: { start, end } };
}

/**
 * A word and, where it is made of several by `separators`, the pieces of it that hold the offset, taken apart at one separator
 * after the other: `POL/ECON-US`, then `ECON-US`, then `US` for an offset at the end and `/-`.
 */
export function wordAndPieces(word: Located<string>, offset: number, separators: string): readonly Located<string>[] {
  const pieces = [word];
  let last = word;
  for (const separator of separators) {
    const piece = pieceAt(last, offset, separator);
    if (piece.value === "") break;
    if (piece.value.length < last.value.length) pieces.push(piece);
    last = piece;
  }
  return pieces;
}

function pieceAt(word: Located<string>, offset: number, separator: string): Located<string> {
  let start = word.span.start;
  for (const value of word.value.split(separator)) {
    const end = start + value.length;
    if (offset <= end) return { value, span: { start, end } };
    start = end + separator.length;
  }
  return word;
}

/** The line that holds an offset, without its line break. */
export function lineSpan(
  lines: { lineAt(offset: number): number; start(line: number): number; end(line: number): number },
  offset: number,
): Span {
  const line = lines.lineAt(offset);
  return { start: lines.start(line), end: lines.end(line) };
}

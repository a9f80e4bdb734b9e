/** Finds the word that is being typed. */

import type { Span } from "../../../text/span.ts";
import type { CompletionContext } from "../completion.ts";

export interface TypedWord {
  /** From the word's beginning to its end, letters behind the cursor included. */
  readonly span: Span;
  /** What stands before the cursor. */
  readonly typed: string;
}

/** The characters around the cursor that `isOfWord` takes, on the cursor's line and not before `from`. */
export function typedWord(
  { drafting, offset }: CompletionContext,
  isOfWord: (character: string) => boolean,
  from: number = drafting.lineStart,
): TypedWord {
  const { before, after } = drafting;
  const least = Math.max(0, from - drafting.lineStart);
  let start = before.length;
  while (start > least && isOfWord(before.charAt(start - 1))) start--;
  let end = 0;
  while (end < after.length && isOfWord(after.charAt(end))) end++;
  return {
    span: { start: drafting.lineStart + start, end: offset + end },
    typed: before.slice(start),
  };
}

/** Where the value of the cursor's field begins on the cursor's line: behind its name, or at the first character that is not blank. */
export function valueStartOnLine({ drafting }: CompletionContext): number {
  const { field, line, lineStart, before } = drafting;
  if (field !== null && field.line === line) return field.valueStart;
  return lineStart + (before.length - before.trimStart().length);
}

/** The value of the cursor's field: all of its lines up to a gap or the next field, its name left out. Its text and where it begins. */
export function wholeValue({ tree: { lines }, drafting }: CompletionContext): {
  readonly text: string;
  readonly start: number;
} {
  const { field, fields } = drafting;
  if (field === null) return { text: "", start: drafting.lineStart };
  const next = fields.find(({ line }) => line > field.line)?.line ?? lines.count;
  let line = field.line + 1;
  while (line < next && lines.text.slice(lines.start(line), lines.end(line)).trim() !== "") line++;
  return { text: lines.text.slice(field.valueStart, lines.end(line - 1)), start: field.valueStart };
}

/** The letters and digits of a text, in capitals. */
export function lettersOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

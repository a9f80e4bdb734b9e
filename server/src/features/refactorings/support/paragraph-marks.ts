/** Writes what stands before the text of a new paragraph, in the way of a neighbour. */

import type { Span } from "../../../text/span.ts";
import type { NumberedParagraph, RefactoringContext } from "./context.ts";

/** Number and portion mark like those of a paragraph, with another number: `4. (SBU) `, indented as it is. */
export function markLike(
  context: RefactoringContext,
  { span, swallowedMark, markSpan, textStart }: NumberedParagraph,
  number: number,
): string {
  const { lines } = context.tree;
  const lineStart = lines.start(lines.lineAt(span.start));
  const before = context.text.slice(lineStart, span.start);
  const indent = /^[ \t]*$/.test(before) ? before : "";
  const replaced = swallowedMark ?? digitsOf(context, markSpan);
  const sign = swallowedMark === null ? "" : "¶";
  const head = context.text.slice(span.start, replaced.start);
  const tail = context.text.slice(replaced.end, textStart).trimEnd();
  return `${indent}${head}${sign}${number}${tail} `;
}

/** The number of a paragraph's mark; the whole of a mark without one. */
export function digitsOf({ text }: RefactoringContext, { start, end }: Span) {
  const digits = [...text.slice(start, end).matchAll(/\d+/g)].at(-1);
  const at = start + (digits?.index ?? 0);
  return { start: at, end: at + (digits?.[0].length ?? end - start) };
}

/** What parts two paragraphs of the cable: a blank line, or none where it has none between its own. */
export function separatorOf(context: RefactoringContext): string {
  const { lines, lineKinds } = context.tree;
  const [, second] = context.numbered;
  const above = second === undefined ? undefined : lineKinds[lines.lineAt(second.span.start) - 1];
  return above === undefined || above === "blank" ? context.lineBreak.repeat(2) : context.lineBreak;
}

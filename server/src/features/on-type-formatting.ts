/** What the editor types by itself when somebody presses Enter below a numbered paragraph. */

import type { CableTree } from "../cable/tree.ts";
import type { Edit } from "../text/source-text.ts";
import { type NumberedParagraph, RefactoringContext } from "./refactorings/support/context.ts";
import { markLike, separatorOf } from "./refactorings/support/paragraph-marks.ts";
import { renumber, shifted } from "./refactorings/support/renumber.ts";
import { endsSentence } from "./sentences.ts";

/** A mark with nothing behind it: `4. (SBU) `. */
const EMPTY_PARAGRAPH =
  /^[ \t]{0,8}(?:\([A-Za-z/ ]{1,24}\)[ \t]{0,3})?¶?[ \t]?\d{1,3}[.)][ \t]{0,3}(?:\([A-Za-z/ ]{1,24}\))?[ \t]*$/;

/** An item of a list inside a paragraph: who presses Enter behind it wants the next item. */
const LIST_ITEM = /^[ \t]*(?:-{1,2}|[*•·]|[a-z][.)]|\([a-z0-9]{1,3}\))[ \t]/;

/** A line that ends no sentence and is as long as this may be the first of a paragraph that is wrapped by hand. */
const WRAPPED_FROM = 40;
const WRAPPED_TO = 80;

/**
 * The edits behind a line break that was just typed; `offset` is on the new line. The next number with the same portion mark, and the
 * next paragraphs renumbered; or, below a paragraph that has nothing but its mark, the mark taken away. None where neither is meant.
 */
export function editsAfterEnter(tree: CableTree, offset: number): readonly Edit[] {
  const { lines } = tree;
  const line = lines.lineAt(offset);
  if (line === 0 || textOf(tree, line).trim() !== "") return [];
  const context = new RefactoringContext(tree, {
    selection: { start: offset, end: offset },
    width: 0,
    now: null,
    isDraft: true,
  });
  const above = textOf(tree, line - 1);
  return EMPTY_PARAGRAPH.test(above) ? withoutMark(context, line) : withNextMark(context, line, above);
}

/** The empty paragraph's line is left empty, and the line break that was typed is taken back. */
function withoutMark(context: RefactoringContext, line: number): readonly Edit[] {
  const { tree, numbered } = context;
  const { lines } = tree;
  const start = lines.start(line - 1);
  const removed: Edit = { start, end: lines.end(line), replacement: "" };
  const own = numbered.find(({ span }) => lines.lineAt(span.start) === line - 1);
  const shift = own === undefined ? [] : shiftedNext(context, own, -1, own.number + 1);
  return inOrder([removed, ...shift.filter((edit) => edit.end <= start || edit.start >= removed.end)]);
}

function withNextMark(context: RefactoringContext, line: number, above: string): readonly Edit[] {
  const { tree, paragraphs, numbered } = context;
  const { lines, lineKinds } = tree;
  const kind = lineKinds[line - 1];
  if ((kind !== "paragraph" && kind !== "text") || LIST_ITEM.test(above)) return [];
  const paragraph = numbered.findLast(({ span }) => span.start < lines.start(line));
  if (paragraph === undefined || paragraph !== paragraphs.findLast(({ span }) => span.start < lines.start(line))) {
    return [];
  }
  if (paragraph.textStart >= lines.start(line) || goesOnBelow(tree, line, numbered)) return [];
  for (let at = lines.lineAt(paragraph.span.start); at < line; at++) if (textOf(tree, at).trim() === "") return [];
  if (!endsSentence(above) && mayGoOn(context, paragraph, line, above)) return [];
  const gap = separatorOf(context) === context.lineBreak ? "" : context.lineBreak;
  const mark = markLike(context, paragraph, paragraph.number + 1);
  const next: Edit = { start: lines.start(line), end: lines.end(line), replacement: `${gap}${mark}` };
  return inOrder([next, ...shiftedNext(context, paragraph, 1, paragraph.number + 1)]);
}

/** Whether the line below is the rest of the paragraph, which was broken in its middle. */
function goesOnBelow(tree: CableTree, line: number, numbered: readonly NumberedParagraph[]): boolean {
  if (line + 1 >= tree.lines.count || textOf(tree, line + 1).trim() === "") return false;
  return !numbered.some(({ span }) => tree.lines.lineAt(span.start) === line + 1);
}

/** Whether a paragraph whose last line ends no sentence may be wrapped by hand, so that the line break is one of its own. */
function mayGoOn(
  { tree: { lines }, numbered }: RefactoringContext,
  own: NumberedParagraph,
  line: number,
  above: string,
): boolean {
  const isWrapped = ({ span }: NumberedParagraph): boolean => lines.lineAt(span.end) > lines.lineAt(span.start);
  if (lines.lineAt(own.span.start) < line - 1 || numbered.some((one) => one !== own && isWrapped(one))) return true;
  const { length } = above.trimEnd();
  return length >= WRAPPED_FROM && length <= WRAPPED_TO;
}

/** The next paragraphs renumbered with all that mentions them, if one of them bears the number that would be there twice, or missing. */
function shiftedNext(context: RefactoringContext, after: NumberedParagraph, by: number, next: number): readonly Edit[] {
  const numbers = shifted(context, after, by);
  return [...numbers.keys()].some(({ number }) => number === next) ? renumber(context, numbers) : [];
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((one, other) => one.start - other.start);
}

function textOf({ lines }: CableTree, line: number): string {
  return lines.text.slice(lines.start(line), lines.end(line));
}

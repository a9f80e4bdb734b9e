/** Reads lines of a cable as they stand, for rules on what the parser could not read or does not keep. */

import type { CableTree, LineKind } from "../../../cable/tree.ts";
import type { Span } from "../../../text/span.ts";

export interface TextLine {
  readonly index: number;
  readonly kind: LineKind;
  readonly span: Span;
  readonly text: string;
}

/** One line without its line break. */
export function lineOf(tree: CableTree, index: number): TextLine {
  const span = { start: tree.lines.start(index), end: tree.lines.end(index) };
  return { index, kind: tree.lineKinds[index] ?? "blank", span, text: tree.lines.text.slice(span.start, span.end) };
}

/** The lines `[from, to)` that are of one of the kinds. */
export function linesOfKind(tree: CableTree, kinds: readonly LineKind[], from = 0, to = tree.lines.count): TextLine[] {
  const lines: TextLine[] = [];
  for (let index = from; index < to; index++) {
    const kind = tree.lineKinds[index];
    if (kind !== undefined && kinds.includes(kind)) lines.push(lineOf(tree, index));
  }
  return lines;
}

/** The span of `match`'s group or whole, in a line. */
export function spanIn(line: TextLine, start: number, length: number): Span {
  return { start: line.span.start + start, end: line.span.start + start + length };
}

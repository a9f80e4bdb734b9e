/** Hovers on portion marks, `(SBU)` or `(C//NF)`, before paragraphs, in the subject and inside the text. */

import type { CableTree } from "../../cable/tree.ts";
import type { Span } from "../../text/span.ts";
import type { PortionMark } from "../../vocabulary/classifications.ts";
import { explainPortionMark } from "../../vocabulary/explain.ts";
import { paragraphsOf } from "../symbol-at.ts";
import type { HoverPart, HoverProvider } from "./hover.ts";
import { lineSpan, printedAt, spannedAt } from "./support/words.ts";

/** Marks longer than this are sentences in parentheses. */
const LONGEST_MARK = 60;

export const portionMark: HoverProvider = {
  kind: "portion-mark",
  basis: "part",
  at({ tree, vocabulary }, offset) {
    const span = markAt(tree, offset);
    if (span === null) return null;
    const mark = vocabulary.classifications.portion(printedAt(tree.lines.text, span));
    return mark === undefined ? null : { span, parts: partsOf(mark) };
  },
};

function partsOf(mark: PortionMark): readonly HoverPart[] {
  const items = mark.parts.map(({ code, title }) => `${code}: ${title ?? "not in the vocabulary"}`);
  const whole = explainPortionMark(mark);
  if (items.length < 2) return [whole];
  return [{ kind: "statement", subject: mark.code, what: `portion mark, ${mark.level}`, lines: [], items }, whole];
}

function markAt(tree: CableTree, offset: number): Span | null {
  const { text } = tree.lines;
  const located = [tree.header.subjectPortion, ...paragraphsOf(tree.outline).map(({ portion }) => portion)];
  const found = spannedAt(
    located.flatMap((portion) => (portion === null ? [] : [{ span: withParentheses(portion.span, text) }])),
    offset,
  );
  return found?.span ?? markInText(tree, offset);
}

/** Takes in the parentheses where the span is that of what stands between them. */
function withParentheses({ start, end }: Span, text: string): Span {
  return text.charAt(start - 1) === "(" && text.charAt(end) === ")"
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}

/** What may stand before the mark of a sub-paragraph on its line: `--`, `a.`, `(1)`, `•`, a page's quotation mark. */
const SUBPARAGRAPH = /^[\s>]*(?:[-–—*•]{1,3}\s*)?(?:\(?[A-Za-z0-9]{1,3}[.)]\s*)?$/;

/** The mark of a sub-paragraph, which the outline does not have: in parentheses, in capitals, first on its line. */
function markInText(tree: CableTree, offset: number): Span | null {
  const { text } = tree.lines;
  const line = lineSpan(tree.lines, offset);
  const kind = tree.lineKinds[tree.lines.lineAt(offset)];
  if (kind !== "text" && kind !== "paragraph" && kind !== "heading" && kind !== "notice") return null;
  // Nothing further away than a mark is long is looked at.
  const from = Math.max(line.start, offset - LONGEST_MARK);
  const opening = text.slice(from, offset + 1).lastIndexOf("(");
  if (opening < 0) return null;
  const start = from + opening;
  const closing = text.slice(start, Math.min(line.end, start + LONGEST_MARK)).indexOf(")");
  const end = start + closing + 1;
  if (closing < 0 || end < offset) return null;
  if (start - line.start > LONGEST_MARK || !SUBPARAGRAPH.test(text.slice(line.start, start))) return null;
  const mark = text.slice(start, end);
  // `(C)` in a list of `(A)`, `(B)` and `(C)` is a label.
  const isLabel = mark === "(C)" && text.slice(Math.max(0, start - 2000), start).includes("(B)");
  return /^\([A-Z][A-Z/, -]*\)$/.test(mark) && !isLabel ? { start, end } : null;
}

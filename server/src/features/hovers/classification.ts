/** Hovers on classifications: the level of the classification line or what stands in for it, and the markings of pages. */

import type { Located } from "../../text/span.ts";
import { explainClassification } from "../../vocabulary/explain.ts";
import type { HoverContext, HoverProvider } from "./hover.ts";
import { lineSpan, printedAt, spannedAt } from "./support/words.ts";

export const classification: HoverProvider = {
  kind: "classification",
  basis: "part",
  at(context, offset) {
    const { tree, vocabulary } = context;
    const { classificationLine, classification: level } = tree.header;
    const levels = [classificationLine?.level, level].flatMap((one) => (one == null ? [] : [one]));
    const found: Located<string> | null = spannedAt(levels, offset) ?? markingAt(context, offset);
    if (found === null) return null;
    const printed = printedAt(tree.lines.text, found.span);
    const known = vocabulary.classifications.find(printed) ?? vocabulary.classifications.find(found.value);
    if (known === undefined) return null;
    const code = /^[A-Za-z][A-Za-z /]*$/.test(printed) ? printed : found.value;
    return { span: found.span, parts: [{ ...explainClassification(known), code }] };
  },
};

/** The words of a line that marks a page, above or below it. */
function markingAt({ tree }: HoverContext, offset: number): Located<string> | null {
  if (tree.lineKinds[tree.lines.lineAt(offset)] !== "marking") return null;
  const line = lineSpan(tree.lines, offset);
  const printed = printedAt(tree.lines.text, line);
  const start = line.start + printed.length - printed.trimStart().length;
  const span = { start, end: start + printed.trim().length };
  return spannedAt([{ span }], offset) === undefined ? null : { value: printed.trim(), span };
}

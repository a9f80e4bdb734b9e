/** Finds lines that interrupt a paragraph: page furniture, and blank lines in mid-sentence. */

import type { LineKind } from "../../../cable/tree.ts";
import type { Edit } from "../../../text/source-text.ts";
import type { Span } from "../../../text/span.ts";
import type { RuleContext } from "./context.ts";
import { lineOf } from "./lines.ts";

export interface Interruption {
  /** What interrupts, blank lines not counted; none where only blank lines do. */
  readonly marks: readonly Span[];
  /** The edit that joins the lines above and below. */
  readonly join: Edit;
}

const NO_TEXT: ReadonlySet<LineKind> = new Set(["blank", "continuation", "page", "marking", "banner"]);

/** The runs of lines without text inside paragraphs in which all that is not blank is of `kinds`. */
export function linesBetween(context: RuleContext, kinds: readonly LineKind[]): readonly Interruption[] {
  const { tree, lineBreak } = context;
  const found: Interruption[] = [];
  for (const { span } of context.paragraphs) {
    const last = tree.lines.lineAt(span.end);
    for (let line = tree.lines.lineAt(span.start) + 1; line < last; line++) {
      if (!NO_TEXT.has(tree.lineKinds[line] ?? "blank")) continue;
      const from = line;
      const marks: Span[] = [];
      let isOfKinds = true;
      for (; line < last && NO_TEXT.has(tree.lineKinds[line] ?? "blank"); line++) {
        const { kind, span: whole, text } = lineOf(tree, line);
        if (kind === "blank") continue;
        if (!kinds.includes(kind)) isOfKinds = false;
        const start = whole.start + text.length - text.trimStart().length;
        marks.push({ start, end: start + text.trim().length });
      }
      const above = lineOf(tree, from - 1);
      const below = lineOf(tree, line);
      if (!isOfKinds || line > last) continue;
      if (marks.length === 0 && !(kinds.includes("blank") && isMidSentence(above.text, below.text))) continue;
      const start = above.span.start + above.text.trimEnd().length;
      const replacement = lineBreak + below.text.slice(0, below.text.length - below.text.trimStart().length);
      found.push({ marks, join: { start, end: below.span.end - below.text.trimStart().length, replacement } });
    }
  }
  return found;
}

function isMidSentence(above: string, below: string): boolean {
  return /[a-z,]$/.test(above.trimEnd()) && /^[a-z]/.test(below.trimStart());
}

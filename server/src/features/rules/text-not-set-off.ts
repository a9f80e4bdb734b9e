/** Finds text that follows the header without a blank line. */

import { type Rule, STATE_FORMS } from "./rule.ts";
import { certain, insert } from "./support/fix.ts";

export const textNotSetOff: Rule = {
  code: "text-not-set-off",
  area: "body",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: "A blank line parts the text from the subject or reference line above it.",
  why: "Without it the first words of the text may be read as the end of the reference line.",
  source: "5 FAH-1 H-246.1, TL:CH-09 07-12-2004: the text begins two lines below",
  check({ tree: { lines, lineKinds }, paragraphs, lineBreak }) {
    const [first] = paragraphs;
    if (first?.markSpan == null) return [];
    const line = lines.lineAt(first.markSpan.start);
    const above = lineKinds[line - 1];
    if (above !== "field" && above !== "reference") return [];
    return [
      {
        span: first.markSpan,
        message: "No blank line parts the text from the header.",
        fixes: certain("Put a blank line before the text", insert(lines.start(line), lineBreak)),
      },
    ];
  },
};

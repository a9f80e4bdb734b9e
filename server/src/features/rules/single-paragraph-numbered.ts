/** Finds drafts of one paragraph that is numbered. */

import { MARKED_FORMS, type Rule } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";

export const singleParagraphNumbered: Rule = {
  code: "single-paragraph-numbered",
  area: "body",
  forms: MARKED_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: "A single paragraph is not numbered.",
  why: "A number tells one paragraph from others. A lone 1 makes readers look for a second that was lost; 14 published cables have one.",
  source: "5 FAH-1 H-246.2, TL:CH-09 07-12-2004",
  check({ tree: { signature }, paragraphs }) {
    // As long as nobody has signed, a second paragraph may be to come.
    if (signature === null) return [];
    const [only, second] = paragraphs;
    if (only === undefined || second !== undefined || only.number !== 1 || only.markSpan === null) return [];
    const end = only.portion?.span.start ?? only.textStart;
    return [
      {
        span: only.markSpan,
        message: "The only paragraph needs no number.",
        fixes: [choice("Take the number out", replace({ start: only.markSpan.start, end }, ""))],
      },
    ];
  },
};

/** Finds fields, paragraphs and page marks that were drawn into one line with what stood above them. */

import { inlinePageBreaks } from "../../cable/repair/inline-page-breaks.ts";
import { lostLineBreaks } from "../../cable/repair/lost-line-breaks.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";
import { damagedLines } from "./support/damage.ts";
import { certain } from "./support/fix.ts";

export const lostLineBreak: Rule = {
  code: "lost-line-break",
  area: "copy",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "info",
  publishedSeverity: "hint",
  title: "Each field of the header, each numbered paragraph and each page mark begins a line.",
  why: "Copies that were folded anew run lines together: `TAGS: PGOV SUBJECT: HARBOR FEES` are two fields on one line.",
  source: "5 FAH-1 H-210; TAGS handbook TL:TAGS-1, sec. 3-4",
  check({ tree, lineBreak }) {
    return damagedLines(tree, [inlinePageBreaks, lostLineBreaks]).map(({ span, edits }) => ({
      span,
      message: "A line break was lost here.",
      fixes: certain(
        edits.length === 1 ? "Put the line break back" : "Put the line breaks back",
        edits.map((edit) => ({ ...edit, replacement: lineBreak })),
      ),
    }));
  },
};

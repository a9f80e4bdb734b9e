/** Finds what an export to Markdown left in a copy: links, bold marks, heading marks, and the quotation marks of mail. */

import type { Damage } from "../../cable/repair/damage.ts";
import { deletion } from "../../cable/repair/damage.ts";
import { markdownLinks } from "../../cable/repair/markdown-links.ts";
import { markdownMarks } from "../../cable/repair/markdown-marks.ts";
import { quotePrefix } from "../../cable/repair/quote-prefix.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";
import { damagedLines } from "./support/damage.ts";
import { certain } from "./support/fix.ts";

const HEADING = /^#{1,6} (?=\S)/gm;

/** Marks of headings, which the reader of headings looks through. */
const headingMarks: Damage = {
  name: "heading-marks",
  edits: (text) =>
    text.indexOf("# ") < 0
      ? []
      : [...text.matchAll(HEADING)].map((match) => deletion(match.index, match.index + match[0].length)),
};

export const markdownRemains: Rule = {
  code: "markdown-remains",
  area: "copy",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "info",
  publishedSeverity: "hint",
  title: "A copy has no marks of Markdown or of mail in it.",
  why: "Web pages and mail programs put their own marks around the words of a cable: `[PGOV](#)` was a TAG with a link, `[1](#)2.` a paragraph sign. No telegraph circuit could send them.",
  source: "ACP 127(G) 209: the text is plain letters, figures and signs",
  check({ tree }) {
    const damages = [markdownLinks, markdownMarks, headingMarks, quotePrefix];
    return damagedLines(tree, damages).map(({ span, edits }) => ({
      span,
      message: "An export to Markdown or mail left these marks; the cable as sent had none.",
      fixes: certain("Take off the marks", edits),
    }));
  },
};

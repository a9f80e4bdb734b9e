/** Finds page marks, and the blank lines that lost ones left, between the lines of a paragraph. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { choice } from "./support/fix.ts";
import { linesBetween } from "./support/interruptions.ts";

export const pageBreakInParagraph: Rule = {
  code: "page-break-in-paragraph",
  area: "copy",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "hint",
  title: "No page mark and no blank line stands inside a paragraph.",
  why: "The machine put a line such as `TALLINN 00099071 002 OF 003` where a transmission section began. It is never text; a search or a quotation stumbles over it all the same.",
  source: "5 FAH-1 H-246.1: the text is single spaced; 5 FAH-2 H-320",
  check(context) {
    return linesBetween(context, ["continuation", "page", "marking", "blank"]).map(({ marks, join }): Finding => {
      const first = marks[0];
      const last = marks[marks.length - 1];
      return first === undefined || last === undefined
        ? {
            span: { start: join.start, end: join.end },
            message: "A blank line interrupts this sentence.",
            fixes: [choice("Take the blank line out", join)],
          }
        : {
            span: { start: first.start, end: last.end },
            message: "A page mark interrupts this paragraph; it is no text of the cable.",
            fixes: [choice("Take the page mark out", join)],
          };
    });
  },
};

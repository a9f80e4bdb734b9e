/** Finds paragraph numbers that begin anew. */

import { EVERY_FORM, type Rule } from "./rule.ts";
import { numberedSteps } from "./support/numbering.ts";

export const paragraphNumberRestarted: Rule = {
  code: "paragraph-number-restarted",
  area: "body",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "Paragraphs are numbered in one sequence.",
  why: "A second paragraph 1 makes every mention of a paragraph doubtful. Annexes do it; they are better lettered.",
  source: "5 FAH-1 H-246.2; 1,245 of 1,271 numbered cables start at 1",
  check(context) {
    return numberedSteps(context)
      .filter(({ number, before }) => before !== null && number < before)
      .map(({ mark, number, before }) => ({
        span: mark,
        message: `Paragraph ${number} stands behind paragraph ${before}.`,
      }));
  },
};

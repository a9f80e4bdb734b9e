/** Finds paragraph numbers that leave others out. */

import { EVERY_FORM, type Rule } from "./rule.ts";
import { numberedSteps } from "./support/numbering.ts";

export const paragraphNumberSkipped: Rule = {
  code: "paragraph-number-skipped",
  area: "body",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "Paragraphs are numbered from 1 without gaps.",
  why: "A number that is missing makes readers look for a paragraph that was cut or lost.",
  source: "5 FAH-1 H-246.2; 1,245 of 1,271 numbered cables start at 1",
  check(context) {
    return numberedSteps(context)
      .filter(({ number, before }) => number > (before ?? 0) + 1)
      .map(({ mark, number, before }) => ({
        span: mark,
        message: `Paragraph ${(before ?? 0) + 1} is missing before paragraph ${number}.`,
      }));
  },
};

/** Finds paragraph numbers that stand twice in a row. */

import { EVERY_FORM, type Rule } from "./rule.ts";
import { numberedSteps } from "./support/numbering.ts";

export const paragraphNumberRepeated: Rule = {
  code: "paragraph-number-repeated",
  area: "body",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "Each paragraph has a number of its own.",
  why: "Of two paragraphs 4 nobody knows which `para 4` means.",
  source: "5 FAH-1 H-246.2; 1,245 of 1,271 numbered cables start at 1",
  check(context) {
    return numberedSteps(context)
      .filter(({ number, before }) => number === before)
      .map(({ mark, number }) => ({
        span: mark,
        message: `The paragraph before this one is paragraph ${number}, too.`,
      }));
  },
};

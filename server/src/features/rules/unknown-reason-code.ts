/** Finds reasons for classification that no executive order has. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

const REASON = /\b1\.\d{1,2} {0,2}\(?[a-z]\)/gi;

export const unknownReasonCode: Rule = {
  code: "unknown-reason-code",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "hint",
  title: "The reason is a letter of section 1.4 (before 25 March 2003, 1.5) of the executive order.",
  why: "1.4 has the letters (a) to (h), 1.5 had (a) to (g). Another letter or section gives no ground for the classification.",
  source: "5 FAH-1 H-246.3; Executive Orders 12958, 13292, 13526",
  check({ tree: { header }, vocabulary: { executiveOrders }, sentOn, text }) {
    const { classifiedBy } = header;
    if (classifiedBy === null) return [];
    const printed = text.slice(classifiedBy.span.start, classifiedBy.span.end);
    return [...printed.matchAll(REASON)].flatMap((match): readonly Finding[] => {
      const start = classifiedBy.span.start + match.index;
      const span = { start, end: start + match[0].length };
      const known = executiveOrders.reasons(match[0], sentOn);
      const first = known[0];
      if (first === undefined) return [{ span, message: `No executive order has a reason ${match[0]}.` }];
      return [];
    });
  },
};

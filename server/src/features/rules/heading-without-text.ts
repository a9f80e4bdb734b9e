/** Finds headings of drafts with nothing below them. */

import { DRAFTED_FORMS, type Rule } from "./rule.ts";

export const headingWithoutText: Rule = {
  code: "heading-without-text",
  area: "body",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "warning",
  title: "Below a heading stands text.",
  why: "A heading above another heading, or at the end, was left when its text was moved or cut.",
  source: "Common drafting practice",
  check({ sections }) {
    return sections
      .filter(({ children }) => children.length === 0)
      .map(({ titleSpan, title }) => ({ span: titleSpan, message: `No text stands below "${title}".` }));
  },
};

/** Finds NOTAL behind a reference without its parentheses. */

import { type Finding, type Rule, STATE_FORMS } from "./rule.ts";
import { certain, replace } from "./support/fix.ts";

const BARE = /(?<![(A-Z])NOTAL(?![)A-Z])/g;

export const notalWithoutParentheses: Rule = {
  code: "notal-without-parentheses",
  area: "references",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: "NOTAL stands in parentheses behind the reference.",
  why: "It tells that not all addressees received the cable; without parentheses it looks like a part of its name.",
  source: "FRUS 1969-76, vol. XXVIII, abbreviations list; mined from 1,296 cables",
  check({ tree: { references }, printed }) {
    return references.flatMap(({ span, kind }): readonly Finding[] => {
      if (kind !== "cable") return [];
      const typed = printed(span);
      // Open until its end: `(ALSO NOTAL)`.
      return [...typed.matchAll(BARE)]
        .filter(({ index }) => typed.lastIndexOf("(", index) <= typed.lastIndexOf(")", index))
        .map((match): Finding => {
          const place = { start: span.start + match.index, end: span.start + match.index + match[0].length };
          return {
            span: place,
            message: "NOTAL stands in parentheses.",
            fixes: certain("Put NOTAL in parentheses", replace(place, "(NOTAL)")),
          };
        });
    });
  },
};

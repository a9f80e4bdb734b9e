/** Finds parentheses on the TAGS line that hold something other than names of persons. */

import { type Finding, type Rule, STATE_FORMS } from "./rule.ts";

/** Not the address of a link that an export left. */
const IN_PARENTHESES = /(?<!\])\(([^()\n]{0,80})\)/g;
const NAMES = /^[\p{L}\s,.'’;-]+$/u;

export const personInTagsMalformed: Rule = {
  code: "person-in-tags-malformed",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "Parentheses on the TAGS line hold names of persons only, the surname first.",
  why: "`OVIP (ROE, JANE)` files the cable under a person. Figures and other signs there are read as part of a name.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4",
  check({ tree: { header }, printed }) {
    return header.fields
      .filter(({ name }) => name === "TAGS")
      .flatMap(({ value: { span } }) =>
        [...printed(span).matchAll(IN_PARENTHESES)]
          .filter(([, names = ""]) => !NAMES.test(names))
          .map((match): Finding => {
            const start = span.start + match.index;
            return {
              span: { start, end: start + match[0].length },
              message: `${match[0]} is no name of a person.`,
            };
          }),
      );
  },
};

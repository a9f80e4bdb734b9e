/** Hovers on names in parentheses on the TAGS line. */

import { explainTag } from "../../vocabulary/explain.ts";
import type { HoverProvider } from "./hover.ts";
import { spannedAt } from "./support/words.ts";

/** The row of the vocabulary that is the rule for names. */
const RULE = "(SURNAME, GIVEN NAMES)";

export const tagPerson: HoverProvider = {
  kind: "tag-person",
  basis: "part",
  at({ tree, vocabulary, date }, offset) {
    const person = spannedAt(tree.header.persons, offset);
    if (person === undefined) return null;
    const rule = vocabulary.tags.find(RULE, date);
    return {
      span: person.span,
      parts: [
        { kind: "statement", subject: person.value, what: "person on the TAGS line", lines: [] },
        ...(rule === undefined ? [] : [explainTag(rule)]),
      ],
    };
  },
};

/** Finds drafts without a subject. */

import { type Rule, STATE_FORMS } from "./rule.ts";
import { placeForMissingField } from "./support/fields.ts";

export const missingSubject: Rule = {
  code: "missing-subject",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "error",
  title: "A cable has a SUBJECT line.",
  why: "The subject is what lists of cables show; the line is mandatory since 1 March 1973.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4",
  check(context) {
    if (context.tree.header.subject !== null) return [];
    const span = placeForMissingField(context);
    return span === null ? [] : [{ span, message: "The SUBJECT line is missing." }];
  },
};

/** Finds drafts without an E.O. line. */

import { type Rule, STATE_FORMS } from "./rule.ts";
import { placeForMissingField } from "./support/fields.ts";

export const missingExecutiveOrder: Rule = {
  code: "missing-executive-order",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "warning",
  title: "A cable has an E.O. line: the executive order in force and when the text is declassified, or N/A.",
  why: "The line says how long the text is protected. An unclassified cable says so with N/A.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4; 5 FAH-1 H-210",
  check(context) {
    if (context.tree.header.executiveOrder !== null) return [];
    const span = placeForMissingField(context);
    return span === null ? [] : [{ span, message: "The E.O. line is missing." }];
  },
};

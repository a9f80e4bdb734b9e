/** Finds TAGS lines of drafts without a subject. */

import { type Rule, STATE_FORMS } from "./rule.ts";
import { noneAmongTags } from "./support/tag-kinds.ts";

export const subjectTagMissing: Rule = {
  code: "subject-tag-missing",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "At least one TAG of a subject or program stands on the line.",
  why: "A country alone does not tell a desk what the cable is about. The handbook names it among the usual errors of typing.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4",
  check: (context) =>
    noneAmongTags(
      context,
      // An unknown code may be the subject.
      (kind) => kind !== "geographic" && kind !== "organization",
      "No TAG of a subject or program is among these.",
    ),
};

/** Finds TAGS lines of drafts without a subject. */

import { type Rule, STATE_FORMS } from "./rule.ts";

export const subjectTagMissing: Rule = {
  code: "subject-tag-missing",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "At least one TAG of a subject or program stands on the line.",
  why: "A country alone does not tell a desk what the cable is about. The handbook names it among the usual errors of typing.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4",
  check({ tree: { header }, vocabulary: { tags }, date }) {
    const first = header.tags[0];
    const last = header.tags[header.tags.length - 1];
    if (first === undefined || last === undefined || header.captions.some(({ value }) => value === "AIDAC")) return [];
    const kinds = header.tags.map(({ value }) => tags.find(value, date)?.meaning.kind);
    // An unknown code may be the subject.
    if (kinds.some((kind) => kind !== "geographic" && kind !== "organization")) return [];
    const span = { start: first.span.start, end: last.span.end };
    return [{ span, message: "No TAG of a subject or program is among these." }];
  },
};

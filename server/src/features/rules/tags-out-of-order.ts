/** Finds subjects behind countries on TAGS lines of the seventies. */

import { type Finding, type Rule, STATE_FORMS } from "./rule.ts";

/** Later cables mix programs in at any place. */
const UNTIL = 1980;

export const tagsOutOfOrder: Rule = {
  code: "tags-out-of-order",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: false,
  severity: "hint",
  title: "Subjects come first on the TAGS line, then countries and organizations; the rule of the seventies.",
  why: "Cards were punched from left to right, by subject.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4",
  check({ tree: { header }, vocabulary: { tags }, date }) {
    if (date === null || date.year >= UNTIL) return [];
    let place: string | null = null;
    const findings: Finding[] = [];
    for (const { value, span } of header.tags) {
      const kind = tags.find(value, date)?.meaning.kind;
      if (kind === "geographic" || kind === "organization") place ??= value;
      else if (kind === "subject" && place !== null)
        findings.push({ span, message: `${value} is a subject and stands before ${place}.` });
    }
    return findings;
  },
};

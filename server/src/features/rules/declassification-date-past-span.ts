/** Finds dates of declassification further away than the executive order allows. */

import { isoDate } from "../../vocabulary/date.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";

/** The order of 1995, and the amendment that allowed more. */
const FROM = "1995-10-14";
const AMENDED = "2003-03-25";

export const declassificationDatePastSpan: Rule = {
  code: "declassification-date-past-span",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "The date of declassification is at most 25 years away; before 25 March 2003, 10 years.",
  why: "What must be protected for longer is exempted by a code (X1 to X8, 25X1 to 25X9), not by a date.",
  source: "Executive Orders 12958, 13292, 13526",
  check({ tree: { header }, sentOn }) {
    const date = header.executiveOrder?.declassifyOn ?? null;
    if (date === null || sentOn === null) return [];
    const day = isoDate(sentOn);
    if (day < FROM) return [];
    const years = day < AMENDED ? 10 : 25;
    const latest = `${String(sentOn.year + years).padStart(4, "0")}${day.slice(4)}`;
    // Anniversaries were counted a few days off.
    if (date.value.slice(0, 7) <= latest.slice(0, 7)) return [];
    return [{ span: date.span, message: `The date is more than ${years} years after the cable.` }];
  },
};

/** Finds dates of declassification before the day of the cable. */

import { isoDate, longDateOf } from "../../vocabulary/date.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";

export const declassificationDateBeforeCable: Rule = {
  code: "declassification-date-before-cable",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "hint",
  title: "The date of declassification is later than the cable.",
  why: "A text that was declassified before it was written was never protected; most often the year is a slip.",
  source: "Executive Orders 12958, 13292",
  check({ tree: { header }, sentOn }) {
    const date = header.executiveOrder?.declassifyOn ?? null;
    if (date === null || sentOn === null || date.value > isoDate(sentOn)) return [];
    const day = longDateOf(isoDate(sentOn));
    return [{ span: date.span, message: `${longDateOf(date.value)} is not later than the cable, which is of ${day}.` }];
  },
};

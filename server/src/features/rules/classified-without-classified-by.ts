/** Finds drafts of classified cables that name nobody who classified them. */

import { isoDate } from "../../vocabulary/date.ts";
import { MARKED_FORMS, type Rule } from "./rule.ts";
import { isClassified } from "./support/levels.ts";

/** Before the order of this day nobody was named. */
const SINCE = "1995-10-14";

export const classifiedWithoutClassifiedBy: Rule = {
  code: "classified-without-classified-by",
  area: "fields",
  forms: MARKED_FORMS,
  draftsOnly: true,
  severity: "warning",
  title: "A classified cable says who classified it and for which reason, before its first paragraph.",
  why: "Since 1995 a text is only classified by somebody with the authority to do so, for a reason of the order. 1,172 of 1,193 published classified cables say it.",
  source: "5 FAH-1 H-246.3; Executive Order 12958",
  check({ tree: { header }, date }) {
    if (date !== null && isoDate(date) < SINCE) return [];
    const level = header.classificationLine?.level ?? null;
    if (level === null || !isClassified(level.value) || header.classifiedBy !== null) return [];
    return [{ span: level.span, message: `The cable is ${level.value}, but no line says "Classified by".` }];
  },
};

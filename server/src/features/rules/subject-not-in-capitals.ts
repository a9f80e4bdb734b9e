/** Finds small letters in subjects of the teletype's years. */

import { type Rule, STATE_FORMS } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";

/** Until then subjects were written in capitals. */
const UNTIL = 2010;

export const subjectNotInCapitals: Rule = {
  code: "subject-not-in-capitals",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: `The subject is written in capitals; the usage until ${UNTIL}.`,
  why: "Teletypes had no others, and subjects kept to it: 1,212 published subjects have capitals only, 61 small letters too.",
  source: "Mined from 1,296 cables",
  check({ tree: { header }, date, printed }) {
    const { subject } = header;
    if (subject === null || date === null || date.year > UNTIL) return [];
    const typed = printed(subject.span);
    const capitals = typed.toUpperCase();
    if (typed === capitals || capitals.length !== typed.length) return [];
    return [
      {
        span: subject.span,
        message: "The subject has small letters.",
        fixes: [choice("Write it in capitals", replace(subject.span, capitals))],
      },
    ];
  },
};

/** Finds subjects that end in a period. */

import { type Rule, STATE_FORMS } from "./rule.ts";
import { certain, replace } from "./support/fix.ts";

/** Not of an abbreviation, `U.S.`, nor of what goes on, `AND THEN...`. */
const PERIOD = /(?<![.][A-Z]|\b(?:JR|SR|ST|NO|CO|INC|LTD|CORP|VOL|PT|MR|DR|ETC)|\.)\.$/i;

export const subjectEndsInPeriod: Rule = {
  code: "subject-ends-in-period",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: "A subject does not end in a period.",
  why: "It is a title. 6 of 1,273 published subjects end in one.",
  source: "Mined from 1,296 cables",
  check({
    tree: {
      header: { subject },
    },
    printed,
  }) {
    if (subject === null || !PERIOD.test(printed(subject.span).trimEnd())) return [];
    const end = subject.span.start + printed(subject.span).trimEnd().length;
    const span = { start: end - 1, end };
    return [
      { span, message: "The subject ends in a period.", fixes: certain("Take the period out", replace(span, "")) },
    ];
  },
};

/** Finds subjects that are longer than lists show. */

import { type Rule, STATE_FORMS } from "./rule.ts";

const LONGEST = 240;

export const subjectTooLong: Rule = {
  code: "subject-too-long",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: `A subject has at most ${LONGEST} characters.`,
  why: "No document gives a limit. Half of published subjects have 60 characters or fewer, and one in 1,273 has more than 240: what is longer is a summary.",
  source: "Mined from 1,296 cables",
  check({
    tree: {
      header: { subject },
    },
  }) {
    if (subject === null || subject.value.length <= LONGEST) return [];
    return [{ span: subject.span, message: `The subject has ${subject.value.length} characters.` }];
  },
};

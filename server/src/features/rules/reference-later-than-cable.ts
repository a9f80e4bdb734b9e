/** Finds references to cables of a year after the citing cable's own. */

import { EVERY_FORM, type Rule } from "./rule.ts";

export const referenceLaterThanCable: Rule = {
  code: "reference-later-than-cable",
  area: "references",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "A cable cites what was sent before it.",
  why: "A year after the cable's own is a slip: nobody can cite what is not yet written.",
  source: "Common sense; years in published references",
  check({ tree: { references }, sentOn }) {
    if (sentOn === null) return [];
    return references
      .filter(({ kind, mrn }) => kind === "cable" && mrn !== null && mrn.year > sentOn.year)
      .map(({ span, mrn }) => ({
        span,
        message: `This cites a cable of ${mrn?.year}; this one is of ${sentOn.year}.`,
      }));
  },
};

/** Finds a line "Classified By" in an unclassified cable. */

import { EVERY_FORM, type Rule } from "./rule.ts";

export const classifiedByWithoutClassification: Rule = {
  code: "classified-by-without-classification",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "An unclassified cable names nobody who classified it.",
  why: "Either the line was left from a template, or the classification line is wrong, and that matters more.",
  source: "5 FAH-1 H-246.3; Executive Order 12958",
  check({ tree: { header } }) {
    const { classificationLine, classifiedBy } = header;
    if (classifiedBy === null || classifiedBy.reasons.length === 0) return [];
    if (classificationLine?.level.value !== "UNCLASSIFIED") return [];
    return [{ span: classifiedBy.span, message: "The classification line says UNCLASSIFIED." }];
  },
};

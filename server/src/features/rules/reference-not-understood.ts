/** Finds REF entries of which nothing is understood. */

import { EVERY_FORM, type Rule } from "./rule.ts";

export const referenceNotUnderstood: Rule = {
  code: "reference-not-understood",
  area: "references",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "info",
  publishedSeverity: "hint",
  title: "A reference is a station and a number, or says what else it is.",
  why: "`SHANGHAI 66`, `08 STATE 12345` and `JONES-SMITH E-MAIL OF MAY 5` can be found again. What is written otherwise leads nowhere.",
  source: "Mined from 1,296 cables: 1,390 references without a year, 412 with one",
  check({ tree: { references } }) {
    return references
      .filter(({ kind, text }) => kind === "unknown" && text !== "")
      .map(({ span }) => ({ span, message: "What this reference stands for is not understood." }));
  },
};

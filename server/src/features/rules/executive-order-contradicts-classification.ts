/** Finds N/A on the E.O. line of a classified cable, and a term of protection on that of an unclassified one. */

import { EVERY_FORM, type Rule } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";
import { isClassified } from "./support/levels.ts";

const NOT_APPLICABLE = /^N[./]?A\.?$/i;
const PROTECTS = /\bDECL\b|\bOADR\b|\bX?GDS\b|\bADS\b|^X\d\b|^\d{1,2}[/-]\d/i;

export const executiveOrderContradictsClassification: Rule = {
  code: "executive-order-contradicts-classification",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "An unclassified cable has N/A on the E.O. line, a classified one the date or event of its declassification.",
  why: "An order on classified information says nothing of an unclassified text, and a classified text without a term stays closed by mistake.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4; 94 of 99 published UNCLAS cables",
  check({ tree: { header } }) {
    const value = header.executiveOrder?.value ?? null;
    const level = header.classificationLine?.level.value ?? null;
    if (value === null || level === null) return [];
    if (isClassified(level)) {
      return NOT_APPLICABLE.test(value.value)
        ? [
            {
              span: value.span,
              message: `The cable is ${level}: the line names the date or event of its declassification.`,
            },
          ]
        : [];
    }
    return PROTECTS.test(value.value)
      ? [
          {
            span: value.span,
            message: `The cable is ${level}, and so nothing is to be declassified: N/A.`,
            fixes: [choice("Write N/A", replace(value.span, "N/A"))],
          },
        ]
      : [];
  },
};

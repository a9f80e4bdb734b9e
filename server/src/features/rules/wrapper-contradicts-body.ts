/** Finds a number in an archive's trailer or a wrapper that is not the one in the cable's text. */

import { canonicalMrn, mrnOfFileName } from "../../cable/mrn.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

/** The fields that hold the cable's number. */
const NUMBERS: ReadonlySet<string> = new Set(["DOCUMENT NUMBER", "MRN"]);

export const wrapperContradictsBody: Rule = {
  code: "wrapper-contradicts-body",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "The number that a wrapper or trailer gives is the cable's own.",
  why: "The fields around a telegram were typed or generated apart from it. Where they name another number, the copy holds another telegram than its label says, or one of the two was misread.",
  source: "Archive telegrams of 1974 and 1979; SMART prints",
  check({ tree }) {
    const { classificationLine, attributes } = tree.header;
    const own = tree.mrn;
    if (own === null || classificationLine?.serial == null) return [];
    return attributes.flatMap(({ name, value }): readonly Finding[] => {
      if (!NUMBERS.has(name.toUpperCase())) return [];
      const said = mrnOfFileName(value.value);
      if (said === null || (said.serial === own.serial && said.year === own.year)) return [];
      return [
        {
          span: value.span,
          message: `The text is that of ${canonicalMrn(own)}, the ${name.toLowerCase()} ${value.value}.`,
        },
      ];
    });
  },
};

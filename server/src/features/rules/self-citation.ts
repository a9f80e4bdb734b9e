/** Finds cables that cite themselves. */

import { canonicalMrn } from "../../cable/mrn.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";

export const selfCitation: Rule = {
  code: "self-citation",
  area: "references",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "A cable does not cite itself.",
  why: "Its own number among the references is a slip for another, or comes from a template.",
  source: "Common drafting practice",
  check({ tree }) {
    const own = tree.mrn === null ? null : canonicalMrn(tree.mrn);
    return tree.references
      .filter(({ kind, mrn }) => kind === "cable" && mrn !== null && canonicalMrn(mrn) === own)
      .map(({ span }) => ({ span, message: `This is the cable's own number, ${own}.` }));
  },
};

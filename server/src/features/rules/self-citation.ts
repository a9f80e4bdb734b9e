/** Finds cables that cite themselves. */

import { canonicalMrn } from "../../cable/mrn.ts";
import { canonicalStation } from "../../vocabulary/stations.ts";
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
    const { station, serial } = tree.partialMrn;
    const own = tree.mrn === null ? `${station} ${serial}` : canonicalMrn(tree.mrn);
    return tree.references
      .filter(({ kind, mrn, text }) => {
        if (kind !== "cable") return false;
        if (mrn !== null) return tree.mrn !== null && canonicalMrn(mrn) === own;
        // A draft without a date knows no year; nor does a reference in it that prints none.
        const [, name = "", digits = ""] = /^([A-Za-z][A-Za-z .'-]{1,30}?) ?0*(\d{1,8})$/.exec(text) ?? [];
        return tree.mrn === null && serial !== null && Number(digits) === serial && canonicalStation(name) === station;
      })
      .map(({ span }) => ({ span, message: `This is the cable's own number, ${own}.` }));
  },
};

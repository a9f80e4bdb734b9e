/** Finds citations of cables that the workspace does not have. */

import { canonicalMrn } from "../../cable/mrn.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

export const referenceNotInWorkspace: Rule = {
  code: "reference-not-in-workspace",
  area: "references",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "off",
  title: "A cable that is cited is in the workspace.",
  why: "For those who gather a collection: what is cited and missing is what to look for next. Off by default, as no collection is whole. While the workspace is still being read the rule says nothing.",
  source: "The index of the workspace",
  check({ tree: { references }, index }) {
    if (index === null) return [];
    return references.flatMap(({ kind, mrn, span }): readonly Finding[] => {
      if (kind !== "cable" || mrn === null || index.has(canonicalMrn(mrn))) return [];
      return [{ span, message: `${canonicalMrn(mrn)} is not in the workspace.` }];
    });
  },
};

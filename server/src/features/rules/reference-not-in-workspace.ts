/** Finds citations of cables that the workspace does not have. */

import { meantBy } from "../../corpus/meant-cable.ts";
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
  check({ tree, index }) {
    if (index === null) return [];
    return tree.references.flatMap((entry): readonly Finding[] => {
      const meant = entry.kind === "cable" ? meantBy(entry, tree, index) : null;
      if (meant === null || index.has(meant.mrn)) return [];
      return [{ span: entry.span, message: `${meant.mrn} is not in the workspace.` }];
    });
  },
};

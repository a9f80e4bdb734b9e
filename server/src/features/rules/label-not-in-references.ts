/** Finds mentions of references that the REF line does not have: `Ref D` where it ends with C. */

import { entriesWithLabel } from "../labels.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { orList } from "./support/fix.ts";

export const labelNotInReferences: Rule = {
  code: "label-not-in-references",
  area: "references",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "hint",
  title: "Each label that the text mentions stands in the REF line.",
  why: "A reader who is sent to `Ref D` finds nothing where the line ends with C: an entry was dropped, or the letters were not changed with it.",
  source: "Common drafting practice",
  check({ tree }) {
    const printed = tree.references.flatMap(({ label }) => label ?? []);
    return tree.mentions
      .filter(({ kind, external }) => !external && (kind === "label" || kind === "reftel"))
      .flatMap(({ labels }) =>
        labels.flatMap(({ value, span }): readonly Finding[] => {
          if (entriesWithLabel(tree, value).length > 0) return [];
          const has =
            tree.references.length === 0
              ? "the cable has no REF line"
              : printed.length === 0
                ? "the REF line has no letters"
                : `the REF line has ${orList(printed, 8).replace(" or ", " and ")}`;
          return [{ span, message: `There is no reference ${value}: ${has}.` }];
        }),
      );
  },
};

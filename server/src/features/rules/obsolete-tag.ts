/** Finds TAGS that had gone out of use, or were not yet in use, when the cable was sent. */

import { isInForce, lastListed } from "../../vocabulary/tags.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

export const obsoleteTag: Rule = {
  code: "obsolete-tag",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "A TAG is one of the list of the cable's time.",
  why: "Codes were withdrawn and given new meanings. One that was withdrawn long before no longer leads to the right office.",
  source: "Lists of TAGS of 1974 and of 2003 to 2024; 5 FAH-3 H-010",
  check({ tree: { header }, vocabulary: { tags }, date }) {
    if (date === null) return [];
    return header.tags.flatMap(({ value, span }): readonly Finding[] => {
      const tag = tags.find(value, date);
      if (tag === undefined || tag.meaning.eras.length === 0) return [];
      const last = lastListed(tag);
      if (last === null || isInForce(tag, date.year)) return [];
      return [{ span, message: `${value} (${tag.meaning.title ?? "no title known"}) is last listed in ${last}.` }];
    });
  },
};

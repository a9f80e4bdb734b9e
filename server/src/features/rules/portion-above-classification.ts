/** Finds portions that are marked higher than the cable. */

import { portionLevel } from "../../cable/values/portion-mark.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";
import { rankOf } from "./support/levels.ts";

export const portionAboveClassification: Rule = {
  code: "portion-above-classification",
  area: "body",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "info",
  title: "No portion is marked above the classification of the cable.",
  why: "The whole is as secret as its most secret part. Either the paragraph or the cable bears the wrong mark. 2 of 1,224 published cables have such a portion.",
  source: "Executive Order 12958, sec. 1.7; 5 FAH-1 H-246.2",
  check({ tree: { header }, paragraphs }) {
    const own = header.classification?.value ?? null;
    if (own === null) return [];
    const portions = [header.subjectPortion, ...paragraphs.map(({ portion }) => portion)].filter((one) => one !== null);
    return portions.flatMap(({ value, span }) => {
      const level = portionLevel(value.toUpperCase());
      if (level === null || rankOf(level) <= rankOf(own)) return [];
      return [{ span, message: `(${value}) is ${level}, the cable only ${own}.` }];
    });
  },
};

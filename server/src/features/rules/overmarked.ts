/** Finds drafts that are classified higher than any of their portions. */

import { portionLevel } from "../../cable/values/portion-mark.ts";
import { largest } from "../../text/arrays.ts";
import { MARKED_FORMS, type Rule } from "./rule.ts";
import { rankOf } from "./support/levels.ts";

export const overmarked: Rule = {
  code: "overmarked",
  area: "body",
  forms: MARKED_FORMS,
  draftsOnly: true,
  severity: "warning",
  title: "The classification of a cable is that of its highest portion.",
  why: "A cable that is marked higher than all that it says is kept from readers who may have it. The highest mark equals the line in 1,211 of 1,224 published cables.",
  source: "Executive Order 12958, sec. 1.7; 5 FAH-1 H-246.2",
  check({ tree: { header }, paragraphs }) {
    const line = header.classification;
    const numbered = paragraphs.filter(({ number }) => number !== null);
    if (line === null || numbered.length === 0 || numbered.some(({ portion }) => portion === null)) return [];
    const portions = [header.subjectPortion, ...paragraphs.map(({ portion }) => portion)].filter((one) => one !== null);
    const levels = portions.map(({ value }) => portionLevel(value.toUpperCase()));
    const ranks = levels.map((level) => (level === null ? Number.POSITIVE_INFINITY : rankOf(level)));
    const highestRank = largest(ranks);
    if (highestRank >= rankOf(line.value)) return [];
    const highest = levels.find((level) => level !== null && rankOf(level) === highestRank);
    return [{ span: line.span, message: `No portion is marked above ${highest}, but the cable is ${line.value}.` }];
  },
};

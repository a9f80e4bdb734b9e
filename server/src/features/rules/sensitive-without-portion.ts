/** Finds SENSITIVE cables none of whose paragraphs is. */

import { MARKED_FORMS, type Rule } from "./rule.ts";

export const sensitiveWithoutPortion: Rule = {
  code: "sensitive-without-portion",
  area: "body",
  forms: MARKED_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: "A sensitive but unclassified cable has a paragraph marked (SBU).",
  why: "Where every paragraph is (U) nothing in the cable is sensitive, or a mark is wrong.",
  source: "Mined from 1,296 cables",
  check({ tree: { header }, paragraphs }) {
    const caption = header.captions.find(({ value }) => value === "SENSITIVE");
    if (caption === undefined || header.classificationLine?.level.value !== "UNCLASSIFIED") return [];
    const portions = [header.subjectPortion, ...paragraphs.map(({ portion }) => portion)].flatMap((one) => one ?? []);
    const numbered = paragraphs.filter(({ number }) => number !== null);
    if (numbered.length === 0 || numbered.some(({ portion }) => portion === null)) return [];
    if (portions.some(({ value }) => value.toUpperCase() !== "U")) return [];
    return [{ span: caption.span, message: "No paragraph of this SENSITIVE cable is marked (SBU)." }];
  },
};

/** Finds paragraphs of drafts without a portion mark in cables that need them. */

import { type Finding, MARKED_FORMS, type Rule } from "./rule.ts";
import { choice, insert } from "./support/fix.ts";
import { isClassified, MARKS_OF } from "./support/levels.ts";
import { oddMark } from "./support/portion-marks.ts";

export const missingPortionMark: Rule = {
  code: "missing-portion-mark",
  area: "body",
  forms: MARKED_FORMS,
  draftsOnly: true,
  severity: "warning",
  title: "Each paragraph of a classified or sensitive cable bears its own classification.",
  why: "The mark tells what may be quoted where. A paragraph without one must be taken for as secret as the whole.",
  source: "5 FAH-1 H-246.2; E.O. 12958 on: 13,208 of 13,770 numbered paragraphs",
  check({ tree: { header }, paragraphs, text }) {
    const level = header.classification?.value ?? null;
    const numbered = paragraphs.filter(({ number }) => number !== null);
    const isMarked = numbered.some(({ portion }) => portion !== null);
    const isSensitive = header.captions.some(({ value }) => value === "SENSITIVE");
    if (level === null || !(isClassified(level) || isMarked || isSensitive)) return [];
    return numbered
      .filter((paragraph) => paragraph.portion === null && oddMark(text, paragraph) === null)
      .map(({ markSpan, span, textStart, number }): Finding => {
        return {
          span: markSpan ?? { start: span.start, end: span.start + 1 },
          message: `Paragraph ${number} has no portion mark.`,
          fixes: MARKS_OF[level].map((mark) => choice(`Mark it (${mark})`, insert(textStart, `(${mark}) `))),
        };
      });
  },
};

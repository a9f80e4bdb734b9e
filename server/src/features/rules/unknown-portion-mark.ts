/** Finds marks in front of paragraphs that stand for no classification. */

import { isWithinOneEdit } from "../../cable/values/edit-distance.ts";
import type { Located } from "../../text/span.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { choice, orList, replace } from "./support/fix.ts";
import { oddMark } from "./support/portion-marks.ts";

const MARKS: readonly string[] = ["U", "SBU", "LOU", "C", "S", "TS", "FOUO", "C/NF", "S/NF", "SBU/NF", "TS/NF"];

export const unknownPortionMark: Rule = {
  code: "unknown-portion-mark",
  area: "body",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "hint",
  title: "A portion mark is (U), (SBU), (C), (S) or (TS), with a limit after a stroke.",
  why: "A mark that stands for no level protects nothing, and no machine can compare it with the classification line.",
  source: "5 FAH-1 H-246.2; Executive Order 12958, sec. 1.7",
  check({ tree, vocabulary, paragraphs, text }) {
    const isMarked = paragraphs.some(({ portion }) => portion !== null);
    const odd = paragraphs.flatMap((paragraph): readonly Located<string>[] => {
      const { portion, number } = paragraph;
      if (portion === null)
        return (isMarked || tree.form === "acp127") && number !== null
          ? [oddMark(text, paragraph)].filter((one) => one !== null)
          : [];
      return vocabulary.classifications.portion(`(${portion.value})`) === undefined ? [portion] : [];
    });
    return odd.map(({ value, span }): Finding => {
      const typed = value.toUpperCase();
      const near = MARKS.filter((mark) => mark.length > 1 && isWithinOneEdit(typed, mark));
      const meant = near.length === 0 ? "" : ` Is ${orList(near.map((mark) => `(${mark})`))} meant?`;
      return {
        span,
        message: `(${value}) is no portion mark.${meant}`,
        fixes: near.map((mark) => choice(`Write (${mark})`, replace(span, `(${mark})`))),
      };
    });
  },
};

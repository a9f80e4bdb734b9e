/** Finds paragraph numbers that swallowed their mark: `13.` where the drafter typed `¶3.` */

import { EVERY_FORM, type Rule } from "./rule.ts";
import { certain, replace } from "./support/fix.ts";

export const swallowedParagraphMark: Rule = {
  code: "swallowed-paragraph-mark",
  area: "copy",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "info",
  title: "A paragraph's number is printed without a digit that is none.",
  why: "Exports of published cables turn the paragraph sign into a 1: `¶3.` became `13.`, and paragraph 3 seems to be paragraph 13. The other numbers of the cable tell which is meant.",
  source: "Published copies; the sequence of numbers is that of 5 FAH-1 H-246.2",
  check({ paragraphs, text, isDraft }) {
    return paragraphs.flatMap(({ swallowedMark, number }) => {
      if (swallowedMark === null || number === null) return [];
      // A telegram that goes out has no paragraph sign.
      const right = isDraft ? String(number) : `¶${number}`;
      const digits = text.slice(swallowedMark.start, swallowedMark.end);
      return [
        {
          span: swallowedMark,
          message: `This is paragraph ${number}: the 1 of ${digits} was the mark ¶.`,
          fixes: certain(`Write ${right} for ${digits}`, replace(swallowedMark, right)),
        },
      ];
    });
  },
};

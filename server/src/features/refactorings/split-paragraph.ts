/** Makes two paragraphs of one where the cursor stands, and gives the next ones their new numbers. */

import type { Refactoring } from "./refactoring.ts";
import { markLike, separatorOf } from "./support/paragraph-marks.ts";
import { renumber, shifted } from "./support/renumber.ts";

export const splitParagraph: Refactoring = {
  name: "split-paragraph",
  offers(context) {
    const { selection } = context.wishes;
    const [paragraph] = context.selectedNumbered;
    if (paragraph === undefined || selection.start !== selection.end) return [];
    const { text } = context;
    // In the midst of a word the whole word is meant.
    let start = selection.start;
    while (start > paragraph.textStart && /\S/.test(text.charAt(start - 1)) && /\S/.test(text.charAt(start))) start--;
    let end = start;
    while (start > paragraph.textStart && /\s/.test(text.charAt(start - 1))) start--;
    while (end < paragraph.span.end && /\s/.test(text.charAt(end))) end++;
    if (start <= paragraph.textStart || end >= paragraph.span.end) return [];
    const { number } = paragraph;
    return [
      {
        title: `Split ¶${number} here`,
        choice: "",
        addedParagraphs: 1,
        edits: () => {
          const replacement = separatorOf(context) + markLike(context, paragraph, number + 1);
          return [...renumber(context, shifted(context, paragraph, 1)), { start, end, replacement }].sort(
            (one, other) => one.start - other.start,
          );
        },
      },
    ];
  },
};

/** Puts a new paragraph behind that of the cursor, and gives the next ones their new numbers. */

import type { Refactoring } from "./refactoring.ts";
import { markLike, separatorOf } from "./support/paragraph-marks.ts";
import { renumber, shifted } from "./support/renumber.ts";

export const insertParagraph: Refactoring = {
  name: "insert-paragraph",
  offers(context) {
    const after = context.selectedNumbered.at(-1);
    if (after === undefined) return [];
    const { number, span } = after;
    return [
      {
        title: `Insert a paragraph behind ¶${number}`,
        choice: "",
        addedParagraphs: 1,
        edits: () => {
          const mark = markLike(context, after, number + 1).trimEnd();
          const inserted = { start: span.end, end: span.end, replacement: `${separatorOf(context)}${mark} ` };
          return [...renumber(context, shifted(context, after, 1)), inserted].sort(
            (one, other) => one.start - other.start,
          );
        },
      },
    ];
  },
};

/** Gives a portion mark to every numbered paragraph that has none. */

import { MARKS_OF } from "../rules/support/levels.ts";
import { oddMark } from "../rules/support/portion-marks.ts";
import type { Refactoring } from "./refactoring.ts";

export const addPortionMarks: Refactoring = {
  name: "add-portion-marks",
  offers({ numbered, text, tree }) {
    const level = tree.header.classification?.value;
    const bare = numbered.filter((paragraph) => paragraph.portion === null && oddMark(text, paragraph) === null);
    if (level === undefined || bare.length === 0) return [];
    const which = bare.length === numbered.length ? "all paragraphs" : "the paragraphs without a mark";
    return MARKS_OF[level].map((mark) => ({
      title: `Mark ${which} (${mark})`,
      choice: mark,
      addedParagraphs: 0,
      edits: () => bare.map(({ textStart }) => ({ start: textStart, end: textStart, replacement: `(${mark}) ` })),
    }));
  },
};

/** Changes the portion marks of all paragraphs, or of those that are selected. */

import { MARKS_OF } from "../rules/support/levels.ts";
import type { Refactoring } from "./refactoring.ts";

export const changePortionMarks: Refactoring = {
  name: "change-portion-marks",
  offers({ paragraphs, selected, tree }) {
    const level = tree.header.classification?.value;
    if (level === undefined) return [];
    // Several selected paragraphs are meant for themselves; a cursor stands for the whole cable.
    const isPart = selected.length > 1 && selected.length < paragraphs.length;
    const marks = (isPart ? selected : paragraphs).flatMap(({ portion }) => portion ?? []);
    return MARKS_OF[level].flatMap((mark) => {
      const others = marks.filter(({ value }) => value.toUpperCase() !== mark);
      if (others.length === 0) return [];
      return [
        {
          title: isPart ? `Change the selected portion marks to (${mark})` : `Change all portion marks to (${mark})`,
          choice: mark,
          addedParagraphs: 0,
          edits: () => others.map(({ span }) => ({ ...span, replacement: `(${mark})` })),
        },
      ];
    });
  },
};

/** Numbers all paragraphs from 1 on, and every `para N` that points to them along. */

import type { Refactoring } from "./refactoring.ts";
import { renumber } from "./support/renumber.ts";

export const renumberParagraphs: Refactoring = {
  name: "renumber-paragraphs",
  offers(context) {
    if (context.numbered.every(({ number }, index) => number === index + 1)) return [];
    return [
      {
        title: "Renumber the paragraphs from 1",
        choice: "",
        addedParagraphs: 0,
        edits: () => renumber(context, new Map(context.numbered.map((paragraph, index) => [paragraph, index + 1]))),
      },
    ];
  },
};

/** Breaks the lines of paragraphs at a width. */

import type { Refactoring } from "./refactoring.ts";
import { wrapped } from "./support/flow.ts";

export const wrapParagraphs: Refactoring = {
  name: "wrap-paragraphs",
  isWhiteSpaceOnly: true,
  offers(context) {
    const { selected, paragraphs, wishes } = context;
    const { width } = wishes;
    return [
      {
        choice: "selected",
        which: selected,
        what: selected.length === 1 ? "this paragraph" : "the selected paragraphs",
      },
      { choice: "all", which: paragraphs, what: "all paragraphs" },
    ].flatMap(({ choice, which, what }) => {
      if (which.length === 0 || (choice === "all" && which.length === selected.length)) return [];
      if (!which.some((paragraph) => wrapped(context, paragraph, width).length > 0)) return [];
      return [
        {
          title: `Wrap ${what} at ${width} characters`,
          choice,
          addedParagraphs: 0,
          edits: () => which.flatMap((paragraph) => wrapped(context, paragraph, width)),
        },
      ];
    });
  },
};

/** Puts each running text of paragraphs on one line. */

import type { Refactoring } from "./refactoring.ts";
import { wrapped } from "./support/flow.ts";

export const unwrapParagraphs: Refactoring = {
  name: "unwrap-paragraphs",
  isWhiteSpaceOnly: true,
  offers(context) {
    const { selected, paragraphs } = context;
    return [
      {
        choice: "selected",
        which: selected,
        what: selected.length === 1 ? "this paragraph" : "the selected paragraphs",
      },
      { choice: "all", which: paragraphs, what: "all paragraphs" },
    ].flatMap(({ choice, which, what }) => {
      if (which.length === 0 || (choice === "all" && which.length === selected.length)) return [];
      const edits = () => which.flatMap((paragraph) => wrapped(context, paragraph, Number.POSITIVE_INFINITY));
      return edits().length === 0
        ? []
        : [
            {
              title: `Put ${what} on ${which.length === 1 ? "one line" : "one line each"}`,
              choice,
              addedParagraphs: 0,
              edits,
            },
          ];
    });
  },
};

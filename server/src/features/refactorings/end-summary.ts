/** Closes a summary that opens with the word. */

import { unendedSummary } from "../summary-ending.ts";
import type { Refactoring } from "./refactoring.ts";

export const endSummary: Refactoring = {
  name: "end-summary",
  offers({ tree, paragraphs }) {
    const summary = unendedSummary(tree, paragraphs);
    if (summary === null) return [];
    const { end, words } = summary;
    return [
      {
        title: `Close the summary with "${words}"`,
        choice: "",
        addedParagraphs: 0,
        edits: () => [{ start: end, end, replacement: `  ${words}` }],
      },
    ];
  },
};

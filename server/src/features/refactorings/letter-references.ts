/** Letters the references A, B, C in the order in which they stand, with every mention of them. */

import type { Refactoring } from "./refactoring.ts";
import { canReletter, reletter } from "./support/reletter.ts";

export const letterReferences: Refactoring = {
  name: "letter-references",
  offers(context) {
    const { references } = context.tree;
    if (!canReletter(context) || references.some(({ label }) => label === null || !/^[A-Z]{1,2}$/.test(label)))
      return [];
    const edits = () => reletter(context, references);
    return edits().length === 0 ? [] : [{ title: "Letter the references anew", choice: "", addedParagraphs: 0, edits }];
  },
};

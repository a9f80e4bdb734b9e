/** Sorts the entries of the REF line and letters them anew, with every mention of them. */

import type { ReferenceEntry } from "../../cable/tree.ts";
import { entriesOfMention } from "../labels.ts";
import type { Offer, Refactoring } from "./refactoring.ts";
import type { RefactoringContext } from "./support/context.ts";
import { canReletter, reletter } from "./support/reletter.ts";

export const sortReferences: Refactoring = {
  name: "sort-references",
  offers(context) {
    if (!canReletter(context)) return [];
    return [
      { choice: "mention", title: "Sort the references by their first mention", order: byMention(context) },
      { choice: "number", title: "Sort the references by year, station and number", order: byNumber(context) },
    ].flatMap(({ choice, title, order }): readonly Offer[] =>
      order.every((entry, position) => entry === context.tree.references[position])
        ? []
        : [{ title, choice, addedParagraphs: 0, edits: () => reletter(context, order) }],
    );
  },
};

/** Those that the text never mentions stand last, as they stood. */
function byMention({ tree }: RefactoringContext): readonly ReferenceEntry[] {
  const inOrder = new Set(
    tree.mentions
      .filter(({ labels }) => labels.length > 0)
      .flatMap((mention) =>
        // Those of a list as the drafter wrote them: `Refs B and A`.
        mention.labels.flatMap(({ value }) =>
          entriesOfMention(tree, mention).filter(({ label }) => label === value || label === null),
        ),
      ),
  );
  return [...inOrder, ...tree.references.filter((entry) => !inOrder.has(entry))];
}

/** What has no number stands last, as it stood. */
function byNumber({ tree: { references } }: RefactoringContext): readonly ReferenceEntry[] {
  const numbered = references.flatMap((entry) => (entry.mrn === null ? [] : [{ entry, mrn: entry.mrn }]));
  numbered.sort(
    ({ mrn: one }, { mrn: other }) =>
      one.year - other.year ||
      (one.station === other.station ? one.serial - other.serial : one.station < other.station ? -1 : 1),
  );
  return [...numbered.map(({ entry }) => entry), ...references.filter(({ mrn }) => mrn === null)];
}

/** What refactorings can do in a place of a cable, and the edits of one that was chosen. */

import { parseCable } from "../cable/parse.ts";
import type { CableTree } from "../cable/tree.ts";
import { type Edit, SourceText } from "../text/source-text.ts";
import { REFACTORINGS } from "./refactorings/index.ts";
import type { Refactoring } from "./refactorings/refactoring.ts";
import { RefactoringContext, type RefactoringWishes } from "./refactorings/support/context.ts";
import { stillSays } from "./refactorings/support/keeps.ts";

/** One thing that can be done; `name` and `choice` find it again in the same place. */
export interface OfferedRefactoring {
  readonly name: string;
  readonly choice: string;
  readonly title: string;
}

/** All that can be done where the selection is, in the order of names. */
export function refactoringsAt(tree: CableTree, wishes: RefactoringWishes): readonly OfferedRefactoring[] {
  const context = new RefactoringContext(tree, wishes);
  return REFACTORINGS.filter((one) => isOffered(one, wishes)).flatMap(({ name, offers }) =>
    offers(context).map(({ choice, title }) => ({ name, choice, title })),
  );
}

function isOffered({ isWhiteSpaceOnly }: Refactoring, { isDraft }: RefactoringWishes): boolean {
  return isDraft || isWhiteSpaceOnly === true;
}

/**
 * The edits of what was chosen, in document order. Null where it is not offered in this place any more, or where the cable would say
 * something else afterwards: a damaged copy may be read in ways that no rewriting foresees.
 */
export function refactored(
  tree: CableTree,
  fileName: string | null,
  wishes: RefactoringWishes,
  chosen: Pick<OfferedRefactoring, "name" | "choice">,
): readonly Edit[] | null {
  const context = new RefactoringContext(tree, wishes);
  const offer = REFACTORINGS.find((one) => one.name === chosen.name && isOffered(one, wishes))
    ?.offers(context)
    .find(({ choice }) => choice === chosen.choice);
  if (offer === undefined) return null;
  const edits = offer.edits();
  if (edits.some(({ start }, index) => start < (edits[index - 1]?.end ?? 0))) return null;
  const after = parseCable(SourceText.edited(tree.lines.text, edits).text, fileName);
  return stillSays(tree, after, offer.addedParagraphs) ? edits : null;
}

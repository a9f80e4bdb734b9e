/** What a refactoring is: a way to write a cable anew that a drafter asks for, which leaves what it says as it was. */

import type { Edit } from "../../text/source-text.ts";
import type { RefactoringContext } from "./support/context.ts";

/** One thing that can be done in a place. */
export interface Offer {
  /** As an editor's menu shows it. */
  readonly title: string;
  /** Tells it from the other offers of the same refactoring in the same place. */
  readonly choice: string;
  /** By how many numbered paragraphs the cable has more afterwards; 0 for nearly all. */
  readonly addedParagraphs: number;
  /** In document order, without overlap. Made when the offer is chosen, as this may be much to look at. */
  edits(): readonly Edit[];
}

export interface Refactoring {
  /** In kebab case, as its file; editors know it as `refactor.rewrite.<name>`. */
  readonly name: string;
  /** Whether it moves line breaks and blanks alone. All others are offered in drafts only: nobody rewrites a historical text. */
  readonly isWhiteSpaceOnly?: boolean;
  /** What can be done where the selection is; none where it makes no sense. Quick: it is asked whenever the menu is opened. */
  offers(context: RefactoringContext): readonly Offer[];
}

/**
 * How long a text may be, and how many things are answered at most, where nobody reads more; docs/limits.md tells people of them, and of those that
 * belong to one feature alone. The longest published cables have some 70,000 characters: what is beyond these limits is no cable, and must not hold
 * up an editor.
 */

/**
 * So much of a text that is open in an editor is read as a cable; what is behind it is text. The densest that the tests know takes some
 * seconds and a gigabyte. In UTF-16 units.
 */
export const LONGEST_READ = 5_000_000;

/**
 * Whoever rewrites a text reads it anew to see that it still says the same: formatting, the fixes of a whole file, refactorings. A text that
 * is longer than this is left as it is. In UTF-16 units.
 */
export const LONGEST_REWRITTEN = 1_000_000;

/** So much of a text is shown as a page, in the preview and in what is exported of it. In UTF-16 units. */
export const LONGEST_SHOWN = 500_000;

/** For clients that take the edits of refactorings along with their names: so much is read anew to make them. In UTF-16 units. */
export const MOST_READ_FOR_OFFERS = 150_000;

/** Lines of an outline; folds; places that say the same; places to go to. */
export const MOST_OUTLINED = 50_000;
export const MOST_FOLDED = 50_000;
export const MOST_HIGHLIGHTED = 50_000;
export const MOST_TARGETS = 1_000;

/** Words that have semantic tokens: of a whole text those in its beginning. What is in sight is asked for by range. */
export const MOST_TOKENS = 100_000;

/** The first items of an outline, with the first of what is below each: `most` in all. */
export function firstOf<Item extends { readonly children: readonly Item[] }>(
  items: readonly Item[],
  most: number,
): readonly Item[] {
  let left = most;
  const first = (all: readonly Item[]): readonly Item[] => {
    const kept: Item[] = [];
    for (const item of all) {
      if (left-- <= 0) break;
      kept.push({ ...item, children: first(item.children) });
    }
    return kept;
  };
  return first(items);
}

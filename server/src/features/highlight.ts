/** What lights up with the thing under the cursor, in the same document. */

import type { CableTree } from "../cable/tree.ts";
import { objectAt } from "./object-at.ts";
import { type Occurrence, occurrencesOf } from "./occurrences.ts";

/** Every place that says the same as the one at `offset`, in document order; empty in plain prose. */
export function highlightsAt(tree: CableTree, offset: number): readonly Occurrence[] {
  const object = objectAt(tree, offset);
  return object === null ? [] : occurrencesOf(tree, object);
}

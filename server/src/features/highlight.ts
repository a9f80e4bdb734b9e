/** What lights up with the thing under the cursor, in the same document. */

import type { CableTree } from "../cable/tree.ts";
import { type Occurrence, occurrencesOf } from "./occurrences.ts";
import { symbolAt } from "./symbol-at.ts";

/** The most that light up: a text that says one thing more often is no cable. */
const MOST_HIGHLIGHTS = 2000;

/** The places that say the same as the one at `offset`, in document order, at most two thousand; empty in plain prose. */
export function highlightsAt(tree: CableTree, offset: number): readonly Occurrence[] {
  const object = symbolAt(tree, offset);
  return object === null ? [] : occurrencesOf(tree, object).slice(0, MOST_HIGHLIGHTS);
}

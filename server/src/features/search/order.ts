/** The order of what a search found by how well it fits: words in the subject first, then by how often they stand in the text. */

import type { CableRows } from "../../corpus/facets/cable-rows.ts";
import { type Condition, phrasesOf } from "../../corpus/query/condition.ts";
import { rowTest, YES } from "../../corpus/query/row-test.ts";

/** So much counts a phrase in the subject: as often as nobody writes one in a text. */
const IN_SUBJECT = 100;

/** The rows, those that fit best first; of equals the newest, as they come. */
export function bestFirst(
  condition: Condition,
  { rows: found, counts }: { readonly rows: Int32Array; readonly counts: Uint8Array },
  rows: CableRows,
): Int32Array {
  const tests = phrasesOf(condition).map((phrase) => rowTest({ kind: "subject", phrase }, rows.columns));
  const keys = Float64Array.from(found, (row, index) => {
    const inSubject = tests.filter((test) => test(row) === YES).length;
    const fit = inSubject * IN_SUBJECT + Math.min(IN_SUBJECT - 1, counts[index] ?? 0);
    return -fit * PLACES + index;
  }).sort();
  return Int32Array.from(keys, (key) => found[((key % PLACES) + PLACES) % PLACES] ?? 0);
}

/** Places in the list are below it. */
const PLACES = 2 ** 21;

/** A cable that a search found: what a list shows of it, and where the words stand in its text. */

import { parseCable } from "../../cable/parse.ts";
import type { CableHit } from "../../corpus/cable-index.ts";
import { fileName } from "../../corpus/file-uri.ts";
import { AskedCable } from "../../corpus/query/cable-test.ts";
import { type Condition, phrasesOf } from "../../corpus/query/condition.ts";
import { type TextMatch, textMatches } from "../../corpus/query/text-matches.ts";
import type { LineTable } from "../../text/line-table.ts";

export interface FoundCable {
  readonly hit: CableHit;
  /** Lines in which words of the query stand, the first ones. */
  readonly matches: readonly TextMatch[];
  /** How many lines there are in all. */
  readonly total: number;
  /** Of the text that the matches were found in; null where it was not read. */
  readonly lines: LineTable | null;
}

/**
 * What a search shows of a cable. `text` is its file's as it stands now; null where it can't be read.
 * @param condition with what is cited filled in. Null where the query does not hold of the cable any more.
 */
export function foundCable(hit: CableHit, text: string | null, condition: Condition, limit: number): FoundCable | null {
  const phrases = phrasesOf(condition);
  if (phrases.length === 0 || text === null) return { hit, matches: [], total: 0, lines: null };
  const cable = new AskedCable(parseCable(text, fileName(hit.file)), hit.file);
  if (!cable.fits(condition)) return null;
  return { hit, ...textMatches(cable, phrases, limit), lines: cable.tree.lines };
}

/** What rules may ask beside the cable itself: codes, the day it is, and the other cables. */

import type { CableIndex } from "../../../corpus/cable-index.ts";
import type { CableDate } from "../../../vocabulary/date.ts";
import { defaultVocabulary, type Vocabulary } from "../../../vocabulary/vocabulary.ts";

export interface RuleEnvironment {
  readonly vocabulary: Vocabulary;
  /** The day it is in UTC, by which a draft is told from what was sent; null where nobody knows. */
  readonly today: CableDate | null;
  /** The cables of the workspace; null where there is none, and as long as they are still being read: what it lacks may be there. */
  readonly index: Pick<CableIndex, "has" | "hitsOf" | "meant"> | null;
}

/** A cable by itself. */
export const NO_WORKSPACE: RuleEnvironment = { vocabulary: defaultVocabulary, today: null, index: null };

/** The levels of classification by number, as the index keeps them. */

import type { ClassificationLevel } from "../../cable/record.ts";

/** A level's number is its place here. The order is part of the snapshot's format. */
export const CLASSIFICATION_LEVELS: readonly (ClassificationLevel | null)[] = [
  null,
  "UNCLASSIFIED",
  "LIMITED OFFICIAL USE",
  "CONFIDENTIAL",
  "SECRET",
  "TOP SECRET",
];

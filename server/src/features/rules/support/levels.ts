/** Compares levels of classification. */

import type { ClassificationLevel } from "../../../cable/record.ts";

const RISING: readonly ClassificationLevel[] = [
  "UNCLASSIFIED",
  "LIMITED OFFICIAL USE",
  "CONFIDENTIAL",
  "SECRET",
  "TOP SECRET",
];

/** 0 for UNCLASSIFIED to 4 for TOP SECRET. */
export function rankOf(level: ClassificationLevel): number {
  return RISING.indexOf(level);
}

/** Whether the level is one of an executive order: CONFIDENTIAL and above. */
export function isClassified(level: ClassificationLevel): boolean {
  return rankOf(level) >= rankOf("CONFIDENTIAL");
}

/** The portion marks that a cable of a level may bear, the highest first but for unclassified text, which seldom is sensitive. */
export const MARKS_OF: Readonly<Record<ClassificationLevel, readonly string[]>> = {
  "TOP SECRET": ["TS", "S", "C", "U"],
  SECRET: ["S", "C", "U"],
  CONFIDENTIAL: ["C", "U"],
  "LIMITED OFFICIAL USE": ["LOU", "U"],
  UNCLASSIFIED: ["U", "SBU"],
};

/** The level that a portion mark stands for, by which it has its colour, and what each level is called in style sheets. */

import type { ClassificationLevel } from "../../cable/record.ts";
import type { PortionMark } from "../../vocabulary/classifications.ts";

/** By the names of the vocabulary. What limits an unclassified text is no level of its own. */
const LEVELS: ReadonlyMap<string, ClassificationLevel> = new Map([
  ["TOP SECRET", "TOP SECRET"],
  ["SECRET", "SECRET"],
  ["CONFIDENTIAL", "CONFIDENTIAL"],
  ["LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE"],
  ["SENSITIVE BUT UNCLASSIFIED", "UNCLASSIFIED"],
  ["UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLASSIFIED"],
  ["UNCLASSIFIED", "UNCLASSIFIED"],
  ["UNCLAS", "UNCLASSIFIED"],
]);

/** Null for a mark that is not known, or of a level that is none of the record's. */
export function levelOfPortion(mark: PortionMark | undefined): ClassificationLevel | null {
  return (mark === undefined ? undefined : LEVELS.get(mark.level)) ?? null;
}

export const LEVEL_CLASSES: Readonly<Record<ClassificationLevel, string>> = {
  "TOP SECRET": "top-secret",
  SECRET: "secret",
  CONFIDENTIAL: "confidential",
  "LIMITED OFFICIAL USE": "limited",
  UNCLASSIFIED: "unclassified",
};

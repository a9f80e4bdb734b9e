/** The portion marks that a drafter chooses from, by the level of the cable. */

import type { ClassificationLevel } from "../../../cable/record.ts";
import { portionLevel } from "../../../cable/values/portion-mark.ts";
import { rankOf } from "../../rules/support/levels.ts";

interface MarkRow {
  /** Without its brackets. */
  readonly mark: string;
  /** Years of cables in which it was or is used; all where it is not given. */
  readonly from?: number;
  readonly to?: number;
  /** Only in a cable of this level: what a classified one says of the same matter is another mark. */
  readonly only?: ClassificationLevel;
}

/** In falling order of secrecy; the usual one of a level before those with limits. 5 FAH-1 H-246.2 and the marks counted in cables. */
const MARKS: readonly MarkRow[] = [
  { mark: "TS" },
  { mark: "S" },
  { mark: "S//NF" },
  { mark: "C" },
  { mark: "C//NF" },
  { mark: "LOU", to: 1995 },
  { mark: "SBU", from: 1990 },
  { mark: "SBU/NF", from: 1990 },
  { mark: "U" },
  { mark: "U//FOUO", from: 1990, only: "UNCLASSIFIED" },
];

/** The marks that a paragraph of a cable of that level may bear, the highest first; all where the level is not known. */
export function marksUpTo(level: ClassificationLevel | null, year: number): readonly string[] {
  return MARKS.filter(({ mark, from, to, only }) => {
    const own = portionLevel(mark);
    const fits = level === null || (own !== null && rankOf(own) <= rankOf(level));
    return (
      fits && (from ?? year) <= year && (to ?? year) >= year && (only === undefined || level === null || only === level)
    );
  }).map(({ mark }) => mark);
}

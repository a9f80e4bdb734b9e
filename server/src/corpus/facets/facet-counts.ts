/** Counts cables by station, TAG, year, month or classification. */

import type { CableRows, Facet, FacetValue } from "./cable-rows.ts";
import { Distinct } from "./distinct.ts";

/** The cables that share a value. */
export interface FacetGroup {
  /** Null for those that have none. */
  readonly value: FacetValue;
  /** Different cables; one that stands in several files counts once. */
  readonly cables: number;
}

/** The groups of some rows: names by code units, numbers from the highest (newest first); what has no value comes last. */
export function groupsOf(rows: CableRows, chosen: Int32Array, facet: Facet): readonly FacetGroup[] {
  // By the number of the value, which is small (a name's, a year, a month), and one more, so that `NOTHING` has a place.
  const counts: number[] = [];
  const distinct = new Distinct(rows);
  let current = 0;
  let isShared = false;
  const count = (value: number): void => {
    if (!isShared || distinct.isFirst(current, value)) counts[value + 1] = (counts[value + 1] ?? 0) + 1;
  };
  for (const row of chosen) {
    current = row;
    isShared = rows.mayHaveTwins(row);
    rows.eachValue(row, facet, count);
  }
  return counts
    .flatMap((cables, at): readonly (readonly [number, number])[] => (cables > 0 ? [[at - 1, cables]] : []))
    .map(([number, cables]) => ({ value: rows.valueOf(facet, number), cables }))
    .sort((one, other) => compareValues(one.value, other.value));
}

/** How many different cables some rows hold. */
export function countOf(rows: CableRows, chosen: Int32Array): number {
  const distinct = new Distinct(rows);
  let count = 0;
  for (const row of chosen) if (distinct.isFirst(row)) count++;
  return count;
}

function compareValues(one: FacetValue, other: FacetValue): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === "number" && typeof other === "number") return other - one;
  return one < other ? -1 : one > other ? 1 : 0;
}

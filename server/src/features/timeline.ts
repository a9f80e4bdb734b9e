/** How many cables were sent each month, all together and by station, TAG or classification. */

import { type CableFilter, matchingRows } from "../corpus/cable-filter.ts";
import type { CableIndex } from "../corpus/cable-index.ts";
import { CableRows, type Facet, type FacetValue, NOTHING } from "../corpus/facets/cable-rows.ts";
import { Distinct } from "../corpus/facets/distinct.ts";
import { countOf, groupsOf } from "../corpus/facets/facet-counts.ts";
import type { MonthNumber } from "../corpus/facets/months.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { titleOfValue } from "./cable-list.ts";

/** By what the months may be told apart. */
export type TimelineFacet = Extract<Facet, "station" | "tag" | "classification">;

export interface TimelineGroup {
  /** Null for cables that have none. */
  readonly value: FacetValue;
  readonly title: string | null;
  /** Different cables, those without a date-time group included. */
  readonly cables: number;
  /** For each month from the first on. */
  readonly counts: readonly number[];
}

export interface Timeline {
  /** The month of the first count; null where no cable that fits has a date-time group. */
  readonly first: MonthNumber | null;
  /** Different cables, for each month. */
  readonly counts: readonly number[];
  readonly total: number;
  readonly undated: number;
  /** The largest groups, the largest first; a cable with two TAGS counts in both. */
  readonly groups: readonly TimelineGroup[];
  /** How many groups there are in all. */
  readonly allGroups: number;
}

/** More than these nobody compares. */
const MOST_GROUPS = 12;

/** Nothing was sent by telegraph before, nor will be soon after: a month outside is a misprint, and counts as undated. */
const FIRST_MONTH: MonthNumber = 1840 * 12;
const LAST_MONTH: MonthNumber = 2100 * 12;

export function timeline(
  filter: CableFilter,
  by: TimelineFacet | null,
  index: CableIndex,
  vocabulary: Vocabulary,
): Timeline {
  const rows = new CableRows(index.columns());
  const chosen = matchingRows(rows, filter);
  const months = chosen.map((row) => {
    const month = rows.sentMonth(row);
    return month >= FIRST_MONTH && month < LAST_MONTH ? month : NOTHING;
  });
  let first = Number.POSITIVE_INFINITY;
  let last = NOTHING;
  for (const month of months) {
    if (month === NOTHING) continue;
    if (month < first) first = month;
    if (month > last) last = month;
  }
  const length = last === NOTHING ? 0 : last - first + 1;
  const distinct = new Distinct(rows);
  const counts: number[] = new Array(length).fill(0);
  let undated = 0;
  chosen.forEach((row, at) => {
    const month = months[at] ?? NOTHING;
    if (!distinct.isFirst(row, month)) return;
    if (month === NOTHING) undated++;
    else counts[month - first] = (counts[month - first] ?? 0) + 1;
  });
  const all = by === null ? [] : [...groupsOf(rows, chosen, by)].sort((one, other) => other.cables - one.cables);
  const shown = all.slice(0, MOST_GROUPS);
  const series =
    by === null ? [] : seriesOf(rows, chosen, months, { first, length, by, values: shown.map(({ value }) => value) });
  return {
    first: length === 0 ? null : first,
    counts,
    total: countOf(rows, chosen),
    undated,
    groups: shown.map(({ value, cables }, at) => ({
      value,
      cables,
      title: by === null ? null : titleOfValue(value, by, vocabulary),
      counts: series[at] ?? [],
    })),
    allGroups: all.length,
  };
}

/** The counts of the groups of these values, in one pass over the rows. */
function seriesOf(
  rows: CableRows,
  chosen: Int32Array,
  months: Int32Array,
  wanted: {
    readonly first: MonthNumber;
    readonly length: number;
    readonly by: TimelineFacet;
    readonly values: readonly FacetValue[];
  },
): readonly number[][] {
  const { first, length, by, values } = wanted;
  const series = values.map((): number[] => new Array(length).fill(0));
  // By the number of the value and one more, so that `NOTHING` has a place; the place of a series and one more.
  const placeOf = new Uint8Array(2 ** 16 + 1);
  values.forEach((value, place) => {
    const number = rows.numberOf(by, value);
    if (number !== null) placeOf[number + 1] = place + 1;
  });
  const distinct = new Distinct(rows);
  let row = 0;
  let month = 0;
  const count = (number: number): void => {
    const place = (placeOf[number + 1] ?? 0) - 1;
    if (place < 0 || !distinct.isFirst(row, place * length + month - first)) return;
    const counts = series[place];
    if (counts !== undefined) counts[month - first] = (counts[month - first] ?? 0) + 1;
  };
  chosen.forEach((one, at) => {
    row = one;
    month = months[at] ?? NOTHING;
    if (month !== NOTHING) rows.eachValue(row, by, count);
  });
  return series;
}

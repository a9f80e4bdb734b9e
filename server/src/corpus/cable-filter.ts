/** Chooses cables by what the index says of them: station, TAGS, dates, classification, words of the subject. */

import { bytesOf, textOf } from "./columns/columns.ts";
import { type CableRows, type Facet, type FacetValue, NOTHING } from "./facets/cable-rows.ts";
import type { MonthNumber } from "./facets/months.ts";
import type { Condition } from "./query/condition.ts";
import { indexTest } from "./query/row-test.ts";

/** Which cables are meant: those that fit all that is named. What is left out, or has no values, leaves all. */
export interface CableFilter {
  /** Of each facet the values of which a cable must have one; null stands for having none. */
  readonly facets?: { readonly [Name in Facet]?: readonly FacetValue[] };
  /** The first and the last month of sending: a cable without a date-time group fits neither. */
  readonly from?: MonthNumber | null;
  readonly to?: MonthNumber | null;
  /** Words, or parts of words, that must all be in the subject, in any case. */
  readonly words?: string;
  /** What a query asks, as far as the index knows it: of words in texts it knows those of subjects. */
  readonly condition?: Condition;
}

/** Nobody types more words, and each costs a pass. */
const MOST_WORDS = 16;
const LONGEST_WORDS = 400;

const FACETS: readonly Facet[] = ["classification", "station", "numberYear", "year", "month", "tag"];

type RowCondition = (row: number) => boolean;

/** The rows of the files that fit, in ascending order: a pass over the columns of numbers, and over the subjects where words are asked for. */
export function matchingRows(rows: CableRows, filter: CableFilter): Int32Array {
  const all = conditions(rows, filter);
  const found = new Int32Array(rows.length);
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    if (rows.isCable(row) && all.every((condition) => condition(row))) found[count++] = row;
  }
  return found.subarray(0, count);
}

/** Cheap ones first. */
function conditions(
  rows: CableRows,
  { facets = {}, from = null, to = null, words = "", condition }: CableFilter,
): RowCondition[] {
  const all: RowCondition[] = [];
  for (const facet of FACETS) {
    const values = facets[facet] ?? [];
    if (values.length > 0) all.push(facet === "tag" ? carries(rows, values) : hasOneOf(rows, facet, values));
  }
  if (from !== null || to !== null) {
    const first = from ?? 0;
    const last = to ?? Number.MAX_SAFE_INTEGER;
    all.push((row) => {
      const month = rows.sentMonth(row);
      return month !== NOTHING && month >= first && month <= last;
    });
  }
  const wanted = words
    .slice(0, LONGEST_WORDS)
    .split(/\s+/)
    .filter((word) => word !== "");
  // The longest is the rarest, more often than not.
  wanted.sort((one, other) => other.length - one.length);
  for (const word of wanted.slice(0, MOST_WORDS)) all.push(holds(rows, word));
  if (condition !== undefined) {
    all.push(indexTest(condition, rows.columns));
  }
  return all;
}

function hasOneOf(rows: CableRows, facet: Exclude<Facet, "tag">, values: readonly FacetValue[]): RowCondition {
  const wanted = new Set(values.map((value) => rows.numberOf(facet, value)));
  let fits = false;
  const look = (value: number): void => {
    fits = wanted.has(value);
  };
  return (row) => {
    rows.eachValue(row, facet, look);
    return fits;
  };
}

function carries(rows: CableRows, values: readonly FacetValue[]): RowCondition {
  const numbers = values.map((value) => rows.numberOf("tag", value));
  const wanted = new Uint8Array(rows.columns.names.tags.length);
  for (const number of numbers) if (number !== null && number !== NOTHING) wanted[number] = 1;
  const orNone = numbers.includes(NOTHING);
  const { tags } = rows.columns;
  return (row) => {
    const end = rows.tagsEnd(row);
    let at = rows.tagsStart(row);
    if (at === end) return orNone;
    while (at < end && wanted[tags[at] ?? 0] !== 1) at++;
    return at < end;
  };
}

/** Looks for a word in the bytes of subjects; where its capitals are not as long as its small letters, in their texts. */
function holds(rows: CableRows, word: string): RowCondition {
  const bytes = rows.columns.uint8.subjectBytes;
  const capital = bytesOf(word.toUpperCase());
  const small = bytesOf(word.toLowerCase());
  if (capital.length !== small.length) {
    const upper = word.toUpperCase();
    return (row) =>
      textOf(bytes.subarray(rows.subjectStart(row), rows.subjectEnd(row)))
        .toUpperCase()
        .includes(upper);
  }
  const { length } = capital;
  const [first = 0] = capital;
  const [firstSmall = 0] = small;
  return (row) => {
    const last = rows.subjectEnd(row) - length;
    for (let at = rows.subjectStart(row); at <= last; at++) {
      const byte = bytes[at];
      if (byte !== first && byte !== firstSmall) continue;
      let same = 1;
      while (same < length && (bytes[at + same] === capital[same] || bytes[at + same] === small[same])) same++;
      if (same === length) return true;
    }
    return false;
  };
}

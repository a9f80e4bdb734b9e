/** A page of a list of cables, newest first, without sorting more of a quarter of a million than the page needs. */

import { pushAll } from "../../text/arrays.ts";
import { type CableRows, NOTHING } from "./cable-rows.ts";
import { Distinct } from "./distinct.ts";

export interface CablePage {
  /** One row of each cable. */
  readonly rows: readonly number[];
  /** How many cables the whole list has. */
  readonly total: number;
}

/**
 * The cables of `chosen` from place `from` on, at most `limit`: newest first; those without a date-time group last, by the years of
 * their numbers; of equals by number, then by `fileOf`. Of a cable in several files the newest stands for it, of these the first by name.
 */
export function newestCables(
  rows: CableRows,
  chosen: Int32Array,
  { from, limit }: { readonly from: number; readonly limit: number },
  fileOf: (row: number) => string,
): CablePage {
  const order = orderOf(rows, fileOf);
  const buckets = bucketsOf(rows, oneRowEach(rows, chosen, order));
  const total = [...buckets.values()].reduce((sum, { length }) => sum + length, 0);
  const page: number[] = [];
  let place = 0;
  for (const key of [...buckets.keys()].sort((one, other) => other - one)) {
    const bucket = buckets.get(key) ?? [];
    const start = Math.max(0, from - place);
    place += bucket.length;
    if (start >= bucket.length) continue;
    bucket.sort(order);
    pushAll(page, bucket.slice(start, start + limit - page.length));
    if (page.length >= limit) break;
  }
  return { rows: page, total };
}

type Order = (one: number, other: number) => number;

function orderOf(rows: CableRows, fileOf: (row: number) => string): Order {
  const { sent } = rows.columns.int32;
  const stationRank = ranks(rows.columns.names.stations);
  return (one, other) =>
    (sent[other] ?? 0) - (sent[one] ?? 0) ||
    rows.year(other) - rows.year(one) ||
    (stationRank[rows.station(one)] ?? NOTHING) - (stationRank[rows.station(other)] ?? NOTHING) ||
    rows.serial(other) - rows.serial(one) ||
    (fileOf(one) < fileOf(other) ? -1 : 1);
}

/** The place of each name in the order of their code units: numbers come in the order in which files were met. */
function ranks(names: readonly string[]): Int32Array {
  const rank = new Int32Array(names.length);
  const sorted = names
    .map((_, number) => number)
    .sort((one, other) => ((names[one] ?? "") < (names[other] ?? "") ? -1 : 1));
  sorted.forEach((number, place) => {
    rank[number] = place;
  });
  return rank;
}

function oneRowEach(rows: CableRows, chosen: Int32Array, order: Order): Int32Array {
  const distinct = new Distinct(rows);
  const best = new Map<number, number>();
  for (const row of chosen) {
    if (!rows.mayHaveTwins(row)) continue;
    const known = best.get(rows.mrn(row));
    if (known === undefined || order(row, known) < 0) best.set(rows.mrn(row), row);
  }
  return chosen
    .filter((row) => distinct.isFirst(row))
    .map((row) => (rows.mayHaveTwins(row) ? (best.get(rows.mrn(row)) ?? row) : row));
}

/** By month of sending, which is above every year, and what has none by the year of its number. */
function bucketsOf(rows: CableRows, chosen: Int32Array): Map<number, number[]> {
  const buckets = new Map<number, number[]>();
  for (const row of chosen) {
    const month = rows.sentMonth(row);
    const key = month === NOTHING ? rows.year(row) - YEARS : month;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [row]);
    else bucket.push(row);
  }
  return buckets;
}

/** No year is higher. */
const YEARS = 1_000_000;

/** The cables that others cite and that are not there, counted over the columns of the index. */

import { type CanonicalMrn, fullYear } from "../../cable/mrn.ts";
import { type MrnKey, mrnKey, mrnOfKey } from "../columns/mrn-key.ts";
import { CABLE, CITATION, NONE, type PackedColumns } from "../columns/packed-columns.ts";
import { StationSeries } from "../columns/station-series.ts";
import type { FileUri } from "../file-uri.ts";
import { type KnownCables, meantCable } from "../meant-cable.ts";
import { UNDATED } from "../record-batch.ts";
import type { LikelyDays } from "../serial-series.ts";

/** A cable that is cited and not there. */
export interface MissingCable {
  readonly mrn: CanonicalMrn;
  /** How many different cables cite it. */
  readonly citing: number;
  /** Some of those, `MOST_CITERS` at most, by their MRNs: the earliest first, undated ones last. */
  readonly citers: readonly CanonicalMrn[];
  /** When the first cable that cites it was sent, in minutes since 1970: it is older than that. Null where none has a date. */
  readonly before: number | null;
  /** When it was sent, by the numbers and dates of its station's cables; null where these do not tell. */
  readonly likely: LikelyDays | null;
}

/** Part of a longer list, and how long the whole is. */
export interface MissingCables {
  readonly cables: readonly MissingCable[];
  readonly total: number;
}

/** More names of citing cables tell nobody anything. */
export const MOST_CITERS = 10;

/** After so many numbers others may have their turn. */
const STEP = 2000;

/** Cables by when they were sent, of equals by year, station and serial: by nothing that depends on the order in which files were read. */
export function earliestFirst(times: ReadonlyMap<CanonicalMrn, number>): readonly CanonicalMrn[] {
  return [...times]
    .map(([mrn, time]) => ({ mrn, time, key: mrnKey(mrn) }))
    .sort((one, other) => (one.time === other.time ? compareKeys(one.key, other.key) : one.time - other.time))
    .map(({ mrn }) => mrn);
}

/** Most cited first, of equals by year, station and serial. */
export function mostCitedFirst(one: MissingCable, other: MissingCable): number {
  return other.citing - one.citing || compareKeys(mrnKey(one.mrn), mrnKey(other.mrn));
}

function compareKeys(one: MrnKey, other: MrnKey): number {
  if (one.year !== other.year) return one.year - other.year;
  if (one.station !== other.station) return one.station < other.station ? -1 : 1;
  return one.serial - other.serial;
}

/**
 * What is cited by cables in the folders (null: anywhere) and is not in the index: most cited first, at most `limit`. A generator, so that who
 * runs it may pause: it yields after each stretch of work and returns the answer.
 */
export function* scanMissing(
  columns: PackedColumns,
  folders: readonly FileUri[] | null,
  limit: number,
  has: (mrn: CanonicalMrn) => boolean,
): Generator<undefined, MissingCables> {
  const { mrnRows, mrnYear, nextOfMrn } = columns.int32;
  const { state } = columns.uint8;
  const isAsked = folderTest(columns, folders);
  const meaning = new Meanings(columns, has);
  const counts = new Int32Array(mrnYear.length);
  const missing: number[] = [];
  for (let mrn = 0; mrn < counts.length; mrn++) {
    if (mrn % STEP === STEP - 1) yield;
    const { size } = citersOf(columns, mrn, isAsked, meaning);
    let row = mrnRows[mrn] ?? NONE;
    while (row !== NONE && state[row] !== CABLE) row = nextOfMrn[row] ?? NONE;
    if (row !== NONE) continue;
    if (size === 0) continue;
    counts[mrn] = size;
    missing.push(mrn);
  }
  const order = (one: number, other: number): number =>
    (counts[other] ?? 0) - (counts[one] ?? 0) || compareKeys(keyOf(columns, one), keyOf(columns, other));
  // Of many thousands only the first ones are put in order, a stretch at a time.
  let first: number[] = [];
  for (const mrn of missing) {
    first.push(mrn);
    if (first.length < limit + STEP) continue;
    first = first.sort(order).slice(0, limit);
    yield;
  }
  const cables: MissingCable[] = [];
  for (const mrn of first.sort(order).slice(0, limit)) {
    const rows = new Map([...citersOf(columns, mrn, isAsked, meaning), ...meaning.movedTo(mrnText(columns, mrn))]);
    cables.push(missingOf(columns, mrnText(columns, mrn), [...rows.values()], meaning));
    if (cables.length % STEP === 0) yield;
  }
  const moved = meaning.moved.filter(
    (one) => !has(one.mrn) && !missing.some((mrn) => mrnText(columns, mrn) === one.mrn),
  );
  for (const { mrn, rows } of moved) cables.push(missingOf(columns, mrn, [...rows.values()], meaning));
  if (moved.length > 0) cables.sort(mostCitedFirst);
  return { cables: cables.slice(0, limit), total: missing.length + moved.length };
}

/** All that is cited and not there, in one piece: for who has nothing else to do. */
export function allMissing(index: {
  columns(): PackedColumns;
  has(mrn: CanonicalMrn): boolean;
}): readonly MissingCable[] {
  const work = scanMissing(index.columns(), null, Number.POSITIVE_INFINITY, (mrn) => index.has(mrn));
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value.cables;
  }
}

function missingOf(
  columns: PackedColumns,
  mrn: CanonicalMrn,
  rows: readonly number[],
  meaning: Meanings,
): MissingCable {
  const { sent, mrn: mrns } = columns.int32;
  const before = rows.reduce((first, row) => Math.min(first, timeOf(sent, row)), Number.POSITIVE_INFINITY);
  const citers = new Map<CanonicalMrn, number>();
  for (const row of rows) {
    const own = mrns[row] ?? NONE;
    if (own !== NONE) citers.set(mrnText(columns, own), timeOf(sent, row));
  }
  const latest = Number.isFinite(before) ? before : null;
  return {
    mrn,
    citing: rows.length,
    citers: earliestFirst(citers).slice(0, MOST_CITERS),
    before: latest,
    likely: meaning.likelyDays(mrn, latest),
  };
}

/** When a row's cable was sent, in minutes; one without a date is later than all. */
function timeOf(sent: Int32Array, row: number): number {
  const minutes = sent[row] ?? UNDATED;
  return minutes === UNDATED ? Number.POSITIVE_INFINITY : minutes;
}

/** The row of two that was sent first. */
function earlier(sent: Int32Array, known: number | undefined, row: number): number {
  return known === undefined || timeOf(sent, row) < timeOf(sent, known) ? row : known;
}

/** Which citations mean another cable than the one that they cite, and those of them that mean one by its serials alone. */
class Meanings {
  readonly #columns: PackedColumns;
  readonly #known: KnownCables;
  readonly #moved = new Map<CanonicalMrn, Map<number, number>>();

  constructor(columns: PackedColumns, has: (mrn: CanonicalMrn) => boolean) {
    const series = new StationSeries(columns);
    this.#columns = columns;
    this.#known = { has, seriesOf: (station, year) => series.of(station, year) };
  }

  likelyDays(mrn: CanonicalMrn, before: number | null): LikelyDays | null {
    const { year, station, serial } = mrnKey(mrn);
    return year < 0 || serial < 0 ? null : this.#known.seriesOf(station, year).likelyDays(serial, before);
  }

  get moved(): { readonly mrn: CanonicalMrn; readonly rows: ReadonlyMap<number, number> }[] {
    return [...this.#moved].map(([mrn, rows]) => ({ mrn, rows }));
  }

  movedTo(mrn: CanonicalMrn): ReadonlyMap<number, number> {
    return this.#moved.get(mrn) ?? new Map();
  }

  /** Whether a citation without a year, of a row that stands for the cable `own`, means the cable that it cites. */
  isOfCited(mrn: number, row: number, own: number): boolean {
    const { sent, mrnYear } = this.#columns.int32;
    const minutes = sent[row] ?? UNDATED;
    const digits = own < 0 ? NONE : (mrnYear[own] ?? NONE);
    const citing =
      minutes === UNDATED
        ? { year: digits < 0 ? null : fullYear(digits), sent: null }
        : { year: new Date(minutes * 60_000).getUTCFullYear(), sent: minutes };
    const meant = meantCable({ mrn: mrnText(this.#columns, mrn), yearInferred: true }, citing, this.#known);
    if (meant.by === "serials") {
      const rows = this.#moved.get(meant.mrn) ?? new Map<number, number>();
      this.#moved.set(meant.mrn, rows.set(own, earlier(sent, rows.get(own), row)));
    }
    return meant.by === "cited";
  }
}

/** A row of each different cable that means an MRN by citing it: of a cable in several files the one that was sent first. */
function citersOf(
  columns: PackedColumns,
  mrn: number,
  isAsked: (row: number) => boolean,
  meaning: Meanings,
): Map<number, number> {
  const { citations, mrnCitations, mrn: mrns, sent } = columns.int32;
  const { state } = columns.uint8;
  const citers = new Map<number, number>();
  const part = (citation: number, of: number): number => citations[citation * CITATION.length + of] ?? NONE;
  for (let at = mrnCitations[mrn] ?? NONE; at !== NONE; at = part(at, CITATION.next)) {
    const row = part(at, CITATION.row);
    if (state[row] !== CABLE || !isAsked(row)) continue;
    const number = mrns[row] ?? NONE;
    const own = number === NONE ? -2 - row : number;
    if (part(at, CITATION.yearInferred) === 1 && !meaning.isOfCited(mrn, row, own)) continue;
    citers.set(own, earlier(sent, citers.get(own), row));
  }
  return citers;
}

function folderTest(columns: PackedColumns, folders: readonly FileUri[] | null): (row: number) => boolean {
  if (folders === null) return () => true;
  const prefixes = folders.map((folder) => (folder.endsWith("/") ? folder : `${folder}/`));
  const asked = columns.names.folders.map((name) => prefixes.some((prefix) => name.startsWith(prefix)));
  return (row) => asked[columns.int32.folder[row] ?? NONE] === true;
}

function mrnText(columns: PackedColumns, mrn: number): CanonicalMrn {
  return mrnOfKey(keyOf(columns, mrn));
}

function keyOf(columns: PackedColumns, mrn: number): MrnKey {
  const { mrnYear, mrnStation, mrnSerial } = columns.int32;
  return {
    year: mrnYear[mrn] ?? NONE,
    station: columns.names.stations[mrnStation[mrn] ?? NONE] ?? "",
    serial: mrnSerial[mrn] ?? NONE,
  };
}

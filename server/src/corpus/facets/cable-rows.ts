/** The rows of the index as cables: what each one has of a facet, by number, without an object per cable. */

import { fullYear } from "../../cable/mrn.ts";
import { CLASSIFICATION_LEVELS } from "../columns/classification-codes.ts";
import { CABLE, type PackedColumns } from "../columns/packed-columns.ts";
import { UNDATED } from "../record-batch.ts";
import { type MonthNumber, monthOfMinutes, yearOfMonth } from "./months.ts";

/**
 * By what cables are grouped. `numberYear` is the year of the number, the one that a station's serials run in; `year` the one a cable
 * was sent in, or where it has no date-time group that of its number; `month` 1–12 of the date-time group.
 */
export type Facet = "station" | "numberYear" | "tag" | "year" | "month" | "classification";

/** What a cable has of a facet: a name or a number; null where it has nothing of it. */
export type FacetValue = string | number | null;

/** Stands for an MRN, a station, a month or a year that a row lacks. */
export const NOTHING = -1;

/** All columns, read row by row. Good as long as they are: until the index changes. */
export class CableRows {
  readonly columns: PackedColumns;
  /** All rows are below it; not each holds a cable. */
  readonly length: number;

  constructor(columns: PackedColumns) {
    this.columns = columns;
    this.length = columns.uint8.state.length;
  }

  isCable(row: number): boolean {
    return this.columns.uint8.state[row] === CABLE;
  }

  /** The number that stands for an MRN; `NOTHING` without one. */
  mrn(row: number): number {
    return this.columns.int32.mrn[row] ?? NOTHING;
  }

  /** Whether other files may hold the same cable. */
  mayHaveTwins(row: number): boolean {
    const mrn = this.mrn(row);
    const { mrnRows, nextOfMrn } = this.columns.int32;
    return mrn !== NOTHING && (mrnRows[mrn] !== row || nextOfMrn[row] !== NOTHING);
  }

  /** The number of the station's name; `NOTHING` for a cable without an MRN. */
  station(row: number): number {
    const mrn = this.mrn(row);
    return mrn === NOTHING ? NOTHING : (this.columns.int32.mrnStation[mrn] ?? NOTHING);
  }

  serial(row: number): number {
    const mrn = this.mrn(row);
    return mrn === NOTHING ? NOTHING : (this.columns.int32.mrnSerial[mrn] ?? NOTHING);
  }

  /** The month in which the cable was sent; `NOTHING` without a date-time group. */
  sentMonth(row: number): MonthNumber {
    const sent = this.columns.int32.sent[row] ?? UNDATED;
    return sent === UNDATED ? NOTHING : monthOfMinutes(sent);
  }

  /** The year of its number, four digits; `NOTHING` where it has none. */
  numberYear(row: number): number {
    const mrn = this.mrn(row);
    const digits = mrn === NOTHING ? NOTHING : (this.columns.int32.mrnYear[mrn] ?? NOTHING);
    if (digits < 0) return NOTHING;
    // The date says which century two digits are of: typewritten cables are older than the rule for digits alone.
    const month = this.sentMonth(row);
    const sentIn = month === NOTHING ? NOTHING : yearOfMonth(month);
    return sentIn !== NOTHING && sentIn % 100 === digits ? sentIn : fullYear(digits);
  }

  /** The year of its date-time group, else of its number; `NOTHING` where it has neither. */
  year(row: number): number {
    const month = this.sentMonth(row);
    return month === NOTHING ? this.numberYear(row) : yearOfMonth(month);
  }

  /** 1–12; `NOTHING` without a date-time group. */
  month(row: number): number {
    const month = this.sentMonth(row);
    return month === NOTHING ? NOTHING : (month % 12) + 1;
  }

  /** The number of the classification in `CLASSIFICATION_LEVELS`. */
  classification(row: number): number {
    return this.columns.uint8.classification[row] ?? 0;
  }

  /** Where the numbers of its TAGS begin in `columns.tags`, and where they end. */
  tagsStart(row: number): number {
    return this.columns.int32.tagsAt[row] ?? 0;
  }

  tagsEnd(row: number): number {
    return row + 1 < this.length ? this.tagsStart(row + 1) : this.columns.tags.length;
  }

  /** Where its subject begins in `columns.uint8.subjectBytes`, and where it ends. */
  subjectStart(row: number): number {
    return this.columns.int32.subjectAt[row] ?? 0;
  }

  subjectEnd(row: number): number {
    return row + 1 < this.length ? this.subjectStart(row + 1) : this.columns.uint8.subjectBytes.length;
  }

  /**
   * Calls `take` with each number that stands for a value the row has of a facet: once, but for TAGS, of which it may have any
   * number; `NOTHING` where it has none.
   */
  eachValue(row: number, facet: Facet, take: (value: number) => void): void {
    if (facet !== "tag") {
      take(VALUES[facet](this, row));
      return;
    }
    const end = this.tagsEnd(row);
    let at = this.tagsStart(row);
    if (at === end) take(NOTHING);
    for (; at < end; at++) take(this.columns.tags[at] ?? NOTHING);
  }

  /** The number that stands for a value of a facet; null where no row can have it. */
  numberOf(facet: Facet, value: FacetValue): number | null {
    if (value === null) return NOTHING;
    const names = this.#namesOf(facet);
    if (names === null) return typeof value === "number" ? value : null;
    const at = typeof value === "string" ? names.indexOf(value) : -1;
    return at < 0 ? null : at;
  }

  /** The value that a number stands for. */
  valueOf(facet: Facet, number: number): FacetValue {
    if (number === NOTHING) return null;
    const names = this.#namesOf(facet);
    return names === null ? number : (names[number] ?? null);
  }

  #namesOf(facet: Facet): readonly (string | null)[] | null {
    switch (facet) {
      case "station":
        return this.columns.names.stations;
      case "tag":
        return this.columns.names.tags;
      case "classification":
        return CLASSIFICATION_LEVELS;
      default:
        return null;
    }
  }
}

/** The facets of which a row has at most one value. */
const VALUES: Readonly<Record<Exclude<Facet, "tag">, (rows: CableRows, row: number) => number>> = {
  station: (rows, row) => rows.station(row),
  numberYear: (rows, row) => rows.numberYear(row),
  year: (rows, row) => rows.year(row),
  month: (rows, row) => rows.month(row),
  classification: (rows, row) => rows.classification(row) || NOTHING,
};

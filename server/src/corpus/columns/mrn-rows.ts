/** MRNs by number, and the rows of each: one cable may stand in several files, and be cited before any of them is known. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import type { BatchReader } from "../record-batch.ts";
import { HashChains, mix } from "./columns.ts";
import type { GrowingColumns } from "./growing-columns.ts";
import { mrnKey, mrnOfKey } from "./mrn-key.ts";
import { NONE } from "./packed-columns.ts";

export class MrnRows {
  readonly #columns: GrowingColumns;
  readonly #byKey: HashChains;

  constructor(columns: GrowingColumns) {
    this.#columns = columns;
    const { mrnYear, mrnStation, mrnSerial } = columns.int32;
    this.#byKey = new HashChains(mrnYear.length);
    for (let mrn = 0; mrn < mrnYear.length; mrn++) {
      this.#byKey.add(hashOfKey(mrnYear.at(mrn), mrnStation.at(mrn), mrnSerial.at(mrn)));
    }
  }

  /** All numbers are below it. */
  get length(): number {
    return this.#columns.int32.mrnRows.length;
  }

  /** The number of an MRN that is known as a cable's own or as cited; -1 where it is not. */
  find(mrn: CanonicalMrn): number {
    const { year, station, serial } = mrnKey(mrn);
    const number = this.#columns.names.stations.find(station);
    return number < 0 ? NONE : this.#findKey(year, number, serial);
  }

  /** The number of the MRN that a batch goes on with, a new one where it has none; -1 for a cable without one. */
  read(reader: BatchReader): number {
    const { int32, names } = this.#columns;
    const station = reader.station(names.stations);
    if (station < 0) return NONE;
    const year = reader.next();
    const serial = reader.next();
    const known = this.#findKey(year, station, serial);
    if (known !== NONE) return known;
    this.#byKey.add(hashOfKey(year, station, serial));
    int32.mrnYear.push(year);
    int32.mrnStation.push(station);
    int32.mrnRows.push(NONE);
    int32.mrnCitations.push(NONE);
    return int32.mrnSerial.push(serial);
  }

  text(mrn: number): CanonicalMrn {
    return mrnOfKey({
      year: this.#columns.int32.mrnYear.at(mrn),
      station: this.station(mrn),
      serial: this.#columns.int32.mrnSerial.at(mrn),
    });
  }

  station(mrn: number): string {
    return this.#columns.names.stations.text(this.#columns.int32.mrnStation.at(mrn));
  }

  /** Null where the number could not be taken apart, so that all of it is in the station's place. */
  serial(mrn: number): number | null {
    const serial = this.#columns.int32.mrnSerial.at(mrn);
    return serial === NONE ? null : serial;
  }

  /** Puts a row that is added before the others of its MRN. */
  addRow(mrn: number, row: number): void {
    const { nextOfMrn, mrnRows } = this.#columns.int32;
    nextOfMrn.push(mrn === NONE ? NONE : mrnRows.at(mrn));
    if (mrn !== NONE) mrnRows.set(mrn, row);
  }

  /** The first living row of an MRN; -1 where there is none. */
  firstRowOf(mrn: number): number {
    const { mrnRows, nextOfMrn } = this.#columns.int32;
    let row = mrnRows.at(mrn);
    while (row !== NONE && !this.#columns.isCable(row)) row = nextOfMrn.at(row);
    return row;
  }

  /** The living rows of an MRN, in no particular order. */
  rowsOf(mrn: number): number[] {
    const rows: number[] = [];
    for (let row = this.firstRowOf(mrn); row !== NONE; row = this.#columns.int32.nextOfMrn.at(row)) {
      if (this.#columns.isCable(row)) rows.push(row);
    }
    return rows;
  }

  #findKey(year: number, station: number, serial: number): number {
    const { mrnYear, mrnStation, mrnSerial } = this.#columns.int32;
    let mrn = this.#byKey.first(hashOfKey(year, station, serial));
    while (mrn !== NONE) {
      if (mrnSerial.at(mrn) === serial && mrnStation.at(mrn) === station && mrnYear.at(mrn) === year) break;
      mrn = this.#byKey.next(mrn);
    }
    return mrn;
  }
}

function hashOfKey(year: number, station: number, serial: number): number {
  return mix(Math.imul(serial, 0x9e3779b1) ^ (station << 8) ^ year);
}

/** The serials of every station year by year, from the columns of the index; each put together when it is first asked for. */

import { UNDATED } from "../record-batch.ts";
import { SerialSeries } from "../serial-series.ts";
import { CABLE, NONE, type PackedColumns } from "./packed-columns.ts";

/** Good as long as the columns are: until the index changes. */
export class StationSeries {
  readonly #columns: PackedColumns;
  /** MRNs by station, chained: the last of each station, and the one before each. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;
  readonly #series = new Map<string, SerialSeries>();
  readonly #stations: ReadonlyMap<string, number>;

  constructor(columns: PackedColumns) {
    this.#columns = columns;
    const { mrnStation } = columns.int32;
    this.#stations = new Map(columns.names.stations.map((name, number) => [name, number]));
    this.#last = new Int32Array(columns.names.stations.length).fill(NONE);
    this.#before = new Int32Array(mrnStation.length);
    for (let mrn = 0; mrn < mrnStation.length; mrn++) {
      const station = mrnStation[mrn] ?? NONE;
      this.#before[mrn] = this.#last[station] ?? NONE;
      this.#last[station] = mrn;
    }
  }

  /** Of a year of two digits; an empty series where none of it is there. */
  of(station: string, year: number): SerialSeries {
    const key = `${year} ${station}`;
    const known = this.#series.get(key);
    if (known !== undefined) return known;
    const series = new SerialSeries(this.#cablesOf(station, year));
    this.#series.set(key, series);
    return series;
  }

  #cablesOf(station: string, year: number): { readonly serial: number; readonly sent: number }[] {
    const { mrnYear, mrnSerial, mrnRows, nextOfMrn, sent } = this.#columns.int32;
    const { state } = this.#columns.uint8;
    const cables: { serial: number; sent: number }[] = [];
    for (
      let mrn = this.#last[this.#stations.get(station) ?? NONE] ?? NONE;
      mrn !== NONE;
      mrn = this.#before[mrn] ?? NONE
    ) {
      const serial = mrnSerial[mrn] ?? NONE;
      if (mrnYear[mrn] !== year || serial === NONE) continue;
      for (let row = mrnRows[mrn] ?? NONE; row !== NONE; row = nextOfMrn[row] ?? NONE) {
        const minutes = sent[row] ?? UNDATED;
        if (state[row] !== CABLE || minutes === UNDATED) continue;
        // A cable whose date is of another year than its number tells nothing of the series.
        if (new Date(minutes * 60_000).getUTCFullYear() % 100 === year) cables.push({ serial, sent: minutes });
      }
    }
    return cables;
  }
}

/** Canonical MRNs taken apart into small numbers for a table, and put together again. */

import type { CanonicalMrn } from "../../cable/mrn.ts";

/** A canonical MRN as two digits, letters and digits: one for each MRN and the other way round. */
export interface MrnKey {
  /** The two digits of the year as a number; -1 where the text begins otherwise. */
  readonly year: number;
  readonly station: string;
  /** -1 where the text ends without digits, or with more than fit. */
  readonly serial: number;
}

/** Nine digits fit a 32-bit number. */
const KEY = /^(\d\d)(.*?)([1-9]\d{0,8})$/s;

export function mrnKey(mrn: CanonicalMrn): MrnKey {
  // The shortest station wins, so that a serial is as long as it can be: `09TF1023` is one key however it was made.
  const [, year, station = "", serial] = KEY.exec(mrn) ?? [];
  if (year === undefined || /^\d/.test(station)) return { year: -1, station: mrn, serial: -1 };
  return { year: Number(year), station, serial: Number(serial) };
}

export function mrnOfKey({ year, station, serial }: MrnKey): CanonicalMrn {
  return (year < 0 ? station : `${String(year).padStart(2, "0")}${station}${serial}`) as CanonicalMrn;
}

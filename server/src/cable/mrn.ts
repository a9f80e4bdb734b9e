/** Message reference numbers: the parts of one, and its canonical form. */

/** A station in canonical form: capitals without blanks, `RIODEJANEIRO`. Made only by the vocabulary's `canonicalStation`. */
export type StationId = string & { readonly __brand: "StationId" };

/** A message reference number in canonical form, `09SHANGHAI374`. */
export type CanonicalMrn = string & { readonly __brand: "CanonicalMrn" };

/** The parts of a message reference number. */
export interface Mrn {
  /** Four digits. */
  readonly year: number;
  readonly station: StationId;
  readonly serial: number;
}

/** The canonical form: two-digit year, station, serial without leading zeros. */
export function canonicalMrn(mrn: Mrn): CanonicalMrn {
  const year = String(mrn.year % 100).padStart(2, "0");
  return `${year}${mrn.station}${mrn.serial}` as CanonicalMrn;
}

/** The year that a two-digit year means: 66–99 are 19xx, 00–65 are 20xx. */
export function fullYear(twoDigits: number): number {
  return twoDigits >= 66 ? 1900 + twoDigits : 2000 + twoDigits;
}

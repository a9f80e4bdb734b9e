/** The columns that an index is made of, by their names, and where in them what belongs to a row stands. */

import { Column } from "./columns.ts";

/** What a row is. A row is never changed: a file that changes gets another. */
export const GONE = 0;
export const CABLE = 1;
/** A file that is known to hold no cable, so that it need not be read again. */
export const OTHER = 2;

/** All that goes to disk. Texts are lists of UTF-8 parted by a zero byte, which no URI, station or TAG has. */
export interface PackedColumns {
  readonly int32: Readonly<Record<Int32Name, Int32Array>>;
  readonly modified: Float64Array;
  readonly uint8: Readonly<Record<Uint8Name, Uint8Array>>;
  readonly tags: Uint16Array;
  readonly names: Readonly<Record<NameList, readonly string[]>>;
}

export const INT32_COLUMNS = [
  "folder",
  "nameAt",
  "size",
  "mrn",
  "nextOfMrn",
  "sent",
  "subjectAt",
  "tagsAt",
  "citationsAt",
  "places",
  "mrnYear",
  "mrnStation",
  "mrnSerial",
  "mrnRows",
  "mrnCitations",
  "citations",
] as const;
export const UINT8_COLUMNS = ["state", "classification", "nameBytes", "subjectBytes"] as const;
export const NAME_LISTS = ["folders", "stations", "tags"] as const;

export type Int32Name = (typeof INT32_COLUMNS)[number];
export type Uint8Name = (typeof UINT8_COLUMNS)[number];
export type NameList = (typeof NAME_LISTS)[number];

/** A column of what was saved, which it keeps: nothing is copied until it grows. */
export function columnOf<Data extends Int32Array | Float64Array | Uint8Array | Uint16Array>(
  make: (length: number) => Data,
  saved: Data | undefined,
): Column<Data> {
  return saved === undefined ? new Column(make) : new Column(make, saved, saved.length);
}

/** A value for each of some names. */
export function recordOf<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}

/** Where a row's stretch of another column ends: where the next one's begins. */
export function endOf(starts: Column<Int32Array>, row: number, end: number): number {
  return row + 1 < starts.length ? starts.at(row + 1) : end;
}

/** Where the stretches of some rows begin and end, one behind the other. */
export function boundsOf(starts: Column<Int32Array>, rows: readonly number[], end: number): Int32Array {
  const bounds = new Int32Array(rows.length * 2);
  rows.forEach((row, index) => {
    bounds[2 * index] = starts.at(row);
    bounds[2 * index + 1] = endOf(starts, row, end);
  });
  return bounds;
}

/** A row's stretch of a column of bytes, without a copy. */
export function stretchOf(bytes: Column<Uint8Array>, starts: Column<Int32Array>, row: number): Uint8Array {
  return bytes.view(starts.at(row), endOf(starts, row, bytes.length));
}

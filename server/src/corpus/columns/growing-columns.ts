/** The columns of the index as they grow row by row, and what of them belongs to a row. */

import type { RecordedPlace } from "../index-record.ts";
import { Column, float64, int32, Names, uint8, uint16 } from "./columns.ts";
import {
  CABLE,
  INT32_COLUMNS,
  type Int32Name,
  NAME_LISTS,
  type NameList,
  type PackedColumns,
  recordOf,
  UINT8_COLUMNS,
  type Uint8Name,
} from "./packed-columns.ts";

/** All columns of an index: each part of it that reads or writes them has the same ones. */
export class GrowingColumns {
  readonly int32: Readonly<Record<Int32Name, Column<Int32Array>>>;
  readonly uint8: Readonly<Record<Uint8Name, Column<Uint8Array>>>;
  readonly modified: Column<Float64Array>;
  readonly tags: Column<Uint16Array>;
  readonly names: Readonly<Record<NameList, Names>>;

  /** Columns that were saved are kept: nothing is copied until they grow. */
  constructor(saved: PackedColumns | null) {
    this.int32 = recordOf(INT32_COLUMNS, (name) => columnOf(int32, saved?.int32[name]));
    this.uint8 = recordOf(UINT8_COLUMNS, (name) => columnOf(uint8, saved?.uint8[name]));
    this.modified = columnOf(float64, saved?.modified);
    this.tags = columnOf(uint16, saved?.tags);
    this.names = recordOf(NAME_LISTS, (name) => new Names(saved?.names[name]));
  }

  /** Rows in all, those of files that changed or vanished included. */
  get rows(): number {
    return this.uint8.state.length;
  }

  isCable(row: number): boolean {
    return this.uint8.state.at(row) === CABLE;
  }

  /** All columns as they stand: good until the next change. */
  view(): PackedColumns {
    return {
      int32: recordOf(INT32_COLUMNS, (name) => this.int32[name].view()),
      uint8: recordOf(UINT8_COLUMNS, (name) => this.uint8[name].view()),
      modified: this.modified.view(),
      tags: this.tags.view(),
      names: recordOf(NAME_LISTS, (name) => this.names[name].all()),
    };
  }
}

/** A column of what was saved, which it keeps. */
function columnOf<Data extends Int32Array | Float64Array | Uint8Array | Uint16Array>(
  make: (length: number) => Data,
  saved: Data | undefined,
): Column<Data> {
  return saved === undefined ? new Column(make) : new Column(make, saved, saved.length);
}

/** Where a row's stretch of another column ends: where the next one's begins. */
export function endOf(starts: Column<Int32Array>, row: number, end: number): number {
  return row + 1 < starts.length ? starts.at(row + 1) : end;
}

/** Where the stretches of some rows begin and end, one behind the other. */
export function boundsOf(starts: Column<Int32Array>, rows: Int32Array, end: number): Int32Array {
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

/** The row whose stretch of another column holds `at`: `starts` has where each begins. */
export function rowAt(starts: Column<Int32Array>, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts.at(middle) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place whose four numbers begin at `at`. */
export function placeAt(column: Column<Int32Array>, at: number): RecordedPlace {
  return {
    line: column.at(at),
    character: column.at(at + 1),
    endLine: column.at(at + 2),
    endCharacter: column.at(at + 3),
  };
}

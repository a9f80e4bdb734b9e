/** The files of rows of the index as blocks of names, for who reads thousands of them elsewhere. */

import { BlockWriter, type FileBlock } from "../file-list-chunk.ts";
import { textsOf } from "./columns.ts";
import type { PackedColumns } from "./packed-columns.ts";

/** The files of some rows, in their order. */
export function blockOfRows({ int32, uint8, names }: PackedColumns, rows: Int32Array): FileBlock {
  const { nameAt, folder } = int32;
  const { nameBytes } = uint8;
  const bounds = new Int32Array(rows.length * 2);
  rows.forEach((row, index) => {
    bounds[2 * index] = nameAt[row] ?? 0;
    bounds[2 * index + 1] = row + 1 < nameAt.length ? (nameAt[row + 1] ?? 0) : nameBytes.length;
  });
  const texts = textsOf(nameBytes, bounds);
  const block = new BlockWriter();
  rows.forEach((row, index) => {
    block.add(names.folders[folder[row] ?? 0] ?? "", texts[index] ?? "");
  });
  return block.finish();
}

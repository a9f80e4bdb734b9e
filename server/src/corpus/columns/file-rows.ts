/** Which row a file has, and which file a row is of: folders by number, names as bytes. */

import { type FileBlock, splitFile } from "../file-list-chunk.ts";
import type { FileUri } from "../file-uri.ts";
import { bytesOf, HashChains, hashBytes, LINE_FEED, mix, textOf } from "./columns.ts";
import { endOf, type GrowingColumns, stretchOf } from "./growing-columns.ts";
import { GONE, NONE } from "./packed-columns.ts";

/** A file's name as the columns hold it. */
export interface RowName {
  /** The folder's number. */
  readonly folder: number;
  /** The bytes that `[start, end)` of is the name. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: number;
  readonly end: number;
  /** Of name and folder. */
  readonly hash: number;
}

export class FileRows {
  readonly #columns: GrowingColumns;
  readonly #rows: HashChains;

  constructor(columns: GrowingColumns) {
    this.#columns = columns;
    this.#rows = new HashChains(columns.rows);
    for (let row = 0; row < columns.rows; row++) {
      this.#rows.add(hashBytes(this.#nameOf(row), mix(columns.int32.folder.at(row))));
    }
  }

  /** Adds the next row. */
  add({ folder, bytes, start, end, hash }: RowName): void {
    const { int32, uint8 } = this.#columns;
    int32.folder.push(folder);
    int32.nameAt.push(uint8.nameBytes.appendPart(bytes, start, end));
    this.#rows.add(hash);
  }

  /** A file's name; its folder gets a number where it has none. */
  name(file: FileUri): RowName {
    const { folder, name } = splitFile(file);
    return nameIn(this.#columns.names.folders.number(folder), name);
  }

  /** The names of a block one after the other, with their folders. */
  *namesOf(block: FileBlock): Iterable<{ readonly name: RowName; readonly folder: string }> {
    const bytes = bytesOf(block.names);
    let start = 0;
    for (const [index, text] of block.folders.entries()) {
      const folder = this.#columns.names.folders.number(text);
      const from = mix(folder);
      for (let left = block.counts[index] ?? 0; left > 0; left--) {
        let end = start;
        while (end < bytes.length && bytes[end] !== LINE_FEED) end++;
        yield { name: { folder, bytes, start, end, hash: hashBytes(bytes, from, start, end) }, folder: text };
        start = end + 1;
      }
    }
  }

  /** The living row of a file; -1 where there is none. */
  rowOf(file: FileUri): number {
    const { folder, name } = splitFile(file);
    const number = this.#columns.names.folders.find(folder);
    return number < 0 ? NONE : this.rowOfName(nameIn(number, name));
  }

  rowOfName({ folder, bytes, start, end, hash }: RowName): number {
    const { int32, uint8 } = this.#columns;
    const { nameAt } = int32;
    const { state, nameBytes } = uint8;
    let row = this.#rows.first(hash);
    for (; row !== NONE; row = this.#rows.next(row)) {
      if (int32.folder.at(row) !== folder || state.at(row) === GONE) continue;
      const at = nameAt.at(row);
      if (endOf(nameAt, row, nameBytes.length) - at !== end - start) continue;
      let same = 0;
      while (start + same < end && nameBytes.at(at + same) === bytes[start + same]) same++;
      if (start + same === end) return row;
    }
    return NONE;
  }

  fileOf(row: number): FileUri {
    const { int32, names } = this.#columns;
    return (names.folders.text(int32.folder.at(row)) + textOf(this.#nameOf(row))) as FileUri;
  }

  /** The order of files by the code units of their names, mostly by the bytes: texts of names are made only where one folder is in the other. */
  compare(one: number, other: number): number {
    const { int32, uint8, names } = this.#columns;
    const folder = int32.folder.at(one);
    const otherFolder = int32.folder.at(other);
    if (folder !== otherFolder) {
      const text = names.folders.text(folder);
      const otherText = names.folders.text(otherFolder);
      if (!text.startsWith(otherText) && !otherText.startsWith(text)) return byCodeUnits(text, otherText);
      return byCodeUnits(this.fileOf(one), this.fileOf(other));
    }
    const { nameBytes } = uint8;
    const { nameAt } = int32;
    const at = nameAt.at(one);
    const otherAt = nameAt.at(other);
    const length = endOf(nameAt, one, nameBytes.length) - at;
    const otherLength = endOf(nameAt, other, nameBytes.length) - otherAt;
    for (let index = 0; index < length && index < otherLength; index++) {
      const difference = nameBytes.at(at + index) - nameBytes.at(otherAt + index);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }

  /** The numbers of the folders that lie below some folders, at any depth, these included. */
  foldersBelow(folders: ReadonlySet<FileUri>): ReadonlySet<number> {
    const below = new Set<number>();
    this.#columns.names.folders.all().forEach((folder, number) => {
      for (let end = folder.lastIndexOf("/"); end > 0; end = folder.lastIndexOf("/", end - 1)) {
        if (folders.has(folder.slice(0, end) as FileUri)) below.add(number);
      }
    });
    return below;
  }

  #nameOf(row: number): Uint8Array {
    const { int32, uint8 } = this.#columns;
    return stretchOf(uint8.nameBytes, int32.nameAt, row);
  }
}

function nameIn(folder: number, name: string): RowName {
  const bytes = bytesOf(name);
  return { folder, bytes, start: 0, end: bytes.length, hash: hashBytes(bytes, mix(folder)) };
}

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

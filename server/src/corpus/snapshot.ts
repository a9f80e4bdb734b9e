/** The index as bytes for a disk, and back: columns as they are, behind a header that tells broken, foreign and older ones. */

import { bytesOf, textOf } from "./columns/columns.ts";
import { INT32_COLUMNS, NAME_LISTS, type PackedColumns, UINT8_COLUMNS } from "./columns/packed-columns.ts";

/** Rises when the columns or what is in them change. */
const FORMAT = 2;

const MAGIC = "reftel index";
const ALIGNMENT = 8;

/**
 * The parts of a snapshot, the first of them its header; they are views of the index, good until its next change. `key` names what the
 * index is of (folders, patterns, version of the program): a snapshot with another is of no use.
 */
export function snapshotParts(columns: PackedColumns, key: string): readonly Uint8Array[] {
  const names = NAME_LISTS.map((name) => bytesOf(columns.names[name].join("\0")));
  const arrays = [
    columns.modified,
    ...INT32_COLUMNS.map((name) => columns.int32[name]),
    columns.tags,
    ...UINT8_COLUMNS.map((name) => columns.uint8[name]),
    ...names,
  ].map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  const checksum = checksumOf(arrays);
  const header = bytesOf(
    JSON.stringify({ magic: MAGIC, format: FORMAT, key, checksum, lengths: arrays.map(({ length }) => length) }),
  );
  const parts: Uint8Array[] = [padded(bytesOf(`${String(header.length).padStart(ALIGNMENT - 1)}\n`)), padded(header)];
  for (const array of arrays) {
    parts.push(array);
    const rest = array.length % ALIGNMENT;
    if (rest > 0) parts.push(new Uint8Array(ALIGNMENT - rest));
  }
  return parts;
}

/** The columns of a snapshot; null for one that is broken, of another format, or of another key. */
export function readSnapshot(bytes: Uint8Array, key: string): PackedColumns | null {
  if (bytes.byteOffset % ALIGNMENT !== 0 || bytes.length < ALIGNMENT) return null;
  const headerLength = Number(textOf(bytes.subarray(0, ALIGNMENT)));
  if (!Number.isInteger(headerLength) || headerLength <= 0 || headerLength > bytes.length) return null;
  const header = parsed(textOf(bytes.subarray(ALIGNMENT, ALIGNMENT + headerLength)));
  if (header === null || header.key !== key) return null;
  const arrays: Uint8Array[] = [];
  let at = ALIGNMENT + alignedLength(headerLength);
  for (const length of header.lengths) {
    if (at + length > bytes.length) return null;
    arrays.push(bytes.subarray(at, at + length));
    at += alignedLength(length);
  }
  const expected = 1 + INT32_COLUMNS.length + 1 + UINT8_COLUMNS.length + NAME_LISTS.length;
  if (arrays.length !== expected || checksumOf(arrays) !== header.checksum) return null;
  return columnsOf(arrays);
}

function columnsOf(arrays: readonly Uint8Array[]): PackedColumns {
  let next = 0;
  const take = (): Uint8Array => arrays[next++] ?? new Uint8Array();
  const words = (array: Uint8Array): Int32Array => new Int32Array(array.buffer, array.byteOffset, array.length >> 2);
  const modifiedBytes = take();
  const modified = new Float64Array(modifiedBytes.buffer, modifiedBytes.byteOffset, modifiedBytes.length >> 3);
  const int32 = recordOf(INT32_COLUMNS, () => words(take()));
  const tagBytes = take();
  const tags = new Uint16Array(tagBytes.buffer, tagBytes.byteOffset, tagBytes.length >> 1);
  const uint8 = recordOf(UINT8_COLUMNS, take);
  const names = recordOf(NAME_LISTS, () => {
    const text = textOf(take());
    return text === "" ? [] : text.split("\0");
  });
  return { int32, modified, uint8, tags, names };
}

interface Header {
  readonly key: string;
  readonly checksum: number;
  readonly lengths: readonly number[];
}

function parsed(text: string): Header | null {
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof header !== "object" || header === null) return null;
  const field = (name: string): unknown => Reflect.get(header, name);
  const [key, checksum, lengths] = [field("key"), field("checksum"), field("lengths")];
  if (field("magic") !== MAGIC || field("format") !== FORMAT) return null;
  if (typeof key !== "string" || typeof checksum !== "number" || !Array.isArray(lengths)) return null;
  const numbers = lengths.filter((length) => Number.isInteger(length) && length >= 0);
  return numbers.length === lengths.length ? { key, checksum, lengths: numbers } : null;
}

/** A checksum that tells a file cut short, written by two at once, or changed at several places; four bytes at a time. */
function checksumOf(arrays: readonly Uint8Array[]): number {
  let sum = 0x811c9dc5;
  for (const array of arrays) {
    const whole = array.length >> 2;
    if (array.byteOffset % 4 === 0) {
      const words = new Int32Array(array.buffer, array.byteOffset, whole);
      for (let index = 0; index < whole; index++) sum = mixed(sum, words[index] ?? 0);
    } else {
      const view = new DataView(array.buffer, array.byteOffset, array.length);
      for (let index = 0; index < whole; index++) sum = mixed(sum, view.getInt32(index * 4, true));
    }
    for (let at = whole * 4; at < array.length; at++) sum = mixed(sum, array[at] ?? 0);
    sum = mixed(sum, array.length);
  }
  return sum >>> 0;
}

/** Takes one more word in. Turned round, or a highest bit that is wrong would stay the highest, and a second one would undo it. */
function mixed(sum: number, word: number): number {
  const both = sum ^ word;
  return Math.imul((both << 13) | (both >>> 19), 0x01000193);
}

function alignedLength(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

function padded(bytes: Uint8Array): Uint8Array {
  const padding = new Uint8Array(alignedLength(bytes.length));
  padding.set(bytes);
  return padding;
}

function recordOf<Name extends string, Value>(names: readonly Name[], value: () => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value()])) as Record<Name, Value>;
}

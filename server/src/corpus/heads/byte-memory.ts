/** Remembers what was found out about stretches of bytes, so that a line that thousands of files share is looked at once. */

import { hashBytes } from "../columns/columns.ts";

/** More are never kept: then all are forgotten, which real collections hardly ever make happen. A power of two. */
const MOST = 16_384;

/** Places in the table, so that at most half of them are taken. */
const PLACES = MOST * 2;

/** Answers by bytes: each is worked out once, from the bytes as text. */
export class ByteMemory<Value extends string | boolean | object | null> {
  readonly #make: (text: string) => Value;
  /** Per place 1 + the number of an entry; 0 for none. */
  readonly #places = new Int32Array(PLACES);
  #keys: Uint8Array[] = [];
  #values: Value[] = [];

  /** `make` is given the bytes as text, each byte a character. */
  constructor(make: (text: string) => Value) {
    this.#make = make;
  }

  get(bytes: Uint8Array, start: number, end: number): Value {
    let place = hashBytes(bytes, undefined, start, end) & (PLACES - 1);
    for (;;) {
      const entry = (this.#places[place] ?? 0) - 1;
      if (entry < 0) break;
      const value = this.#values[entry];
      if (value !== undefined && this.#isKey(entry, bytes, start, end)) return value;
      place = (place + 1) & (PLACES - 1);
    }
    const value = this.#make(latin1(bytes, start, end));
    if (this.#values.length >= MOST) {
      this.#places.fill(0);
      this.#keys = [];
      this.#values = [];
      return value;
    }
    // A copy: the bytes are of a buffer that the next file is read into, and `slice` of Node's buffers copies nothing.
    this.#keys.push(new Uint8Array(bytes.subarray(start, end)));
    this.#values.push(value);
    this.#places[place] = this.#values.length;
    return value;
  }

  #isKey(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const key = this.#keys[entry];
    if (key === undefined || key.length !== end - start) return false;
    for (let index = 0; index < key.length; index++) if (key[index] !== bytes[start + index]) return false;
    return true;
  }
}

/** So many characters are made in one call. */
const AT_ONCE = 8192;

/** Bytes as text, each a character. For a line, not for a file; a line may be a file, too. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + AT_ONCE)));
  }
  return text;
}

/** Columns of numbers and texts that grow without an object per entry, and go to disk as they are. */

/**
 * By how much a full column grows. Each time all of it is copied in one piece, and requests wait: so seldom. Room that nothing was written
 * to yet takes no memory.
 */
const GROWTH = 2;
const LEAST = 64;

type Numbers = Int32Array | Float64Array | Uint8Array | Uint16Array;

/** A column of numbers of one kind. An index past its end is answered with 0. */
export class Column<Data extends Numbers> {
  #data: Data;
  #length: number;
  readonly #make: (length: number) => Data;

  constructor(make: (length: number) => Data, data: Data = make(LEAST), length = 0) {
    this.#make = make;
    this.#data = data;
    this.#length = length;
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): number {
    return this.#data[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }

  push(value: number): number {
    if (this.#length === this.#data.length) this.#grow(this.#length + 1);
    this.#data[this.#length] = value;
    return this.#length++;
  }

  /** Puts numbers at the end; answers where the first of them stands. */
  append(values: Data): number {
    const start = this.#length;
    if (start + values.length > this.#data.length) this.#grow(start + values.length);
    this.#data.set(values, start);
    this.#length = start + values.length;
    return start;
  }

  /** Puts `[from, to)` of numbers at the end; answers where the first of them stands. */
  appendPart(values: Data, from: number, to: number): number {
    const start = this.#length;
    const length = start + to - from;
    if (length > this.#data.length) this.#grow(length);
    // Few at a time: a loop costs less than a view of them.
    for (let index = from, at = start; index < to; index++, at++) this.#data[at] = values[index] ?? 0;
    this.#length = length;
    return start;
  }

  /** Takes all out; the room stays. */
  clear(): void {
    this.#length = 0;
  }

  /** What is in it, without a copy: good until the column grows. */
  view(start = 0, end = this.#length): Data {
    return this.#data.subarray(start, end) as Data;
  }

  #grow(least: number): void {
    const grown = this.#make(Math.max(least, Math.ceil(this.#data.length * GROWTH), LEAST));
    grown.set(this.view());
    this.#data = grown;
  }
}

export const int32 = (length: number): Int32Array => new Int32Array(length);
export const float64 = (length: number): Float64Array => new Float64Array(length);
export const uint8 = (length: number): Uint8Array => new Uint8Array(length);
export const uint16 = (length: number): Uint16Array => new Uint16Array(length);

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 of a text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encoder.encode(text));
}

/** The text of UTF-8; short plain ones without the detour over a decoder. */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length <= 80) {
    for (let index = 0; index < bytes.length; index++) if ((bytes[index] ?? 0) >= 0x80) return decoder.decode(bytes);
    return String.fromCharCode(...bytes);
  }
  return decoder.decode(bytes);
}

/** What parts the texts of a column where they must be told apart: no name of a file, subject or word holds one. */
export const LINE_FEED = 10;

/** The texts of many stretches of UTF-8, decoded at once: a decoder takes as long for a few bytes as for many. `bounds` has where each begins and ends. */
export function textsOf(bytes: Uint8Array, bounds: Int32Array): readonly string[] {
  const count = bounds.length / 2;
  let length = count;
  for (let index = 0; index < count; index++) length += (bounds[2 * index + 1] ?? 0) - (bounds[2 * index] ?? 0);
  const joined = new Uint8Array(length);
  let to = 0;
  for (let index = 0; index < count; index++) {
    const end = bounds[2 * index + 1] ?? 0;
    for (let at = bounds[2 * index] ?? 0; at < end; at++) joined[to++] = bytes[at] ?? 0;
    joined[to++] = LINE_FEED;
  }
  return decoder.decode(joined).split("\n", count);
}

/** Texts by number: each once, in the order they came. For the few that many share. */
export class Names {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(texts: Iterable<string> = []) {
    for (const text of texts) this.number(text);
  }

  /** The number of a text, a new one where it has none. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    this.#texts.push(text);
    this.#numbers.set(text, number);
    return number;
  }

  /** The number of a text; -1 where it has none. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1;
  }

  text(number: number): string {
    return this.#texts[number] ?? "";
  }

  all(): readonly string[] {
    return this.#texts;
  }
}

/** Numbers of entries by a hash of their keys, chained: the keys themselves stay where they are. */
export class HashChains {
  #heads: Int32Array;
  readonly #next: Column<Int32Array>;
  /** Kept, so that more heads are made without a look at any key: that would be a wait of its own where there are many. */
  readonly #hashes: Column<Int32Array>;

  /** `entries` is how many there is room for at first. Entries are numbered from 0, in the order in which they are added. */
  constructor(entries = 0) {
    this.#next = new Column(int32, int32(Math.max(LEAST, entries)));
    this.#hashes = new Column(int32, int32(Math.max(LEAST, entries)));
    this.#heads = emptyHeads(entries);
  }

  /** Adds the next entry. */
  add(hash: number): void {
    const entry = this.#hashes.push(hash);
    if (entry >= this.#heads.length) this.#addHeads();
    this.#next.push(this.#before(hash, entry));
  }

  /** The newest entry of this hash; -1 for none. */
  first(hash: number): number {
    return this.#ofHash(hash | 0, this.#heads[hash & (this.#heads.length - 1)] ?? -1);
  }

  /** The entry before this one of the same hash; -1 for none. */
  next(entry: number): number {
    return this.#ofHash(this.#hashes.at(entry), this.#next.at(entry));
  }

  #ofHash(hash: number, from: number): number {
    let entry = from;
    while (entry >= 0 && this.#hashes.at(entry) !== hash) entry = this.#next.at(entry);
    return entry;
  }

  /** Puts an entry at the head of its chain; answers which was there. */
  #before(hash: number, entry: number): number {
    const bucket = hash & (this.#heads.length - 1);
    const before = this.#heads[bucket] ?? -1;
    this.#heads[bucket] = entry;
    return before;
  }

  #addHeads(): void {
    this.#heads = emptyHeads(this.#heads.length * 2);
    for (let entry = 0; entry < this.#next.length; entry++) {
      this.#next.set(entry, this.#before(this.#hashes.at(entry), entry));
    }
  }
}

function emptyHeads(entries: number): Int32Array {
  let size = 256;
  while (size < entries) size *= 2;
  return int32(size).fill(-1);
}

/** A hash of `[start, end)` of bytes (FNV-1a) that goes on from another. */
export function hashBytes(bytes: Uint8Array, from = 0x811c9dc5, start = 0, end: number = bytes.length): number {
  let hash = from;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  return mix(hash);
}

/** Spreads the bits of a number over all of a hash. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

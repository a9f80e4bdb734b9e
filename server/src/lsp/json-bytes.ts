/** JSON written as UTF-8 without an object or a text on the way: for answers of thousands of entries. */

import { bytesOf } from "../corpus/columns/columns.ts";

/** A byte of a text is at most `\u001f`. */
const LONGEST_ESCAPE = 6;
/** Digits of a number of 32 bits. */
const MOST_DIGITS = 10;

const SPACE = 0x20;
const QUOTE = 0x22;
const ZERO = 0x30;
const BACKSLASH = 0x5c;
const HEX = bytesOf("0123456789abcdef");
const CONTROL = bytesOf("\\u00");

/** What stands inside the quotes of a text in JSON, in UTF-8. */
export function jsonText(text: string): Uint8Array {
  return bytesOf(JSON.stringify(text).slice(1, -1));
}

export class JsonBytes {
  #bytes: Uint8Array;
  #length = 0;

  /** Grows where it gets longer than `length` bytes. */
  constructor(length: number) {
    this.#bytes = new Uint8Array(length);
  }

  /** Adds JSON as it is. */
  add(json: Uint8Array): void {
    this.#reserve(json.length);
    this.#bytes.set(json, this.#length);
    this.#length += json.length;
  }

  /** Adds `[start, end)` of UTF-8 as what stands inside the quotes of a text. */
  addText(text: Uint8Array, start: number, end: number): void {
    this.#reserve((end - start) * LONGEST_ESCAPE);
    const bytes = this.#bytes;
    let to = this.#length;
    for (let from = start; from < end; from++) {
      const byte = text[from] ?? 0;
      if (byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH) bytes[to++] = byte;
      else to = putEscape(byte, bytes, to);
    }
    this.#length = to;
  }

  /** Adds a whole number that is not negative. */
  addNumber(number: number): void {
    this.#reserve(MOST_DIGITS);
    let digits = 1;
    for (let above = 10; above <= number; above *= 10) digits++;
    const bytes = this.#bytes;
    let rest = number | 0;
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      const tens = (rest / 10) | 0;
      bytes[at] = ZERO + rest - tens * 10;
      rest = tens;
    }
    this.#length += digits;
  }

  /** Takes all out; the room stays. */
  clear(): void {
    this.#length = 0;
  }

  /** All that was added: good until more is. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array((this.#length + more) * 2);
    grown.set(this.view());
    this.#bytes = grown;
  }
}

/** Room that one long answer after the other is written into: what each would leave behind others would wait for, while it is collected. */
export class SpareJson {
  #spare: JsonBytes | null = null;

  /** Nothing written yet; `length` is about how many bytes it will be. */
  take(length: number): JsonBytes {
    const taken = this.#spare ?? new JsonBytes(length);
    this.#spare = null;
    return taken;
  }

  /** Nobody reads it any more. */
  giveBack(json: JsonBytes): void {
    json.clear();
    this.#spare = json;
  }
}

/** Puts the escape of a byte at a place; answers the place behind it. */
function putEscape(byte: number, bytes: Uint8Array, at: number): number {
  if (byte >= SPACE) {
    bytes[at] = BACKSLASH;
    bytes[at + 1] = byte;
    return at + 2;
  }
  bytes.set(CONTROL, at);
  bytes[at + 4] = HEX[byte >> 4] ?? ZERO;
  bytes[at + 5] = HEX[byte & 15] ?? ZERO;
  return at + LONGEST_ESCAPE;
}

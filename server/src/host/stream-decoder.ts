/** Bytes that arrive in parts to text, in whichever encoding a source was saved. */

import { latin1 } from "./decode.ts";

/** Node and browsers have the class under one name, the types do not. */
type Decoder = InstanceType<typeof TextDecoder>;

const NUL = 0;

/** What bytes at the beginning of a file say that it is, where it is no text. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly reason: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], reason: "is a ZIP archive: unpack it first" },
  { bytes: [0x1f, 0x8b], reason: "is compressed: unpack it first" },
  { bytes: [0x42, 0x5a, 0x68], reason: "is compressed: unpack it first" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], reason: "is a 7-Zip archive: unpack it first" },
  { bytes: [0xfd, 0x37, 0x7a, 0x58], reason: "is compressed: unpack it first" },
  { bytes: [0x25, 0x50, 0x44, 0x46], reason: "is a PDF: save its text first" },
];

/**
 * Decodes a stream. Byte-order marks and the zero bytes of plain letters tell UTF-16; else it is UTF-8, and a line that is not is read as
 * Windows-1252. Zero bytes that stray into text are left out.
 */
export class StreamDecoder {
  readonly #utf16: Decoder | null;
  /** Bytes of a line that has not ended, or of a character cut in two. */
  #rest: Uint8Array = new Uint8Array(0);
  #first = true;

  private constructor(utf16: Decoder | null) {
    this.#utf16 = utf16;
  }

  /** A decoder for what begins with these bytes; where they are no text, why, in words behind the file's name. */
  static for(head: Uint8Array): StreamDecoder | { readonly reason: string } {
    const encoding = utf16Of(head);
    if (encoding !== null) return new StreamDecoder(new TextDecoder(encoding));
    const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
    if (signature !== undefined) return { reason: signature.reason };
    return head.includes(NUL) ? { reason: "is binary" } : new StreamDecoder(null);
  }

  push(bytes: Uint8Array): string {
    if (this.#utf16 !== null) return clean(this.#utf16.decode(bytes, { stream: true }));
    const all = joined(this.#rest, bytes);
    const cut = wholeCharacters(all);
    this.#rest = all.slice(cut);
    return this.#utf8(all.subarray(0, cut));
  }

  finish(): string {
    if (this.#utf16 !== null) return clean(this.#utf16.decode());
    const rest = this.#rest;
    this.#rest = new Uint8Array(0);
    return this.#utf8(rest);
  }

  #utf8(bytes: Uint8Array): string {
    const text = clean(decodeUtf8(bytes));
    if (!this.#first || text === "") return text;
    this.#first = false;
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  }
}

function utf16Of(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  // Plain letters have every other byte zero.
  const looked = head.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  looked.forEach((byte, index) => {
    if (byte === NUL) index % 2 === 0 ? even++ : odd++;
  });
  const half = looked.length / 2;
  if (half < 4) return null;
  if (odd > half * 0.7 && even < half * 0.05) return "utf-16le";
  return even > half * 0.7 && odd < half * 0.05 ? "utf-16be" : null;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return lineByLine(bytes);
  }
}

/** A damaged line costs no other line its letters. */
function lineByLine(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    try {
      parts.push(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line));
    } catch {
      parts.push(latin1(line));
    }
    start = end;
  }
  return parts.join("");
}

/** Where the last whole character of UTF-8 ends; the end where the last bytes are none of UTF-8. */
function wholeCharacters(bytes: Uint8Array): number {
  const end = bytes.length;
  for (let back = 1; back <= Math.min(4, end); back++) {
    const byte = bytes[end - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? end - back : end;
  }
  return end;
}

function clean(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

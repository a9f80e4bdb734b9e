/** The text of a file whose bytes are at hand: of a cable's head no more is decoded than its readers look at. */

import { isUtf8 } from "node:buffer";
import { type Beginning, StringSource, type TextSource } from "../cable/text-source.ts";
import { plainCharacters } from "../text/plain-characters.ts";
import { decode } from "./decode.ts";

const LINE_FEED = 10;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** One file after the other, each in its bytes. They must stay as they are while its text is asked for. */
export class ByteSource implements TextSource {
  #bytes: Buffer = Buffer.alloc(0);
  #whole: StringSource | null = null;
  #isUtf8: boolean | null = null;
  /** The last beginning that was asked for: who asks whether a text is a cable looks at the same as who reads its head. */
  #last: { readonly units: number; readonly beginning: Beginning } | null = null;

  /** The text of these bytes, which are not a binary file's. */
  of(bytes: Buffer): this {
    this.#bytes = bytes;
    this.#whole = null;
    this.#isUtf8 = null;
    this.#last = null;
    return this;
  }

  first(units: number): Beginning {
    if (this.#last?.units !== units) this.#last = { units, beginning: this.#decodeFirst(units) };
    return this.#last.beginning;
  }

  #decodeFirst(units: number): Beginning {
    const bytes = this.#bytes;
    if (bytes.length <= units || this.#whole !== null) return this.#decoded().first(units);
    const end = bytes.lastIndexOf(LINE_FEED, units - 1) + 1;
    // A text of ASCII characters alone takes up a byte for each, in memory too.
    if (isAscii(bytes, end)) return { text: bytes.toString("latin1", 0, end), isCut: true };
    // Which encoding a file has is told by all of it.
    this.#isUtf8 ??= isUtf8(bytes);
    if (!this.#isUtf8) return this.#decoded().first(units);
    const start = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte) ? BYTE_ORDER_MARK.length : 0;
    return { text: plainCharacters(bytes.toString("utf8", start, end)), isCut: true };
  }

  whole(): string {
    return this.#decoded().whole();
  }

  includes(words: string): boolean {
    return this.#whole === null ? this.#bytes.indexOf(words, 0, "latin1") >= 0 : this.#whole.includes(words);
  }

  #decoded(): StringSource {
    if (this.#whole === null) {
      const decoded = decode(this.#bytes);
      this.#whole = new StringSource(decoded.kind === "text" ? decoded.text : "");
    }
    return this.#whole;
  }
}

function isAscii(bytes: Uint8Array, end: number): boolean {
  let all = 0;
  for (let at = 0; at < end; at++) all |= bytes[at] ?? 0;
  return all < 128;
}

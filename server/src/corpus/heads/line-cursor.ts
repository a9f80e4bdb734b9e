/** Goes through the lines of a head, as bytes. */

import { CARRIAGE_RETURN, isBlank, LINE_FEED } from "./ascii.ts";
import { latin1 } from "./byte-memory.ts";
import { startsWith } from "./head-lines.ts";

/** Lines of a head longer than this were folded by nobody's machine. */
export const LONGEST_LINE = 120;
/** Signs of a cable count in its first 200 lines. */
const MOST_LINES = 190;

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** `[start, end)` of bytes as text, each byte a character. */
export type TextOf = (bytes: Uint8Array, start: number, end: number) => string;

/** The current line of one head after the other. */
export class LineCursor {
  bytes: Uint8Array = new Uint8Array();
  length = 0;
  /** Whether the bytes are all that the file has. */
  isWhole = false;
  /** Where the next line begins. */
  at = 0;
  /** The current line: its number, where it and its text begin and end, without blanks at the ends. */
  number = -1;
  start = 0;
  first = 0;
  end = 0;
  /** Whether a blank line stands above the current one. */
  blank = false;
  /** Whether the current line holds nothing but printable ASCII, and is no longer than lines of heads are. */
  isAscii = false;
  isPlain = false;
  readonly #textOf: TextOf;

  /** `textOf` is a faster way from bytes to text, where the machine has one. */
  constructor(textOf: TextOf = latin1) {
    this.#textOf = textOf;
  }

  /** Goes before the first of `length` bytes. */
  begin(bytes: Uint8Array, length: number, isWhole: boolean): void {
    this.bytes = bytes;
    this.length = length;
    this.isWhole = isWhole;
    this.at = hasByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    this.number = -1;
  }

  /** Goes to the next line that is not blank; false behind the last one that is there as a whole. */
  next(): boolean {
    const bytes = this.bytes;
    const length = this.length;
    this.blank = false;
    while (this.number <= MOST_LINES && this.at < length) {
      const start = this.at;
      let stop = start;
      let odd = -1;
      for (; stop < length; stop++) {
        const byte = bytes[stop] ?? 0;
        if (byte === LINE_FEED) break;
        if ((byte < 32 || byte > 126) && odd < 0) odd = stop;
      }
      if (stop === length && !this.isWhole) return false;
      this.at = stop + 1;
      this.number++;
      let end = stop;
      if (end > start && bytes[end - 1] === CARRIAGE_RETURN) end--;
      while (end > start && isBlank(bytes[end - 1])) end--;
      let first = start;
      while (first < end && isBlank(bytes[first])) first++;
      if (first === end) {
        this.blank = true;
        continue;
      }
      this.start = start;
      this.first = first;
      this.end = end;
      this.isAscii = odd < 0 || odd >= end;
      this.isPlain = this.isAscii && end - start <= LONGEST_LINE;
      return true;
    }
    return false;
  }

  /** `[start, end)` of the bytes as text. */
  text(start: number, end: number): string {
    return this.#textOf(this.bytes, start, end);
  }

  /** Whether the current line begins at the margin, with a word. */
  begins(word: string): boolean {
    return startsWith(this.bytes, word, this.start, this.end);
  }
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  const [first, second, third] = BYTE_ORDER_MARK;
  return bytes[0] === first && bytes[1] === second && bytes[2] === third;
}

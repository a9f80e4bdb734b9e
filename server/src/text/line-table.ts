/** Where the lines of a text begin and end. */

import type { Span } from "./span.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The lines of one text. Lines are 0-based and parted by `\n`, `\r\n` or a lone `\r`, as the language server protocol
 * has it; offsets are UTF-16 units. An empty text has one empty line; a text that ends in a line break has an empty last line.
 */
export class LineTable {
  readonly text: string;
  /** How many lines there are: one at least. */
  readonly count: number;
  readonly #starts: Uint32Array;

  constructor(text: string) {
    this.text = text;
    // Room for lines of 32 characters; where they are shorter, it is doubled.
    let starts = new Uint32Array(Math.max(16, text.length >> 5));
    let count = 1;
    const hasReturns = text.indexOf("\r") >= 0;
    for (let at = nextBreak(text, 0, hasReturns); at >= 0; at = nextBreak(text, at + 1, hasReturns)) {
      if (count === starts.length) starts = doubled(starts);
      starts[count++] = at + 1;
    }
    this.count = count;
    this.#starts = starts;
  }

  /** The offset at which a line begins; the end of the text for a line past the last. */
  start(line: number): number {
    return line < this.count ? (this.#starts[line] ?? 0) : this.text.length;
  }

  /** The offset at which a line ends, its line break not counted. */
  end(line: number): number {
    if (line >= this.count - 1) return this.text.length;
    let end = this.start(line + 1);
    if (end > 0 && this.text.charCodeAt(end - 1) === LINE_FEED) end--;
    if (end > 0 && this.text.charCodeAt(end - 1) === CARRIAGE_RETURN && end > this.start(line)) end--;
    return end;
  }

  /** The line with its line break: joining these for all lines gives the text back. */
  whole(line: number): Span {
    return { start: this.start(line), end: this.start(line + 1) };
  }

  /** The line that holds an offset. An offset past the end is on the last line, one before the start on the first. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The same for an offset that is not before the line `from` begins, and not far behind. */
  lineFrom(from: number, offset: number): number {
    let line = from;
    while (line + 1 < this.count && (this.#starts[line + 1] ?? 0) <= offset) line++;
    return line;
  }
}

/** The offset of the line break at `from` or behind it, of its last character where it has two; -1 where there is none. */
function nextBreak(text: string, from: number, hasReturns: boolean): number {
  if (!hasReturns) return text.indexOf("\n", from);
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED || (unit === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) return at;
  }
  return -1;
}

function doubled(starts: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(starts.length * 2);
  larger.set(starts);
  return larger;
}

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
    let starts = new Uint32Array(Math.max(16, text.length >> 5));
    let count = 1;
    const push = (start: number): void => {
      if (count === starts.length) {
        const larger = new Uint32Array(starts.length * 2);
        larger.set(starts);
        starts = larger;
      }
      starts[count++] = start;
    };
    if (text.indexOf("\r") < 0) {
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) push(at + 1);
    } else {
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (unit === LINE_FEED) push(at + 1);
        else if (unit === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED) push(at + 1);
      }
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
}

/** The body of a cable as running text: line breaks and page furniture are blanks in it, empty lines end a paragraph. */

import type { SourceText } from "../../text/source-text.ts";
import type { Located, Span } from "../../text/span.ts";
import { isSpace } from "../values/chars.ts";

const LINE_FEED = 10;

/** No gap between two words of one mention is longer, page furniture included. */
const LONGEST_GAP = 2000;

/** `[start, end)` of a text with stretches in it, whole lines with their line break, that are to be read as one blank. */
export class Prose {
  readonly text: string;
  readonly end: number;
  readonly #source: SourceText;
  readonly #furniture: readonly Span[];

  /** `furniture` is in order; offsets are those of `source.text`. */
  constructor(source: SourceText, end: number, furniture: readonly Span[]) {
    this.text = source.text;
    this.end = Math.min(end, source.text.length);
    this.#source = source;
    this.#furniture = furniture;
  }

  /** The first character from `at` on that is no blank; -1 where the paragraph or the body ends first. */
  skip(at: number): number {
    const { text, end } = this;
    let offset = at;
    let breaks = 0;
    let overFurniture = false;
    while (offset < end) {
      const code = text.charCodeAt(offset);
      if (!isSpace(code)) break;
      offset++;
      if (code !== LINE_FEED) continue;
      breaks++;
      for (let next = this.#furnitureAt(offset); next !== undefined; next = this.#furnitureAt(offset)) {
        overFurniture = true;
        offset = next.end;
      }
    }
    if (offset >= end || offset - at > LONGEST_GAP) return -1;
    return breaks > 1 && !overFurniture ? -1 : offset;
  }

  /** `[start, end)` on one line, without the furniture in it. */
  join(start: number, end: number): string {
    const whole = this.text.slice(start, end);
    if (!whole.includes("\n")) return whole.replace(/\s+/g, " ");
    let joined = "";
    let copied = start;
    for (let index = this.#firstFurnitureFrom(start); index < this.#furniture.length; index++) {
      const stretch = this.#furniture[index];
      if (stretch === undefined || stretch.start >= end) break;
      joined += this.text.slice(copied, stretch.start);
      copied = stretch.end;
    }
    return (joined + this.text.slice(copied, end)).replace(/\s+/g, " ").trim();
  }

  located<T>(value: T, start: number, end: number): Located<T> {
    return { value, span: this.#source.span(start, end) };
  }

  span(start: number, end: number): Span {
    return this.#source.span(start, end);
  }

  /** The furniture that begins at an offset. */
  #furnitureAt(offset: number): Span | undefined {
    const found = this.#furniture[this.#firstFurnitureFrom(offset)];
    return found !== undefined && found.start === offset && found.end > offset ? found : undefined;
  }

  /** The index of the first stretch of furniture that begins at an offset or behind it. */
  #firstFurnitureFrom(offset: number): number {
    const furniture = this.#furniture;
    let low = 0;
    let high = furniture.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((furniture[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The word of letters at `at` in capitals, at most `longest` letters of it; empty where there is none. */
export function upperWordAt(text: string, at: number, longest = 12): string {
  let end = at;
  while (end < text.length && end - at < longest && isAsciiLetter(text.charCodeAt(end))) end++;
  return text.slice(at, end).toUpperCase();
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** A letter, digit or underscore, letters with accents included: what no word may touch. */
export function isWordCharacter(code: number): boolean {
  return isAsciiLetter(code) || (code >= 48 && code <= 57) || code === 95 || (code >= 192 && code < 0x250);
}

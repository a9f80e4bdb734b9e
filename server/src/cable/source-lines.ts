/** The lines that the readers of a cable work on: where each begins and ends without its blanks, and what it has been found to be. */

import { JoinedText } from "../text/joined-text.ts";
import type { SourceText } from "../text/source-text.ts";
import type { Span } from "../text/span.ts";
import { prefixKey } from "./line-dispatch.ts";
import type { LineKind } from "./tree.ts";

/** Blank, tab, no-break blank, form feed, vertical tab, carriage return, byte-order mark. */
function isBlankUnit(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0xfeff;
}

/** Tells whether a line is page furniture, and gives it its kind then. It is asked once of each line, from the first on. */
export type TellFurniture = (lines: SourceLines, line: number) => void;

/**
 * The lines of a source text, 0-based, found one after the other as far as somebody asks. Offsets are UTF-16 units of `source.text`.
 * Each line starts out without a kind; the readers claim lines by giving them one, page furniture first.
 */
export class SourceLines {
  readonly source: SourceText;
  readonly text: string;
  /** By line, as far as they were asked for; those of the body are read from here, where all were. */
  readonly kinds: (LineKind | null)[] = [];
  /** Where lines begin with their blanks; where their first character that is not blank stands; what is after their last. */
  readonly #starts: number[] = [];
  readonly #firsts: number[] = [];
  readonly #ends: number[] = [];
  /** Their first two characters that are not blank, as `prefixKey` packs them; 0 for a blank line. */
  readonly #prefixes: number[] = [];
  readonly #tellFurniture: TellFurniture | null;
  readonly #isCut: boolean;
  /** Where the next line to be found begins; -1 where none is left. */
  #next = 0;
  /** How many lines have been told from furniture. */
  #told = 0;
  #wasPassed = false;

  /** `isCut` says that the text goes on after its last line break, where nobody can see it. */
  constructor(source: SourceText, tellFurniture: TellFurniture | null = null, isCut = false) {
    this.source = source;
    this.text = source.text;
    this.#tellFurniture = tellFurniture;
    this.#isCut = isCut;
  }

  /** How many lines there are. All are found for that. */
  get count(): number {
    while (this.has(this.#told));
    return this.#told;
  }

  /** Whether somebody asked for more than a cut text has: what was answered then is not to be believed. */
  get wasPassed(): boolean {
    return this.#wasPassed;
  }

  /** Whether there is a line, which is told from furniture then. */
  has(line: number): boolean {
    while (this.#told <= line) {
      const next = this.#told;
      if (!this.isFound(next)) return false;
      // Told from here on, so that who tells may ask about the lines above it.
      this.#told = next + 1;
      if (this.kinds[next] === null) this.#tellFurniture?.(this, next);
    }
    return true;
  }

  /** Whether there is a line, be it furniture or not: for who tells the two apart and looks ahead. */
  isFound(line: number): boolean {
    while (this.#starts.length <= line) if (!this.#find()) return false;
    return true;
  }

  /** Finds the next line; whether there was one. */
  #find(): boolean {
    const start = this.#next;
    const { text } = this;
    if (start < 0 || (this.#isCut && start === text.length)) {
      if (this.#isCut) this.#wasPassed = true;
      return false;
    }
    const lineFeed = text.indexOf("\n", start);
    this.#next = lineFeed < 0 ? -1 : lineFeed + 1;
    let end = lineFeed < 0 ? text.length : lineFeed;
    while (end > start && isBlankUnit(text.charCodeAt(end - 1))) end--;
    let first = start;
    while (first < end && isBlankUnit(text.charCodeAt(first))) first++;
    this.kinds.push(first === end ? "blank" : null);
    this.#starts.push(start);
    this.#firsts.push(first);
    this.#ends.push(end);
    this.#prefixes.push(this.#prefix(first, end));
    return true;
  }

  /** Where the line begins, its leading blanks included; the end of the text for a line that is not there. */
  start(line: number): number {
    return this.isFound(line) ? (this.#starts[line] ?? 0) : this.text.length;
  }

  first(line: number): number {
    return this.isFound(line) ? (this.#firsts[line] ?? 0) : this.text.length;
  }

  end(line: number): number {
    return this.isFound(line) ? (this.#ends[line] ?? 0) : this.text.length;
  }

  /** The line without the blanks around it. */
  content(line: number): string {
    return this.text.slice(this.first(line), this.end(line));
  }

  length(line: number): number {
    return this.end(line) - this.first(line);
  }

  /** The UTF-16 unit of the first character that is not blank; 0 for a blank line. */
  firstUnit(line: number): number {
    const first = this.first(line);
    return first < this.end(line) ? this.text.charCodeAt(first) : 0;
  }

  /** The UTF-16 unit of the last character that is not blank; 0 for a blank line. */
  lastUnit(line: number): number {
    const end = this.end(line);
    return this.first(line) < end ? this.text.charCodeAt(end - 1) : 0;
  }

  /** The first two characters that are not blank, as `prefixKey` packs them: most lines are told by them before they are read. */
  head(line: number): number {
    return this.isFound(line) ? (this.#prefixes[line] ?? 0) : 0;
  }

  #prefix(first: number, end: number): number {
    if (first === end) return 0;
    return prefixKey(this.text.charCodeAt(first), first + 1 < end ? this.text.charCodeAt(first + 1) : 0);
  }

  isBlank(line: number): boolean {
    return this.has(line) && this.kinds[line] === "blank";
  }

  /** Whether the line is page furniture: a mark that the machine or a releasing office put between lines of text. */
  isFurniture(line: number): boolean {
    if (!this.has(line)) return false;
    switch (this.kinds[line]) {
      case "continuation":
      case "page":
      case "marking":
      case "banner":
        return true;
      default:
        return false;
    }
  }

  /** The first line from `from` up to `limit` that is neither blank nor furniture; where there is none, `limit` or how many lines there are. */
  nextText(from: number, limit: number = Number.POSITIVE_INFINITY): number {
    let line = from;
    while (line < limit && this.has(line) && (this.isBlank(line) || this.isFurniture(line))) line++;
    return line;
  }

  /** The last line before `before` that is neither blank nor furniture; -1 when there is none. */
  previousText(before: number): number {
    let line = before - 1;
    while (line >= 0 && (this.isBlank(line) || this.isFurniture(line))) line--;
    return line;
  }

  /** Whether a blank line, or the text's edge, stands right above the line; furniture between is looked through. */
  blankAbove(line: number): boolean {
    let above = line - 1;
    while (above >= 0 && this.isFurniture(above)) above--;
    return above < 0 || this.isBlank(above);
  }

  /** Whether a blank line, or the text's edge, stands right below the line; furniture between is looked through. */
  blankBelow(line: number): boolean {
    let below = line + 1;
    while (this.isFurniture(below)) below++;
    return !this.has(below) || this.isBlank(below);
  }

  /** The lines from `from` up to, not including, `to` as one text, without blank lines and furniture. */
  join(from: number, to: number, startOfFirst: number = this.first(from)): JoinedText {
    const pieces: Span[] = [];
    for (let line = from; line < to; line++) {
      if (this.isBlank(line) || this.isFurniture(line)) continue;
      pieces.push({ start: line === from ? startOfFirst : this.first(line), end: this.end(line) });
    }
    return new JoinedText(this.source, pieces);
  }

  /** The line that holds an offset of `text`; the last one where it is past the end. */
  lineAt(offset: number): number {
    while (this.#next >= 0 && this.#next <= offset) if (!this.#find()) break;
    let low = 0;
    let high = Math.max(this.#starts.length - 1, 0);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Lets a line begin later: what stands before `offset` names a field, what stands after it is text. */
  beginAt(line: number, offset: number): void {
    this.#firsts[line] = Math.min(offset, this.end(line));
    this.kinds[line] = this.first(line) === this.end(line) ? "blank" : null;
    this.#prefixes[line] = this.#prefix(this.first(line), this.end(line));
  }

  /** Lets a line end earlier, at `offset`. */
  endAt(line: number, offset: number): void {
    this.#ends[line] = Math.max(offset, this.first(line));
    this.#prefixes[line] = this.#prefix(this.first(line), this.end(line));
  }

  /** Gives lines a kind; blank lines and furniture keep theirs. */
  claim(from: number, to: number, kind: LineKind): void {
    for (let line = from; line < to; line++) {
      if (this.has(line) && !this.isBlank(line) && !this.isFurniture(line)) this.kinds[line] = kind;
    }
  }
}

/** The lines that the readers of a cable work on: where each begins and ends without its blanks, and what it has been found to be. */

import { JoinedText } from "../text/joined-text.ts";
import { LineTable } from "../text/line-table.ts";
import type { SourceText } from "../text/source-text.ts";
import type { Span } from "../text/span.ts";
import { prefixKey } from "./line-dispatch.ts";
import type { LineKind } from "./tree.ts";

/** Blank, tab, no-break blank, form feed, vertical tab, carriage return, byte-order mark. */
function isBlankUnit(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0xfeff;
}

/**
 * The lines of a source text, 0-based. Offsets are UTF-16 units of `source.text`. Each line starts out without a kind;
 * the readers claim lines by giving them one, page furniture first.
 */
export class SourceLines {
  readonly source: SourceText;
  readonly text: string;
  /** Where the lines begin and end with their blanks. */
  readonly lines: LineTable;
  readonly count: number;
  /** Its first character that is not blank; the same as its end for a blank line. */
  readonly firsts: Int32Array;
  /** Behind its last character that is not blank. */
  readonly ends: Int32Array;
  readonly kinds: (LineKind | null)[];
  /** By line: its first and its last unit without blanks, and its first two as `headOf` packs them. All 0 for a blank line. */
  readonly #firstUnits: Uint16Array;
  readonly #lastUnits: Uint16Array;
  readonly #heads: Uint16Array;

  constructor(source: SourceText) {
    this.source = source;
    const text = source.text;
    this.text = text;
    this.lines = new LineTable(text);
    this.count = this.lines.count;
    this.firsts = new Int32Array(this.count);
    this.ends = new Int32Array(this.count);
    this.kinds = new Array<LineKind | null>(this.count).fill(null);
    this.#firstUnits = new Uint16Array(this.count);
    this.#lastUnits = new Uint16Array(this.count);
    this.#heads = new Uint16Array(this.count);
    let start = 0;
    for (let line = 0; line < this.count; line++) {
      const next = this.lines.start(line + 1);
      let end = next;
      while (end > start && isBlankUnit(text.charCodeAt(end - 1))) end--;
      let first = start;
      while (first < end && isBlankUnit(text.charCodeAt(first))) first++;
      this.firsts[line] = first;
      this.ends[line] = end;
      if (first === end) this.kinds[line] = "blank";
      else this.#readUnits(line, first, end);
      start = next;
    }
  }

  /** Where the line begins, its leading blanks included. */
  start(line: number): number {
    return this.lines.start(line);
  }

  first(line: number): number {
    return this.firsts[line] ?? this.text.length;
  }

  end(line: number): number {
    return this.ends[line] ?? this.text.length;
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
    return this.#firstUnits[line] ?? 0;
  }

  /** The UTF-16 unit of the last character that is not blank; 0 for a blank line. */
  lastUnit(line: number): number {
    return this.#lastUnits[line] ?? 0;
  }

  /** The first two characters that are not blank, as `headOf` packs them: most lines are told by them before they are read. */
  head(line: number): number {
    return this.#heads[line] ?? 0;
  }

  #readUnits(line: number, first: number, end: number): void {
    const unit = this.text.charCodeAt(first);
    this.#firstUnits[line] = unit;
    this.#lastUnits[line] = this.text.charCodeAt(end - 1);
    this.#heads[line] = prefixKey(unit, first + 1 < end ? this.text.charCodeAt(first + 1) : 0);
  }

  isBlank(line: number): boolean {
    return this.kinds[line] === "blank";
  }

  /** Whether the line is page furniture: a mark that the machine or a releasing office put between lines of text. */
  isFurniture(line: number): boolean {
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

  /** Whether the line neither is blank nor has been claimed by a reader. */
  isFree(line: number): boolean {
    return this.kinds[line] === null;
  }

  /** The first line from `from` up to `limit` that is neither blank nor furniture; `limit` when there is none. */
  nextText(from: number, limit: number = this.count): number {
    let line = from;
    while (line < limit && (this.isBlank(line) || this.isFurniture(line))) line++;
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
    while (below < this.count && this.isFurniture(below)) below++;
    return below >= this.count || this.isBlank(below);
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

  /** The line that holds an offset of `text`. */
  lineAt(offset: number): number {
    return this.lines.lineAt(offset);
  }

  /** Lets a line begin later: what stands before `offset` names a field, what stands behind it is text. */
  beginAt(line: number, offset: number): void {
    this.firsts[line] = Math.min(offset, this.end(line));
    this.kinds[line] = this.first(line) === this.end(line) ? "blank" : null;
    this.#readUnits(line, this.first(line), this.end(line));
  }

  /** Lets a line end earlier, at `offset`. */
  endAt(line: number, offset: number): void {
    this.ends[line] = Math.max(offset, this.first(line));
    this.#readUnits(line, this.first(line), this.end(line));
  }

  /** Gives lines a kind; blank lines and furniture keep theirs. */
  claim(from: number, to: number, kind: LineKind): void {
    for (let line = from; line < to; line++) {
      if (!this.isBlank(line) && !this.isFurniture(line)) this.kinds[line] = kind;
    }
  }
}

/** Offsets into a text and the line-and-character positions of editors, in whichever unit an editor counts characters. */

import type { LineTable } from "./line-table.ts";

/** The units in which editors count the characters of a line, by the names the language server protocol gives them. */
export const POSITION_ENCODINGS = ["utf-16", "utf-8", "utf-32"] as const;

export type PositionEncoding = (typeof POSITION_ENCODINGS)[number];

/** A place in a text: both numbers count from 0, `character` in the units of an encoding. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** How many units one code point takes in each encoding. */
const UNITS: Record<PositionEncoding, (codePoint: number) => number> = {
  "utf-16": (codePoint) => (codePoint > 0xffff ? 2 : 1),
  "utf-8": (codePoint) => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4),
  "utf-32": () => 1,
};

/**
 * Positions of one text in one encoding. Every position has an offset and the other way round: what lies outside is
 * taken to the nearest end, what lies inside a character (half of a surrogate pair, the middle of a UTF-8 sequence)
 * to that character's start.
 */
export class PositionConverter {
  readonly #lines: LineTable;
  readonly #encoding: PositionEncoding;
  /** Where the last walk along a line ended: answers in ascending order then cost one walk in all, even on one line of 10 MB. */
  #walked = { line: -1, offset: 0, character: 0 };

  constructor(lines: LineTable, encoding: PositionEncoding) {
    this.#lines = lines;
    this.#encoding = encoding;
  }

  /** The offset of a position. Anything that is no number counts as 0. */
  offsetAt(position: TextPosition): number {
    const line = wholeNumber(position.line);
    const character = wholeNumber(position.character);
    if (line >= this.#lines.count) return this.#lines.text.length;
    const start = this.#lines.start(line);
    const end = this.#lines.end(line);
    if (this.#encoding === "utf-16") return this.#characterStart(start, Math.min(start + character, end));
    let { offset, character: passed } = this.#checkpoint(line, start);
    if (passed > character) {
      offset = start;
      passed = 0;
    }
    const units = UNITS[this.#encoding];
    while (offset < end) {
      const codePoint = this.#lines.text.codePointAt(offset) ?? 0;
      const next = passed + units(codePoint);
      if (next > character) break;
      passed = next;
      offset += codePoint > 0xffff ? 2 : 1;
    }
    this.#walked = { line, offset, character: passed };
    return offset;
  }

  /** The position of an offset. An offset inside a line break counts as the end of its line. */
  positionAt(offset: number): TextPosition {
    const bounded = Math.min(wholeNumber(offset), this.#lines.text.length);
    const line = this.#lines.lineAt(bounded);
    const start = this.#lines.start(line);
    const target = this.#characterStart(start, Math.min(bounded, this.#lines.end(line)));
    if (this.#encoding === "utf-16") return { line, character: target - start };
    let { offset: at, character } = this.#checkpoint(line, start);
    if (at > target) {
      at = start;
      character = 0;
    }
    const units = UNITS[this.#encoding];
    while (at < target) {
      const codePoint = this.#lines.text.codePointAt(at) ?? 0;
      character += units(codePoint);
      at += codePoint > 0xffff ? 2 : 1;
    }
    this.#walked = { line, offset: at, character };
    return { line, character };
  }

  #checkpoint(line: number, start: number): { readonly offset: number; readonly character: number } {
    return this.#walked.line === line ? this.#walked : { offset: start, character: 0 };
  }

  /** `offset`, or one less where it would part a surrogate pair that begins at or after `start`. */
  #characterStart(start: number, offset: number): number {
    return offset > start && (this.#lines.text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
  }
}

/** The encoding of the client's list that it likes best of those known here: UTF-16 where it says nothing. */
export function preferredEncoding(offered: readonly string[] | undefined): PositionEncoding {
  for (const name of offered ?? []) {
    const known = POSITION_ENCODINGS.find((encoding) => encoding === name);
    if (known !== undefined) return known;
  }
  return "utf-16";
}

function wholeNumber(value: number): number {
  return value > 0 ? Math.floor(value) : 0;
}

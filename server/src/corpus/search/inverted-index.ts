/** The words of all subjects, each kept once: what a search asks of a quarter of a million subjects it asks of their words. */

import { bytesOf, Column, HashChains, hashBytes, int32, LINE_FEED, textOf, uint8 } from "../columns/columns.ts";
import { RowLists } from "./posting-lists.ts";

/** More words of a query are not looked for: nobody types as many, and the marks of these fit a number. */
export const MOST_WORDS = 15;

/** In bytes: a letter or two stand in half of all words, and who has typed no more goes on. */
const SHORTEST_PART = 3;

const SPACE = 0x20;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

export class SubjectWords {
  /** The words in capitals as UTF-8, each behind a line feed, in the order in which they were met. */
  readonly #text = new Column(uint8);
  readonly #textAt = new Column(int32);
  readonly #numbers = new HashChains();
  /** By word: a search looks at the rows of the words that fit, and at no others. */
  readonly #rowsOf = new RowLists();
  #rows = 0;
  #capitals = new Uint8Array(256);
  /** Per row what a search that is under way has found; 0 before and after. */
  #marks = new Int32Array();

  /** How many rows it has. */
  get rows(): number {
    return this.#rows;
  }

  /** Adds the next row by the bytes `[start, end)` of its subject. */
  add(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      if ((bytes[at] ?? 0) <= SPACE) continue;
      const from = at;
      while (at < end && (bytes[at] ?? 0) > SPACE) at++;
      this.#rowsOf.add(this.#number(bytes, from, at), this.#rows);
    }
    this.#rows++;
  }

  /**
   * Calls `take` with each row, in no particular order, whose subject holds one of the words (at most `MOST_WORDS`, in capitals), and which of
   * them it holds by the bits of a number: the first word's is bit 0. Bit `MOST_WORDS` and those above it say of the same words that one of the
   * subject's begins with them, or goes on with them behind a mark. Words shorter than `SHORTEST_PART` are only looked for where one begins.
   */
  eachMarked(words: readonly string[], take: (row: number, marks: number) => void): void {
    const ofWords = new Int32Array(this.#textAt.length);
    words.slice(0, MOST_WORDS).forEach((word, bit) => {
      this.#mark(bytesOf(word), 1 << bit, ofWords);
    });
    if (this.#marks.length < this.#rows) this.#marks = new Int32Array(this.#rows);
    const marks = this.#marks;
    const met = new Column(int32);
    for (let word = 0; word < ofWords.length; word++) {
      const found = ofWords[word] ?? 0;
      if (found === 0) continue;
      for (const rows of this.#rowsOf.of(word)) {
        for (let at = 0; at < rows.length; at++) {
          const row = rows[at] ?? 0;
          const before = marks[row] ?? 0;
          if (before === 0) met.push(row);
          marks[row] = before | found;
        }
      }
    }
    for (const row of met.view()) {
      take(row, marks[row] ?? 0);
      marks[row] = 0;
    }
  }

  /** Marks the words that hold the bytes of one that is looked for: one pass over all of them. */
  #mark(wanted: Uint8Array, found: number, marks: Int32Array): void {
    const [first] = wanted;
    if (first === undefined) return;
    const text = this.#text.view();
    const starts = this.#textAt.view();
    let word = 0;
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
      let length = 1;
      while (length < wanted.length && text[at + length] === wanted[length]) length++;
      if (length < wanted.length) continue;
      while ((starts[word + 1] ?? text.length) <= at) word++;
      const continues = continuesWord(text[at - 1] ?? 0);
      if (continues && wanted.length < SHORTEST_PART) continue;
      marks[word] = (marks[word] ?? 0) | found | (continues ? 0 : found << MOST_WORDS);
    }
  }

  #number(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length > this.#capitals.length) this.#capitals = new Uint8Array(length * 2);
    let isPlain = true;
    for (let index = 0; index < length; index++) {
      const byte = bytes[start + index] ?? 0;
      if (byte >= 0x80) isPlain = false;
      this.#capitals[index] = byte >= SMALL_A && byte <= SMALL_Z ? byte - SPACE : byte;
    }
    if (isPlain) return this.#numberOf(this.#capitals, length);
    const capitals = bytesOf(textOf(bytes.subarray(start, end)).toUpperCase());
    return this.#numberOf(capitals, capitals.length);
  }

  #numberOf(capitals: Uint8Array, length: number): number {
    const hash = hashBytes(capitals, undefined, 0, length);
    for (let word = this.#numbers.first(hash); word >= 0; word = this.#numbers.next(word)) {
      if (this.#is(word, capitals, length)) return word;
    }
    this.#numbers.add(hash);
    this.#rowsOf.addList();
    const word = this.#textAt.push(this.#text.push(LINE_FEED));
    this.#text.appendPart(capitals, 0, length);
    return word;
  }

  #is(word: number, capitals: Uint8Array, length: number): boolean {
    const start = this.#textAt.at(word) + 1;
    if (this.#end(word) - start !== length) return false;
    for (let index = 0; index < length; index++) if (this.#text.at(start + index) !== capitals[index]) return false;
    return true;
  }

  #end(word: number): number {
    return word + 1 < this.#textAt.length ? this.#textAt.at(word + 1) : this.#text.length;
  }
}

/** Whether a letter or a digit, in capitals, stands before: then no word begins behind it. */
function continuesWord(before: number): boolean {
  return (before >= 0x30 && before <= 0x39) || (before >= 0x41 && before <= 0x5a);
}

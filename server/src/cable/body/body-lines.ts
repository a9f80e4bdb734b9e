/** The lines of text between a cable's head and its ending, furniture left out, with what headings and marks are judged by. */

import type { SourceLines } from "../source-lines.ts";
import { isTerminal } from "../values/chars.ts";

/** `END SUMMARY`, `- END OF COMMENT.`: the word is what ends. Lines that are longer are prose. */
const END_MARKER = /^[-/* ([]{0,4}END (?:OF )?(?<word>[A-Z]+)/i;
const END_BEGINS = "-/*([Ee";
const LONGEST_MARKER = 90;

/** A line that begins with a number and its stop or bracket. */
export const NUMBERED_LINE = /^(?:¶ ?)?\d{1,2}[.)]/;
const FIRST_NUMBER = /^(?:¶ ?)?1[.)]/;
const FEWEST_NUMBERED = 2;

/**
 * The lines of text of the body, counted 0, 1, 2 … ("index") whatever stands between them. `line` gives the line of the scan.
 */
export class BodyLines {
  readonly scan: SourceLines;
  readonly count: number;
  /** By index: the line of the scan, and what is asked of each line more than once. Longer than `count`. */
  readonly #lines: Int32Array;
  readonly #blankAbove: Uint8Array;
  readonly #furnitureAbove: Uint8Array;
  readonly #rule: Uint8Array;
  #tight: boolean | null = null;
  #margin: number | null = null;
  #numberedFromTop: number | null = null;
  #mostlyCapitals: boolean | null = null;
  #endMarkers: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(scan: SourceLines, from: number, to: number) {
    this.scan = scan;
    const most = Math.max(to - from, 0);
    this.#lines = new Int32Array(most);
    this.#blankAbove = new Uint8Array(most);
    this.#furnitureAbove = new Uint8Array(most);
    this.#rule = new Uint8Array(most);
    let count = 0;
    let blankAbove = 1;
    let furnitureAbove = 0;
    for (let line = from; line < to; line++) {
      const kind = scan.kinds[line];
      if (kind === "blank") blankAbove = 1;
      else if (kind === null) {
        this.#lines[count] = line;
        this.#blankAbove[count] = blankAbove;
        this.#furnitureAbove[count] = furnitureAbove;
        this.#rule[count] = isRule(scan, line) || isMarkedRule(scan, line) ? 1 : 0;
        count++;
        blankAbove = 0;
        furnitureAbove = 0;
      } else furnitureAbove = 1;
    }
    this.count = count;
  }

  line(index: number): number {
    return index < this.count ? (this.#lines[index] ?? this.scan.count) : this.scan.count;
  }

  first(index: number): number {
    return this.scan.first(this.line(index));
  }

  end(index: number): number {
    return this.scan.end(this.line(index));
  }

  /** The UTF-16 unit of the line's first character that is not blank. */
  firstUnit(index: number): number {
    return this.scan.firstUnit(this.line(index));
  }

  content(index: number): string {
    return this.scan.content(this.line(index));
  }

  length(index: number): number {
    return this.end(index) - this.first(index);
  }

  /** The first line below one that begins with END and this word (in capitals); null where there is none. */
  endMarkerBelow(index: number, word: string): number | null {
    this.#endMarkers ??= this.#findEndMarkers();
    const markers = this.#endMarkers.get(word) ?? [];
    // Most bodies have none, and no other has many.
    let low = 0;
    let high = markers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((markers[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return markers[low] ?? null;
  }

  #findEndMarkers(): ReadonlyMap<string, readonly number[]> {
    const markers = new Map<string, number[]>();
    for (let index = 0; index < this.count; index++) {
      if (!END_BEGINS.includes(this.scan.text.charAt(this.first(index))) || this.length(index) > LONGEST_MARKER)
        continue;
      const word = END_MARKER.exec(this.content(index))?.groups?.word?.toUpperCase();
      if (word === undefined) continue;
      const others = markers.get(word);
      if (others === undefined) markers.set(word, [index]);
      else others.push(index);
    }
    return markers;
  }

  /** Whether a blank line, furniture looked through, or the body's beginning stands above. */
  blankAbove(index: number): boolean {
    return index >= this.count || this.#blankAbove[index] === 1;
  }

  /** Whether furniture stands between the line and the line of text above it. */
  furnitureAbove(index: number): boolean {
    return this.#furnitureAbove[index] === 1;
  }

  isRule(index: number): boolean {
    return this.#rule[index] === 1;
  }

  /** Whether the line ends as a sentence, a label or a quotation does. True before the first line. */
  endsSentence(index: number): boolean {
    if (index < 0) return true;
    const { text } = this.scan;
    const last = this.scan.lastUnit(this.line(index));
    // A comma within the closing quotation mark: the sentence goes on.
    if ((last === 34 || last === 0x201d) && text.charCodeAt(this.end(index) - 2) === 44) return false;
    return isTerminal(last);
  }

  /**
   * How many lines from the first on begin with a number each: a text that begins so is a form, whose numbers are its paragraphs'. None where the
   * numbers begin anew below: those on top are a table of contents.
   */
  get numberedFromTop(): number {
    this.#numberedFromTop ??= this.#countNumberedFromTop();
    return this.#numberedFromTop;
  }

  #countNumberedFromTop(): number {
    let numbered = 0;
    while (numbered < this.count && NUMBERED_LINE.test(this.content(numbered))) numbered++;
    if (numbered < FEWEST_NUMBERED) return 0;
    for (let index = 1; index < this.count; index++) if (FIRST_NUMBER.test(this.content(index))) return 0;
    return numbered;
  }

  /** How far from the beginning of their lines all begin: the whole text may be indented. Judged on its first stretch. */
  get margin(): number {
    if (this.#margin === null) {
      let margin = this.count === 0 ? 0 : Number.POSITIVE_INFINITY;
      for (let index = 0; index < this.count && index < 400 && margin > 0; index++) {
        margin = Math.min(margin, this.first(index) - this.scan.start(this.line(index)));
      }
      this.#margin = margin;
    }
    return this.#margin;
  }

  /** Whether hardly any blank line is left in the body, so that none can be asked for around a heading. */
  get tight(): boolean {
    if (this.#tight === null) {
      let blank = 0;
      for (let index = 0; index < this.count && index < 400; index++) blank += this.#blankAbove[index] ?? 0;
      this.#tight = this.count > 8 && blank <= Math.min(this.count, 400) / 25;
    }
    return this.#tight;
  }

  /** Whether the body is written in capitals throughout, so that capitals tell nothing. Judged on its first stretch. */
  get mostlyCapitals(): boolean {
    if (this.#mostlyCapitals === null) {
      let upper = 0;
      let lower = 0;
      const text = this.scan.text;
      // So many small letters can not be outweighed any more.
      for (let index = 0; index < this.count && upper + lower < 4000 && lower < 1000; index++) {
        const end = this.end(index);
        for (let at = this.first(index); at < end; at++) {
          const unit = text.charCodeAt(at);
          if (unit >= 97 && unit <= 122) lower++;
          else if (unit >= 65 && unit <= 90) upper++;
        }
      }
      this.#mostlyCapitals = lower * 3 < upper;
    }
    return this.#mostlyCapitals;
  }
}

/** A line of nothing but hyphens, equals signs, underscores, asterisks or tildes, with or without blanks: four at least. */
function isRule(scan: SourceLines, line: number): boolean {
  if (!isRuleUnit(scan.firstUnit(line))) return false;
  const first = scan.first(line);
  const end = scan.end(line);
  const { text } = scan;
  let marks = 0;
  for (let at = first; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isRuleUnit(unit)) marks++;
    else if (unit !== 32 && unit !== 9) return false;
  }
  return marks >= 3;
}

/** `2. (C) --------`: a machine's mark before a heading's upper rule. */
const MARKED_RULE = /^(?:¶ ?)?\d{1,3}[.)]?[ \t]{0,3}(?:\([A-Z/]{1,9}\)[ \t]{0,3})?[-=_~–— ]{4,100}$/;

function isMarkedRule(scan: SourceLines, line: number): boolean {
  const unit = scan.firstUnit(line);
  if (unit !== 0xb6 && !(unit >= 48 && unit <= 57)) return false;
  return isRuleUnit(scan.lastUnit(line)) && scan.length(line) <= 120 && MARKED_RULE.test(scan.content(line));
}

function isRuleUnit(unit: number): boolean {
  return unit === 45 || unit === 61 || unit === 95 || unit === 42 || unit === 126 || unit === 0x2014 || unit === 0x2013;
}

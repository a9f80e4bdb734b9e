/** Reads TAGS lines: the codes, however they are parted or run together, and the names of persons among them. */

import { pushAll } from "../../text/arrays.ts";
import type { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";
import { isKnownTag, isOrganizationTag, isWordOfTagTitle, splitGluedTags } from "../../vocabulary/tags.ts";
import { isPassingLine } from "./captions.ts";
import { endOfLine, isBlank, isDigit, isLetter, isSpace, located, matchesOf, onOneLine } from "./chars.ts";

export interface TagsLineRead {
  /** In capitals, in order, each once. */
  readonly tags: readonly Located<string>[];
  /** Names in parentheses, as printed, on one line. */
  readonly persons: readonly Located<string>[];
  /** The offset in the value's text where another field begins; the length of the text where nothing follows. */
  readonly end: number;
}

/** A field run on behind the TAGS in copies that lost a line break. `REF` needs its colon; the others are no TAGS. */
const NEXT_FIELD =
  /(?<![A-Z0-9])(?:SUBJ(?:ECT)?\b|SUB[ \t]?:|REFS?[ \t]?:|REFTELS?\b|E\.[ \t]?[O0]\.|EO[ \t]1\d{4}|CLASSIFIED[ \t]BY|CAPTIONS?[ \t]?:|PASS[ \t]LINE)/i;

/** Captions that slip in between the codes. */
const CAPTIONS: ReadonlySet<string> = new Set(["SIPDIS", "NOFORN", "NODIS", "EXDIS", "LIMDIS", "SENSITIVE"]);

/** A name is not longer than this; what is longer lost its second parenthesis. */
const LONGEST_NAME = 80;

/** Codes of the vocabulary have this many letters at least where they are all letters: `FR`, `BL`. */
const SHORTEST_TAG = 2;

/** Words of this length or more beside each other, none of them a TAG, are one term: `ORGANIZED CRIME`. */
const LONG_WORD = 5;
const MOST_TERM_WORDS = 5;

/** TAGS of visits: names stand right behind them. */
const BEFORE_PERSONS: ReadonlySet<string> = new Set(["OVIP", "OREP"]);
const MOST_NAME_WORDS = 4;

/** Where nothing says that a name follows, words make one only if they are not as long as a subject TAG, which may be misspelt. */
const SUBJECT_TAG_LENGTH = 4;

/** `TAGS: N/A` */
const NOTHING = /^(?:N\/?A|NONE|NIL)?[.\s]*$/i;

/** The TAGS and persons in `value`, the text behind `TAGS:`. Empty lists where there are none. */
export function readTags(value: JoinedText): TagsLineRead {
  const { text } = value;
  const end = endOfTags(text);
  if (NOTHING.test(text.slice(0, end).trimStart())) return { tags: [], persons: [], end };
  const reader = new TagsReader(value);
  let at = 0;
  while (at < end) {
    if (text.charAt(at) === "(") {
      at = reader.readParenthesis(at, end);
    } else {
      const close = nextParenthesis(text, at, end);
      reader.readCodes(at, close);
      at = close;
    }
  }
  return { tags: reader.tags, persons: reader.persons, end };
}

/** Where another field begins on the line, or a passing instruction below it. */
function endOfTags(text: string): number {
  const next = NEXT_FIELD.exec(text);
  const end = next === null ? text.length : next.index;
  for (let line = text.indexOf("\n"); line >= 0 && line < end; line = text.indexOf("\n", line + 1)) {
    if (isPassingLine(text.slice(line + 1, endOfLine(text, line + 1)))) return line;
  }
  return end;
}

function nextParenthesis(text: string, at: number, end: number): number {
  const bracket = text.indexOf("(", at);
  return bracket < 0 || bracket > end ? end : bracket;
}

interface Word {
  readonly start: number;
  readonly end: number;
}

class TagsReader {
  readonly tags: Located<string>[] = [];
  readonly persons: Located<string>[] = [];
  readonly #value: JoinedText;
  readonly #seen = new Set<string>();
  /** The TAG before what is read. */
  #last = "";

  constructor(value: JoinedText) {
    this.#value = value;
  }

  /** Reads what opens at `at` and answers where to go on: a person's name, or TAGS that somebody put in parentheses. */
  readParenthesis(at: number, end: number): number {
    const { text } = this.#value;
    const close = at + text.slice(at, Math.min(end, at + LONGEST_NAME + 1)).indexOf(")");
    const closed = close > at;
    const behind = closed ? close : endOfUnclosedName(text, at + 1, end);
    const name = withoutSeparators(onOneLine(text.slice(at + 1, behind)));
    if (name.split(";").every((one) => isPersonName(one.trim()))) this.#addPersons(at + 1, behind);
    else this.readCodes(at + 1, behind);
    return closed ? close + 1 : behind;
  }

  /** Reads `[from, end)`, in which there is no parenthesis. */
  readCodes(from: number, end: number): void {
    const items = this.#itemsOf(from, end);
    items.forEach((words, index) => {
      this.#readItem(this.#withoutNameInTwoItems(words, items, index));
    });
  }

  /** The words between commas and the like, item by item. */
  #itemsOf(from: number, end: number): Word[][] {
    const { text } = this.#value;
    const items: Word[][] = [];
    let item: Word[] = [];
    let at = from;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (isWordUnit(code)) {
        let behind = at;
        while (behind < end && isWordUnit(text.charCodeAt(behind))) behind++;
        pushAll(item, partsOfWord(text, at, trimHyphens(text, at, behind)));
        at = behind;
        continue;
      }
      if (!isSpace(code) && code !== 46 && item.length > 0) {
        items.push(item);
        item = [];
      }
      at++;
    }
    if (item.length > 0) items.push(item);
    return items;
  }

  /** `OVIP DOE, JOHN PREL`: a name with its own comma is taken out of both items; what is left of this one is answered. */
  #withoutNameInTwoItems(words: Word[], items: Word[][], index: number): Word[] {
    const next = items[index + 1];
    const surname = words[words.length - 1];
    const given = next?.[0];
    if (next === undefined || surname === undefined || given === undefined) return words;
    const tag = words.length > 1 ? words[words.length - 2] : items[index - 1]?.at(-1);
    if (tag === undefined || !BEFORE_PERSONS.has(this.#codeOf(tag)) || words.length > 2) return words;
    const isName = this.#mayBeSurname(surname) && this.#isNameWord(given);
    if (!isName || (next[1] !== undefined && !this.#isCode(next[1]))) return words;
    const { text } = this.#value;
    this.#readItem(words.slice(0, -1));
    this.persons.push(located(this.#value, onOneLine(text.slice(surname.start, given.end)), surname.start, given.end));
    next.shift();
    return [];
  }

  /** The names in `[from, behind)`, parted by semicolons. */
  #addPersons(from: number, behind: number): void {
    const { text } = this.#value;
    let at = from;
    for (const part of text.slice(from, behind).split(";")) {
      const end = at + part.length;
      const start = skipTo(text, at, end);
      const name = withoutSeparators(onOneLine(text.slice(start, end)));
      if (name !== "")
        this.persons.push(located(this.#value, name, start, start + text.slice(start, end).trimEnd().length));
      at = end + 1;
    }
  }

  /** The words between two commas (or all words, where blanks part the codes). */
  #readItem(words: readonly Word[]): void {
    for (let index = 0; index < words.length; ) {
      let end = this.#isSurnameBefore(words[index], words[index + 1]) ? index + 1 : index;
      while (end < words.length && !this.#isCode(words[end])) end++;
      this.#readUnknown(words.slice(index, end), end === words.length, end - index === words.length);
      const known = words[end];
      if (known !== undefined) this.#addWord(known);
      index = end + 1;
    }
  }

  /** Words beside each other of which none is a TAG: a name, a term, or codes that no list has. */
  #readUnknown(words: readonly Word[], isAtEnd: boolean, isWholeItem: boolean): void {
    const first = words[0];
    const last = words[words.length - 1];
    if (first === undefined || last === undefined) return;
    const printed = onOneLine(this.#value.text.slice(first.start, last.end));
    if (this.#areName(words, isAtEnd)) this.persons.push(located(this.#value, printed, first.start, last.end));
    else if (isTerm(words, isWholeItem || isAtEnd) || (words.length > 1 && words.some((word) => this.#isOfTitle(word))))
      this.#add(printed, first.start, last.end);
    else for (const word of words) this.#addWord(word);
  }

  /** Whether words without brackets are a person's name: right behind a visit's TAG, or two or three among codes. */
  #areName(words: readonly Word[], isAtEnd: boolean): boolean {
    const [surname] = words;
    const isNamed = words.every((word) => this.#isNameWord(word) || (word === surname && this.#mayBeSurname(word)));
    if (words.length > MOST_NAME_WORDS || !isNamed) return false;
    const isLong = ({ start, end }: Word): boolean => end - start >= LONG_WORD;
    if (BEFORE_PERSONS.has(this.#last)) return words.length > 1 || words.every(isLong);
    if (isAtEnd || words.length < 2 || words.length > 3 || words.every(isLong)) return false;
    return words.some(({ start, end }) => end - start !== SUBJECT_TAG_LENGTH && end - start > SHORTEST_TAG);
  }

  /** `OVIP DOE JANE`: right behind a visit's TAG a code of an organization, before a word that is no code, is a surname. */
  #isSurnameBefore(word: Word | undefined, next: Word | undefined): boolean {
    if (word === undefined || next === undefined || !BEFORE_PERSONS.has(this.#last)) return false;
    return this.#mayBeSurname(word) && this.#isNameWord(next);
  }

  #mayBeSurname(word: Word): boolean {
    const code = this.#codeOf(word);
    return this.#isNameWord(word) || (/^[A-Z]{3,}$/.test(code) && isOrganizationTag(code));
  }

  /** Letters alone, and neither a TAG nor a word of what TAGS are called. */
  #isNameWord(word: Word): boolean {
    const code = this.#codeOf(word);
    return /^[A-Z]{2,}$/.test(code) && !this.#isCode(word) && code !== "AND" && !isWordOfTagTitle(code);
  }

  #isOfTitle(word: Word): boolean {
    return word.end - word.start >= LONG_WORD && isWordOfTagTitle(this.#codeOf(word));
  }

  #codeOf({ start, end }: Word): string {
    return this.#value.text.slice(start, end).toUpperCase();
  }

  #isCode(word: Word | undefined): boolean {
    if (word === undefined) return false;
    const code = this.#codeOf(word);
    return isKnownTag(code) || CAPTIONS.has(code) || partsOfRun(code) !== null;
  }

  #addWord({ start, end }: Word): void {
    const code = this.#value.text.slice(start, end).toUpperCase();
    if (CAPTIONS.has(code) || code === "AND" || !/[A-Z]/.test(code) || code.length < SHORTEST_TAG) return;
    const parts = isKnownTag(code) ? null : partsOfRun(code);
    if (parts === null) {
      this.#add(code, start, end);
      return;
    }
    let at = start;
    for (const part of parts) {
      this.#add(part, at, at + part.length);
      at += part.length;
    }
  }

  #add(code: string, start: number, end: number): void {
    const tag = code.toUpperCase();
    this.#last = tag;
    if (this.#seen.has(tag)) return;
    this.#seen.add(tag);
    this.tags.push(located(this.#value, tag, start, end));
  }
}

/** Programs come and go; their TAGS all begin so, and no list has all of them. */
const PROGRAM_LETTER = "K";

/** The codes that a word runs together: those of the lists, or of four letters each with programs among them that no list has. */
function partsOfRun(code: string): readonly string[] | null {
  const parts = splitGluedTags(code);
  if (parts !== null || code.length < 3 * SUBJECT_TAG_LENGTH || code.length % SUBJECT_TAG_LENGTH > 0) return parts;
  const quarters: string[] = [];
  for (let at = 0; at < code.length; at += SUBJECT_TAG_LENGTH) quarters.push(code.slice(at, at + SUBJECT_TAG_LENGTH));
  const unknown = quarters.filter((quarter) => !isKnownTag(quarter));
  const isRun = unknown.length < quarters.length / 2 && unknown.every((quarter) => quarter.startsWith(PROGRAM_LETTER));
  return isRun ? quarters : null;
}

/** Whether words beside each other that are no TAGS are one term: between two commas, or among codes if all are long. */
function isTerm(words: readonly Word[], isWholeItem: boolean): boolean {
  if (words.length < 2 || words.length > MOST_TERM_WORDS) return false;
  const isLong = ({ start, end }: Word): boolean => end - start >= LONG_WORD;
  return isWholeItem ? words.some(isLong) : words.every(isLong);
}

/** Letters, digits, and the hyphens and strokes that some codes have inside them (`AU-1`, `SBE/P`). */
function isWordUnit(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 45 || code === 47 || code === 38;
}

function trimHyphens(text: string, start: number, end: number): number {
  let offset = end;
  while (offset > start && "-/&".includes(text.charAt(offset - 1))) offset--;
  return offset;
}

const PART_OF_WORD = /[^-/&]+/g;

/** A word at its strokes and hyphens, unless the whole is a code or a part is too short to be one. */
function partsOfWord(text: string, from: number, end: number): readonly Word[] {
  let start = from;
  while (start < end && "-/&".includes(text.charAt(start))) start++;
  if (start >= end) return [];
  const word = text.slice(start, end);
  if (!/[-/&]/.test(word) || isKnownTag(word)) return [{ start, end }];
  const parts = matchesOf(PART_OF_WORD, word).map((part) => {
    return { start: start + part.index, end: start + part.index + part[0].length };
  });
  const areCodes = parts.every((part) => {
    const code = text.slice(part.start, part.end);
    return code.length >= SHORTEST_TAG && (word.includes("/") || isKnownTag(code) || splitGluedTags(code) !== null);
  });
  return areCodes ? parts : [{ start, end }];
}

/** A name whose second parenthesis is lost ends before the next TAG. */
function endOfUnclosedName(text: string, from: number, end: number): number {
  for (const word of text.slice(from, Math.min(end, from + LONGEST_NAME)).matchAll(/[A-Z][A-Z-]+/gi)) {
    const isTag = word[0] === word[0].toUpperCase() && word[0].length >= 4 && isKnownTag(word[0]);
    if (isTag && word.index > 0) return from + word.index;
  }
  return Math.min(end, from + LONGEST_NAME);
}

function withoutSeparators(name: string): string {
  let end = name.length;
  while (end > 0 && ",; ".includes(name.charAt(end - 1))) end--;
  return name.slice(0, end);
}

/** Letters, blanks and the marks that names have; not a TAG or a list of them. */
function isPersonName(name: string): boolean {
  if (!/^[\p{L}][\p{L} ,.'’`-]*$/u.test(name) || name.length < 3) return false;
  return !name.split(/[ ,]+/).every((word) => isKnownTag(word));
}

function skipTo(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (isBlank(text.charCodeAt(at)) || isSpace(text.charCodeAt(at)))) at++;
  return at;
}

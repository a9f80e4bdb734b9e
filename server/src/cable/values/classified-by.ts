/** Reads "Classified By": who classified a cable, in what office, for which reasons. */

import type { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";
import type { ClassifiedBy } from "../tree.ts";
import { isBlank, isDigit, isLetter, matchesOf, onOneLine } from "./chars.ts";
import { isWithinOneEdit } from "./edit-distance.ts";
import { endsTitle, isNearTitleWord, isTitleWord, isTitleWordBesideOthers, joinsTitleWords } from "./officer-titles.ts";

/** A "Classified By", and where another field or the text begins behind it. */
export interface ClassifiedByRead extends ClassifiedBy {
  /** The offset in the value's text where "Classified By" ends; the length of the text where nothing follows. */
  readonly end: number;
}

/** Where the reasons begin. The words before the number (`for reasons`, `per`) are taken off the name afterwards. */
const REASONS =
  /\bREAS(?:ONS?|IONS?|NOS?|OSN)?\b|\bRESONS?\b|(?<![\d./])1[ ]?[.,/][ ]?[3-6](?![\d/])|(?<![\d.])1[3-6][ ]?\(|(?<![\d.])1-30\d|\bE[ ]?\.?[ ]?O\.?[ :]{0,3}1[\dO]{4}|\bEXECUTIVE ORDER\b|\bSECTIONS? 1\b|\bSECS?\.? 1\b|\bPARAGRAPHS? 1\.|\bAUTHORITY\b/i;

/** What follows "Classified By" and its reasons. */
const NEXT_FIELD =
  /\bDECLASSIFY\b|\bDERIVED FROM\b|\bDECL ?:|¶|(?<=\s)\d{1,2}\.[ ]{0,2}\((?:C|S|U|SBU|[CSU]\/\/?NF)\)[ ]|\bSUBJECT ?:|\bREFS? ?:|\bTAGS ?:|-{6}/i;

/** Words between a name and its reasons: they end the name. */
const BETWEEN =
  /(?:^|[\s,;:.-])(?:FOR|PER|BY|UNDER|PURSUANT|TO|IN|ACCORDANCE|WITH|THE|FOLLOWING|BASED|UPON|ON|DUE|AND|IAW|SEE|USING|AS|OF|GIVEN)$/i;

/** Words that the value may begin with: a portion mark, the field's own name typed a second time. */
const BEFORE_NAME =
  /^(?:[\s:.,-]{1,4}|THIS[ ](?:CABLE|MESSAGE|DOCUMENT)[ ](?:IS|WAS)[ ](?=CLASSIFIED)|\([A-Z/]{1,9}\)[ ]?|CLASSIFIED(?:[ ]?BY)?[ ]?:?[ ]?|BY[ ]?:?[ ]|DRAFTED[ ]BY[ ]?:?[ ]?)/i;

/** Generations and degrees, which stand behind a comma and belong to the name. */
const NAME_SUFFIX = /^(?:JR|SR|II|III|IV|ESQ|PH\.?D|M\.?D)\.?$/i;

/** A stop behind one of these is part of it. */
const ABBREVIATED_END = /(?:^|[\s.])(?:JR|SR|ESQ|[A-Z])\.$/i;

/** Reads `value`, the text behind "Classified By:", or behind "Reason:"; null where it names neither a person nor a reason. */
export function readClassifiedBy(value: JoinedText): ClassifiedByRead | null {
  const flat = flatten(value.text);
  const next = NEXT_FIELD.exec(flat.text);
  const end = next === null ? flat.text.length : next.index;
  const text = flat.text.slice(0, end);
  const nameStart = behindPrefixes(text);
  const found = REASONS.exec(text.slice(nameStart));
  const reasonsStart = found === null ? text.length : nameStart + found.index;
  const at = (start: number, behind: number) => value.span(flat.from(start), flat.from(behind - 1) + 1);
  const nameEnd = endOfName(text, nameStart, reasonsStart);
  const person = nameEnd - nameStart > LONGEST_PERSON ? NOBODY : readPerson(text, nameStart, nameEnd);
  const reasons = readReasons(text, reasonsStart).map(({ reason, start, end: behind }): Located<string> => {
    return { value: reason, span: at(start, behind) };
  });
  if (person.name === null && person.title === null && reasons.length === 0) return null;
  // `A...`: what was cut off or left out is no name.
  const isName = person.name !== null && /[\p{L}]{2}/u.test(text.slice(person.name.start, person.name.end));
  const locate = (range: Range | null): Located<string> | null => {
    return range === null
      ? null
      : { value: onOneLine(text.slice(range.start, range.end)), span: at(range.start, range.end) };
  };
  const behind = text.trimEnd().length;
  return {
    span: at(Math.min(nameStart, behind - 1), behind),
    name: isName ? locate(person.name) : null,
    title: locate(person.title),
    reasons,
    end: next === null ? value.text.length : flat.from(end),
  };
}

/** A section with its letters, alone on a line, or letters alone: `1.4 (b)`, `(b) and (d).`, `and (d)`. */
const REST_OF_REASONS =
  /^(?:(?:(?:for|per|by|under|with|and) )?(?:reasons?:? )?1 ?[.,] ?[3-6] ?\(?[a-h]\b|(?:and )?\(?[a-h]\)?(?:[.,/ ]{1,3}(?:and )?\(?[a-h]\)?){0,4}[. ]{0,2}$)/i;

/** Marks alone, or before the letters of more reasons: `).`, `), (D)`. */
const REST_WITHOUT_WORDS = /^[)\].,;]{1,4} ?(?:(?:and |& ?|, ?)?\(?[a-h]\)[.,; ]{0,3}){0,4}$/i;

/** No line that a "Classified By" ends with is longer. */
const LONGEST_REST = 90;

/**
 * Whether a line can only be the rest of the "Classified By" above it, whatever stands between or below: reasons that are still
 * missing, or the end of a word that the line above broke off in.
 */
export function goesOnWithClassifiedBy(soFar: string, line: string): boolean {
  if (line.length > LONGEST_REST) return false;
  if (REST_OF_REASONS.test(line) || REST_WITHOUT_WORDS.test(line)) return true;
  const before = /(?<![A-Za-z])[A-Za-z]+$/.exec(soFar.slice(-24))?.[0];
  const behind = /^[A-Za-z]+/.exec(line)?.[0];
  return before !== undefined && behind !== undefined && breaksWord(before, behind);
}

/** Whether two pieces are one word of reasons that a line's end broke: `a` / `nd`, `REA` / `SONS`, `(d` / `)` being no words. */
function breaksWord(before: string, behind: string): boolean {
  return joinsTitleWords(before, behind) && !/^(?:AND|FOR|PER|BY|REASONS?)$/i.test(behind);
}

interface FlatText {
  /** On one line: words that a fixed width broke in two are whole again, other line breaks are blanks. */
  readonly text: string;
  /** Where in the value's text a character stands. */
  readonly from: (offset: number) => number;
}

function flatten(text: string): FlatText {
  const offsets: number[] = [];
  let flat = "";
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) === 10) {
      if (isInsideWord(text, at)) continue;
      flat += " ";
    } else {
      flat += isBlank(text.charCodeAt(at)) ? " " : text.charAt(at);
    }
    offsets.push(at);
  }
  return { text: flat, from: (offset) => offsets[offset] ?? text.length };
}

/** A fixed width broke lines behind so many characters of the value at least. */
const SHORTEST_CUT_LINE = 52;

/** Words in small letters that a line may begin with: no ends of names. */
const SMALL_WORD =
  /^(?:for|reasons?|per|and|of|the|under|in|on|by|as|to|an?|at|van|von|der|den|de|del|da|di|du|la|le|el|al|bin|is|was|this)$/;

/**
 * Whether a line break stands inside a word. Then the letters on both sides of it make a word that a "Classified By" is made of,
 * or a full line ends with the beginning of a name and the next begins with its end.
 */
function isInsideWord(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  let end = at + 1;
  while (isLetter(text.charCodeAt(end))) end++;
  if (start === at || end === at + 1) return false;
  const before = text.slice(start, at);
  const behind = text.slice(at + 1, end);
  if (joinsTitleWords(before, behind)) return true;
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const isCutName = at - lineStart >= SHORTEST_CUT_LINE && /^[A-Z][a-z]+$/.test(before) && /^[a-z]+$/.test(behind);
  return isCutName && !SMALL_WORD.test(behind) && !isTitleWord(behind) && !isTitleWord(before);
}

function behindPrefixes(text: string): number {
  let at = 0;
  for (let round = 0; round < 6; round++) {
    const prefix = BEFORE_NAME.exec(text.slice(at, at + 40));
    if (prefix === null || prefix[0] === "") break;
    at += prefix[0].length;
  }
  return at;
}

/** The end of what names the person, without the words that lead on to the reasons. */
function endOfName(text: string, start: number, reasonsStart: number): number {
  let end = reasonsStart;
  for (;;) {
    while (end > start && " ,;:-–—(/[".includes(text.charAt(end - 1))) end--;
    if (end > start && text.charAt(end - 1) === "." && !ABBREVIATED_END.test(text.slice(start, end))) {
      end--;
      continue;
    }
    const length =
      BETWEEN.exec(text.slice(Math.max(start, end - 14), end))?.[0].length ?? misspeltReason(text, start, end);
    if (length === 0) return end;
    end -= length;
    if (end <= start) return start;
  }
}

/** How long the word before `end` is, if it is "reason" with a slip in it; else 0. */
function misspeltReason(text: string, start: number, end: number): number {
  const word = /[A-Z]{5,8}$/i.exec(text.slice(Math.max(start, end - 8), end))?.[0].toUpperCase() ?? "";
  return word !== "" && (isWithinOneEdit(word, "REASON") || isWithinOneEdit(word, "REASONS")) ? word.length : 0;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Word extends Range {
  readonly isTitle: boolean;
}

interface Person {
  readonly name: Range | null;
  readonly title: Range | null;
}

/** A segment between commas, semicolons, brackets or dashes. */
interface Segment {
  readonly words: readonly Word[];
}

/** Nobody's name and title are longer: what is holds no person that could be told from the rest. */
const LONGEST_PERSON = 1_000;
const NOBODY: Person = { name: null, title: null };

/** Tells name and title apart: `POLCOUNS JANE DOE`, `Jane Doe, Political Counselor`, `Political Counselor, Jane Doe`. */
function readPerson(text: string, start: number, end: number): Person {
  const segments = segmentsOf(text, start, end);
  const first = segments[0];
  if (first === undefined) return { name: null, title: null };
  const lastTitle = first.words.findLastIndex(({ isTitle }) => isTitle);
  if (lastTitle < 0) return nameThenTitle(text, segments);
  const leading = first.words.findIndex(({ isTitle }) => isTitle);
  const titleEnd = endOfTitle(text, first.words, lastTitle);
  const behind = first.words.slice(titleEnd);
  const before = first.words.slice(0, leading);
  // "Jane Doe DCM", and "Jane Doe Ambassador Athens": the name is what stands before.
  if (before.length >= 2 && behind.length <= 1) {
    return {
      name: around(before),
      title: { start: first.words[leading]?.start ?? start, end: endOfSegments([first]) },
    };
  }
  if (behind.length > 0) {
    return {
      name: withSuffix(text, around(behind), segments[1]),
      title: around(first.words.slice(0, titleEnd)),
    };
  }
  // A title alone: the name is the first segment that is none.
  const nameAt = segments.findIndex(({ words }, index) => index > 0 && words.some(({ isTitle }) => !isTitle));
  if (nameAt < 0) return { name: null, title: around(first.words) };
  const words = segments[nameAt]?.words ?? [];
  const titleInside = words.findLastIndex(({ isTitle }) => isTitle);
  const name = words.slice(titleInside + 1);
  if (name.length === 0) return { name: null, title: around(first.words) };
  const lastEnd = titleInside >= 0 ? (words[titleInside]?.end ?? end) : endOfSegments(segments.slice(0, nameAt));
  return {
    name: withSuffix(text, around(name), segments[nameAt + 1]),
    title: { start: first.words[0]?.start ?? start, end: text.charAt(lastEnd) === ")" ? lastEnd + 1 : lastEnd },
  };
}

/** Words that lead on from a title to what it is of: `Special Envoy for Fredonia Jane Doe`. */
const OF_TITLE = /^(?:OF|FOR|TO|AT|IN)$/i;

/** Words that belong to the name behind them, and initials. */
const INSIDE_NAME = /^(?:[A-Z]\.?|VAN|DER|DEN|VON|DE|DEL|DA|DI|DU|LA|LE|EL|AL|BIN|ST\.?|MC|MAC)$/i;

/**
 * How many of the first words are the title. Where a place or subject follows its last known word, the name is taken to be
 * the last two words, with initials and the like between them.
 */
function endOfTitle(text: string, words: readonly Word[], lastTitle: number): number {
  const typed = (word: Word | undefined): string => (word === undefined ? "" : text.slice(word.start, word.end));
  if (!OF_TITLE.test(typed(words[lastTitle + 1])) || words.length - lastTitle < 4) return lastTitle + 1;
  let surname = words.length - 1;
  if (NAME_SUFFIX.test(typed(words[surname]))) surname--;
  let given = surname - 1;
  while (given > lastTitle + 3 && INSIDE_NAME.test(typed(words[given]))) given--;
  return Math.max(given, lastTitle + 2);
}

/** `Jane Doe, Ambassador, Embassy Freedonia`; `DOE, JANE`. */
function nameThenTitle(text: string, segments: readonly Segment[]): Person {
  const first = segments[0]?.words ?? [];
  let next = 1;
  let name = around(first);
  if (first.length === 1 && segments[1]?.words.every(({ isTitle }) => !isTitle) === true) {
    name = around([...first, ...segments[1].words]);
    next = 2;
  } else {
    const longer = withSuffix(text, name, segments[1]);
    if (longer !== name) next = 2;
    name = longer;
  }
  const rest = segments.slice(next);
  const hasTitle = rest[0]?.words.some(({ isTitle }) => isTitle) === true;
  return { name, title: hasTitle ? around(rest.flatMap(({ words }) => words)) : null };
}

/** The name with a generation or degree that stands behind its comma. */
function withSuffix(text: string, name: Range | null, next: Segment | undefined): Range | null {
  const word = next?.words[0];
  if (name === null || word === undefined || !NAME_SUFFIX.test(text.slice(word.start, word.end))) return name;
  return { start: name.start, end: word.end };
}

function around(words: readonly Word[]): Range | null {
  const first = words[0];
  const last = words[words.length - 1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function endOfSegments(segments: readonly Segment[]): number {
  const words = segments.flatMap((segment) => segment.words);
  return words[words.length - 1]?.end ?? 0;
}

function segmentsOf(text: string, start: number, end: number): readonly Segment[] {
  const segments: Segment[] = [];
  let words: Word[] = [];
  const close = (): void => {
    if (words.length > 0) segments.push({ words: withTitlesByPlace(text, words, segments.length === 0) });
    words = [];
  };
  for (const { index, 0: typed } of matchesOf(WORD, text.slice(start, end))) {
    if (/^(?:[,;:()[\]]|-{1,3}|[–—])$/.test(typed)) {
      close();
      continue;
    }
    const wordStart = start + index;
    // "Jane Doe for Ambassador Roe" names who signed; "Counselor for Economic Affairs" is one title.
    if (/^for$/i.test(typed) && words[words.length - 1]?.isTitle === false) {
      close();
      if (segments.length > 0) return segments;
      continue;
    }
    // A stop at the end of a word is a sentence's, unless the word is an initial or an abbreviation.
    const bare = typed.endsWith(".") && typed.length > 4 ? typed.slice(0, -1) : typed;
    words.push({ start: wordStart, end: wordStart + bare.length, isTitle: isTitleWord(bare) });
  }
  close();
  return segments;
}

/**
 * The words, with those known as of a title that are so only by where they stand: misspelt ones, unless a name leads up to them
 * (`Jane Minster`), and abbreviations beside others (`AIT DIR JANE DOE`, `Pol Min Couns Roe`).
 */
function withTitlesByPlace(text: string, words: readonly Word[], isFirst: boolean): readonly Word[] {
  const known = [...words];
  const typed = (word: Word): string => text.slice(word.start, word.end);
  known.forEach((word, index) => {
    if (word.isTitle) return;
    const before = known[index - 1];
    const isLast = index === known.length - 1;
    if (isLast && before?.isTitle === false) return;
    if (isNearTitleWord(typed(word))) {
      known[index] = { ...word, isTitle: true };
      return;
    }
    if (isLast || !isTitleWordBesideOthers(typed(word)) || (before !== undefined && endsTitle(typed(before)))) return;
    const next = known[index + 1];
    // What would leave a surname alone is a given name.
    const leavesName = known.length - index > 2 || next?.isTitle === true;
    const isBesideTitle = before?.isTitle === true || next?.isTitle === true || (isFirst && index === 0);
    if (leavesName && isBesideTitle) known[index] = { ...word, isTitle: true };
  });
  return known;
}

/** A word, or what parts words. The apostrophe of `D'AFFAIRES` became a comma in many copies. */
const WORD = /D[,?&)]AFFAIRES|[^\s,;:()[\]]+|[,;:()[\]]/gi;

interface ReasonAt extends Range {
  readonly reason: string;
}

/** `1.4`, `1. 4`, `1,4`, `14 (`; `1-301` of Executive Order 12065. */
const SECTION = /(?<![\d./])1(?:[ ]?[.,/][ ]?([3-6])(?!\d)\.?|([3-6])(?=[ ]?\()|-(30\d))/g;

/** The reasons from `start` on, each once: the letters behind each section; a section without letters is a reason itself. */
function readReasons(text: string, start: number): readonly ReasonAt[] {
  const reasons: ReasonAt[] = [];
  const add = (reason: string, from: number, end: number): void => {
    if (!reasons.some((other) => other.reason === reason)) reasons.push({ reason, start: from, end });
  };
  SECTION.lastIndex = start;
  for (let found = SECTION.exec(text); found !== null; found = SECTION.exec(text)) {
    const section = found[3] === undefined ? `1.${found[1] ?? found[2]}` : `1-${found[3]}`;
    const sectionEnd = found.index + found[0].length;
    const letters = readLetters(text, sectionEnd);
    letters.forEach(({ letter, end, start: letterStart }, index) => {
      add(`${section}${letter}`, index === 0 ? found.index : letterStart, end);
    });
    if (letters.length === 0) add(section, found.index, sectionEnd);
    SECTION.lastIndex = letters[letters.length - 1]?.end ?? sectionEnd;
  }
  return reasons;
}

interface LetterAt extends Range {
  /** `(b)`, `(a)(5)`. */
  readonly letter: string;
}

/** The letters behind a section's number: `(b) and (d)`, `(b,d)`, `B/D`, `(b)-(d)`. */
function readLetters(text: string, from: number): readonly LetterAt[] {
  const letters: LetterAt[] = [];
  let at = from;
  let isInside = false;
  let rangeFrom = "";
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const letter = text.charAt(at).toLowerCase();
    if (text.charAt(at) === "(" || text.charAt(at) === "[") {
      isInside = true;
      at++;
    } else if (text.charAt(at) === ")" || text.charAt(at) === "]") {
      isInside = false;
      at++;
    } else if (letter >= "a" && letter <= "h" && isLetterAlone(text, at, isInside)) {
      const bracketed = text.charAt(at - 1) === "(";
      const number = /^\)[ ]?\((\d{1,2})\)/.exec(text.slice(at + 1, at + 8));
      const isClosed = bracketed && text.charAt(at + 1) === ")";
      const end = number !== null ? at + 1 + number[0].length : at + (isClosed ? 2 : 1);
      for (const between of lettersBetween(rangeFrom, letter)) letters.push({ letter: `(${between})`, start: at, end });
      rangeFrom = "";
      letters.push({
        letter: number === null ? `(${letter})` : `(${letter})(${number[1]})`,
        start: bracketed ? at - 1 : at,
        end,
      });
      at += number === null ? 1 : number[0].length;
      if (number !== null) isInside = false;
    } else if (code === 45 && letters.length > 0) {
      rangeFrom = letters[letters.length - 1]?.letter.charAt(1) ?? "";
      at++;
    } else {
      const behind = endOfSeparator(text, at, letters.length > 0);
      if (behind === at) break;
      at = behind;
    }
  }
  return letters;
}

/** The letters that a range leaves out: `c` of `b-d`. */
function lettersBetween(first: string, last: string): readonly string[] {
  const between: string[] = [];
  if (first === "" || first >= last) return between;
  for (let code = first.charCodeAt(0) + 1; code < last.charCodeAt(0); code++) between.push(String.fromCharCode(code));
  return between;
}

/** Whether the letter at `at` is a reason's: not the beginning of a word, and outside brackets not the article "a". */
function isLetterAlone(text: string, at: number, isInside: boolean): boolean {
  if (isLetter(text.charCodeAt(at + 1)) || isDigit(text.charCodeAt(at + 1))) return false;
  if (isInside) return true;
  if (isLetter(text.charCodeAt(at - 1))) return false;
  return !/^[a-h][ ](?!AND\b|OR\b|AN\b|[a-h]\b|&|\/|,)[A-Z]/i.test(text.slice(at, at + 6));
}

const BETWEEN_LETTERS = /^(?:AND|OR|AN)(?![A-Z])/i;

/** `1.4 paragraphs b and d` */
const BEFORE_LETTERS = /^(?:AND|OR|AN|(?:SUB)?(?:PARAGRAPHS?|PARAS?\.?|SECTIONS?))(?![A-Z])/i;

const LONGEST_SEPARATOR = 16;

function endOfSeparator(text: string, at: number, afterLetter: boolean): number {
  if (" ,;/&+".includes(text.charAt(at))) return at + 1;
  // A stop ends the reasons once there are some; before them it is a slip: `1.4. (b)`.
  if (text.charAt(at) === "." && !afterLetter) return at + 1;
  const word = (afterLetter ? BETWEEN_LETTERS : BEFORE_LETTERS).exec(text.slice(at, at + LONGEST_SEPARATOR));
  return word === null ? at : at + word[0].length;
}

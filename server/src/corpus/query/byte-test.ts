/**
 * Tells of the bytes of a file, as they are, whether a query may hold of its cable. Most files are told by one look for a word; where bytes
 * can't tell (accents, entities, words that are broken at a line's end, phrases that reach over a page), the cable is read.
 */

import { furnitureTeller } from "../../cable/furniture/furniture.ts";
import { SourceLines } from "../../cable/source-lines.ts";
import { isCaptionLine } from "../../cable/values/captions.ts";
import { largest } from "../../text/arrays.ts";
import { SourceText } from "../../text/source-text.ts";
import type { Condition } from "./condition.ts";
import { needsText } from "./condition.ts";
import { type Answer, MAYBE, NO, YES } from "./row-test.ts";
import type { Phrase } from "./words.ts";

/** A file's bytes, one character each (Latin-1), with what else is known of them. */
export interface FileBytes {
  readonly text: string;
  /** Whether accented letters may stand in it: then a word without them may stand for one with them. */
  readonly hasAccents: () => boolean;
}

/** The answer, and how often the words stand in the file, as far as bytes tell. */
export interface ByteAnswer {
  readonly answer: Answer;
  readonly count: number;
}

export type ByteTest = (file: FileBytes) => ByteAnswer;

/**
 * What is left to ask of a cable that the columns of the index could not tell: parts that these know hold of it, or they would have
 * told that the query does not.
 */
export function openParts(condition: Condition): Condition {
  if (condition.kind !== "all" && condition.kind !== "any") return condition;
  const parts = condition.parts
    .filter(needsText)
    .map((part) => (part.kind === condition.kind ? openParts(part) : part));
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? openParts(first) : { kind: condition.kind, parts };
}

export function byteTest(condition: Condition): ByteTest {
  switch (condition.kind) {
    case "all": {
      const tests = rarestFirst(condition.parts).map(byteTest);
      return (file) => {
        let answer: Answer = YES;
        let count = 0;
        for (const test of tests) {
          const one = test(file);
          if (one.answer === NO) return NOTHING;
          if (one.answer < answer) answer = one.answer;
          count += one.count;
        }
        return { answer, count };
      };
    }
    case "any": {
      const tests = condition.parts.map(byteTest);
      return (file) => {
        let answer: Answer = NO;
        let count = 0;
        for (const test of tests) {
          const one = test(file);
          if (one.answer > answer) answer = one.answer;
          count += one.count;
        }
        return { answer, count };
      };
    }
    case "not": {
      const test = byteTest(condition.part);
      return (file) => {
        const { answer } = test(file);
        return { answer: answer === YES ? NO : answer === NO ? YES : MAYBE, count: 0 };
      };
    }
    case "everything":
      return () => ({ answer: YES, count: 0 });
    case "words": {
      const test = phraseTest(condition.phrase);
      const mayBeElsewhere = condition.stations.length > 0 || condition.year !== null || condition.mrn !== null;
      return mayBeElsewhere
        ? (file) => {
            const { answer, count } = test(file);
            return { answer: answer === NO ? MAYBE : answer, count };
          }
        : test;
    }
    case "person":
    case "signed": {
      // Values that are printed as they are read, but for line ends: each of their words stands in the file.
      const tests = condition.phrase.words.map((word) => phraseTest({ words: [word], isPrefix: true }));
      return (file) => (tests.some((test) => test(file).answer === NO) ? NOTHING : { answer: MAYBE, count: 0 });
    }
    default:
      return () => ({ answer: MAYBE, count: 0 });
  }
}

const NOTHING: ByteAnswer = { answer: NO, count: 0 };

/** Longer words are rarer, more often than not. */
function rarestFirst(parts: readonly Condition[]): readonly Condition[] {
  const length = (part: Condition): number =>
    part.kind === "words" ? largest(part.phrase.words.map((word) => word.length)) : 0;
  return [...parts].sort((one, other) => length(other) - length(one));
}

const WORD = "0-9A-Za-z";
/** Between two words of a phrase, over one line's end at most. */
const GAP = `(?:[^${WORD}\\n]{1,12}|[^${WORD}\\n]{0,12}[ \\t\\r]{0,80}\\n[ \\t]{0,80}[^${WORD}\\n]{0,12})`;

/** Entities of letters; those of signs part words as the signs do. */
const LETTER_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|nbsp);)(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});/i;
const BROKEN_WORD = /(?<![0-9A-Za-z])([0-9A-Za-z]+)-[ \t\r]{0,20}\n/g;

function phraseTest({ words, isPrefix }: Phrase): ByteTest {
  // What is not ASCII is written in more than one way.
  if (words.some((word) => /[^0-9a-z]/.test(word))) return () => ({ answer: MAYBE, count: 0 });
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), "");
  const rarest = new RegExp(longest, "i");
  const phrase = new RegExp(words.join(GAP), "gi");
  return (file) => {
    const { text } = file;
    if (!rarest.test(text)) return mayBeHidden(file, words) ? UNSURE : NOTHING;
    let count = 0;
    let isUnsure = false;
    phrase.lastIndex = 0;
    for (let match = phrase.exec(text); match !== null; match = phrase.exec(text)) {
      const found = match[0];
      const end = match.index + found.length;
      const sides = Math.max(
        sideOf(text.charCodeAt(match.index - 1), true),
        isPrefix ? OUTSIDE : sideOf(text.charCodeAt(end), false),
      );
      if (sides === INSIDE) continue;
      if (sides === UNKNOWN || (words.length > 1 && /[\n\x80-\xff&]/.test(found))) isUnsure = true;
      else if (count > 0 || isText(text, match.index)) count++;
      else isUnsure = true;
    }
    if (count > 0) return { answer: YES, count };
    if (isUnsure || mayBeHidden(file, words)) return UNSURE;
    return words.length > 1 && mayReachOver(text, words) ? UNSURE : NOTHING;
  };
}

const UNSURE: ByteAnswer = { answer: MAYBE, count: 1 };

/** What stands beside a word: what ends it, what only a reader can tell, or more of it. */
const OUTSIDE = 0;
const UNKNOWN = 1;
const INSIDE = 2;

function sideOf(code: number, isBefore: boolean): number {
  // Beyond the text there is no code.
  if (Number.isNaN(code)) return OUTSIDE;
  if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return INSIDE;
  // A letter of more than one byte, an entity, a hyphen that may break the word.
  if (code >= 0x80 || (isBefore ? code === 59 : code === 38)) return UNKNOWN;
  return OUTSIDE;
}

/** Whether words may stand in a file whose bytes do not spell them. */
function mayBeHidden(file: FileBytes, words: readonly string[]): boolean {
  if (file.hasAccents() || (file.text.includes("&") && LETTER_ENTITY.test(file.text))) return true;
  if (!file.text.includes("-\n") && !file.text.includes("-\r\n") && !file.text.includes("- ")) return false;
  for (const [, part = ""] of file.text.matchAll(BROKEN_WORD)) {
    const begun = part.toLowerCase();
    if (words.some((word) => word.length > begun.length && word.startsWith(begun))) return true;
  }
  return false;
}

/** Whether a phrase may reach over a page break: one of its words but the last ends a line. */
function mayReachOver(text: string, words: readonly string[]): boolean {
  if (!words.every((word) => new RegExp(word, "i").test(text))) return false;
  return words.slice(0, -1).some((word) => new RegExp(`${word}[^${WORD}\\n]{0,12}[ \\t\\r]{0,80}\\n`, "i").test(text));
}

/** Page furniture is told by the lines above it, so many at most. In bytes. */
const WINDOW = 600;

/** Lines of a few words, without a full stop: a head's titles and marks, which only its reader tells from text. */
const TITLE = /^[\w -]{1,40}[ \t\r]*$/;

/** The longest line that is a caption left in the text. */
const LONGEST_CAPTION = 40;

/** What a machine's reading sets apart a line with: what is behind these marks is told from text only when they are taken off. */
const DECORATION = /\*\*|~~|^#|<[a-z/]/im;

/** A page heading drawn into a line of text: which words are its own, only a reader tells. */
const PAGE_IN_LINE = /\d{8}[ \t]{1,3}\d{3}(?:\.\d)?[ \t]{1,3}OF[ \t]{1,3}0\d\d|PAGE[ \t]{1,4}\d{2,3}[ \t]/i;

/** Whether a place stands for certain in a line of text, and not in one that a machine or a releasing office put there. */
function isText(text: string, at: number): boolean {
  const lineEnd = text.indexOf("\n", at);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const window = Math.max(0, at - WINDOW);
  const start = window === 0 ? 0 : text.indexOf("\n", window) + 1;
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  // A line that is longer than all furniture.
  if (end - lineStart > WINDOW || start > lineStart) return true;
  const above = text.slice(start, end);
  if (DECORATION.test(above) || PAGE_IN_LINE.test(text.slice(lineStart, end))) return false;
  const lines = new SourceLines(SourceText.plain(above), furnitureTeller([]));
  const line = lines.count - 1;
  if (lines.kinds[line] !== null || TITLE.test(lines.content(line))) return false;
  return lines.length(line) > LONGEST_CAPTION || !isCaptionLine(lines.content(line));
}

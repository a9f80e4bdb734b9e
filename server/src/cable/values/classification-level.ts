/** Reads the level at the head of a line, in every way it is typed: `UNCLAS`, `C O N F I D E N T I A L`, `SS E C R E T`. */

import { PrefixSet } from "../line-dispatch.ts";
import type { ClassificationLevel } from "../record.ts";
import { capitalOf, skipBlanks } from "./chars.ts";
import { matchSpacedWord, mayBeWithOneSlip, threeLetters } from "./letterspaced-words.ts";

/** A level and where it stands. */
export interface LevelAt {
  readonly level: ClassificationLevel;
  /** The short form of a message's first words, `UNCLAS`, which no page is stamped with. */
  readonly short: boolean;
  readonly start: number;
  readonly end: number;
}

interface LevelWord {
  /** Capitals, without blanks. */
  readonly letters: string;
  readonly level: ClassificationLevel;
  /** How many letters may be wrong. */
  readonly slips: number;
  readonly short?: true;
}

/** Longer words come before their own beginnings. Administrative controls stand for the level they were used with. */
const LEVEL_WORDS: readonly LevelWord[] = [
  { letters: "UNCLASSIFIED", level: "UNCLASSIFIED", slips: 2 },
  { letters: "UNCLASS", level: "UNCLASSIFIED", slips: 0, short: true },
  { letters: "UNCLAS", level: "UNCLASSIFIED", slips: 1, short: true },
  { letters: "CONFIDENTIAL", level: "CONFIDENTIAL", slips: 2 },
  { letters: "SECRET", level: "SECRET", slips: 1 },
  { letters: "TOPSECRET", level: "TOP SECRET", slips: 1 },
  { letters: "LIMITEDOFFICIALUSE", level: "LIMITED OFFICIAL USE", slips: 2 },
  { letters: "LIMITEDOFFUSE", level: "LIMITED OFFICIAL USE", slips: 0 },
  { letters: "SENSITIVEBUTUNCLASSIFIED", level: "UNCLASSIFIED", slips: 2 },
  { letters: "SBU", level: "UNCLASSIFIED", slips: 0 },
];

const MOST_SLIPS = 2;

/** Spelled in single letters, these were begun with the first letter of another level now and then: `CSE C R E T`. */
const BEGUN_WITH_ANOTHER: ReadonlySet<string> = new Set(["SECRET", "CONFIDENTIAL"]);
const FIRST_LETTERS = ["C", "S", "U"];

function lettersBegunWith({ letters, slips }: LevelWord): readonly string[] {
  const own = [...letters.slice(0, slips > 0 ? 2 : 1)];
  return BEGUN_WITH_ANOTHER.has(letters) ? [...new Set([...own, ...FIRST_LETTERS])] : own;
}

/** The level words that may begin with a letter, or with it after their own first letter was lost. Index: letter's code. */
const WORDS_BY_FIRST_LETTER: readonly (readonly LevelWord[] | undefined)[] = (() => {
  const byLetter: LevelWord[][] = [];
  for (const word of LEVEL_WORDS) {
    for (const letter of lettersBegunWith(word)) {
      const code = letter.charCodeAt(0);
      const list = byLetter[code] ?? [];
      list.push(word);
      byLetter[code] = list;
    }
  }
  return byLetter;
})();

/** No level begins with these three letters; only one in capitals, with one of them misread; a level does, or one with a letter doubled or lost. */
const NEVER = 0;
const MISREAD = 1;
const ALWAYS = 2;

/** What may begin with three letters, by their `packed` number. */
const BEGINNINGS: Uint8Array = (() => {
  const beginnings = new Uint8Array(1 << 15).fill(NEVER);
  const units = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0));
  const damageable = LEVEL_WORDS.filter(({ slips }) => slips > 0);
  for (const { letters } of damageable) {
    const [one = 0, two = 0, three = 0] = units(letters);
    for (let any = 0; any < 32; any++) {
      for (const place of [packed(any, two, three), packed(one, any, three), packed(one, two, any)]) {
        beginnings[place] = MISREAD;
      }
    }
    if (!BEGUN_WITH_ANOTHER.has(letters)) continue;
    for (const [other = 0] of FIRST_LETTERS.map(units)) beginnings[packed(other, one, two)] = MISREAD;
  }
  for (const { letters, slips } of LEVEL_WORDS) {
    const [one = "", two = "", three = "", four = ""] = letters;
    const damaged = [one + one + two, one + two + two, two + three + four, one + three + four, one + two + four];
    for (const beginning of [one + two + three, ...(slips > 0 ? damaged : [])]) {
      const [first = 0, second = 0, third = 0] = units(beginning);
      beginnings[packed(first, second, third)] = ALWAYS;
    }
  }
  return beginnings;
})();

/** Three capitals as one number of fifteen bits; what is no letter counts as none. */
function packed(one: number, two: number, three: number): number {
  return ((one & 31) << 10) | ((two & 31) << 5) | (three & 31);
}

/** Whether the first three letters at `at`, blanks between them passed over, can begin a level: the quick no for most lines of prose. */
export function mayBeginLevel(text: string, at: number): boolean {
  if (WORDS_BY_FIRST_LETTER[capitalOf(text.charCodeAt(at))] === undefined) return false;
  let letters = 0;
  let code = 0;
  let small = false;
  for (let offset = at; letters < 3 && offset < at + 12; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === 32 || unit === 46 || unit === 9) continue;
    if (letters === 1) small = unit >= 97;
    code = (code << 5) | letterOf(unit);
    letters++;
  }
  if (letters < 3) return false;
  const beginning = BEGINNINGS[code];
  // Misread letters are looked for only in capitals: in a line of prose the second letter is a small one.
  return beginning === ALWAYS || (beginning === MISREAD && !small);
}

/** The highest of the beginnings by their first two letters. */
const BEGINNINGS_OF_TWO: Uint8Array = (() => {
  const highest = new Uint8Array(BEGINNINGS.length >> 5);
  for (let code = 0; code < BEGINNINGS.length; code++) {
    const beginning = BEGINNINGS[code] ?? 0;
    if (beginning > (highest[code >> 5] ?? 0)) highest[code >> 5] = beginning;
  }
  return highest;
})();

/** The heads of lines that a level may begin: its first two letters, or the first and a blank. */
export const LEVEL_HEADS = new PrefixSet((first, second) => {
  if (WORDS_BY_FIRST_LETTER[capitalOf(first)] === undefined) return false;
  if (letterOf(second) === 0) return true;
  const highest = BEGINNINGS_OF_TWO[packed(0, letterOf(first), letterOf(second))] ?? 0;
  return highest >= (second >= 97 ? ALWAYS : MISREAD);
});

/** The five bits of the capital that a character stands for, 0 for none. */
function letterOf(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit & 31;
  if (unit >= 97 && unit <= 122) return unit & 31;
  return unit === 48 ? 15 : unit === 49 ? 9 : 0;
}

/** The level at `from`, after blanks; null where there is none. Says no to other words after a letter or three. */
export function readLevel(text: string, from = 0): LevelAt | null {
  const start = skipBlanks(text, from);
  if (!mayBeginLevel(text, start)) return null;
  const words = WORDS_BY_FIRST_LETTER[capitalOf(text.charCodeAt(start))];
  if (words === undefined) return null;
  const three = threeLetters(text, start);
  for (let slips = 0; slips <= MOST_SLIPS; slips++) {
    for (const word of words) {
      if (word.slips < slips || !mayBeWithOneSlip(three, word.letters)) continue;
      const end = matchSpacedWord(text, start, word.letters, slips);
      if (end >= 0) return { level: word.level, short: word.short === true, start, end };
    }
  }
  return null;
}

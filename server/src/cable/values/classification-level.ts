/** Reads the level at the head of a line, in every way it is typed: `UNCLAS`, `C O N F I D E N T I A L`, `SS E C R E T`. */

import type { ClassificationLevel } from "../record.ts";
import { capitalOf, skipBlanks } from "./reading.ts";
import { matchSpacedWord, mayBeWithOneSlip, threeLetters } from "./spaced-words.ts";

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

/** The level words that may begin with a letter, or with it after their own first letter was lost. Index: letter's code. */
const WORDS_BY_FIRST_LETTER: readonly (readonly LevelWord[] | undefined)[] = (() => {
  const byLetter: LevelWord[][] = [];
  for (const word of LEVEL_WORDS) {
    for (const letter of word.letters.slice(0, word.slips > 0 ? 2 : 1)) {
      const code = letter.charCodeAt(0);
      const list = byLetter[code] ?? [];
      list.push(word);
      byLetter[code] = list;
    }
  }
  return byLetter;
})();

/** The first three letters that a level may begin with, whole, or with one of them doubled or lost; as one number each. */
const FIRST_THREE: ReadonlySet<number> = new Set(
  LEVEL_WORDS.flatMap(({ letters, slips }) => {
    const [one = "", two = "", three = "", four = ""] = letters;
    const damaged = [one + one + two, one + two + two, two + three + four, one + three + four, one + two + four];
    return [one + two + three, ...(slips > 0 ? damaged : [])];
  }).map((three) => packed(three.charCodeAt(0), three.charCodeAt(1), three.charCodeAt(2))),
);

/** The first two letters of those, and the first and third: what is left where the third, or the second, was misread. */
const TWO_OF_THREE: ReadonlySet<number> = new Set(
  LEVEL_WORDS.filter(({ slips }) => slips > 0).flatMap(({ letters }) => [
    packed(letters.charCodeAt(0), letters.charCodeAt(1), 0),
    packed(letters.charCodeAt(0), 0, letters.charCodeAt(2)),
    packed(0, letters.charCodeAt(1), letters.charCodeAt(2)),
  ]),
);

function packed(one: number, two: number, three: number): number {
  return (one << 16) | (two << 8) | three;
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
    code = (code << 8) | (unit === 48 ? 79 : unit === 49 ? 73 : capitalOf(unit) & 0xff);
    letters++;
  }
  if (letters < 3 || FIRST_THREE.has(code)) return letters === 3;
  // Misread letters are looked for only in capitals: in a line of prose the second letter is a small one.
  if (small) return false;
  return TWO_OF_THREE.has(code & 0xffff00) || TWO_OF_THREE.has(code & 0xff00ff) || TWO_OF_THREE.has(code & 0x00ffff);
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

/** Reads the level at the head of a line, in every way it is typed: `UNCLAS`, `C O N F I D E N T I A L`, `SS E C R E T`. */

import type { ClassificationLevel } from "../record.ts";
import { capitalOf, skipBlanks } from "./reading.ts";
import { matchSpacedWord } from "./spaced-words.ts";

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

/** The level at `from`, after blanks; null where there is none. Says no to other words after a letter or three. */
export function readLevel(text: string, from = 0): LevelAt | null {
  const start = skipBlanks(text, from);
  const words = WORDS_BY_FIRST_LETTER[capitalOf(text.charCodeAt(start))];
  if (words === undefined) return null;
  for (let slips = 0; slips <= MOST_SLIPS; slips++) {
    for (const word of words) {
      if (word.slips < slips) continue;
      const end = matchSpacedWord(text, start, word.letters, slips);
      if (end >= 0) return { level: word.level, short: word.short === true, start, end };
    }
  }
  return null;
}

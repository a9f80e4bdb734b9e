/** Takes a text apart into words that can be compared, whatever the case, the accents and the kind of apostrophe they are typed with. */

/** A word where it stands. Offsets are UTF-16 units of the text it was found in. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Small letters and digits without accents and apostrophes: two words are the same where their keys are. */
  readonly key: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’`´][\p{L}\p{M}]+)*/gu;

/** The words of `[start, end)` of a text, in order. */
export function wordsOf(text: string, start = 0, end = text.length): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const at = start + match.index;
    const key = wordKey(match[0]);
    if (key !== "") words.push({ start: at, end: at + match[0].length, key });
  }
  return words;
}

/** Plain words need no more than small letters: most are. */
const PLAIN = /^[A-Za-z0-9]+$/;

/** What two spellings of one word have in common. Empty for what is no word. */
export function wordKey(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

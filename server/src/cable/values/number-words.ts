/** Numbers of paragraphs in words, `para three`, both ways. */

const WORDS: readonly string[] = (
  "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN " +
  "EIGHTEEN NINETEEN TWENTY"
).split(" ");

const NUMBERS: ReadonlyMap<string, number> = new Map(WORDS.map((word, index) => [word, index + 1]));

/** The longest word that is one. */
export const LONGEST_NUMBER_WORD = 10;

/** The number that a word in any case says; null for another word. */
export function readNumberWord(word: string): number | null {
  return NUMBERS.get(word.toUpperCase()) ?? null;
}

/** A number in the case of the word that stood there; in figures where it has no word of its own. */
export function numberWord(number: number, like: string): string {
  const word = WORDS[number - 1];
  if (word === undefined) return String(number);
  if (like === like.toUpperCase()) return word;
  return like === like.toLowerCase() ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase();
}

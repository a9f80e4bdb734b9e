/** Words as a search compares them: runs of letters and digits, in any case, with or without accents. */

/** What a word is made of: letters and digits, without the soft hyphen, which stands among them in the tables. */
const WORD_CHARACTERS = "0-9A-Za-z\\u00C0-\\u02AF\\u0370-\\u1FFF";
const WORD = new RegExp(`[${WORD_CHARACTERS}]+`, "g");

/** Between two words of a phrase: blanks and signs, but not the end of a paragraph, which is a line feed in a running text. */
const GAP = `[^${WORD_CHARACTERS}\\n]{1,12}`;

/** Stands where a word was broken at the end of a line: the hyphen is no part of it. */
export const SOFT_HYPHEN = "\u00AD";

const ACCENTED = /[\u00C0-\u024F\u1E00-\u1EFF]/g;

/** The same text without accents, as long as it was: places in it stay. */
export function withoutAccents(text: string): string {
  return text.replace(ACCENTED, (letter) => {
    const base = letter.normalize("NFD").charAt(0);
    return base === "" ? letter : base;
  });
}

/** The words of a text as they are compared: small letters without accents. */
export function wordsOf(text: string): readonly string[] {
  return withoutAccents(text.normalize("NFC")).toLowerCase().match(WORD) ?? [];
}

/** Words that stand one behind the other, whatever signs are between them; of the last one the beginning is enough where it is a prefix. */
export interface Phrase {
  /** As `wordsOf` makes them; one at least. */
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/**
 * Finds a phrase in a text without accents: global, in any case. A word that was broken by a soft hyphen is whole.
 * Words are letters and digits, so that nothing in them is a sign of the pattern.
 */
export function phrasePattern({ words, isPrefix }: Phrase): RegExp {
  const letters = words.map((word) => [...word].join(`${SOFT_HYPHEN}?`));
  const end = isPrefix ? "" : `(?![${WORD_CHARACTERS}])`;
  return new RegExp(`(?<![${WORD_CHARACTERS}])${letters.join(GAP)}${end}`, "gi");
}

/** Whether a text holds a phrase. */
export function holdsPhrase(text: string, phrase: Phrase): boolean {
  return phrasePattern(phrase).test(withoutAccents(text));
}

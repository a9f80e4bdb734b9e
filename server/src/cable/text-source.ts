/** A text of which a reader may need no more than the beginning: in memory, or in a file of which only that is decoded. */

import { plainCharacters } from "../text/plain-characters.ts";

/** The beginning of a text, up to a line break; all of it where it is not cut. */
export interface Beginning {
  readonly text: string;
  readonly isCut: boolean;
}

/** A text as a cable is read from it: with plain blanks and hyphens, and offsets that are the document's. */
export interface TextSource {
  /** As many whole lines as fit into so many UTF-16 units (of a file: bytes); the whole text where it is not longer. */
  first(units: number): Beginning;
  whole(): string;
  /** Whether some ASCII words stand anywhere in the text. */
  includes(words: string): boolean;
}

export class StringSource implements TextSource {
  readonly #text: string;

  constructor(text: string) {
    this.#text = plainCharacters(text);
  }

  first(units: number): Beginning {
    const text = this.#text;
    if (text.length <= units) return { text, isCut: false };
    return { text: text.slice(0, text.lastIndexOf("\n", units - 1) + 1), isCut: true };
  }

  whole(): string {
    return this.#text;
  }

  includes(words: string): boolean {
    return this.#text.includes(words);
  }
}

/** Several pieces of a text read as one, with the way back to where each character stands. */

import type { Span } from "./span.ts";

/**
 * The pieces of a field or paragraph (its lines, without page furniture between them) joined by `\n`.
 * Readers of values work on `text` and map what they find back with `span`.
 */
export class JoinedText {
  readonly text: string;
  /** Per piece: its offset in `text`, its offset in the source. */
  readonly #at: number[] = [];
  readonly #source: number[] = [];

  constructor(source: string, pieces: readonly Span[]) {
    let text = "";
    for (const piece of pieces) {
      if (this.#at.length > 0) text += "\n";
      this.#at.push(text.length);
      this.#source.push(piece.start);
      text += source.slice(piece.start, piece.end);
    }
    this.text = text;
  }

  /** The source offset of the character at `offset`; for the joining `\n`, the end of the piece before it. */
  source(offset: number): number {
    let index = this.#at.length - 1;
    while (index > 0 && (this.#at[index] ?? 0) > offset) index--;
    return (this.#source[index] ?? 0) + offset - (this.#at[index] ?? 0);
  }

  /** The source span of `[start, end)` of `text`. An empty one is an empty span at its start. */
  span(start: number, end: number): Span {
    return { start: this.source(start), end: end > start ? this.source(end - 1) + 1 : this.source(start) };
  }
}

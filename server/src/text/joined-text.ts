/** Several pieces of a text read as one, with the way back to where each character stands. */

import type { SourceText } from "./source-text.ts";
import type { Span } from "./span.ts";

/**
 * The pieces of a field or paragraph (its lines, without page furniture between them) joined by `\n`.
 * Readers of values work on `text` and map what they find to spans of the document with `span`.
 */
export class JoinedText {
  readonly text: string;
  readonly #source: SourceText;
  /** Per piece: its offset in `text`, its offset in the source. */
  readonly #at: number[] = [];
  readonly #from: number[] = [];

  /** `pieces` are stretches of `source.text`, in order. */
  constructor(source: SourceText, pieces: readonly Span[]) {
    this.#source = source;
    let text = "";
    for (const piece of pieces) {
      if (this.#at.length > 0) text += "\n";
      this.#at.push(text.length);
      this.#from.push(piece.start);
      text += source.text.slice(piece.start, piece.end);
    }
    this.text = text;
  }

  /** The document's span of `[start, end)` of `text`. An empty one is an empty span at its start. */
  span(start: number, end: number): Span {
    const first = this.#sourceOffset(start);
    return end > start ? this.#source.span(first, this.#sourceOffset(end - 1) + 1) : this.#source.span(first, first);
  }

  /** The offset in the source of the character at `offset`; for the joining `\n`, the end of the piece before it. */
  #sourceOffset(offset: number): number {
    let low = 0;
    let high = this.#at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#at[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (this.#from[low] ?? 0) + offset - (this.#at[low] ?? 0);
  }
}

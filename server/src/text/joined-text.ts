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
  /** Where the first piece begins in the source. */
  readonly #start: number;
  /** Per further piece: its offset in `text`, its offset in the source. Null where there is none: most values are of one line. */
  readonly #at: readonly number[] | null;
  readonly #from: readonly number[] | null;

  /** `pieces` are stretches of `source.text`, in order. */
  constructor(source: SourceText, pieces: readonly Span[]) {
    this.#source = source;
    const first = pieces[0];
    this.#start = first === undefined ? 0 : first.start;
    let text = first === undefined ? "" : source.text.slice(first.start, first.end);
    if (pieces.length < 2) {
      this.#at = null;
      this.#from = null;
    } else {
      const at: number[] = [];
      const from: number[] = [];
      for (let index = 1; index < pieces.length; index++) {
        const { start, end } = pieces[index] ?? { start: 0, end: 0 };
        at.push(text.length + 1);
        from.push(start);
        text += `\n${source.text.slice(start, end)}`;
      }
      this.#at = at;
      this.#from = from;
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
    const at = this.#at;
    if (at === null || this.#from === null || offset < (at[0] ?? 0)) return this.#start + offset;
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((at[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (this.#from[low] ?? 0) + offset - (at[low] ?? 0);
  }
}

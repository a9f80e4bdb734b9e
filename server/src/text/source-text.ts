/** A text that is read in place of the document's own, with the way back to where each character stands there. */

import type { Span } from "./span.ts";

/** `[start, end)` of the document is read as `replacement`. An insertion has an empty span, a deletion an empty replacement. */
export interface Edit extends Span {
  readonly replacement: string;
}

/**
 * What the readers of a cable read: the document's text, or, where the copy is damaged, the text with the damage taken
 * off. Readers work on offsets of `text` and make every span they give out with `span`, so that spans are always the document's.
 */
export class SourceText {
  readonly text: string;
  /** Per unedited stretch: its start here, its start in the document. Null where nothing was edited. */
  readonly #at: readonly number[] | null;
  readonly #document: readonly number[] | null;

  private constructor(text: string, at: readonly number[] | null, document: readonly number[] | null) {
    this.text = text;
    this.#at = at;
    this.#document = document;
  }

  /** The document's text as it stands. */
  static plain(text: string): SourceText {
    return new SourceText(text, null, null);
  }

  /** The document's text with edits made. They are in document order and do not overlap. */
  static edited(document: string, edits: readonly Edit[]): SourceText {
    if (edits.length === 0) return SourceText.plain(document);
    const pieces: string[] = [];
    const at: number[] = [0];
    const from: number[] = [0];
    let length = 0;
    let copied = 0;
    for (const edit of edits) {
      pieces.push(document.slice(copied, edit.start), edit.replacement);
      length += edit.start - copied;
      if (edit.replacement !== "") {
        at.push(length);
        from.push(edit.start);
        length += edit.replacement.length;
      }
      at.push(length);
      from.push(edit.end);
      copied = edit.end;
    }
    pieces.push(document.slice(copied));
    return new SourceText(pieces.join(""), at, from);
  }

  /** Whether this is the document's text as it stands. */
  get isPlain(): boolean {
    return this.#at === null;
  }

  /** The document's span of `[start, end)` of `text`. An empty one is an empty span. */
  span(start: number, end: number): Span {
    if (this.#at === null) return { start, end };
    const first = this.documentOffset(start);
    return { start: first, end: end > start ? this.#documentEnd(end) : first };
  }

  /** Where the character at `offset` stands in the document; for one that was put in, where it was. */
  documentOffset(offset: number): number {
    return this.#locate(offset, offset);
  }

  /** The way there: where in `text` the document's character at `offset` is read; for one that was taken out, what follows it. */
  offsetOf(offset: number): number {
    const at = this.#at;
    const document = this.#document;
    if (at === null || document === null) return offset;
    let low = 0;
    let high = document.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((document[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const mapped = (at[low] ?? 0) + offset - (document[low] ?? 0);
    return Math.min(mapped, at[low + 1] ?? this.text.length);
  }

  /** Where what ends before `end` ends in the document. */
  #documentEnd(end: number): number {
    return this.#locate(end - 1, end);
  }

  #locate(character: number, offset: number): number {
    const at = this.#at;
    const document = this.#document;
    if (at === null || document === null) return offset;
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((at[middle] ?? 0) <= character) low = middle;
      else high = middle - 1;
    }
    const mapped = (document[low] ?? 0) + offset - (at[low] ?? 0);
    const next = document[low + 1];
    // Inside a replacement that is longer than what it stands for there is no character of its own to point at.
    return next === undefined ? mapped : Math.min(mapped, next);
  }
}

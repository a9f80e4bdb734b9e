/** The words of a cable's text in reading order, free of page furniture, with the way back to paragraphs and to the document. */

import { joinLines, widthOf } from "../../cable/clean-text/blocks.ts";
import { BodyText, type TextLine } from "../../cable/clean-text/body-text.ts";
import type { CableTree, OutlineNode } from "../../cable/tree.ts";
import type { Span } from "../../text/span.ts";
import { type Word, wordsOf } from "../../text/words.ts";

/** A paragraph, a heading or the subject, as it reads on one line. */
export interface Stretch {
  readonly kind: "subject" | "heading" | "paragraph";
  /** The paragraph's number; null for one without, and for what is no paragraph. */
  readonly number: number | null;
  /** Its text in `CableWords.text`. */
  readonly start: number;
  readonly end: number;
  /** Whether it is written in capitals, so that the case of a letter says nothing. */
  readonly isCapitals: boolean;
}

/** Where a piece of `CableWords.text` stands in the text as restored. */
interface Piece {
  readonly start: number;
  readonly at: number;
}

/** A text that is longer is read to here: no cable is as long. In UTF-16 units. */
const LONGEST_TEXT = 500_000;

export class CableWords {
  /** Subject, headings and paragraphs, a line each, their own lines joined. */
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly words: readonly Word[];
  /** The keys of all words, without anything between them: what a hyphen or the end of a line parts is whole in it. */
  readonly squeezed: string;
  /** Where each word begins in `squeezed`, and behind them where the last ends. */
  readonly squeezedAt: Int32Array;
  readonly #pieces: readonly Piece[];
  readonly #body: BodyText;

  constructor(tree: CableTree) {
    this.#body = new BodyText(tree);
    const parts = [...partsOf(tree)];
    const lines = parts.map(({ span }) => this.#body.lines(span));
    const width = widthOf(lines.flat());
    const stretches: Stretch[] = [];
    const pieces: Piece[] = [];
    let text = "";
    for (const [index, { kind, number }] of parts.entries()) {
      const own = (lines[index] ?? []).filter(({ isRule }) => !isRule);
      if (own.length === 0 || text.length > LONGEST_TEXT) continue;
      if (text !== "") text += "\n";
      const start = text.length;
      const joined = joinLines(own, 0, width);
      for (const piece of joined.pieces) pieces.push({ start: start + piece.start, at: piece.at });
      text += joined.text.replaceAll("\n", " ");
      stretches.push({ kind, number, start, end: text.length, isCapitals: areCapitals(own) });
    }
    this.text = text;
    this.stretches = stretches;
    this.#pieces = pieces;
    this.words = wordsOf(text);
    this.squeezedAt = new Int32Array(this.words.length + 1);
    let squeezed = "";
    for (const [index, { key }] of this.words.entries()) {
      this.squeezedAt[index] = squeezed.length;
      squeezed += key;
    }
    this.squeezedAt[this.words.length] = squeezed.length;
    this.squeezed = squeezed;
  }

  /** The stretch in which a word stands, by the word's number. */
  stretchOf(word: number): Stretch | undefined {
    const start = this.words[word]?.start ?? this.text.length;
    return this.stretches[lastAtOrBefore(this.stretches, start)];
  }

  /** Of the words `[first, end)`, the text that holds them; "" where there are none. */
  textOf(first: number, end: number): string {
    return end <= first ? "" : this.text.slice(this.words[first]?.start ?? 0, this.words[end - 1]?.end ?? 0);
  }

  /** Where the words `[first, end)` stand in the document. */
  documentSpan(first: number, end: number): Span {
    const start = this.#documentOffset(this.words[first]?.start ?? 0);
    const last = this.words[end - 1];
    return { start, end: last === undefined ? start : Math.max(start, this.#documentOffset(last.end - 1) + 1) };
  }

  /** The number of the word that begins at or before a place of `squeezed`. */
  wordAt(squeezed: number): number {
    let low = 0;
    let high = this.words.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.squeezedAt[middle] ?? 0) <= squeezed) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #documentOffset(offset: number): number {
    const piece = this.#pieces[lastAtOrBefore(this.#pieces, offset)];
    return this.#body.source.documentOffset(piece === undefined ? offset : piece.at + offset - piece.start);
  }
}

interface Part {
  readonly kind: Stretch["kind"];
  readonly number: number | null;
  readonly span: Span;
}

function* partsOf({ header, outline }: CableTree): Generator<Part> {
  if (header.subject !== null) yield { kind: "subject", number: null, span: header.subject.span };
  yield* nodeParts(outline);
}

function* nodeParts(nodes: readonly OutlineNode[]): Generator<Part> {
  for (const node of nodes) {
    if (node.kind === "paragraph") {
      yield { kind: "paragraph", number: node.number, span: { start: node.textStart, end: node.span.end } };
    } else {
      yield { kind: "heading", number: null, span: node.titleSpan };
      yield* nodeParts(node.children);
    }
  }
}

/** The index of the last of these that begins at an offset or before it; 0 where none does. They are in order. */
function lastAtOrBefore(all: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((all[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Small letters slip into a text of capitals: `McDONALD`. */
const CAPITALS_PER_SMALL = 4;

function areCapitals(lines: readonly TextLine[]): boolean {
  let capitals = 0;
  let small = 0;
  for (const { text } of lines) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 65 && unit <= 90) capitals++;
      else if (unit >= 97 && unit <= 122) small++;
    }
  }
  return capitals > small * CAPITALS_PER_SMALL;
}

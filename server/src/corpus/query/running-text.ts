/** A cable as one running text: without page furniture, without the typist's line ends, words that were broken at a hyphen whole. */

import type { CableTree, LineKind, OutlineNode } from "../../cable/tree.ts";
import { entityEdits } from "../../text/entities.ts";
import { LineTable } from "../../text/line-table.ts";
import { SourceText } from "../../text/source-text.ts";
import type { Span } from "../../text/span.ts";
import { SOFT_HYPHEN, withoutAccents } from "./words.ts";

/** Kinds of lines that are never text, wherever they stand. */
const FURNITURE: ReadonlySet<LineKind> = new Set<LineKind>(["continuation", "page", "marking", "banner"]);

/** Kinds of lines of a head: below the first paragraph they repeat it, where the next transmission section begins. */
const HEAD: ReadonlySet<LineKind> = new Set<LineKind>([
  "transmission",
  "distribution",
  "classification",
  "caption",
  "passing",
  "field",
  "reference",
]);

/**
 * The text that phrases are looked for in. Line ends are blanks, and line feeds only where a paragraph or a field ends, so that no phrase
 * reaches over them.
 */
export class RunningText {
  /** Without accents. */
  readonly text: string;
  readonly #source: SourceText;
  /** By piece, which is a line: where it begins here, and in the source. */
  readonly #at: readonly number[];
  readonly #from: readonly number[];

  constructor(tree: CableTree) {
    const document = tree.lines.text;
    this.#source = SourceText.edited(document, entityEdits(document));
    const { text } = this.#source;
    const lines = this.#source.isPlain ? tree.lines : new LineTable(text);
    const starts = startsOf(tree);
    const bodyStart = tree.outline[0]?.span.start ?? Number.POSITIVE_INFINITY;
    const at: number[] = [];
    const from: number[] = [];
    const pieces: string[] = [];
    let length = 0;
    let isBlankAbove = false;
    let isFurnitureAbove = false;
    for (let line = 0; line < lines.count; line++) {
      const start = lines.start(line);
      const piece = text.slice(start, lines.start(line + 1));
      const trimmed = piece.trimStart();
      const ink = trimmed.trimEnd();
      const first = start + piece.length - trimmed.length;
      if (ink === "") {
        isBlankAbove = true;
        continue;
      }
      const place = this.#source.documentOffset(first);
      const kind = tree.lineKinds[tree.lines.lineAt(place)] ?? "text";
      if (FURNITURE.has(kind) || (HEAD.has(kind) && place >= bodyStart)) {
        isFurnitureAbove = true;
        continue;
      }
      const last = pieces.length - 1;
      const before = pieces[last] ?? "";
      if (starts.has(place) || (isBlankAbove && !isFurnitureAbove)) {
        pieces.push("\n");
        length++;
      } else if (/[\p{L}]-$/u.test(before) && /^\p{L}/u.test(ink)) {
        pieces[last] = before.slice(0, -1) + SOFT_HYPHEN;
      } else {
        pieces.push(" ");
        length++;
      }
      at.push(length);
      from.push(first);
      pieces.push(ink);
      length += ink.length;
      isBlankAbove = false;
      isFurnitureAbove = false;
    }
    this.text = withoutAccents(pieces.join(""));
    this.#at = at;
    this.#from = from;
  }

  /** The document's span of `[start, end)` of the text, which is not empty. */
  span(start: number, end: number): Span {
    const first = this.#sourceOffset(start);
    return this.#source.span(first, Math.max(first + 1, this.#sourceOffset(end - 1) + 1));
  }

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

/** Where paragraphs, headings and fields of the head begin, in the document. */
function startsOf(tree: CableTree): ReadonlySet<number> {
  const starts = new Set(tree.header.fields.map(({ span }) => span.start));
  if (tree.referencesSpan !== null) starts.add(tree.referencesSpan.start);
  const add = (nodes: readonly OutlineNode[]): void => {
    for (const node of nodes) {
      starts.add(node.span.start);
      if (node.kind === "section") {
        starts.add(node.titleSpan.start);
        add(node.children);
      }
    }
  };
  add(tree.outline);
  return starts;
}

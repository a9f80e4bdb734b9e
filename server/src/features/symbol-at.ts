/** What stands at a place of a cable that leads somewhere: the one vocabulary in which navigation asks. */

import type { CableTree, Mention, OutlineNode, Paragraph, ReferenceEntry } from "../cable/tree.ts";
import { type Located, type Span, touches } from "../text/span.ts";

/** A thing in a cable that leads to another place or that other places lead to; `span` is what to underline. */
export type CableSymbol =
  /** A mention as a whole: on its word (`Refs`), not on one of its labels or numbers. */
  | { readonly kind: "mention"; readonly span: Span; readonly mention: Mention }
  /** One label inside a mention: the `A` of `Refs A and B`. For a range (`A-C`), all that it covers. */
  | {
      readonly kind: "mentioned-label";
      readonly span: Span;
      readonly mention: Mention;
      readonly labels: readonly string[];
    }
  /** One number inside `paras 4-6`; for a range, all that it covers. */
  | {
      readonly kind: "mentioned-paragraph";
      readonly span: Span;
      readonly mention: Mention;
      readonly numbers: readonly number[];
    }
  /** The label in front of a REF entry. */
  | { readonly kind: "entry-label"; readonly span: Span; readonly entry: ReferenceEntry }
  /** The text of a REF entry. */
  | { readonly kind: "entry"; readonly span: Span; readonly entry: ReferenceEntry }
  | { readonly kind: "subject"; readonly span: Span }
  /** The cable's own MRN, or what is printed of it: in the classification line, the `DE` line, a continuation line. */
  | { readonly kind: "own-mrn"; readonly span: Span }
  /** The mark of a paragraph, `¶3.` */
  | { readonly kind: "paragraph-mark"; readonly span: Span; readonly paragraph: Paragraph };

/** What stands at an offset, its end included; null for plain prose. */
export function symbolAt(tree: CableTree, offset: number): CableSymbol | null {
  return (
    entryAt(tree, offset) ?? mentionAt(tree, offset) ?? headerObjectAt(tree, offset) ?? paragraphMarkAt(tree, offset)
  );
}

/** Everything that prints the cable's own number, in document order: the whole of `SHANGHAI 000374` where both parts stand together. */
export function ownMrnSpans(tree: CableTree): readonly Span[] {
  const { classificationLine, stationLine, fields } = tree.header;
  const spans: Span[] = [];
  if (stationLine?.serial) spans.push(stationLine.serial.span);
  if (classificationLine?.serial) {
    spans.push({
      start: (classificationLine.station ?? classificationLine.serial).span.start,
      end: classificationLine.serial.span.end,
    });
  }
  for (const field of fields) if (field.name === "MRN") spans.push(field.value.span);
  for (const { station, serial } of tree.pageBreaks) {
    if (serial) spans.push({ start: (station ?? serial).span.start, end: serial.span.end });
  }
  return spans.sort((one, other) => one.start - other.start);
}

/** All paragraphs, in document order, those of sections as well. */
export function paragraphsOf(nodes: readonly OutlineNode[]): readonly Paragraph[] {
  return nodes.flatMap((node) => (node.kind === "section" ? paragraphsOf(node.children) : [node]));
}

/** The paragraphs that bear a number: several where it is printed twice. */
export function paragraphsNumbered(tree: CableTree, number: number): readonly Paragraph[] {
  return paragraphsOf(tree.outline).filter((paragraph) => paragraph.number === number);
}

/** What names a paragraph: its mark, else its portion mark, else its first word. */
export function paragraphMark(tree: CableTree, paragraph: Paragraph): Span {
  const { span, markSpan, portion, textStart } = paragraph;
  if (markSpan !== null) {
    // Either may come first: `1. (U)`, `(U) 1.`
    return { start: markSpan.start, end: Math.max(portion?.span.end ?? 0, markSpan.end) };
  }
  if (portion !== null) return portion.span;
  const text = tree.lines.text;
  let end = textStart;
  while (end < span.end && !/\s/.test(text.charAt(end))) end++;
  return { start: span.start, end: Math.max(end, span.start) };
}

function entryAt(tree: CableTree, offset: number): CableSymbol | null {
  for (const entry of tree.references) {
    if (touches(entry.span, offset)) return { kind: "entry", span: entry.span, entry };
  }
  for (const entry of tree.references) {
    if (entry.labelSpan !== null && touches(entry.labelSpan, offset)) {
      return { kind: "entry-label", span: entry.labelSpan, entry };
    }
  }
  return null;
}

function mentionAt(tree: CableTree, offset: number): CableSymbol | null {
  // Where two mentions touch, the one that begins at the offset is meant: `Ref A|Ref B`.
  const mention = tree.mentions.findLast(({ span }) => touches(span, offset));
  if (mention === undefined) return null;
  const labels = mention.labels.filter(({ span }) => touches(span, offset));
  const first = labels[0];
  if (first !== undefined) return { kind: "mentioned-label", span: first.span, mention, labels: valuesOf(labels) };
  const numbers = mention.numbers.filter(({ span }) => touches(span, offset));
  const number = numbers[0];
  if (number !== undefined) {
    return { kind: "mentioned-paragraph", span: number.span, mention, numbers: valuesOf(numbers) };
  }
  return { kind: "mention", span: mention.span, mention };
}

function headerObjectAt(tree: CableTree, offset: number): CableSymbol | null {
  const subject = tree.header.subject?.span;
  if (subject !== undefined && touches(subject, offset)) return { kind: "subject", span: subject };
  const own = ownMrnSpans(tree).find((span) => touches(span, offset));
  return own === undefined ? null : { kind: "own-mrn", span: own };
}

function paragraphMarkAt(tree: CableTree, offset: number): CableSymbol | null {
  for (const paragraph of paragraphsOf(tree.outline)) {
    if (paragraph.markSpan !== null && touches(paragraph.markSpan, offset)) {
      return { kind: "paragraph-mark", span: paragraph.markSpan, paragraph };
    }
  }
  return null;
}

function valuesOf<T>(located: readonly Located<T>[]): readonly T[] {
  return located.map(({ value }) => value);
}

/** The text of each paragraph as a person reads it: without page furniture, without the typist's line breaks, without its number and mark. */

import type { CableTree, OutlineNode, Paragraph, Section } from "../tree.ts";
import { type JoinedItem, type JoinedPart, partsOf, widthOf } from "./blocks.ts";
import { BodyText } from "./body-text.ts";

/** A paragraph with its text and where it stands. */
export interface ParagraphText {
  readonly paragraph: Paragraph;
  /** The headed sections around it, the outermost first. */
  readonly sections: readonly Section[];
  /**
   * Sentences on one line; a line break where the typist meant one, a blank line between prose, lists and tables. Items of a list stand on lines of
   * their own behind their marks; tables keep their columns. Empty for a paragraph of nothing but its mark.
   */
  readonly text: string;
}

/** All paragraphs of the body, in document order. */
export function paragraphTexts(tree: CableTree): readonly ParagraphText[] {
  const placed = placedParagraphs(tree.outline, []);
  if (placed.length === 0) return [];
  const body = new BodyText(tree);
  const lines = placed.map(({ paragraph }) => body.lines(paragraph.span));
  const width = widthOf(lines.flat());
  return placed.map(({ paragraph, sections }, index) => {
    const textLines = body.linesFrom(lines[index] ?? [], { start: paragraph.textStart, end: paragraph.span.end });
    return { paragraph, sections, text: textOfParts(partsOf(textLines, width)) };
  });
}

function placedParagraphs(
  nodes: readonly OutlineNode[],
  sections: readonly Section[],
): readonly Omit<ParagraphText, "text">[] {
  return nodes.flatMap((node) =>
    node.kind === "paragraph" ? [{ paragraph: node, sections }] : placedParagraphs(node.children, [...sections, node]),
  );
}

function textOfParts(parts: readonly JoinedPart[]): string {
  return parts.map(textOfPart).join("\n\n");
}

function textOfPart(part: JoinedPart): string {
  switch (part.kind) {
    case "prose":
      return part.joined.text;
    case "items":
      return itemLines(part.items, "").join("\n");
    case "table":
      return part.text;
  }
}

/** Items below an item are indented. */
function itemLines(items: readonly JoinedItem[], indent: string): readonly string[] {
  return items.flatMap(({ mark, joined, items: below }) => [
    `${indent}${mark} ${joined.text}`,
    ...itemLines(below, `${indent}  `),
  ]);
}

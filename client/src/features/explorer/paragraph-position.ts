/** Which paragraph of a cable a line lies in, as people count them: "paragraph 3 of 10". */

import type { OpenCable } from "../../../../server/src/lsp/protocol.ts";

export interface ParagraphPosition {
  /** As printed; by its place where no paragraph of the cable has a number; null for one without a number among others. */
  readonly number: number | null;
  /** The highest number, or how many there are where none has one. */
  readonly of: number;
}

/** Null outside the paragraphs. A gap behind a paragraph, such as a page break, is no part of it. */
export function paragraphPosition(
  paragraphs: readonly Pick<OpenCable["paragraphs"][number], "number" | "range">[],
  line: number,
): ParagraphPosition | null {
  const at = paragraphs.findIndex(({ range }) => range.start.line <= line && line <= range.end.line);
  const paragraph = paragraphs[at];
  if (paragraph === undefined) return null;
  const numbers = paragraphs.flatMap(({ number }) => (number === null ? [] : [number]));
  if (numbers.length === 0) return { number: at + 1, of: paragraphs.length };
  return { number: paragraph.number, of: numbers.reduce((most, number) => Math.max(most, number), 0) };
}

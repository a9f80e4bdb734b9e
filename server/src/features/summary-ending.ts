/** Finds a summary that opens with the word and is never closed, and how it would be. */

import type { CableTree, Paragraph } from "../cable/tree.ts";
import type { Span } from "../text/span.ts";

export interface UnendedSummary {
  /** The word that opens it. */
  readonly opening: Span;
  /** Where it would be closed. */
  readonly end: number;
  /** In the case of the word that opens it. */
  readonly words: "END SUMMARY." | "End summary.";
}

const OPENING = /^(?:BEGIN )?(?:EXECUTIVE )?SUMMARY\b[^\n]{0,40}?[:.-]/i;
/** Its words may stand on two lines. */
const CLOSING = /\bEND(?:\s{1,9}OF)?(?:\s{1,9}EXECUTIVE)?\s{1,9}SUMMARY\b/i;

/** Null where the cable has no summary that opens with the word, or one that is closed. */
export function unendedSummary(
  { summary, lines: { text } }: CableTree,
  paragraphs: readonly Paragraph[],
): UnendedSummary | null {
  if (summary === null) return null;
  const { start, end } = summary.span;
  const opening = OPENING.exec(text.slice(start, start + 80));
  if (opening === null) return null;
  const last = paragraphs[paragraphs.length - 1]?.span.end ?? end;
  if (CLOSING.test(text.slice(start, last))) return null;
  // Where nothing closes it the summary is read on; what its author meant is nearly always the one paragraph.
  const own = paragraphs.find(({ span }) => span.start <= start && start < span.end);
  return {
    opening: { start, end: start + (/^[A-Z ]+/i.exec(opening[0])?.[0].trimEnd().length ?? 7) },
    end: own?.span.end ?? end,
    words: opening[0] === opening[0].toUpperCase() ? "END SUMMARY." : "End summary.",
  };
}

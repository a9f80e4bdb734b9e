/** Finds what stands in the place of a portion mark and is none. */

import type { Paragraph } from "../../../cable/tree.ts";
import type { Located } from "../../../text/span.ts";

const IN_BRACKETS = /^\(([A-Z]{1,4}(?:\/{1,2}[A-Z]{1,8})?)\)[ \t]/;

/** `(SBV)` in `2. (SBV) The minister…`, with its brackets; null where the text begins otherwise. */
export function oddMark(text: string, { portion, textStart }: Paragraph): Located<string> | null {
  if (portion !== null) return null;
  const match = IN_BRACKETS.exec(text.slice(textStart, textStart + 20));
  const value = match?.[1];
  if (value === undefined) return null;
  return { value, span: { start: textStart, end: textStart + value.length + 2 } };
}

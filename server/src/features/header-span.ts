/** The stretch of a cable that is its header and nothing else. */

import type { CableTree } from "../cable/tree.ts";
import type { Span } from "../text/span.ts";

/** The header up to the REF line, where that stands in it, without blanks at its end; null where there is none. */
export function headerSpan({ header, referencesSpan, references, lines }: CableTree): Span | null {
  if (header.span === null) return null;
  const { start } = header.span;
  const referencesStart = references.length > 0 ? referencesSpan?.start : undefined;
  const end = Math.min(header.span.end, referencesStart ?? header.span.end);
  const length = lines.text.slice(start, end).trimEnd().length;
  return length > 0 ? { start, end: start + length } : null;
}

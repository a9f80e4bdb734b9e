/** What rules on missing fields share: whether a cable is one that has fields, and where to say that one is missing. */

import type { Span } from "../../../text/span.ts";
import type { RuleContext } from "./context.ts";

/** Where a missing field is reported; null for a fragment, of which nobody expects fields. */
export function placeForMissingField({ text, tree: { header, referencesSpan } }: RuleContext): Span | null {
  const { classificationLine, executiveOrder, tags, subject } = header;
  const known = [classificationLine, executiveOrder, tags[0] ?? null, subject, referencesSpan].filter(
    (one) => one !== null,
  );
  if (known.length < 2) return null;
  const [first] = header.fields;
  return classificationLine?.span ?? (first === undefined ? null : nameOf(text, first.nameSpan));
}

/** The name of a field without its colon and the blanks behind it. */
export function nameOf(text: string, { start, end }: Span): Span {
  const name = text
    .slice(start, end)
    .trimEnd()
    .replace(/\*{0,2}:?\*{0,2}$/, "");
  return { start, end: start + name.trimEnd().length };
}

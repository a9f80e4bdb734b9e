/** What rules on missing fields share: whether a cable is one that has fields, and where to say that one is missing. */

import type { Span } from "../../../text/span.ts";
import type { RuleContext } from "./context.ts";

/** Where a missing field is reported; null for a fragment, of which nobody expects fields. */
export function placeForMissingField({ tree: { header, referencesSpan } }: RuleContext): Span | null {
  const { classificationLine, executiveOrder, tags, subject } = header;
  const known = [classificationLine, executiveOrder, tags[0] ?? null, subject, referencesSpan].filter(
    (one) => one !== null,
  );
  if (known.length < 2) return null;
  return classificationLine?.span ?? header.fields[0]?.nameSpan ?? null;
}

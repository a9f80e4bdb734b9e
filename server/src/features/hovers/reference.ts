/** Hovers on REF entries: the cable that is cited, and what the words behind its number say. */

import type { HoverProvider } from "./hover.ts";
import { entryParts } from "./support/citation.ts";
import { spannedAt } from "./support/words.ts";

export const reference: HoverProvider = {
  kind: "reference",
  basis: "part",
  at(context, offset) {
    const { references } = context.tree;
    const found =
      spannedAt(
        references.map((entry) => ({ span: entry.span, entry })),
        offset,
      ) ??
      spannedAt(
        references.flatMap((entry) => (entry.labelSpan === null ? [] : [{ span: entry.labelSpan, entry }])),
        offset,
      );
    return found === undefined ? null : { span: found.span, parts: entryParts(found.entry, context) };
  },
};

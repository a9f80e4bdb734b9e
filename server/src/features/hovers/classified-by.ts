/** Hovers on the Classified By line: who classified the cable, and why. */

import type { HoverProvider } from "./hover.ts";
import { spannedAt } from "./support/words.ts";

export const classifiedBy: HoverProvider = {
  kind: "classified-by",
  basis: "part",
  at({ tree, vocabulary, date }, offset) {
    const line = tree.header.classifiedBy;
    if (line === null || spannedAt([line], offset) === undefined) return null;
    const { name, title, reasons } = line;
    if (name === null && title === null && reasons.length === 0) return null;
    const known = reasons.map(({ value }) => ({
      code: value,
      meaning: vocabulary.executiveOrders.reasons(value, date)[0],
    }));
    return {
      span: line.span,
      parts: [
        {
          kind: "statement",
          subject: name?.value ?? title?.value ?? "Classified By",
          what: "classified the cable",
          lines: name !== null && title !== null ? [`${title.value}.`] : [],
          items: known.map(
            ({ code, meaning }) => `${code}: ${meaning?.meaning ?? "a reason that is not in the vocabulary"}`,
          ),
          sources: [...new Set(known.flatMap(({ meaning }) => meaning?.source ?? []))],
        },
      ],
    };
  },
};

/** Hovers on `SECTION 01 OF 03` of the classification line. */

import type { HoverProvider } from "./hover.ts";
import { printedAt, spannedAt } from "./support/words.ts";

export const transmissionSection: HoverProvider = {
  kind: "transmission-section",
  basis: "part",
  at({ tree, vocabulary }, offset) {
    const section = tree.header.classificationLine?.section ?? null;
    if (section === null || spannedAt([section], offset) === undefined) return null;
    const { number, total } = section.value;
    const source = vocabulary.headerLines.byNumber(12)?.source;
    return {
      span: section.span,
      parts: [
        {
          kind: "statement",
          subject: printedAt(tree.lines.text, section.span),
          what: "transmission section",
          lines: [
            `Transmission section ${number} of ${total}: long cables are sent in sections, each with a header of its own.`,
            "A transmission section ends where the channel's length does, not where the text has a new part.",
          ],
          sources: source === undefined ? [] : [source],
        },
      ],
    };
  },
};

/** Hovers on captions: what `SIPDIS` or `NODIS` tells the reader to do or not to do. */

import { explainCaption, explainClassification } from "../../vocabulary/explain.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import type { HoverPart, HoverProvider } from "./hover.ts";
import { printedAt, spannedAt } from "./support/words.ts";

export const caption: HoverProvider = {
  kind: "caption",
  basis: "part",
  at({ tree, vocabulary }, offset) {
    const found = spannedAt(tree.header.captions, offset);
    if (found === undefined) return null;
    const part =
      captionPart(found.value, vocabulary) ?? captionPart(printedAt(tree.lines.text, found.span), vocabulary);
    return part === undefined ? null : { span: found.span, parts: [part] };
  },
};

/** A phrase that is no caption of the table may be a marking: `SENSITIVE BUT UNCLASSIFIED`. */
function captionPart(code: string, vocabulary: Vocabulary): HoverPart | undefined {
  const found = vocabulary.captions.find(code);
  if (found !== undefined) return explainCaption(found);
  const marking = vocabulary.classifications.find(code);
  return marking === undefined ? undefined : explainClassification(marking);
}

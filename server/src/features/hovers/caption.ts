/** Hovers on captions: what `SIPDIS` or `NODIS` tells the reader to do or not to do. */

import type { CableTree } from "../../cable/tree.ts";
import type { Located } from "../../text/span.ts";
import { explainCaption, explainClassification } from "../../vocabulary/explain.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import type { HoverPart, HoverProvider } from "./hover.ts";
import { lineSpan, printedAt, spannedAt, wordAt } from "./support/words.ts";

export const caption: HoverProvider = {
  kind: "caption",
  basis: "part",
  at({ tree, vocabulary }, offset) {
    const found = spannedAt(tree.header.captions, offset) ?? wordOnLine(tree, offset);
    if (found === null) return null;
    const part =
      captionPart(found.value, vocabulary) ?? captionPart(printedAt(tree.lines.text, found.span), vocabulary);
    return part === undefined ? null : { span: found.span, parts: [part] };
  },
};

/** A word of a line of captions that the header has not got: of a copy whose line breaks are lost, of a section's own header. */
function wordOnLine(tree: CableTree, offset: number): Located<string> | null {
  const kind = tree.lineKinds[tree.lines.lineAt(offset)];
  if (kind !== "classification" && kind !== "caption") return null;
  const word = wordAt(tree.lines.text, offset, /[A-Z]/, lineSpan(tree.lines, offset));
  return word !== null && word.value.length >= SHORTEST_WORD ? word : null;
}

/** Shorter words, such as ONLY, are captions only in their place. */
const SHORTEST_WORD = 5;

/** A phrase that is no caption of the table may be a marking: `SENSITIVE BUT UNCLASSIFIED`. */
function captionPart(code: string, vocabulary: Vocabulary): HoverPart | undefined {
  const found = vocabulary.captions.find(code);
  if (found !== undefined) return explainCaption(found);
  const marking = vocabulary.classifications.find(code);
  return marking === undefined ? undefined : explainClassification(marking);
}

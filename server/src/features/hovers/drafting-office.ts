/** Hovers on the offices of those who drafted and cleared a cable: `EUR/RUS` of `Drafted By: EUR/RUS:Doe, Jane`. */

import type { LineKind } from "../../cable/tree.ts";
import { explainOffice } from "../../vocabulary/explain.ts";
import type { HoverProvider } from "./hover.ts";
import { lineSpan, wordAt } from "./support/words.ts";

/** Lines of a header, a wrapper or a trailer. */
const LINES: ReadonlySet<LineKind> = new Set<LineKind>(["transmission", "distribution", "trailer"]);

export const draftingOffice: HoverProvider = {
  kind: "drafting-office",
  basis: "word",
  at({ tree, vocabulary }, offset) {
    const kind = tree.lineKinds[tree.lines.lineAt(offset)];
    if (kind === undefined || !LINES.has(kind)) return null;
    const word = wordAt(tree.lines.text, offset, /[A-Za-z0-9/_&-]/, lineSpan(tree.lines, offset));
    // The symbol stands right before the colon and the name.
    if (
      word === null ||
      !/^[A-Z][A-Z0-9/_&-]+$/.test(word.value) ||
      !/^:\s?[A-Z]/.test(tree.lines.text.slice(word.span.end, word.span.end + 3))
    )
      return null;
    const office = vocabulary.offices.find(word.value.replaceAll("_", "/"));
    return office === undefined ? null : { span: word.span, parts: [explainOffice(office)] };
  },
};

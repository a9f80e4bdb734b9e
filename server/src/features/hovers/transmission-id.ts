/** Hovers on the transmission identification, `VZCZCXRO3238`: its channel and number. */

import { explainFormatLine } from "../../vocabulary/explain.ts";
import type { HoverProvider } from "./hover.ts";
import { spannedAt } from "./support/words.ts";

const FORMAT_LINE = 1;

export const transmissionId: HoverProvider = {
  kind: "transmission-id",
  basis: "part",
  at({ tree, vocabulary, date }, offset) {
    const { transmissionId: id } = tree.header;
    if (id === null || spannedAt([id], offset) === undefined) return null;
    const line = vocabulary.headerLines.byNumber(FORMAT_LINE);
    return line === undefined ? null : { span: id.span, parts: [explainFormatLine(line, id.value, date)] };
  },
};

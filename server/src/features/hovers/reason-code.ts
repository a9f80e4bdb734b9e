/** Hovers on reasons for classification, `1.4(b)`: what the order says that they are. */

import { explainReasons } from "../../vocabulary/explain.ts";
import type { HoverProvider } from "./hover.ts";
import { spannedAt } from "./support/words.ts";

export const reasonCode: HoverProvider = {
  kind: "reason-code",
  basis: "part",
  at({ tree, vocabulary, date }, offset) {
    const reason = spannedAt(tree.header.classifiedBy?.reasons ?? [], offset);
    if (reason === undefined) return null;
    const [first, ...others] = vocabulary.executiveOrders.reasons(reason.value, date);
    return first === undefined ? null : { span: reason.span, parts: [explainReasons([first, ...others])] };
  },
};

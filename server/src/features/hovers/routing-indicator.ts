/** Hovers on routing indicators in the routing and station lines: whose they are. Those of addressees stand with their addressee. */

import { explainRoutingIndicator } from "../../vocabulary/explain.ts";
import type { HoverProvider } from "./hover.ts";
import { spannedAt } from "./support/words.ts";

export const routingIndicator: HoverProvider = {
  kind: "routing-indicator",
  basis: "part",
  at({ tree, vocabulary }, offset) {
    const { routing, stationLine } = tree.header;
    const indicator = spannedAt(stationLine === null ? routing : [...routing, stationLine.routing], offset);
    if (indicator === undefined) return null;
    const found = vocabulary.routingIndicators.find(indicator.value);
    return found === undefined ? null : { span: indicator.span, parts: [explainRoutingIndicator(found)] };
  },
};

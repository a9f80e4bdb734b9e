/** Hovers on the originator, `AMCONSUL SHANGHAI` of the FM line: its post and country. */

import type { HoverPart, HoverProvider } from "./hover.ts";
import { explainKnownStation, stationOf } from "./support/station.ts";
import { spannedAt } from "./support/words.ts";

export const originator: HoverProvider = {
  kind: "originator",
  basis: "part",
  at(context, offset) {
    const { from } = context.tree.header;
    if (from === null || spannedAt([from], offset) === undefined) return null;
    // The name on the line is told before the station of the MRN, which may be another: a message sent for somebody else.
    const station = context.vocabulary.stations.find(from.value) ?? stationOf(context);
    const line = context.vocabulary.headerLines.byNumber(6);
    const own: HoverPart = {
      kind: "statement",
      subject: from.value,
      what: "originator",
      lines: ["Sends the cable (FM)."],
      sources: line === undefined ? [] : [line.source],
    };
    return { span: from.span, parts: station === null ? [own] : [own, explainKnownStation(station, context.date)] };
  },
};

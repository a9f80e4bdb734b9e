/** Hovers on the cable's own number, `SHANGHAI 000374`: its MRN and its station. */

import { canonicalMrn } from "../../cable/mrn.ts";
import { ownMrnSpans } from "../symbol-at.ts";
import type { HoverPart, HoverProvider } from "./hover.ts";
import { explainKnownStation, stationOf } from "./support/station.ts";
import { holds, spannedAt } from "./support/words.ts";

export const ownMrn: HoverProvider = {
  kind: "own-mrn",
  basis: "part",
  at(context, offset) {
    const { tree } = context;
    const found = spannedAt(
      ownMrnSpans(tree).map((span) => ({ span })),
      offset,
    );
    if (found === undefined) return null;
    // The station line and continuation lines have hovers of their own, which tell more.
    const telling = [tree.header.stationLine, ...tree.pageBreaks];
    if (telling.some((one) => one !== null && holds(one.span, found.span.start))) return null;
    const station = stationOf(context);
    const parts: HoverPart[] = [];
    if (tree.mrn !== null) {
      parts.push({
        kind: "statement",
        subject: canonicalMrn(tree.mrn),
        what: "message reference number (MRN) of this cable",
        lines: [`Message ${tree.mrn.serial} of ${tree.mrn.year} from ${station?.name ?? tree.mrn.station}.`],
      });
    }
    if (station !== null) parts.push(explainKnownStation(station, context.date));
    return parts.length === 0 ? null : { span: found.span, parts };
  },
};

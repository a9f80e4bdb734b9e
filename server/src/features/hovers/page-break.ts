/** Hovers on continuation lines and page headings: whose page of which message a line is, and that it is no text. */

import { canonicalMrn } from "../../cable/mrn.ts";
import type { HoverPart, HoverProvider } from "./hover.ts";
import { explainKnownStation, stationOf } from "./support/station.ts";
import { printedAt, spannedAt } from "./support/words.ts";

export const pageBreak: HoverProvider = {
  kind: "page-break",
  basis: "part",
  at(context, offset) {
    const { tree, vocabulary } = context;
    const found = spannedAt(tree.pageBreaks, offset);
    if (found === undefined) return null;
    const { station, serial, page, total, continuation } = found;
    const sections = tree.header.classificationLine?.section?.value.total;
    const sort = continuation && total !== null && total === sections ? "transmission section" : "page";
    const lines: string[] = [];
    if (page !== null)
      lines.push(
        `Here begins ${sort} ${page}${total === null ? "" : ` of ${total}`}. The line is no part of the text.`,
      );
    else lines.push("The line is no part of the text.");
    if (serial !== null && tree.mrn !== null && tree.mrn.serial === serial.value) {
      lines.push(`${printedAt(tree.lines.text, serial.span)} is the serial of this cable, ${canonicalMrn(tree.mrn)}.`);
    }
    const own: HoverPart = {
      kind: "statement",
      subject: printedAt(tree.lines.text, found.span),
      what: continuation ? "continuation line" : "page heading",
      lines,
    };
    const known = station === null ? undefined : vocabulary.stations.match(station.value);
    const sender = stationOf(context);
    // The name is often cut short: where it may be the sender, it is.
    const told = known?.station ?? sender;
    return { span: found.span, parts: told === null ? [own] : [own, explainKnownStation(told, context.date)] };
  },
};

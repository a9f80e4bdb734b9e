/** The headers of later transmission sections, which the tree knows as lines only: what a line of one says, in the shape of a header. */

import type { CableHeader, CableTree } from "../../../cable/tree.ts";
import { readAddressees } from "../../../cable/values/addressees.ts";
import { readClassificationLine } from "../../../cable/values/classification-line.ts";
import { readDateTimeGroup } from "../../../cable/values/date-time-group.ts";
import {
  readRoutingLine,
  readSecurityLine,
  readStationLine,
  readTransmissionId,
} from "../../../cable/values/transmission.ts";
import { JoinedText } from "../../../text/joined-text.ts";
import { SourceText } from "../../../text/source-text.ts";
import type { Span } from "../../../text/span.ts";
import { lineSpan } from "./words.ts";

/** A longer line is of no header. */
const LONGEST_LINE = 400;

/** The word that opens a list of addressees, or the originator. */
const OPENING = /^[ \t>]{0,8}(FM|TO|INFO|XMT)[ \t]/;

/** No list of addressees is longer. */
const MOST_ADDRESSEE_LINES = 80;

/** The tree with what the line at an offset says put into its header; the tree as it is where the line is no header's, or is the first one's. */
export function withRepeatedHeader(tree: CableTree, offset: number): CableTree {
  const number = tree.lines.lineAt(offset);
  const kind = tree.lineKinds[number];
  const { span } = tree.header;
  if ((kind !== "transmission" && kind !== "classification") || span === null || offset <= span.end) return tree;
  const line = lineSpan(tree.lines, offset);
  if (line.end - line.start > LONGEST_LINE) return tree;
  const read = kind === "classification" ? readClassification(tree, line) : readTransmission(tree, number, line);
  // Values are read when they are asked for: copies would be of what has been asked so far, so what is new goes in front.
  return inFrontOf(tree, { header: inFrontOf(tree.header, read) });
}

/** All that a thing has, with some of it replaced; the thing itself stays as it is. */
function inFrontOf<Thing extends object>(thing: Thing, replaced: Partial<Thing>): Thing {
  return new Proxy(thing, {
    get: (behind, name) =>
      Object.hasOwn(replaced, name) ? Reflect.get(replaced, name) : Reflect.get(behind, name, behind),
  });
}

function readClassification(tree: CableTree, line: Span): Partial<CableHeader> {
  const classificationLine = readClassificationLine(joined(tree, line));
  return classificationLine === null ? {} : { classificationLine, captions: classificationLine.captions };
}

function readTransmission(tree: CableTree, number: number, line: Span): Partial<CableHeader> {
  const value = joined(tree, line);
  const opening = OPENING.exec(value.text);
  if (opening?.[1] === "FM") {
    const start = opening[0].length;
    const end = value.text.trimEnd().length;
    return start < end ? { from: { value: value.text.slice(start, end), span: value.span(start, end) } } : {};
  }
  if (opening !== null) return addresseesOf(opening[1] ?? "", value);
  const transmissionId = readTransmissionId(value);
  if (transmissionId !== null) return { transmissionId };
  const securityLine = readSecurityLine(value);
  if (securityLine !== null) return { securityLine: securityLine.line };
  const stationLine = readStationLine(value);
  if (stationLine !== null) return { stationLine };
  const dtg = readDateTimeGroup(value);
  if (dtg !== null) return { dtg: dtg.dtg, precedence: dtg.precedence, infoPrecedence: dtg.infoPrecedence };
  const routing = readRoutingLine(value);
  if (routing !== null) return { routingPrecedence: routing.precedence, routing: routing.routing };
  return addresseesOf(openingAbove(tree, number), value);
}

/** The word that opens the list which a line goes on with; empty where there is none. */
function openingAbove(tree: CableTree, number: number): string {
  for (let line = number - 1; line >= Math.max(0, number - MOST_ADDRESSEE_LINES); line--) {
    const kind = tree.lineKinds[line];
    if (kind !== "transmission" && kind !== "blank" && kind !== "page" && kind !== "marking") return "";
    const start = tree.lines.start(line);
    const opening = OPENING.exec(
      tree.lines.text.slice(start, Math.min(tree.lines.end(line), start + LONGEST_LINE)),
    )?.[1];
    if (opening !== undefined) return opening === "FM" ? "" : opening;
  }
  return "";
}

function addresseesOf(opening: string, value: JoinedText): Partial<CableHeader> {
  switch (opening) {
    case "TO":
      return { to: readAddressees(value) };
    case "INFO":
      return { info: readAddressees(value) };
    case "XMT":
      return { exempt: readAddressees(value) };
    default:
      return {};
  }
}

function joined(tree: CableTree, line: Span): JoinedText {
  return new JoinedText(SourceText.plain(tree.lines.text), [line]);
}

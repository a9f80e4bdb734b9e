/** What the lines of a header are: the kind of line that each field gives its own, and where a field's mark ends or begins a line. */

import type { FieldKey } from "../forms/field-key.ts";
import type { SourceLines } from "../source-lines.ts";
import type { LineKind } from "../tree.ts";
import type { RawField } from "./raw-field.ts";

const LINE_KINDS: Partial<Record<RawField["key"], LineKind>> = {
  caption: "caption",
  passing: "passing",
  references: "reference",
  setReference: "reference",
  classification: "classification",
  distribution: "distribution",
  tearLine: "distribution",
  drafting: "distribution",
  textBegins: "banner",
  unknown: "notice",
  executiveOrder: "field",
  tags: "field",
  subject: "field",
  classifiedBy: "field",
  reason: "field",
  declassification: "field",
};

/** Keys whose lines make up the head of a transmission, repeated with every transmission section of some forms. */
export const TRANSMISSION_KEYS: ReadonlySet<FieldKey> = new Set([
  "transmissionId",
  "routing",
  "stationLine",
  "security",
  "dtg",
  "from",
  "to",
  "info",
  "exempt",
  "break",
  "distribution",
  "tearLine",
  "drafting",
]);

/** The strokes that end a set, two of them as a rule. */
const SET_END = /\/(?: ?\/){0,2}[.,]?$/;

/** Gives the lines of all fields their kinds. Answers the line of a field on which the text itself begins; null where none does. */
export function claimHeader(scan: SourceLines, fields: readonly RawField[]): number | null {
  let textLine: number | null = null;
  for (const { key, line, endLine, valueStart } of fields) {
    scan.claim(line, endLine, LINE_KINDS[key] ?? "transmission");
    if (key === "setSubject") {
      // The slashes at the end of a set are no part of its value.
      const last = scan.previousText(endLine);
      const strokes = SET_END.exec(scan.content(last));
      if (strokes !== null) scan.endAt(last, scan.end(last) - strokes[0].length);
    } else if (key === "setRemarks") {
      // The text begins on this line, after the name of its set.
      scan.beginAt(line, valueStart);
      textLine = line;
    }
  }
  return textLine;
}

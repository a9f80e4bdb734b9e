/** Gives the lines of a head the kinds of their fields, and lets them begin or end where a field's mark does. */

import type { SourceLines } from "../source-lines.ts";
import { kindOfField } from "./field-table.ts";
import type { RawField } from "./raw-field.ts";

/** The strokes that end a set, two of them as a rule. */
const SET_END = /\/(?: ?\/){0,2}[.,]?$/;

/** Gives the lines of all fields their kinds. Answers the line of a field on which the text itself begins; null where none does. */
export function claimHeader(scan: SourceLines, fields: readonly RawField[]): number | null {
  let textLine: number | null = null;
  for (const { key, line, endLine, valueStart } of fields) {
    scan.claim(line, endLine, kindOfField(key));
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

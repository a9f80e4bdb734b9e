/** Tells which field a line of a head opens: by the forms' openings, or as a classification line. */

import type { FieldKey } from "../forms/field-key.ts";
import type { FieldOpening } from "../forms/form.ts";
import { OPENINGS } from "../forms/index.ts";
import type { SourceLines } from "../source-lines.ts";
import { mayBeginLevel } from "../values/classification-level.ts";
import { readClassificationLine } from "../values/classification-line.ts";
import { LONGEST_CLASSIFICATION_LINE } from "./line-patterns.ts";

/** A field that a line opens: its key, and the offset where its value begins. */
export interface OpenedField {
  readonly key: FieldKey;
  readonly valueStart: number;
}

/** The field that a line opens, if any. `believes` is asked about openings that are everyday words. */
export function openingOf(
  scan: SourceLines,
  line: number,
  believes: (opening: FieldOpening) => boolean = () => true,
): OpenedField | null {
  const first = scan.first(line);
  const end = scan.end(line);
  const openings = OPENINGS.of(scan.head(line));
  if (openings !== undefined) {
    for (const opening of openings) {
      if (opening.onlyInHeader === true && !believes(opening)) continue;
      const valueStart = opening.match(scan.text, first, end);
      if (valueStart >= 0) return { key: opening.key, valueStart: Math.min(valueStart, end) };
    }
  }
  if (end - first > LONGEST_CLASSIFICATION_LINE || !mayBeginLevel(scan.text, first)) return null;
  return readClassificationLine(scan.join(line, line + 1)) === null
    ? null
    : { key: "classification", valueStart: first };
}

/** What reading the head of a cable gives, field by field and as a whole. */

import type { Located } from "../../text/span.ts";
import type { FieldKey } from "../forms/field-key.ts";
import type { CableHeader } from "../tree.ts";

/** One field of the head as cut out: its lines, and where its value begins. */
export interface RawField {
  readonly key: FieldKey | "caption" | "passing" | "unknown";
  readonly line: number;
  /** Behind the last line that belongs to it. */
  endLine: number;
  /** Offset in the scan's text where the value begins on the first line. */
  readonly valueStart: number;
}

/** The header, and what else the head told: where the references stand, what a wrapper says the number is. */
export interface HeaderRead {
  readonly header: CableHeader;
  /** The first line that is not of the head. */
  readonly bodyLine: number;
  /** The REF field, its value yet to be read. */
  readonly references: RawField | null;
  /** GENADMIN `REF/A/…` sets. */
  readonly referenceSets: readonly RawField[];
  /** The value of `MRN:`. */
  readonly printedNumber: Located<string> | null;
  /** The year, where the form prints it otherwise than in a date-time group or a number. */
  readonly year: number | null;
  /** The number of a telegram that is counted for a pair of posts: of no message reference number. */
  readonly pairNumber: number | null;
}

/** A header of nothing, for a reader to fill. */
export function emptyHeader(): Mutable<CableHeader> {
  return {
    span: null,
    fields: [],
    transmissionId: null,
    routingPrecedence: null,
    routing: [],
    stationLine: null,
    securityLine: null,
    dtg: null,
    date: null,
    precedence: null,
    infoPrecedence: null,
    from: null,
    to: [],
    info: [],
    exempt: [],
    distribution: [],
    classificationLine: null,
    classification: null,
    captions: [],
    passing: [],
    executiveOrder: null,
    tags: [],
    persons: [],
    subject: null,
    subjectPortion: null,
    classifiedBy: null,
    wrapped: [],
    attributes: [],
  };
}

/** A value that is still being made. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The fields of a head, a row each: what their lines are, what the outline calls them, and what they tell the scan. How lines open them, `forms/` say. */

import type { LineKind } from "../tree.ts";
import type { RawField } from "./raw-field.ts";

type Key = RawField["key"];

/**
 * What a field tells the scan.
 *
 * - `sure`: a head that has one is a cable's; what has none may be a cover sheet.
 * - `begins`: stands on a line of a transmission that no cover sheet has.
 * - `repeated`: is of the head of a transmission, which some forms repeat with every transmission section.
 * - `above addressees`: below it `TO`, `INFO` and bare addressees are believed.
 * - `above value`: its value may stand below its name.
 * - `above passing`: below it a passing line is looked for, whether a field is still to come or not.
 * - `above subject`, `above references`: right below it a subject, or a list of references, is known by a misspelt name.
 * - `of text`: tells of the text: below it captions and passing instructions stand.
 * - `set`: is a set of a general administrative message before its remarks, or the remarks.
 */
export type FieldRole =
  | "sure"
  | "begins"
  | "repeated"
  | "above addressees"
  | "above value"
  | "above passing"
  | "above subject"
  | "above references"
  | "of text"
  | "set";

interface FieldRow {
  /** The kind that its lines get. */
  readonly kind: LineKind;
  /** Its name in the outline, where it is shown there. */
  readonly name?: string;
  readonly roles?: readonly FieldRole[];
}

const FIELDS: Readonly<Record<Key, FieldRow>> = {
  transmissionId: { kind: "transmission", roles: ["begins", "repeated"] },
  routing: { kind: "transmission", roles: ["begins", "repeated"] },
  stationLine: { kind: "transmission", roles: ["sure", "begins", "repeated"] },
  security: { kind: "transmission", roles: ["begins", "repeated"] },
  dtg: { kind: "transmission", name: "DTG", roles: ["sure", "begins", "repeated", "above addressees"] },
  from: {
    kind: "transmission",
    name: "From",
    roles: ["sure", "begins", "repeated", "above addressees", "above value"],
  },
  to: { kind: "transmission", name: "To", roles: ["repeated", "above addressees", "above value"] },
  info: { kind: "transmission", name: "Info", roles: ["repeated", "above addressees", "above value"] },
  exempt: { kind: "transmission", roles: ["repeated", "above addressees"] },
  break: { kind: "transmission", roles: ["repeated"] },
  classification: { kind: "classification", name: "Classification", roles: ["above passing"] },
  distribution: { kind: "distribution", roles: ["repeated"] },
  drafting: { kind: "distribution", roles: ["repeated"] },
  tearLine: { kind: "distribution", roles: ["repeated"] },
  textBegins: { kind: "banner", roles: ["sure"] },
  executiveOrder: {
    kind: "field",
    name: "E.O.",
    roles: ["above references", "above subject", "above passing", "of text"],
  },
  tags: {
    kind: "field",
    name: "TAGS",
    roles: ["above references", "above subject", "above value", "above passing", "of text"],
  },
  subject: { kind: "field", name: "Subject", roles: ["above references", "above value", "above passing", "of text"] },
  references: { kind: "reference", roles: ["above value", "above passing", "of text"] },
  classifiedBy: { kind: "field", name: "Classified By", roles: ["of text"] },
  reason: { kind: "field", roles: ["of text"] },
  declassification: { kind: "field", roles: ["of text"] },
  mrn: { kind: "transmission", name: "MRN", roles: ["sure"] },
  smartDate: { kind: "transmission", name: "DTG", roles: ["sure"] },
  smartFrom: { kind: "transmission", name: "From" },
  smartAction: { kind: "transmission", name: "To" },
  smartInfo: { kind: "transmission", name: "Info" },
  smartCaptions: { kind: "transmission", name: "Captions" },
  smartPass: { kind: "transmission" },
  attribute: { kind: "transmission" },
  messageId: { kind: "transmission", name: "Message", roles: ["sure", "set"] },
  setSubject: { kind: "transmission", name: "Subject", roles: ["sure", "set"] },
  setReference: { kind: "reference", roles: ["set"] },
  setAmplification: { kind: "transmission", roles: ["set"] },
  setRemarks: { kind: "transmission", roles: ["set"] },
  setOther: { kind: "transmission", roles: ["set"] },
  typedFrom: { kind: "transmission", name: "From", roles: ["above addressees"] },
  typedTo: { kind: "transmission", name: "To", roles: ["above addressees"] },
  typedNumber: { kind: "transmission", name: "Number" },
  typedReceived: { kind: "transmission" },
  typedControl: { kind: "transmission" },
  typedAction: { kind: "transmission", name: "To" },
  typedTitle: { kind: "transmission" },
  typedNote: { kind: "transmission" },
  caption: { kind: "caption", name: "Captions", roles: ["above subject", "above passing"] },
  passing: { kind: "passing", roles: ["above subject", "above passing"] },
  unknown: { kind: "notice" },
};

/** The kind of a field's lines. */
export function kindOfField(key: Key): LineKind {
  return FIELDS[key].kind;
}

/** What a field is called in the outline; nothing for one that is not shown. */
export function nameOfField(key: Key): string | undefined {
  return FIELDS[key].name;
}

const KEYS = Object.keys(FIELDS) as Key[];

/** The fields that tell the scan something. */
export function fieldsWith(role: FieldRole): ReadonlySet<Key> {
  return new Set(KEYS.filter((key) => FIELDS[key].roles?.includes(role)));
}

/** The fields that a drafter types, form by form, in their order: how each is written and how its line is known. */

import type { FormName } from "../../../cable/record.ts";

export type DraftedField =
  | "mrn"
  | "dtg"
  | "from"
  | "to"
  | "info"
  | "exempt"
  | "executiveOrder"
  | "tags"
  | "captions"
  | "references"
  | "passing"
  | "subject"
  | "classifiedBy"
  | "messageId"
  | "contact"
  | "remarks";

export interface FieldRow {
  readonly field: DraftedField;
  /** As it is typed. `{order}` is the number of the executive order in force. */
  readonly name: string;
  /** In a few words. */
  readonly title: string;
  /** Sticky, at the line's first character that is not blank; ends where the value begins. */
  readonly pattern: RegExp;
  /** Whether the field may stand more than once. */
  readonly repeats?: true;
  /** Whether it is offered only once the cable has a transmission header. */
  readonly onlyTransmitted?: true;
  /** Whether only a classified cable has it. */
  readonly onlyClassified?: true;
  /** Whether its value may go on in the next line. */
  readonly goesOn?: true;
}

/** Telegrams from 1973 on: `E.O. 11652: GDS`, `TAGS: PFOR, GW`, `SUBJECT: …`, `REF: (A) STATE 999112`. */
const TELEGRAM: readonly FieldRow[] = [
  { field: "from", name: "FM ", title: "originator", pattern: /FM(?:[ \t]+|$)/my, onlyTransmitted: true },
  {
    field: "to",
    name: "TO ",
    title: "action addressees",
    pattern: /TO(?:[ \t]+|$)/my,
    onlyTransmitted: true,
    goesOn: true,
  },
  {
    field: "info",
    name: "INFO ",
    title: "information addressees",
    pattern: /INFO(?:[ \t]+|$)/my,
    onlyTransmitted: true,
    goesOn: true,
  },
  {
    field: "exempt",
    name: "XMT ",
    title: "addressees of a collective that get no copy",
    pattern: /XMT(?:[ \t]+|$)/my,
    onlyTransmitted: true,
    goesOn: true,
  },
  {
    field: "executiveOrder",
    name: "E.O. {order}: ",
    title: "when the cable is declassified",
    pattern: /E\.? ?O\.?[ \t]{0,3}(?:1\d{4})?[ \t]{0,3}:[ \t]{0,20}|E\.? ?O\.?[ \t]{1,3}1\d{4},?[ \t]{1,20}/iy,
  },
  {
    field: "tags",
    name: "TAGS: ",
    title: "subjects and places, by their codes",
    pattern: /TAGS?[ \t]{0,3}:[ \t]{0,20}/iy,
    goesOn: true,
  },
  {
    field: "subject",
    name: "SUBJECT: ",
    title: "what the cable is about",
    pattern: /SUBJ(?:ECT)?[ \t]{0,3}:[ \t]{0,20}/iy,
    goesOn: true,
  },
  {
    field: "references",
    name: "REF: ",
    title: "the cables that this one cites",
    pattern: /REF(?:S|TELS?)?[ \t]{0,3}:[ \t]{0,20}/iy,
    goesOn: true,
  },
  {
    field: "classifiedBy",
    name: "Classified By: ",
    title: "who classified the cable, and for which reasons",
    pattern: /CLASSIFIED BY[ \t]{0,3}:?[ \t]{0,20}/iy,
    onlyClassified: true,
    goesOn: true,
  },
];

/** Prints of 2009 and later, where all fields are named. */
const SMART: readonly FieldRow[] = [
  { field: "mrn", name: "MRN: ", title: "message reference number", pattern: /MRN[ \t]{0,3}:[ \t]{0,40}/iy },
  {
    field: "dtg",
    name: "Date/DTG: ",
    title: "date and date-time group",
    pattern: /Date ?\/ ?DTG[ \t]{0,3}:[ \t]{0,40}/iy,
  },
  { field: "from", name: "From: ", title: "originator", pattern: /From[ \t]{0,3}:[ \t]{0,40}/iy },
  {
    field: "to",
    name: "Action: ",
    title: "action addressees",
    pattern: /Action[ \t]{0,3}:[ \t]{0,40}/iy,
    goesOn: true,
  },
  {
    field: "info",
    name: "Info: ",
    title: "information addressees",
    pattern: /Info[ \t]{0,3}:[ \t]{0,40}/iy,
    goesOn: true,
  },
  {
    field: "executiveOrder",
    name: "E.O.: ",
    title: "the executive order",
    pattern: /E\.? ?O\.?[ \t]{0,3}:[ \t]{0,40}/iy,
  },
  {
    field: "tags",
    name: "TAGS: ",
    title: "subjects and places, by their codes",
    pattern: /TAGS[ \t]{0,3}:[ \t]{0,40}/iy,
    goesOn: true,
  },
  { field: "captions", name: "Captions: ", title: "captions", pattern: /Captions?[ \t]{0,3}:[ \t]{0,40}/iy },
  {
    field: "references",
    name: "Reference: ",
    title: "the cables that this one cites",
    pattern: /Reference[ \t]{0,3}:[ \t]{0,40}/iy,
    goesOn: true,
  },
  {
    field: "passing",
    name: "Pass Line: ",
    title: "to whom the cable is to be passed",
    pattern: /Pass Lines?[ \t]{0,3}:[ \t]{0,40}/iy,
  },
  {
    field: "subject",
    name: "Subject: ",
    title: "what the cable is about",
    pattern: /Subject[ \t]{0,3}:[ \t]{0,40}/iy,
    goesOn: true,
  },
];

/** Military messages: sets that end with two strokes. */
const GENADMIN: readonly FieldRow[] = [
  { field: "from", name: "FM ", title: "originator", pattern: /FM(?:[ \t]+|$)/my },
  { field: "to", name: "TO ", title: "action addressees", pattern: /TO(?:[ \t]+|$)/my, goesOn: true },
  { field: "info", name: "INFO ", title: "information addressees", pattern: /INFO(?:[ \t]+|$)/my, goesOn: true },
  { field: "messageId", name: "MSGID/GENADMIN/", title: "kind and originator of the message", pattern: /MSGID\//iy },
  { field: "subject", name: "SUBJ/", title: "what the message is about", pattern: /SUBJ\//iy },
  { field: "references", name: "REF/", title: "what this message cites", pattern: /REF\//iy, repeats: true },
  { field: "contact", name: "POC/", title: "whom to ask", pattern: /POC\//iy, repeats: true },
  { field: "remarks", name: "RMKS/", title: "the text", pattern: /RMKS\//iy, goesOn: true },
];

/** The fields of a form, in their order. A draft without any header is of the usual form. */
export function fieldsOf(form: FormName): readonly FieldRow[] {
  switch (form) {
    case "smart":
      return SMART;
    case "genadmin":
      return GENADMIN;
    case "typewritten":
    case "archive":
    case "acp127":
    case "fragment":
      return TELEGRAM;
  }
}

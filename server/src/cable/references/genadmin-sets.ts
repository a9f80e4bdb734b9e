/** Reads the reference sets of a GENADMIN message. */

import type { JoinedText } from "../../text/joined-text.ts";
import type { ReferenceKind } from "../record.ts";
import type { ReferenceEntry } from "../tree.ts";
import { onOneLine } from "../values/chars.ts";
import { readDrafts } from "./entries.ts";
import type { ReferenceContext } from "./numbered-entry.ts";

/** The label and the address of one set of a GENADMIN message: `REF/A/MSG/COMINVENTED/051200ZAPR98//`. */
export function readGenadminReference(value: JoinedText, context: ReferenceContext): ReferenceEntry | null {
  const match = GENADMIN_SET.exec(value.text);
  if (match === null) return null;
  const [whole, label = "", content = ""] = match;
  const start = whole.length - content.length;
  let end = whole.length;
  while (end > start && /[\s/.-]/.test(whole.charAt(end - 1))) end--;
  if (end === start) return null;
  const labelStart = whole.indexOf(label, whole.toUpperCase().indexOf("REF") < 0 ? 0 : 3);
  const entryText = value.text.slice(start, end);
  // `MSGID:DOC/…` names the set's field before its value.
  const type = /^(?:MSGID:)?\s?([^/:]{0,20})/i.exec(entryText)?.[1]?.trim().toUpperCase() ?? "";
  const asCable = readDrafts(entryText, true, true, context)[0];
  const kind = GENADMIN_KINDS.get(type);
  return {
    label: label.toUpperCase(),
    labelSpan: value.span(labelStart, labelStart + label.length),
    kind: kind ?? asCable?.kind ?? "unknown",
    mrn: kind === undefined ? (asCable?.mrn ?? null) : null,
    yearInferred: kind === undefined && asCable?.yearInferred === true,
    text: onOneLine(entryText),
    span: value.span(start, end),
  };
}

const GENADMIN_SET = /^\s*(?:REF\s?[:/ ]\s{0,3})?\(?([A-Z]{1,2})\)?\s?[/.]\s{0,3}((?:[^/]|\/(?!\/)){0,2000})/i;

/** What a reference set says of its document's kind (USMTF, set REF, second field). */
const GENADMIN_KINDS: ReadonlyMap<string, ReferenceKind> = new Map<string, ReferenceKind>([
  ["MSG", "message"],
  ["RMG", "message"],
  ["MSGID", "message"],
  ["TEL", "telcon"],
  ["TELCON", "telcon"],
  ["PHONCON", "telcon"],
  ["EML", "email"],
  ["EMAIL", "email"],
  ["LTR", "letter"],
  ["MTG", "meeting"],
  ["CON", "meeting"],
  ["CONF", "meeting"],
  ["MEMO", "memo"],
  ["MEM", "memo"],
  ["FAX", "fax"],
  ["WEB", "web"],
  ["URL", "web"],
  ["DOC", "report"],
  ["RPT", "report"],
  ["PUB", "book"],
  ["BOOK", "book"],
]);

/** The fields that a SMART print has behind the text: signature, drafting and clearance, further addressees. */

import type { Located } from "../../text/span.ts";
import type { Trailer, TrailerAttribute } from "../forms/form.ts";
import type { SourceLines } from "../source-lines.ts";
import type { Addressee } from "../tree.ts";
import { readSmartAddressees } from "../values/addressees.ts";
import { onOneLine } from "../values/chars.ts";

const FIELD =
  /^(Signature|Drafted By|Cleared By|Approved By|Released By|Info|XMT|Action Post|Attachments?|Dissemination Rule|Classification|Sensitivity|Disposition)[ \t]{0,3}:[ \t]{0,40}/i;

/** Only these begin a trailer: the others may stand in the head as well, or in a text. */
const BEGINS = /^(?:Signature|Drafted By|Cleared By|Approved By|Dissemination Rule)[ \t]{0,3}:/i;

const PARAGRAPH = /^\d{1,2}\. ?(?:\(|[A-Z])/;

/** Texts that print no `Signature:` may be looked through for this many lines from their end. */
const MOST_LINES = 120;

/** The fields behind the text; null where the print has none. Their lines are claimed as the trailer. */
export function readSmartTrailer(scan: SourceLines): Trailer | null {
  const from = firstLine(scan);
  if (from === null) return null;
  const attributes: TrailerAttribute[] = [];
  let info: readonly Addressee[] = [];
  let exempt: readonly Addressee[] = [];
  let name: string | null = null;
  let line = from;
  let start = 0;
  const close = (end: number): void => {
    if (name === null) return;
    const value = scan.join(line, end, Math.min(start, scan.end(line)));
    if (/^info$/i.test(name)) info = readSmartAddressees(value);
    else if (/^xmt$/i.test(name)) exempt = readSmartAddressees(value);
    attributes.push({ name, value: { value: onOneLine(value.text), span: value.span(0, value.text.length) } });
  };
  for (let at = from; at < scan.count; at++) {
    if (scan.isBlank(at) || scan.isFurniture(at)) continue;
    const field = FIELD.exec(scan.content(at));
    if (field === null) continue;
    close(at);
    name = field[1] ?? null;
    line = at;
    start = scan.first(at) + field[0].length;
  }
  close(scan.count);
  const signature: Located<string> | null =
    attributes.find((one) => /^signature$/i.test(one.name) && one.value.value !== "")?.value ?? null;
  scan.claim(from, scan.count, "trailer");
  return { line: from, attributes, signature, info, exempt };
}

/** The first line of the trailer: nothing but fields, their continuations and furniture follows it. */
function firstLine(scan: SourceLines): number | null {
  let first: number | null = null;
  for (let line = scan.count - 1; line >= 0 && line >= scan.count - MOST_LINES; line--) {
    if (scan.isBlank(line) || scan.isFurniture(line)) continue;
    const text = scan.content(line);
    if (PARAGRAPH.test(text) || (text.length > 300 && !FIELD.test(text))) return first;
    if (BEGINS.test(text)) first = line;
    else if (/^(?:TAGS|Subject|E\.O\.|MRN|Date ?\/ ?DTG)[ \t]{0,3}:/i.test(text)) return null;
  }
  return first;
}

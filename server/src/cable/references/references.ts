/** Reads the entries of a REF line, in every way that they are written. */

import type { JoinedText } from "../../text/joined-text.ts";
import type { ReferenceEntry } from "../tree.ts";
import { onOneLine } from "../values/chars.ts";
import { readList } from "./entries.ts";
import type { Carry, ReferenceContext } from "./numbered-entry.ts";
import { readSegments } from "./split-entries.ts";

export { looksLikeReferenceLine } from "./continuation-lines.ts";
export { readGenadminReference } from "./genadmin-sets.ts";
export type { ReferenceContext } from "./numbered-entry.ts";

/** `REF: N/A`, `REF: NONE`. */
const NOTHING = /^(?:N\/?A|NONE|NIL|NO REF(?:ERENCE)?S?|NOT APPLICABLE|[-.:])?[.]?$/i;

/** What follows a list of references on its line where line breaks were lost. */
const AFTER_THE_LIST =
  /(?:^|\s)(?:classified\s{1,3}by\b|derived\s{1,3}from\b|¶?\s?1\.\s{0,3}(?:\((?:SBU|U|C|S)[^)\n]{0,24}\)|summary\b))/i;

/**
 * The entries of a REF block, in document order. `value` is what stands behind the keyword, its lines joined by `\n`
 * without page furniture. Nothing of a reference in it: an empty list.
 */
export function readReferences(value: JoinedText, context: ReferenceContext): ReferenceEntry[] {
  const end = AFTER_THE_LIST.exec(value.text)?.index ?? value.text.length;
  const text = value.text.slice(0, end);
  if (NOTHING.test(text.trim())) return [];
  const entries: ReferenceEntry[] = [];
  const segments = readSegments(text, context);
  let carry: Carry | null = null;
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    // `A. TOWN 12 B. 13`: an entry that is nothing but a number has the station of the one before it.
    const isNumber = /^[\s.,;]*\d{1,7}[\s.,;]*$/.test(segment.text);
    const read = readList(segment.text, segment.label !== null, isLast, context, isNumber ? carry : null);
    carry = read.carry;
    read.drafts.forEach((draft, position) => {
      const start = segment.start + draft.start;
      const end = segment.start + draft.end;
      entries.push({
        label: segment.label?.letter ?? null,
        labelSpan:
          segment.label !== null && position === 0
            ? value.span(segment.label.letterStart, segment.label.letterEnd)
            : null,
        kind: draft.kind,
        mrn: draft.mrn,
        yearInferred: draft.yearInferred,
        text: onOneLine(draft.text),
        span: value.span(start, end),
      });
    });
  });
  return entries;
}

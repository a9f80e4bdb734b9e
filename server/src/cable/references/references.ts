/** Reads the entries of a REF line, in every way that they are written. */

import type { JoinedText } from "../../text/joined-text.ts";
import { canonicalStation, matchStation } from "../../vocabulary/stations.ts";
import type { ReferenceEntry } from "../tree.ts";
import { onOneLine } from "../values/chars.ts";
import { readList } from "./entries.ts";
import type { Carry, ReferenceContext } from "./numbered-entry.ts";
import { isTorn, readSegments } from "./split-entries.ts";

export { looksLikeReferenceLine } from "./continuation-lines.ts";
export { readGenadminReference } from "./genadmin-sets.ts";
export type { ReferenceContext } from "./numbered-entry.ts";

/** `REF: N/A`, `REF: NONE`. */
const NOTHING = /^(?:N\/?A|NONE|NIL|NO REF(?:ERENCE)?S?|NOT APPLICABLE|[-.:])?[.]?$/i;

/** What follows a list of references on its line where line breaks were lost. */
const AFTER_THE_LIST =
  /(?:^|\s)(?:classified\s{1,3}by\b|derived\s{1,3}from\b|¶?\s?1\.\s{0,3}(?:\((?:SBU|U|C|S)[^)\n]{0,24}\)|summary\b))/i;

/** A continuation line that a lost break drew into the list, in whole or its first half: `QUITO 00000812`. */
const CONTINUATION =
  /[ \t\n]([A-Z][A-Z .'-]{1,24}?)[ \t]{1,3}0\d{7}(?:[ \t]{1,3}\d{3}(?:\.\d)?[ \t]{1,3}OF[ \t]{1,3}\d{3})?\s{0,9}$/;

function withoutContinuation(text: string, { station }: ReferenceContext): string {
  const match = CONTINUATION.exec(text.slice(-LONGEST_CONTINUATION));
  if (match === null || station == null || canonicalStation(match[1] ?? "") !== station) return text;
  return text.slice(0, Math.max(0, text.length - LONGEST_CONTINUATION) + match.index);
}

const LONGEST_CONTINUATION = 80;

/** Names and years with the letter and the nought changed places: `B0GOTA 1245`, `O4 LIMA 944`. Of the same length. */
function withLetters(text: string): string {
  if (!/[A-Z]0|0[A-Z]|O\d/.test(text)) return text;
  return text
    .replace(/(?<![A-Z\d])O(?=\d[ \t]+[A-Z]{3})/g, "0")
    .replace(/(?<![A-Z\d])[A-Z]{1,12}0(?:[A-Z]{1,12}(?=[ \t]+\d)|(?=[ \t]+\d))/g, (name) => {
      const repaired = name.replace("0", "O");
      return matchStation(repaired)?.kind === "exact" ? repaired : name;
    });
}

/** An entry's text as it is printed, where letters of the block were read for others. */
function asPrinted(text: string, printed: string, read: string, start: number): string {
  let own = "";
  for (let at = 0; at < text.length; at++) {
    const isChanged = read.charAt(start + at) === text.charAt(at) && printed.charAt(start + at) !== text.charAt(at);
    own += isChanged ? printed.charAt(start + at) : text.charAt(at);
  }
  return own;
}

/** `2962`, `2962 AND PREVIOUS`: an entry that is a number, and what belongs to one. */
function isOnlyNumber(text: string): boolean {
  const number = /^[\s.,;]*\d{1,7}(?![\d/])/.exec(text)?.[0];
  if (number === undefined) return false;
  const rest = text.slice(number.length);
  return /^[\s.,;]*$/.test(rest) || (/\d{3}$/.test(number) && isTorn(rest));
}

/** A first entry that is a number alone is of the citing station: `A) 307 B) STATE 28577`. */
function ownSeries(text: string, { station }: ReferenceContext): Carry | null {
  const digits = /^[\s.,;]*(\d{3,6})[\s.,;]*$/.exec(text)?.[1];
  if (digits === undefined || station == null || /^(?:19|20)\d\d$/.test(digits)) return null;
  return { kind: "cable", station, year: null, digits: digits.length };
}

/**
 * The entries of a REF block, in document order. `value` is what stands behind the keyword, its lines joined by `\n`
 * without page furniture. Nothing of a reference in it: an empty list.
 */
export function readReferences(value: JoinedText, context: ReferenceContext): ReferenceEntry[] {
  const end = AFTER_THE_LIST.exec(value.text)?.index ?? value.text.length;
  const text = withLetters(withoutContinuation(value.text.slice(0, end), context));
  if (NOTHING.test(text.trim())) return [];
  const entries: ReferenceEntry[] = [];
  const segments = readSegments(text, context);
  // Asked once: the block is as long as its entries are many.
  const isAsPrinted = value.text.startsWith(text);
  let carry: Carry | null = null;
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    // `A. TOWN 12 B. 13`: an entry that is nothing but a number has the station of the one before it.
    const isNumber =
      segment.label !== null ? isOnlyNumber(segment.text) : /^[\s.,;]*\d{1,7}[\s.,;]*$/.test(segment.text);
    const before = carry ?? (index === 0 && segment.label !== null ? ownSeries(segment.text, context) : null);
    const read = readList(segment.text, segment.label !== null, isLast, context, isNumber ? before : null);
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
        text: onOneLine(isAsPrinted ? draft.text : asPrinted(draft.text, value.text, text, start)),
        span: value.span(start, end),
      });
    });
  });
  return entries;
}

/** Tells a field by its misspelt name: near to a known one, where that field belongs, and with a value as such fields have. */

import { isKnownTag } from "../../vocabulary/tags.ts";
import type { FieldKey } from "../forms/field-key.ts";
import { looksLikeReferenceLine } from "../references/references.ts";
import { isWithinOneEdit, isWithinTwoEdits } from "../values/edit-distance.ts";
import { fieldsWith } from "./field-table.ts";
import type { RawField } from "./raw-field.ts";

/** What the header holds so far. */
export interface HeaderSoFar {
  /** The field right above; undefined where there is none. */
  readonly current: RawField["key"] | undefined;
  readonly has: (key: FieldKey) => boolean;
}

interface MisspeltKey {
  readonly key: FieldKey;
  /** Where the value begins in the line. */
  readonly valueStart: number;
}

/** A name, a mark or blanks, and a value. Digits in a name are letters misread. */
const NAMED = /^([A-Z][A-Z0-9]{1,10})(?:[ \t]{0,3}([:;])[ \t]{0,20}|[ \t]{1,20})(?=\S)/i;
// The second word may be misspelt as well, or left out before a mark.
const CLASSIFIED_BY =
  /^([A-Z0-9]{8,12})(?:[ \t]{1,3}(?:BY?|B[A-Z]|[A-Z]Y)\b[ \t]{0,3}[:;.]?|[ \t]{0,3}[:;])[ \t]{1,20}(?=\S)/i;
const ORDER = /^(?:[EFBC] ?[.,]? ?)?[OQ0C] ?[.,]? ?:? ?(?=1[1-3]\d{3} ?[:;])/i;

const ABOVE_SUBJECT = fieldsWith("above subject");
const ABOVE_REFERENCES = fieldsWith("above references");

/** Fields of which one stands above whatever is told by a misspelt name. */
const ABOVE_ALL: readonly FieldKey[] = ["classification", "executiveOrder", "tags", "subject"];

/** The field that a line opens by a misspelt name; null for every other line. No field is opened twice. */
export function misspeltKey(text: string, { current, has }: HeaderSoFar): MisspeltKey | null {
  // The lines of a transmission, most of a head, are asked no further.
  if (!ABOVE_ALL.some(has)) return null;
  if (!has("executiveOrder") && !has("tags")) {
    const order = has("classification") ? ORDER.exec(text) : null;
    if (order !== null) return { key: "executiveOrder", valueStart: order[0].length };
  }
  const named = NAMED.exec(text);
  if (named === null) return null;
  const [whole, typed = "", mark] = named;
  const valueStart = whole.length;
  const word = typed.toUpperCase();
  const inCapitals = typed === word;
  const value = text.slice(valueStart);
  if (!has("tags") && (has("executiveOrder") || has("classification")) && isWithinOneEdit(word, "TAGS")) {
    if (areCodes(value, mark !== undefined)) return { key: "tags", valueStart };
  }
  if (
    !has("subject") &&
    (has("tags") || has("executiveOrder")) &&
    current !== undefined &&
    ABOVE_SUBJECT.has(current)
  ) {
    if ((mark !== undefined || (inCapitals && current === "tags")) && isNearSubject(word, mark !== undefined)) {
      return { key: "subject", valueStart };
    }
  }
  if (
    !has("references") &&
    has("subject") &&
    current !== undefined &&
    ABOVE_REFERENCES.has(current) &&
    isNearReference(word)
  ) {
    if (looksLikeReferenceLine(value)) return { key: "references", valueStart };
  }
  if (!has("classifiedBy") && has("subject")) {
    const by = CLASSIFIED_BY.exec(text);
    if (by !== null && isWithinTwoEdits((by[1] ?? "").toUpperCase(), "CLASSIFIED") && /1 ?\. ?[4-6]|REASON/i.test(text))
      return { key: "classifiedBy", valueStart: by[0].length };
  }
  return null;
}

/** Whether the words of a line are TAGS: behind a colon most of them, else all. */
function areCodes(value: string, isMarked: boolean): boolean {
  const words = value
    .replace(/\([^()]{0,60}\)?/g, " ")
    .split(/[ \t,;/.]+/)
    .filter((word) => word !== "");
  const known = words.filter((word) => isKnownTag(word)).length;
  return known > 0 && isKnownTag(words[0] ?? "") && (isMarked ? known * 2 > words.length : known === words.length);
}

function isNearSubject(word: string, isMarked: boolean): boolean {
  if (!/^(?:S|[UB]?BJ|U)/.test(word)) return false;
  return word.length > 5 ? isWithinTwoEdits(word, "SUBJECT") : isMarked && isWithinOneEdit(word, "SUBJ");
}

function isNearReference(word: string): boolean {
  return ["REF", "REFS", "REFTEL", "REFTELS", "RETEL", "REFERENCE"].some(
    (name) => word !== name && isWithinOneEdit(word, name),
  );
}

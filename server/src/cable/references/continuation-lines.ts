/** Tells whether a line goes on with a list of references: where a REF block ends. */

import type { ReferenceKind } from "../record.ts";
import { isDigit, skipSpaces } from "../values/chars.ts";
import { looksLikeProse, readDrafts } from "./entries.ts";
import { hasDateTimeGroup, kindByWord } from "./kinds.ts";
import { readLabel, readLineStart } from "./labels.ts";
import { readCite } from "./message-number.ts";
import { isWholeEntry, type ReferenceContext, readNumbered, startsEntry } from "./numbered-entry.ts";
import { isTorn } from "./split-entries.ts";

/**
 * Whether a line that stands below a list of references, behind a blank line or a page break say, still belongs to it. Then it
 * begins with a label and what a label stands before, or it is an entry and nothing else.
 */
export function looksLikeReferenceLine(text: string): boolean {
  const line = text.trim();
  if (line === "" || line.length > LONGEST_REFERENCE_LINE) return false;
  if (NEVER_A_REFERENCE_LINE.test(line)) return false;
  const { end: start, machine } = readLineStart(line, 0);
  const label = readLabel(line, start);
  if (label !== null && label.style !== "bare" && !isDigit(label.letter.charCodeAt(0))) {
    const rest = skipSpaces(line, label.end);
    if (rest >= line.length) return true;
    const second = readLabel(line, rest);
    if (second !== null && (second.style === "enclosed" || (second.letter === label.letter && second.style !== "bare")))
      return true;
    const cite = readCite(line, rest, null);
    if (
      cite !== null
        ? cite.known !== undefined && cite.known.confidence !== "low"
        : startsEntry(line, rest, LINE_CONTEXT)
    )
      return true;
    const content = line.slice(rest);
    if (cite !== null && cite.serialEnd - cite.serialStart >= 4 && isWholeEntry(line, cite, LINE_CONTEXT)) return true;
    if (machine && isTorn(content)) return true;
    const kind = kindByWord(content);
    return kind !== null && !looksLikeProse(content) && (SURE_KINDS.has(kind) || DATED.test(content));
  }
  if (TORN_LINE.test(line)) return true;
  if (!beginsWithKnownEntry(line)) return false;
  const drafts = readDrafts(line, false, true, LINE_CONTEXT);
  const last = drafts[drafts.length - 1];
  if (last === undefined) return false;
  return (
    drafts.every((draft) => draft.known) &&
    drafts[0]?.start === 0 &&
    line.slice(last.end).replace(/[\s;,.:]+/, "") === ""
  );
}

/** Whether an entry that is surely one may begin a line: a numbered telegram, or a message told by its time. Nearly no line of prose. */
function beginsWithKnownEntry(line: string): boolean {
  if (!/\d/.test(line)) return false;
  return readNumbered(line, 0, LINE_CONTEXT, null, undefined, false, "") !== null || hasDateTimeGroup(line);
}

/** No line of a list of references is longer, but a whole list with its line breaks lost may be. */
const LONGEST_REFERENCE_LINE = 400;

/** Lines that follow a REF block and never belong to it. */
const NEVER_A_REFERENCE_LINE =
  /^(?:\(?[A-Z/]{1,12}\)?\s)?(?:CLASSIFIED|DERIVED|DECLASSIFY|REASONS?|SUMMARY|SUBJECT|SUBJ|TAGS|E[.,]?\s?[O0][.,]?\s)(?![A-Z\d])|^(?:[-=_*#]\s?){3}|^(?:[ZOPRY]\s{1,3}){1,2}\d{6}\s?Z\b/i;

/** Kinds whose words hardly stand in a lettered paragraph of the text. */
const SURE_KINDS: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>(["web", "email", "fax", "telcon", "memo"]);

/** A number that may be a date's or a document's, and no sum. */
const DATED = /(?<![$£€,.\d])\d{1,9}(?!\d|\s?(?:%|percent|million|billion)|[,.]\d)/i;

/** A line that is the tail of the entry above it and nothing else. */
const TORN_LINE = /^(?:(?:AND\s)?PREVIOUS\b.{0,20}|\((?:NOTAL|EXDIS|NODIS)\)[.;,]?|(?!19|20)\d{4}|\d{5,7}[.;,]?)$/i;

const LINE_CONTEXT: ReferenceContext = { year: null, form: "fragment" };

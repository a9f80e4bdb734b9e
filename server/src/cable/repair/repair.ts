/** Takes the damage off a copy before it is read: all kinds of damage at once, with the way back to the copy's own text. */

import { type Edit, SourceText } from "../../text/source-text.ts";
import { byteOrderMark } from "./byte-order-mark.ts";
import { carriageReturns } from "./carriage-returns.ts";
import { characterReferences } from "./character-references.ts";
import type { Damage } from "./damage.ts";
import { doubleSpacing } from "./double-spacing.ts";
import { fieldsOnOneLine } from "./fields-on-one-line.ts";
import { gluedSets } from "./glued-sets.ts";
import { inlinePageBreaks } from "./inline-page-breaks.ts";
import { inlinePageHeadings } from "./inline-page-headings.ts";
import { lostLineBreaks } from "./lost-line-breaks.ts";
import { markdownLinks } from "./markdown-links.ts";
import { markdownMarks } from "./markdown-marks.ts";
import { quotePrefix } from "./quote-prefix.ts";

/**
 * The kinds of damage that are known, one file each, in the order in which they are taken off: what was put around lines
 * before what happened to the lines themselves. Where two touch the same place, the earlier has it.
 */
const ROUNDS: readonly (readonly Damage[])[] = [
  [byteOrderMark, carriageReturns, characterReferences],
  [markdownLinks, markdownMarks, quotePrefix],
  [doubleSpacing],
  [inlinePageBreaks, inlinePageHeadings, gluedSets, fieldsOnOneLine, lostLineBreaks],
];

/** All kinds of damage. */
export const DAMAGES: readonly Damage[] = ROUNDS.flat();

/**
 * The text as it was before it was damaged, as far as that can be told, with `more` edits that only a first reading could tell.
 * An undamaged text comes back as it is.
 */
export function repair(text: string, more: readonly Edit[] = []): SourceText {
  let source = SourceText.plain(text);
  let edits: readonly Edit[] = [];
  for (const round of ROUNDS) {
    const found = round.flatMap((damage) => damage.edits(source.text));
    if (found.length === 0) continue;
    // What was found in a text with damage taken off is an edit of the document all the same.
    const ofDocument = source.isPlain
      ? found
      : found.map((edit) => ({ ...source.span(edit.start, edit.end), replacement: edit.replacement }));
    edits = apart([...edits, ...ofDocument]);
    source = SourceText.edited(text, edits);
  }
  return more.length === 0 ? source : SourceText.edited(text, apart([...edits, ...more]));
}

/** Marks of Markdown: whether they are damage is told by what stands anywhere in the text. */
const MARKS = /[*|\\]|~~|__/;

/**
 * The same for the beginning of a text, which ends with a line break where it is cut; null where the rest has to be known for that. All
 * other damage shows on the line where it is.
 */
export function repairedBeginning(text: string, isCut: boolean): SourceText | null {
  return isCut && MARKS.test(text) ? null : repair(text);
}

/** The edits in document order; of two that overlap, the first in the list. */
function apart(edits: readonly Edit[]): Edit[] {
  // A stable sort keeps the order of kinds where two begin at one place.
  const sorted = [...edits].sort((left, right) => left.start - right.start);
  const kept: Edit[] = [];
  let end = 0;
  for (const edit of sorted) {
    if (edit.start < end) continue;
    kept.push(edit);
    end = edit.end;
  }
  return kept;
}

/** Takes the damage off a copy before it is read: all kinds of damage at once, with the way back to the copy's own text. */

import { type Edit, SourceText } from "../../text/source-text.ts";
import type { Damage } from "./damage.ts";
import { inlinePageBreaks } from "./inline-page-breaks.ts";
import { lostLineBreaks } from "./lost-line-breaks.ts";
import { markdownLinks } from "./markdown-links.ts";
import { markdownMarks } from "./markdown-marks.ts";
import { quotePrefix } from "./quote-prefix.ts";

/** The kinds of damage that are known, one file each. Where two touch the same place, the earlier in the list has it. */
export const DAMAGES: readonly Damage[] = [markdownLinks, markdownMarks, quotePrefix, inlinePageBreaks, lostLineBreaks];

/**
 * The text as it was before it was damaged, as far as that can be told, with `more` edits that only a first reading could tell.
 * An undamaged text comes back as it is.
 */
export function restore(text: string, more: readonly Edit[] = []): SourceText {
  let all: Edit[] = [...more];
  for (const damage of DAMAGES) {
    const edits = damage.edits(text);
    if (edits.length > 0) all = all.length === 0 ? edits : all.concat(edits);
  }
  if (all.length === 0) return SourceText.plain(text);
  // A stable sort keeps the order of kinds where two begin at one place.
  all.sort((left, right) => left.start - right.start);
  const apart: Edit[] = [];
  let end = 0;
  for (const edit of all) {
    if (edit.start < end) continue;
    apart.push(edit);
    end = edit.end;
  }
  return SourceText.edited(text, apart);
}

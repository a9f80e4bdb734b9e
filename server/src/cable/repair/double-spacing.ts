/** Damage by word processors: a blank line behind every line. */

import type { Edit } from "../../text/source-text.ts";
import { type Damage, deletion } from "./damage.ts";

/** Whether a text is double-spaced is told by its beginning, in UTF-16 units, and by no fewer lines than these. */
const BEGINNING = 1500;
const FEWEST_LINES = 10;

/** A longer line is a paragraph that was unwrapped: a blank line behind it is the clerk's own. */
const LONGEST_LINE = 120;

/** The break that ends a line, and the blank lines behind it. */
const BREAKS = /\n(?:[ \t]*\n)*/g;

export const doubleSpacing: Damage = {
  name: "double-spacing",
  edits: (text) => {
    if (!isDoubleSpaced(text.slice(0, BEGINNING))) return [];
    const edits: Edit[] = [];
    for (const { 0: breaks, index } of text.matchAll(BREAKS)) {
      const count = breaksIn(breaks);
      // As many as were doubled: a line that was blank before has a blank one before and behind it.
      if (count % 2 === 0) edits.push(deletion(endOfBreak(breaks, count / 2) + index, index + breaks.length));
    }
    return edits;
  },
};

/** Whether no line of the beginning has another right below it, but all have a blank one there. */
function isDoubleSpaced(beginning: string): boolean {
  // Nearly all texts are told apart by their first lines.
  let lines = 0;
  let start = 0;
  for (const { 0: breaks, index } of beginning.matchAll(BREAKS)) {
    const isAtEnd = index + breaks.length === beginning.length;
    if (index - start > LONGEST_LINE || (!isAtEnd && breaksIn(breaks) % 2 === 1 && index > start)) return false;
    if (index > start) lines++;
    start = index + breaks.length;
  }
  return lines >= FEWEST_LINES;
}

function breaksIn(breaks: string): number {
  let count = 0;
  for (let at = breaks.indexOf("\n"); at >= 0; at = breaks.indexOf("\n", at + 1)) count++;
  return count;
}

/** Where the given one of several line breaks ends. */
function endOfBreak(breaks: string, number: number): number {
  let at = 0;
  for (let left = number; left > 0; left--) at = breaks.indexOf("\n", at) + 1;
  return at;
}

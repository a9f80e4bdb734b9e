/** Tells a list of lettered entries that stands between the subject and the first paragraph: references to which nobody gave a name. */

import type { SourceLines } from "../source-lines.ts";
import { PARAGRAPH_OPENING } from "./line-patterns.ts";

const FIRST_LABEL = /^(\(?)([Aa])([.)]{1,2}) {1,4}\S/;
const FIRST_PARAGRAPH = /^(?:\([A-Z/]{1,5}\) ?)?1 ?\./;

/** One entry alone is a reference where it has a number. */
const NUMBER = /\d{2}/;

/** The title of a document, or a message, is no longer, in lines. */
const LONGEST_ENTRY = 4;

/** Whether a list begins at a line, of which the last stands above paragraph 1. */
export function beginsLetteredList(scan: SourceLines, line: number): boolean {
  const first = FIRST_LABEL.exec(scan.content(line));
  if (first === null) return false;
  const [, before = "", letter = "", behind = ""] = first;
  let next = letter.charCodeAt(0) + 1;
  let hasMore = false;
  let entryLines = 1;
  for (let below = scan.nextText(line + 1); scan.has(below); below = scan.nextText(below + 1)) {
    const text = scan.content(below);
    if (text.startsWith(`${before}${String.fromCharCode(next)}${behind} `)) {
      next++;
      hasMore = true;
      entryLines = 1;
      continue;
    }
    if (PARAGRAPH_OPENING.test(text)) {
      return FIRST_PARAGRAPH.test(text) && (hasMore || NUMBER.test(scan.content(line)));
    }
    if (scan.blankAbove(below) || ++entryLines > LONGEST_ENTRY) return false;
  }
  return false;
}

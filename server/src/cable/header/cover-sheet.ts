/** What stands above a cable's own head: the cover sheet of an archive, the front matter of an export. */

import type { FieldKey } from "../forms/field-key.ts";
import type { SourceLines } from "../source-lines.ts";
import { fieldsWith } from "./field-table.ts";
import { PARAGRAPH_OPENING } from "./line-patterns.ts";
import { openingOf } from "./opened-field.ts";
import type { RawField } from "./raw-field.ts";

const SURE_OF_HEAD = fieldsWith("sure");
const TRANSMISSION_BEGINS = fieldsWith("begins");

/** Whether fields show that they are a cable's, and not those of a sheet in front of it. */
export function areSureOfHead(keys: Iterable<FieldKey>): boolean {
  for (const key of keys) if (SURE_OF_HEAD.has(key)) return true;
  return false;
}

/** A sheet and what is stapled to it is not longer. */
const LONGEST_COVER_SHEET = 400;

/** Two of those lines stand this near to each other. */
const NEAR = 14;

/**
 * Where a cable's header begins below a cover sheet, a review sheet or the like: at the first of two kinds of transmission line.
 * Null where there is none, or where numbered paragraphs above it show that the text is another's.
 */
export function headerBelowCoverSheet(scan: SourceLines, from: number): number | null {
  let start = -1;
  let first: FieldKey | null = null;
  let paragraphs = 0;
  for (let line = from; line < LONGEST_COVER_SHEET && scan.has(line); line++) {
    if (scan.isBlank(line) || scan.isFurniture(line)) continue;
    const key = openingOf(scan, line, ({ key: opened }) => opened === "from")?.key;
    if (key === undefined || !TRANSMISSION_BEGINS.has(key)) {
      if (start < 0 && PARAGRAPH_OPENING.test(scan.content(line)) && ++paragraphs > 1) return null;
      continue;
    }
    if (first !== null && first !== key && line - start <= NEAR) return start;
    if (first === null || line - start > NEAR) {
      first = key;
      start = line;
    }
  }
  return null;
}

/** All above the line where the cable's own head begins, as a field. */
export function coverSheet(scan: SourceLines, endLine: number): RawField {
  const line = scan.nextText(0);
  return { key: "unknown", line, endLine, valueStart: scan.first(line) };
}

/** The line behind the front matter that some exports put before a text: fields between two rules of three hyphens. */
export function lineBehindFrontMatter(scan: SourceLines): number {
  const first = scan.nextText(0);
  if (!scan.has(first) || scan.content(first) !== "---") return 0;
  for (let line = first + 1; line < first + 40 && scan.has(line); line++) {
    if (scan.content(line) !== "---") continue;
    scan.claim(first, line + 1, "banner");
    return line + 1;
  }
  return 0;
}

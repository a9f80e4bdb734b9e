/** What stands below the signature of a typewritten telegram: drafting, clearances, notes; and the signature itself. */

import type { Trailer } from "../forms/form.ts";
import type { SourceLines } from "../source-lines.ts";

const BEGINS =
  /^(?:Drafted by ?:|Telegraphic transmission|Yolegraphis|Clearances ?:|FORM DS-|REPRODUCTION FROM THIS|PROHIBITED UNLESS|NOTE: (?:PASSED|MR|RELAYED|ADVANCE))/i;
const INITIALS = /^[_ ]{0,3}[A-Z]{2,4}\/\d{0,3}[A-Z]{0,2}$/;

/** A name alone on its line, the stack of offices at most before it. */
const SIGNATURE = /^(?:[A-Z]{2,4} )?([A-Z]{4,20}(?:[- ][A-Z]{4,20})?)$/;

/** How far above the first line of the trailer a signature is looked for, and how far below where OCR noise follows it. */
const NEAR = 8;

/** Who acts and who is informed, at the foot of an outgoing telegram: `ACTION: STATE (2)`, `INFO: …`. */
const DISTRIBUTION = /^[_. ]{0,3}(?:ACTION|[A-Z]{0,2}NFO)\b.{0,30}$/;

/** The first of the lines of distribution that stand right above `first`; `first` where none do. */
function aboveDistribution(scan: SourceLines, first: number): number {
  let line = scan.previousText(first);
  if (first === scan.count || line < 0) return first;
  let found = first;
  for (; line >= 0 && DISTRIBUTION.test(scan.content(line)); line = scan.previousText(line)) found = line;
  return found;
}

/** The line where the text ends; null where nothing is known to follow it. */
export function readTypewrittenTrailer(scan: SourceLines): Trailer | null {
  let first = scan.count;
  for (let line = scan.count - 1; line >= 0; line--) {
    if (scan.isBlank(line)) continue;
    const text = scan.content(line);
    if (BEGINS.test(text) || INITIALS.test(text)) first = line;
  }
  first = aboveDistribution(scan, first);
  for (let line = first - 1, seen = 0; line >= 0 && seen < NEAR; line--) {
    if (scan.isBlank(line) || scan.isFurniture(line)) continue;
    seen++;
    const name = SIGNATURE.exec(scan.content(line))?.[1];
    if (name === undefined || line < 6) continue;
    const end = scan.end(line);
    scan.claim(line, line + 1, "signature");
    scan.claim(line + 1, scan.count, "trailer");
    const signature = { value: name, span: scan.source.span(end - name.length, end) };
    return { line, attributes: [], signature };
  }
  if (first === scan.count) return null;
  scan.claim(first, scan.count, "trailer");
  return { line: first, attributes: [], signature: null };
}

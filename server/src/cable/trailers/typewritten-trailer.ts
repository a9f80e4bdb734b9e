/** What stands below the signature of a typewritten telegram: drafting, clearances, notes; and the signature itself. */

import type { Trailer } from "../forms/form.ts";
import type { SourceLines } from "../source-lines.ts";

const BEGINS =
  /^(?:Drafted by ?:|Telegraphic transmission|Yolegraphis|Clearances ?:|FORM DS-|NOTE: (?:PASSED|MR|RELAYED|ADVANCE))/i;

/** The typist's initials below the signature: `TEK/18`, `UMT/1L`, `LM:CJ/1`. */
const INITIALS = /^[_ ]{0,3}[A-Z]{1,4}(?:[:.][A-Z]{1,4})?\/\d{0,3}[A-Z]{0,2}$/;

/** A name alone on its line, the stack of offices at most before it. */
const SIGNATURE = /^(?:[A-Z]{2,4} )?([A-Z]{4,20}(?:[- ][A-Z]{4,20})?(?: (?:JR|II|III)\.?)?)$/;

/** A name of three letters looks like an office: only far from the margin, where signatures stand, or right above initials. */
const SHORT_SIGNATURE = /^[A-Z]{3}$/;
const SIGNATURE_COLUMN = 16;

/** Words that stamps and precedence lines consist of: nobody is called so. */
const NO_NAME =
  /^(?:declassified|unclassified|classified|sanitized|downgraded|regraded|released|approved|received|transmitted|corrected|correction|confidential|secret|top secret|official|limited|priority|routine|immediate|operational immediate|niact|flash|emergency|urgent|noforn|exdis|limdis|nodis|stadis|eyes only|copy|original|duplicate|action|information|info|origin|unquote|quote|end|collect|charge|service|permanent|record|destroy|restricted|telegram|incoming|outgoing|airgram|department|passed|unnumbered|advance)\b/i;

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
  const lastPage = claimFeet(scan);
  let first = scan.count;
  for (let line = scan.count - 1; line > lastPage; line--) {
    if (scan.kinds[line] === null && opensTrailer(scan.content(line))) first = line;
  }
  first = aboveDistribution(scan, first);
  for (let line = first - 1, seen = 0; line > lastPage && seen < NEAR; line--) {
    if (scan.isBlank(line) || scan.isFurniture(line)) continue;
    seen++;
    const name = nameOn(scan, line, first);
    if (name === null || line < 6) continue;
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

function opensTrailer(text: string): boolean {
  return text.length <= 120 && (BEGINS.test(text) || INITIALS.test(text));
}

/**
 * Drafting and clearances stand at the foot of the first sheet, and the text goes on below the heading of the next: there they are
 * furniture, up to that heading. Answers the line of the last page's heading; -1 where there is one page.
 */
function claimFeet(scan: SourceLines): number {
  let foot = -1;
  let lastPage = -1;
  for (let line = 0; line < scan.count; line++) {
    if (scan.kinds[line] === "page") {
      if (foot >= 0) scan.claim(aboveDistribution(scan, foot), line, "banner");
      foot = -1;
      lastPage = line;
    } else if (foot < 0 && line > 5 && scan.kinds[line] === null && BEGINS.test(scan.content(line))) {
      foot = line;
    }
  }
  return lastPage;
}

/** The name that signs on a line; null where the line is none. `end` is the first line of the trailer. */
function nameOn(scan: SourceLines, line: number, end: number): string | null {
  const text = scan.content(line);
  const name = SIGNATURE.exec(text)?.[1] ?? (SHORT_SIGNATURE.test(text) && standsApart(scan, line, end) ? text : null);
  return name === null || NO_NAME.test(name) ? null : name;
}

function standsApart(scan: SourceLines, line: number, end: number): boolean {
  return (
    scan.first(line) - scan.start(line) >= SIGNATURE_COLUMN || (end < scan.count && scan.nextText(line + 1) === end)
  );
}

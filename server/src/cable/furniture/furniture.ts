/** Finds the lines that are not the author's text: continuation lines, page headings, repeated markings, banners. */

import { PrefixDispatch } from "../line-dispatch.ts";
import type { SourceLines, TellFurniture } from "../source-lines.ts";
import type { PageBreak } from "../tree.ts";
import { CAPTION_HEADS, isCaptionLine } from "../values/captions.ts";
import { isBlank, isDigit } from "../values/chars.ts";
import { LEVEL_HEADS, mayBeginLevel } from "../values/classification-level.ts";
import { readMarking } from "../values/classification-line.ts";
import { FURNITURE_PATTERNS, type FurniturePattern } from "./furniture-patterns.ts";

/** No furniture but a banner is longer than this. */
const LONGEST_HEADING = 90;

const PATTERNS = new PrefixDispatch(
  FURNITURE_PATTERNS.filter(({ kind }) => kind !== "continuation"),
  ({ begins, pattern }) => ({ begins, inEitherCase: pattern.ignoreCase }),
);

/** Patterns for lines that begin with any letter, as the station's name does, and are told by how they end. */
const CONTINUATIONS = FURNITURE_PATTERNS.filter(({ kind }) => kind === "continuation");

/** The longest line that is a marking and nothing else: `L I M I T E D  O F F I C I A L  U S E     POSS DUPE`. */
const LONGEST_MARKING = 60;

/**
 * Gives lines that are furniture their kind, and puts the page breaks among them into `breaks`, in document order. The page heading of
 * the first page stands above the text and breaks nothing: who knows where the text begins drops it.
 */
export function furnitureTeller(breaks: PageBreak[]): TellFurniture {
  return (scan, line) => {
    const first = scan.first(line);
    const end = scan.end(line);
    const patterns = PATTERNS.of(scan.head(line));
    const match =
      (mayBeContinuation(scan, line) ? matchFurniture(scan, line, CONTINUATIONS) : null) ??
      (patterns === undefined ? null : matchFurniture(scan, line, patterns));
    if (match !== null) {
      scan.kinds[line] = match.kind;
      if (match.name === "release stamp") markReleaseOfficer(scan, line);
      if (match.name === "page heading without a number") markPageNumber(scan, line);
      if (match.kind === "continuation" || match.kind === "page") breaks.push(pageBreak(scan, line, match));
    } else if (end - first <= LONGEST_MARKING && LEVEL_HEADS.has(scan.head(line))) {
      if (mayBeginLevel(scan.text, first) && readMarking(scan.content(line)) !== null) scan.kinds[line] = "marking";
    }
  };
}

/** The longest line that is a caption left in the text. */
const LONGEST_CAPTION = 40;

/** Gives captions that stand alone between lines of text the kind of a marking: page breaks that were taken out left them there. */
export function markLooseCaptions(scan: SourceLines, from: number, to: number): void {
  for (let line = from; line < to; line++) {
    if (scan.kinds[line] !== null || scan.length(line) > LONGEST_CAPTION) continue;
    if (CAPTION_HEADS.has(scan.head(line)) && isCaptionLine(scan.content(line))) scan.kinds[line] = "marking";
  }
}

/**
 * Who released a print, and when, stands in up to three lines below the stamp, the last of them a date. Those lines have not been told
 * from furniture yet, and are not asked about it.
 */
function markReleaseOfficer(scan: SourceLines, stamp: number): void {
  for (let line = stamp + 1, seen = 0; seen < 3 && scan.isFound(line); line++) {
    if (scan.kinds[line] !== null) continue;
    if (scan.length(line) > 60) return;
    seen++;
    if (!/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(scan.content(line))) continue;
    for (let below = stamp + 1; below <= line; below++) scan.kinds[below] ??= "banner";
    return;
  }
}

/** Copies that print each cell of a page heading on a line of its own have station and serial on the line below. */
function markPageNumber(scan: SourceLines, page: number): void {
  const below = page + 1;
  if (scan.isFound(below) && /^[A-Z][A-Z .'-]{1,20} {1,9}\d{5,6}$/.test(scan.content(below)))
    scan.kinds[below] = "page";
}

interface FurnitureMatch {
  readonly name: string;
  readonly kind: FurniturePattern["kind"];
  readonly groups: Readonly<Record<string, string | undefined>>;
}

function matchFurniture(scan: SourceLines, line: number, patterns: readonly FurniturePattern[]): FurnitureMatch | null {
  const first = scan.first(line);
  for (const { name, kind, pattern } of patterns) {
    pattern.lastIndex = first;
    const match = pattern.exec(scan.text);
    if (match !== null) return { name, kind, groups: match.groups ?? {} };
  }
  return null;
}

/** Whether a line ends in a number of three digits, as `002 OF 003` does. */
function mayBeContinuation(scan: SourceLines, line: number): boolean {
  return (
    isDigit(scan.lastUnit(line)) &&
    scan.length(line) <= LONGEST_HEADING &&
    isBlank(scan.text.charCodeAt(scan.end(line) - 4))
  );
}

function pageBreak(scan: SourceLines, line: number, { kind, groups }: FurnitureMatch): PageBreak {
  const { station, serial, page, total } = groups;
  const first = scan.first(line);
  const content = scan.content(line);
  const stationAt = station === undefined ? -1 : content.indexOf(station);
  const serialAt = serial === undefined ? -1 : content.indexOf(serial, Math.max(stationAt, 0));
  return {
    span: scan.source.span(first, scan.end(line)),
    station:
      station === undefined || stationAt < 0
        ? null
        : { value: station, span: scan.source.span(first + stationAt, first + stationAt + station.length) },
    serial:
      serial === undefined || serialAt < 0
        ? null
        : { value: Number(serial), span: scan.source.span(first + serialAt, first + serialAt + serial.length) },
    continuation: kind === "continuation",
    page: page === undefined ? null : Number(page),
    total: total === undefined ? null : Number(total),
  };
}

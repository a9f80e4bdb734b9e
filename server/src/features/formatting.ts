/** Formats a cable: white space and the case of field names, and nothing that is read as anything else afterwards. */

import { parseCable } from "../cable/parse.ts";
import { toRecord } from "../cable/to-record.ts";
import type { CableTree, LineKind } from "../cable/tree.ts";
import { pushAll } from "../text/arrays.ts";
import { lineBreakOf } from "../text/line-break.ts";
import { type Edit, SourceText } from "../text/source-text.ts";
import { draftingAt } from "./completions/support/drafting.ts";
import { differenceOf } from "./fixes/text-difference.ts";
import { paragraphsOf } from "./symbol-at.ts";

/** The lines that are formatted, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** One thing that formatting does: its edits in document order, each within the range. */
type Step = (tree: CableTree, range: LineRange) => readonly Edit[];

/** In their order, those that are done at once together. What changes the number of lines comes last. */
const STAGES: readonly (readonly Step[])[] = [[trailingBlanks, fieldNames, tagSeparators, paragraphMarks], [gaps]];

/** After so many rounds nothing is left to do, or the text is so odd that it is better left alone. */
const MOST_ROUNDS = 4;

/** A cable on its way to being formatted, and which of its lines are to be. */
interface State {
  readonly tree: CableTree;
  readonly range: LineRange;
}

/**
 * The edits that format a cable, or some lines of it; none where it is formatted. A step after which the cable would be read in another
 * way is left out. What comes out is formatted: formatting it again changes nothing.
 */
export function formatted(tree: CableTree, fileName: string | null, range: LineRange | null = null): readonly Edit[] {
  const before = tree.lines.text;
  const record = readingOf(tree);
  const after = (state: State, steps: readonly Step[]): State | null => {
    const edits = withoutOverlaps(steps.flatMap((step) => step(state.tree, state.range)));
    if (edits.length === 0) return state;
    const next = parseCable(SourceText.edited(state.tree.lines.text, edits).text, fileName);
    if (readingOf(next) !== record) return null;
    const { first, last } = state.range;
    return { tree: next, range: { first, last: last + next.lines.count - state.tree.lines.count } };
  };
  let state: State = { tree, range: range ?? { first: 0, last: tree.lines.count - 1 } };
  for (let round = 0, hasChanged = true; hasChanged; round++) {
    if (round === MOST_ROUNDS) return [];
    const atFirst = state;
    for (const steps of STAGES) {
      // Each reading takes its time: only where all steps together change what is read are they taken one by one.
      state = after(state, steps) ?? steps.reduce((one, step) => after(one, [step]) ?? one, state);
    }
    hasChanged = state !== atFirst;
  }
  return state.tree === tree ? [] : differenceOf(before, state.tree.lines.text);
}

/** The names of what tells places in a record: they change with every blank. */
const PLACES: ReadonlySet<string> = new Set(["line", "character", "endLine", "endCharacter"]);

/** All that a record says, places aside. */
function readingOf(tree: CableTree): string {
  return JSON.stringify(toRecord(tree, ""), (key, value: unknown) => (PLACES.has(key) ? undefined : value));
}

function trailingBlanks({ lines }: CableTree, range: LineRange): readonly Edit[] {
  return linesIn(range, lines.count).flatMap((line) => {
    const end = lines.end(line);
    let start = end;
    while (start > lines.start(line) && isBlank(lines.text.charCodeAt(start - 1))) start--;
    return start === end ? [] : [{ start, end, replacement: "" }];
  });
}

/** `tags :PGOV` is `TAGS: PGOV`. Columns of a wrapper are left as they are. */
function fieldNames(tree: CableTree, range: LineRange): readonly Edit[] {
  const { lines, form } = tree;
  // From the end of the text all fields of the head are seen.
  return draftingAt(tree, lines.text.length).fields.flatMap(({ row, line, valueStart }) => {
    if (!isIn(range, line)) return [];
    const start = lines.start(line);
    const printed = lines.text.slice(start, valueStart);
    const hasValue = valueStart < lines.end(line);
    const name = printed.trim();
    const isSmart = form === "smart";
    const cased = isSmart && sameLetters(name, row.name) ? row.name.trim() : isSmart ? name : name.toUpperCase();
    const spaced = cased
      .replace(/[ \t]+/g, " ")
      .replace(/ ?:$/, ":")
      .replace(/^(E\.?) ?(O\.?) ?(?=\d)/, "$1$2 ");
    const gap = isSmart ? (/(?<![ \t])[ \t]*$/.exec(printed)?.[0] ?? "") : form === "genadmin" || !hasValue ? "" : " ";
    const replacement = row.field === "classifiedBy" && !isSmart ? printed : `${spaced}${gap}`;
    return replacement === printed ? [] : [{ start, end: valueStart, replacement }];
  });
}

/** `PGOV ,PREL` is `PGOV, PREL`. */
function tagSeparators(tree: CableTree, range: LineRange): readonly Edit[] {
  const { lines, form, header } = tree;
  if (form === "smart") return [];
  return header.tags.flatMap(({ span }, index) => {
    const next = header.tags[index + 1]?.span;
    if (next === undefined || next.start <= span.end || !isIn(range, lines.lineAt(span.end))) return [];
    const printed = lines.text.slice(span.end, next.start);
    const replacement = printed.includes(",") ? ", " : " ";
    return /^[ \t]*(?:,[ \t]*)?$/.test(printed) && printed !== replacement && printed !== ""
      ? [{ start: span.end, end: next.start, replacement }]
      : [];
  });
}

const MARK = /^(?<sign>¶?)[ \t]{0,99}(?<number>\d{1,3}[.)])[ \t]{0,99}(?<portion>\([^()\n]{1,40}\))?[ \t]{0,99}$/;

/** `1.(SBU)  Text` is `1. (SBU) Text`, and begins its line. */
function paragraphMarks(tree: CableTree, range: LineRange): readonly Edit[] {
  const { lines } = tree;
  return paragraphsOf(tree.outline).flatMap(({ span, markSpan, swallowedMark, textStart }) => {
    const line = lines.lineAt(span.start);
    if (markSpan === null || swallowedMark !== null || !isIn(range, line)) return [];
    const indent = lines.text.slice(lines.start(line), span.start);
    const start = indent.trim() === "" ? lines.start(line) : span.start;
    const printed = lines.text.slice(span.start, textStart);
    const { sign, number, portion } = MARK.exec(printed)?.groups ?? {};
    if (number === undefined || textStart > lines.end(line)) return [];
    const hasText = textStart < lines.end(line);
    const mark = [`${sign ?? ""}${number}`, ...(portion === undefined ? [] : [portion])].join(" ");
    const replacement = `${mark}${hasText ? " " : ""}`;
    return lines.text.slice(start, textStart) === replacement ? [] : [{ start, end: textStart, replacement }];
  });
}

/** Kinds of line above a paragraph that a blank line parts from it. */
const PARTED: ReadonlySet<LineKind> = new Set(["text", "paragraph", "field", "reference"]);

/** One blank line where there are several, none at the beginning, one between numbered paragraphs, one line break at the end. */
function gaps(tree: CableTree, range: LineRange): readonly Edit[] {
  const { lines, lineKinds, outline } = tree;
  const lineBreak = lineBreakOf(lines.text);
  const edits: Edit[] = [];
  const isEmpty = (line: number): boolean => lines.start(line) === lines.end(line);
  for (const line of linesIn(range, lines.count - 1)) {
    if (isEmpty(line) && (line === 0 || isEmpty(line - 1)))
      edits.push({ start: lines.start(line), end: lines.start(line + 1), replacement: "" });
  }
  const numbered = paragraphsOf(outline).filter(({ markSpan }) => markSpan !== null);
  const firsts = numbered.map(({ span }) => lines.lineAt(span.start)).filter((line) => line > 0);
  // Where most paragraphs stand without a gap, that is how the cable was set.
  const parted = firsts.filter((line) => isEmpty(line - 1)).length;
  if (parted * 2 > firsts.length) {
    for (const line of firsts) {
      const above = lineKinds[line - 1];
      if (!isIn(range, line) || above === undefined || !PARTED.has(above)) continue;
      edits.push({ start: lines.start(line), end: lines.start(line), replacement: lineBreak });
    }
  }
  if (isIn(range, lines.count - 1) && lines.text.trim() !== "") pushAll(edits, atEnd(tree, lineBreak));
  return withoutOverlaps(edits);
}

function atEnd({ lines }: CableTree, lineBreak: string): readonly Edit[] {
  const { text } = lines;
  if (!/[\r\n]$/.test(text)) return [{ start: text.length, end: text.length, replacement: lineBreak }];
  let start = text.length;
  while (start > 0 && /[\r\n]/.test(text.charAt(start - 1))) start--;
  const end = text.length;
  return text.slice(start) === lineBreak ? [] : [{ start, end, replacement: lineBreak }];
}

/** In document order; of two that overlap the longer stays. */
function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept[kept.length - 1];
    if (last === undefined || edit.start >= last.end) kept.push(edit);
    else if (edit.end > last.end) kept[kept.length - 1] = { ...edit, start: last.start };
  }
  return kept;
}

function linesIn({ first, last }: LineRange, count: number): readonly number[] {
  const lines: number[] = [];
  for (let line = Math.max(0, first); line <= last && line < count; line++) lines.push(line);
  return lines;
}

function isIn({ first, last }: LineRange, line: number): boolean {
  return line >= first && line <= last;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

function sameLetters(one: string, other: string): boolean {
  const letters = (text: string): string => text.toUpperCase().replace(/\s+/g, "");
  return letters(one) === letters(other);
}

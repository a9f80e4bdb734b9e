/** Finds where the cursor stands in a half-typed cable: in which field's value, in the head or in the text. */

import type { CableTree } from "../../../cable/tree.ts";
import { type DraftedField, type FieldRow, fieldsOf } from "./fields.ts";

/** A field's line, whether or not anything is typed behind its name. */
export interface DraftedLine {
  readonly row: FieldRow;
  readonly line: number;
  /** Where its value begins. */
  readonly valueStart: number;
}

/** Where the cursor stands. All offsets are of the document. */
export interface Drafting {
  readonly line: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  /** The line up to the cursor, and behind it. */
  readonly before: string;
  readonly after: string;
  /** The fields of the head, in document order. */
  readonly fields: readonly DraftedLine[];
  /** The field whose value the cursor is in, on the field's first line or on one that goes on with it; null elsewhere. */
  readonly field: DraftedLine | null;
  /** The line of the classification; -1 where there is none. */
  readonly classificationLine: number;
  /** Whether a paragraph or a heading of the text stands above the cursor's line, or the line itself begins with a paragraph's mark. */
  readonly isInText: boolean;
  /** Whether the text may begin here: all that must stand above it does, if only in part. */
  readonly mayBeText: boolean;
  /** Whether the text is all of capitals, as teletypes sent it. */
  readonly isCapitals: boolean;
}

/** A head is no longer. */
const MOST_LINES = 260;

const NUMBERED = /^[ \t]{0,8}(?:\([A-Z/]{1,12}\)[ \t]?)?¶?[ \t]?\d{1,3}[.)](?:[ \t]|\(|$)/;

/** `UNCLAS`, `C O N F I D E N T I A L`, at the beginning of a line. */
export const LEVEL =
  /^[ \t]{0,40}(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE|U N C L A S(?: S I F I E D)?|C O N F I D E N T I A L|S E C R E T|T O P {1,3}S E C R E T|L I M I T E D {1,3}O F F I C I A L {1,3}U S E)(?![A-Z])/;

/** How much of the text is looked at to tell whether it is all of capitals. */
const SAMPLE = 4000;

export function draftingAt(tree: CableTree, offset: number): Drafting {
  const { lines, outline } = tree;
  const { text } = lines;
  const line = lines.lineAt(offset);
  const lineStart = lines.start(line);
  const lineEnd = Math.max(lines.end(line), offset);
  const rows = fieldsOf(tree.form);
  const fields: DraftedLine[] = [];
  let classificationLine = -1;
  let firstNumbered = Number.POSITIVE_INFINITY;
  for (let at = 0; at < Math.min(lines.count, MOST_LINES); at++) {
    const content = text.slice(lines.start(at), lines.end(at));
    if (NUMBERED.test(content)) {
      firstNumbered = at;
      break;
    }
    const opened = openedField(rows, fields, content, at, lines.start(at));
    if (opened !== null) fields.push(opened);
    else if (classificationLine < 0 && fields.every(({ row }) => !BELOW_CAPTIONS.has(row.field)) && LEVEL.test(content))
      classificationLine = at;
  }
  const before = text.slice(lineStart, offset);
  const numberedHere = NUMBERED.test(text.slice(lineStart, lineEnd));
  const firstOfText = outline[0]?.span.start ?? Number.POSITIVE_INFINITY;
  const hasSubjectAbove = fields.some(({ row, line: at }) => row.field === "subject" && at < line);
  const field = fieldAt(tree, fields, line, offset);
  return {
    line,
    lineStart,
    lineEnd,
    before,
    after: text.slice(offset, lineEnd),
    fields,
    field: numberedHere || firstNumbered < line ? null : field,
    classificationLine,
    isInText: numberedHere || firstNumbered < line || (hasSubjectAbove && firstOfText < lineStart && field === null),
    mayBeText:
      numberedHere ||
      firstNumbered < line ||
      hasSubjectAbove ||
      (fields.length === 0 && classificationLine < 0 && firstOfText < lineStart),
    isCapitals: !/[a-z]/.test(text.slice(0, SAMPLE)),
  };
}

/** What no caption stands below. */
const BELOW_CAPTIONS: ReadonlySet<DraftedField> = new Set(["executiveOrder", "tags", "subject", "references"]);

function openedField(
  rows: readonly FieldRow[],
  known: readonly DraftedLine[],
  content: string,
  line: number,
  lineStart: number,
): DraftedLine | null {
  const first = content.length - content.trimStart().length;
  for (const row of rows) {
    row.pattern.lastIndex = first;
    if (!row.pattern.test(content)) continue;
    // `TO` and `INFO` are everyday words below the fields.
    if (row.onlyTransmitted === true && known.some((one) => BELOW_CAPTIONS.has(one.row.field))) continue;
    return { row, line, valueStart: lineStart + Math.min(row.pattern.lastIndex, content.length) };
  }
  return null;
}

/** The field that holds the cursor: on its line behind its name, or on a line below that no gap parts from it. */
function fieldAt(tree: CableTree, fields: readonly DraftedLine[], line: number, offset: number): DraftedLine | null {
  const found = fields.findLast((field) => field.line <= line);
  if (found === undefined) return null;
  if (found.line === line) return offset >= found.valueStart ? found : null;
  if (found.row.goesOn !== true) return null;
  const { lines } = tree;
  for (let at = found.line; at < line; at++) {
    const content = lines.text.slice(lines.start(at), lines.end(at));
    if (content.trim() === "" || (at > found.line && LEVEL.test(content))) return null;
  }
  return found;
}

/** Applies the changes that an editor reports to the text it had before. */

import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { LineTable } from "../text/line-table.ts";
import { PositionConverter, type PositionEncoding, type TextPosition } from "../text/position-encoding.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text after the changes, which each speak of the text that the one before left. Ranges that lie outside the text are taken to its
 * ends and one that runs backwards is turned round: a client that has lost count keeps a server that answers.
 */
export function applyChanges(
  lines: LineTable,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: PositionEncoding,
): LineTable {
  let current = lines;
  let positions = new PositionConverter(current, encoding);
  // Editors send the edits of many cursors from the last to the first. As long as each lies before the one before it, all speak of
  // the same text and are made in one go: a thousand cursors must not cost a thousand texts.
  let edits: Edit[] = [];
  const renew = (text: string): void => {
    current = new LineTable(text);
    positions = new PositionConverter(current, encoding);
    edits = [];
  };
  for (const change of changes) {
    // Some clients write out that there is no range.
    if (!("range" in change) || !change.range) {
      renew(change.text);
      continue;
    }
    const [start, end] = inOrder(change.range.start, change.range.end);
    const last = edits[edits.length - 1];
    if (last !== undefined && !liesBefore(end, last.start, current.text, positions)) renew(edited(current.text, edits));
    edits.push({ start: positions.offsetAt(start), end: positions.offsetAt(end), text: change.text });
  }
  return edits.length === 0 ? current : new LineTable(edited(current.text, edits));
}

/** Whether a position is the same place with and without an edit that begins at `start`. */
function liesBefore(position: TextPosition, start: number, text: string, positions: PositionConverter): boolean {
  const edit = positions.positionAt(start);
  // Behind a carriage return the edit may bring a line feed, and then the two are one line break and the next line begins later.
  if (text.charAt(start - 1) === "\r") return isBehind(edit, position);
  return !isBehind(position, edit);
}

/** The text with edits made that are given from the last to the first. */
function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end, text: inserted } of [...edits].reverse()) {
    pieces.push(text.slice(copied, start), inserted);
    copied = end;
  }
  pieces.push(text.slice(copied));
  return pieces.join("");
}

function inOrder(start: TextPosition, end: TextPosition): readonly [TextPosition, TextPosition] {
  return isBehind(start, end) ? [end, start] : [start, end];
}

function isBehind(one: TextPosition, other: TextPosition): boolean {
  return one.line > other.line || (one.line === other.line && one.character > other.character);
}

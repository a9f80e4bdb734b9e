/** Lines of a field as a reader of the parser takes them, and where in the file stands what it read. */

import { JoinedText } from "../../text/joined-text.ts";
import { SourceText } from "../../text/source-text.ts";
import type { RecordedPlace } from "../index-record.ts";
import { latin1 } from "./byte-memory.ts";
import type { LineCursor } from "./line-cursor.ts";

/** A piece of a field: one of its lines, without blanks. */
export interface Piece {
  readonly number: number;
  readonly start: number;
  readonly first: number;
  readonly end: number;
}

/** The current line as a piece, from `first` on: behind a keyword, or from its first character that is no blank. */
export function pieceOf({ number, start, end, first: text }: LineCursor, first = text): Piece {
  return { number, start, first, end };
}

/** Where nothing stands. */
export const BEGINNING: RecordedPlace = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

/** A text as the parser's readers take it. */
export function joined(text: string): JoinedText {
  return new JoinedText(SourceText.plain(text), [{ start: 0, end: text.length }]);
}

/** What a reader of the parser reads in pieces; `text` is what it was given, its offsets being those of the spans. */
export function readPieces<Read>(
  bytes: Uint8Array,
  pieces: readonly Piece[],
  reader: (value: JoinedText) => Read,
): { readonly text: readonly number[]; readonly read: Read } {
  let text = "";
  const starts: number[] = [];
  for (const { first, end } of pieces) {
    if (starts.length > 0) text += "\n";
    starts.push(text.length);
    text += latin1(bytes, first, end);
  }
  return { text: starts, read: reader(joined(text)) };
}

/** `[start, end)` of the bytes of a piece. */
export function placeOf(piece: Piece, start: number, end: number): RecordedPlace {
  return {
    line: piece.number,
    character: start - piece.start,
    endLine: piece.number,
    endCharacter: end - piece.start,
  };
}

/** From the beginning of the first piece to the end of the last. */
export function placeFromTo(pieces: readonly Piece[]): RecordedPlace {
  const from = pieces[0];
  const to = pieces[pieces.length - 1];
  if (from === undefined || to === undefined) return BEGINNING;
  return { line: from.number, character: from.first - from.start, endLine: to.number, endCharacter: to.end - to.start };
}

/** A span of the joined text of pieces by lines and characters; `starts` has where each piece begins in it. */
export function placeIn(
  pieces: readonly Piece[],
  start: number,
  end: number,
  starts: readonly number[],
): RecordedPlace {
  const place = (offset: number): { readonly line: number; readonly character: number } => {
    const index = starts.findLastIndex((from) => from <= offset);
    const piece = pieces[index];
    if (piece === undefined) return { line: 0, character: 0 };
    return { line: piece.number, character: piece.first - piece.start + offset - (starts[index] ?? 0) };
  };
  const from = place(start);
  // Behind the last character, which is on the line of that character.
  const to = place(Math.max(end - 1, start));
  return {
    line: from.line,
    character: from.character,
    endLine: to.line,
    endCharacter: end > start ? to.character + 1 : to.character,
  };
}

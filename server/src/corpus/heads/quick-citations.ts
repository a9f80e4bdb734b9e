/** Reads the list of references of a head, as bytes. */

import { fullYear, inferredYear, type Mrn, type StationId } from "../../cable/mrn.ts";
import { looksLikeReferenceLine, readReferences } from "../../cable/references/references.ts";
import type { RecordedPlace } from "../index-record.ts";
import { BLANK, CLOSING, OPENING, STOP, ZERO } from "./ascii.ts";
import { isPlainParagraph } from "./body-lines.ts";
import { type Piece, pieceOf, placeIn, placeOf, readPieces } from "./field-pieces.ts";
import { behindCapitals, behindDigits, isCapital, isDigit, mayBeRunTogether, numberAt } from "./head-lines.ts";
import { citedStations } from "./known-lines.ts";
import type { LineCursor } from "./line-cursor.ts";

/** A list of references on one line may be as long as this. */
const LONGEST_REFERENCES = 400;
const MOST_REFERENCE_LINES = 40;

/** A reference as read. */
export interface Cited {
  readonly year: number;
  readonly yearInferred: boolean;
  readonly station: StationId;
  readonly serial: number;
  readonly place: RecordedPlace;
}

/** The cable that cites: from it a reference has the year and the station that it doesn't name. */
export type Citing = Pick<Mrn, "year" | "station" | "serial">;

/**
 * The citations of a list that begins at `at` of the current line; leaves the lines on the first one behind it, where `isField` may say that
 * another field begins. Null where anything in it is not known.
 */
export function quickCitations(
  lines: LineCursor,
  at: number,
  citing: Citing,
  isField: () => boolean,
): readonly Cited[] | null {
  const { bytes } = lines;
  const pieces: Piece[] = [];
  /** Of each line the cable that it cites where it cites just one: kept, so that no line is read twice. */
  const cites: (Cited | null)[] = [];
  let piece = pieceOf(lines, at);
  let cite = readCite(bytes, piece, citing);
  for (;;) {
    if (!lines.isAscii || lines.end - lines.start > LONGEST_REFERENCES) return null;
    if (mayBeRunTogether(bytes, piece.first, lines.end)) return null;
    pieces.push(piece);
    cites.push(cite);
    if (!lines.next()) return null;
    if (lines.blank) {
      if (!isPlainParagraph(lines) && looksLikeReferenceLine(lines.text(lines.first, lines.end))) return null;
      break;
    }
    if (isField()) break;
    if (pieces.length > MOST_REFERENCE_LINES || labelLength(bytes, lines.first) === 0) return null;
    if (!lines.isPlain) return null;
    piece = pieceOf(lines);
    cite = readCite(bytes, piece, citing);
    if (cite === null && !looksLikeReferenceLine(lines.text(lines.first, lines.end))) return null;
  }
  return plainCites(bytes, pieces, cites) ?? readOddCites(bytes, pieces, citing);
}

/** How long the label is that stands here, its blank included: `A. `, `(A) `, `A) `; 0 for none. */
function labelLength(bytes: Uint8Array, at: number): number {
  if (isCapital(bytes[at])) {
    return (bytes[at + 1] === STOP || bytes[at + 1] === CLOSING) && bytes[at + 2] === BLANK ? 3 : 0;
  }
  const isEnclosed = bytes[at] === OPENING && isCapital(bytes[at + 1]) && bytes[at + 2] === CLOSING;
  return isEnclosed && bytes[at + 3] === BLANK ? 4 : 0;
}

/** The citations of a list that has one cable a line, with labels in order; null where any line holds something else. */
function plainCites(
  bytes: Uint8Array,
  pieces: readonly Piece[],
  cites: readonly (Cited | null)[],
): readonly Cited[] | null {
  const [firstPiece] = pieces;
  const length = firstPiece === undefined ? 0 : labelLength(bytes, firstPiece.first);
  if (length === 0 && pieces.length > 1) return null;
  const citations: Cited[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (labelLength(bytes, piece.first) !== length) return null;
    if (length > 0) {
      const letter = bytes[piece.first + (length === 4 ? 1 : 0)] ?? 0;
      // Of `A) ` a reader must tell.
      if (letter !== 65 + index || (length === 3 && bytes[piece.first + 1] === CLOSING)) return null;
    }
    const cite = cites[index] ?? null;
    if (cite === null) return null;
    citations.push(cite);
  }
  return citations;
}

/** A reference that is alone on its line, `A. 08 RIO DE JANEIRO 374`; null where something else stands there, too. */
function readCite(bytes: Uint8Array, piece: Piece, citing: Citing): Cited | null {
  const { end } = piece;
  const start = piece.first + labelLength(bytes, piece.first);
  let at = start;
  let printed: number | null = null;
  if (isDigit(bytes[at])) {
    if (!isDigit(bytes[at + 1]) || bytes[at + 2] !== BLANK) return null;
    printed = fullYear(numberAt(bytes, at, at + 2));
    at += 3;
  }
  const name = at;
  for (let words = 0; ; words++) {
    const behind = behindCapitals(bytes, at, end);
    if (behind - at < 2 || behind - at > 20 || bytes[behind] !== BLANK || words > 3) return null;
    at = behind + 1;
    if (isDigit(bytes[at])) break;
  }
  const digits = end - at;
  if (digits < 2 || digits > 6 || bytes[at] === ZERO || behindDigits(bytes, at, end) !== end) return null;
  const station = citedStations.get(bytes, name, at - 1);
  if (station === null) return null;
  const serial = numberAt(bytes, at, end);
  const year = printed ?? inferredYear(station, serial, citing) ?? citing.year;
  return { year, yearInferred: printed === null, station, serial, place: placeOf(piece, start, end) };
}

/** The citations of any other list, as the parser reads it. */
function readOddCites(
  bytes: Uint8Array,
  pieces: readonly Piece[],
  { year, station, serial }: Citing,
): readonly Cited[] {
  const context = { year, station, serial, form: "acp127" } as const;
  const { text, read } = readPieces(bytes, pieces, (value) => readReferences(value, context));
  return read.flatMap(({ mrn, yearInferred, span }) =>
    mrn === null
      ? []
      : [
          {
            year: mrn.year,
            yearInferred,
            station: mrn.station,
            serial: mrn.serial,
            place: placeIn(pieces, span.start, span.end, text),
          },
        ],
  );
}

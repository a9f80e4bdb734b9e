/** Tells of a row of the index whether a query holds of its cable: by the columns alone, as far as these know. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import { CLASSIFICATION_LEVELS } from "../columns/classification-codes.ts";
import { bytesOf, textOf } from "../columns/columns.ts";
import { mrnKey } from "../columns/mrn-key.ts";
import { CITATION, type PackedColumns } from "../columns/packed-columns.ts";
import { CableRows, NOTHING } from "../facets/cable-rows.ts";
import { UNDATED } from "../record-batch.ts";
import type { Condition, NumberPattern, NumberRange } from "./condition.ts";
import { fileTest } from "./file-test.ts";
import { type Phrase, phrasePattern, withoutAccents } from "./words.ts";

/** What the columns say: it does not hold; only the text can tell; it holds. */
export const NO = 0;
export const MAYBE = 1;
export const YES = 2;
export type Answer = typeof NO | typeof MAYBE | typeof YES;

export type RowTest = (row: number) => Answer;

/** The rows that a query may hold of, in ascending order, by what the columns say of each. */
export interface NarrowedRows {
  /** Those of which it holds for certain. */
  readonly certain: Int32Array;
  /** Those whose text must be read. */
  readonly open: Int32Array;
}

/** Chooses rows: one pass over the columns. */
export function narrowRows(condition: Condition, columns: PackedColumns): NarrowedRows {
  const rows = new CableRows(columns);
  const test = rowTest(condition, columns);
  const certain = new Int32Array(rows.length);
  const open = new Int32Array(rows.length);
  let certains = 0;
  let opens = 0;
  for (let row = 0; row < rows.length; row++) {
    if (!rows.isCable(row)) continue;
    const answer = test(row);
    if (answer === YES) certain[certains++] = row;
    else if (answer === MAYBE) open[opens++] = row;
  }
  return { certain: certain.slice(0, certains), open: open.slice(0, opens) };
}

/** The test of a condition. Good until the index changes. */
export function rowTest(condition: Condition, columns: PackedColumns): RowTest {
  return new Tests(columns, MAYBE).of(condition);
}

/** The same where no text is read: words count where they are of the subject, and what only texts hold counts nowhere. */
export function indexTest(condition: Condition, columns: PackedColumns): (row: number) => boolean {
  const test = new Tests(columns, NO).of(condition);
  return (row) => test(row) === YES;
}

class Tests {
  readonly #columns: PackedColumns;
  readonly #rows: CableRows;
  /** What is answered where only the text can tell. */
  readonly #untold: Answer;

  constructor(columns: PackedColumns, untold: Answer) {
    this.#untold = untold;
    this.#columns = columns;
    this.#rows = new CableRows(columns);
  }

  of(condition: Condition): RowTest {
    const rows = this.#rows;
    switch (condition.kind) {
      case "everything":
        return () => YES;
      case "all":
        return this.#all(condition.parts);
      case "any":
        return this.#any(condition.parts);
      case "not": {
        const test = this.of(condition.part);
        return (row) => NEGATED[test(row)];
      }
      case "words":
        return this.#words(condition);
      case "station": {
        const wanted = this.#stations(condition.stations);
        return (row) => sure(wanted[rows.station(row)] === 1);
      }
      case "tag":
        return this.#tags(condition.tags);
      case "year":
        return (row) => sure(isIn(rows.year(row), condition.range, NOTHING));
      case "sent": {
        const { sent } = this.#columns.int32;
        return (row) => sure(isIn(sent[row] ?? UNDATED, condition.range, UNDATED));
      }
      case "classification": {
        const wanted = new Set(condition.levels.map((level) => CLASSIFICATION_LEVELS.indexOf(level)));
        return (row) => sure(wanted.has(rows.classification(row)));
      }
      case "number":
        return this.#number(condition.pattern);
      case "cites":
        return this.#cites(condition.mrns);
      case "citedby":
        return this.#citedBy(condition.mrns);
      case "subject": {
        const holds = this.#subject(condition.phrase);
        return (row) => sure(holds(row));
      }
      case "file": {
        const test = fileTest(condition.pattern);
        return (row) => sure(test(this.#fileOf(row)));
      }
      case "addressee":
      case "caption":
      case "person":
      case "signed":
        return () => this.#untold;
    }
  }

  #all(parts: readonly Condition[]): RowTest {
    const tests = byCost(parts).map((part) => this.of(part));
    return (row) => {
      let least: Answer = YES;
      for (const test of tests) {
        const answer = test(row);
        if (answer === NO) return NO;
        if (answer < least) least = answer;
      }
      return least;
    };
  }

  #any(parts: readonly Condition[]): RowTest {
    const tests = byCost(parts).map((part) => this.of(part));
    return (row) => {
      let most: Answer = NO;
      for (const test of tests) {
        const answer = test(row);
        if (answer === YES) return YES;
        if (answer > most) most = answer;
      }
      return most;
    };
  }

  #words({ phrase, stations, year, mrn }: Condition & { readonly kind: "words" }): RowTest {
    const rows = this.#rows;
    const holds = this.#subject(phrase);
    const wanted = this.#stations(stations);
    const number = mrn === null ? NOTHING : this.#mrnNumber(mrn);
    return (row) => {
      if (wanted[rows.station(row)] === 1) return YES;
      if (year !== null && rows.year(row) === year) return YES;
      if (number !== NOTHING && rows.mrn(row) === number) return YES;
      return holds(row) ? YES : this.#untold;
    };
  }

  #tags(codes: readonly string[]): RowTest {
    const { tags, names } = this.#columns;
    const rows = this.#rows;
    const wanted = marked(names.tags, (tag) => codes.includes(tag));
    return (row) => {
      const end = rows.tagsEnd(row);
      for (let at = rows.tagsStart(row); at < end; at++) if (wanted[tags[at] ?? 0] === 1) return YES;
      return NO;
    };
  }

  #number({ year, station, serial, isPrefix }: NumberPattern): RowTest {
    const rows = this.#rows;
    const { mrnYear } = this.#columns.int32;
    const wanted = marked(
      this.#columns.names.stations,
      (name) => station === null || name === station || (isPrefix && serial === null && name.startsWith(station)),
    );
    return (row) => {
      const mrn = rows.mrn(row);
      if (mrn === NOTHING || wanted[rows.station(row)] !== 1) return NO;
      if (year !== null && mrnYear[mrn] !== year) return NO;
      if (serial === null) return YES;
      const own = rows.serial(row);
      return sure(isPrefix ? String(own).startsWith(String(serial)) : own === serial);
    };
  }

  #cites(mrns: readonly string[]): RowTest {
    const { citations } = this.#columns.int32;
    const wanted = new Set(mrns.map((mrn) => this.#mrnNumber(mrn)));
    const citing = new Set<number>();
    for (let at = 0; at + CITATION.length <= citations.length; at += CITATION.length) {
      if (wanted.has(citations[at + CITATION.mrn] ?? NOTHING)) citing.add(citations[at + CITATION.row] ?? NOTHING);
    }
    return (row) => sure(citing.has(row));
  }

  #citedBy(mrns: readonly string[]): RowTest {
    const { citations, mrn } = this.#columns.int32;
    const citing = new Set(mrns.map((one) => this.#mrnNumber(one)).filter((one) => one !== NOTHING));
    const cited = new Set<number>();
    for (let at = 0; at + CITATION.length <= citations.length; at += CITATION.length) {
      const row = citations[at + CITATION.row] ?? NOTHING;
      if (this.#rows.isCable(row) && citing.has(mrn[row] ?? NOTHING))
        cited.add(citations[at + CITATION.mrn] ?? NOTHING);
    }
    return (row) => sure(cited.has(this.#rows.mrn(row)));
  }

  /** Whether a subject holds a phrase: first its longest word in the bytes, then the phrase in the text. */
  #subject(phrase: Phrase): (row: number) => boolean {
    const { subjectBytes } = this.#columns.uint8;
    const rows = this.#rows;
    const pattern = phrasePattern(phrase);
    const longest = bytesOf(phrase.words.reduce((one, other) => (other.length > one.length ? other : one), ""));
    return (row) => {
      // A line feed stands before each subject.
      const start = rows.subjectStart(row) + 1;
      const end = rows.subjectEnd(row);
      if (start >= end || !mayHold(subjectBytes, start, end, longest)) return false;
      pattern.lastIndex = 0;
      return pattern.test(withoutAccents(textOf(subjectBytes.subarray(start, end))));
    };
  }

  /** By number of a station: 1 where it is one of these. */
  #stations(ids: readonly string[]): Uint8Array {
    const wanted = new Set(ids);
    return marked(this.#columns.names.stations, (name) => wanted.has(name));
  }

  #mrnNumber(mrn: string): number {
    const { year, station, serial } = mrnKey(mrn as CanonicalMrn);
    const { mrnYear, mrnStation, mrnSerial } = this.#columns.int32;
    const number = this.#columns.names.stations.indexOf(station);
    if (number < 0) return NOTHING;
    for (let at = 0; at < mrnSerial.length; at++) {
      if (mrnSerial[at] === serial && mrnStation[at] === number && mrnYear[at] === year) return at;
    }
    return NOTHING;
  }

  #fileOf(row: number): string {
    const { int32, uint8, names } = this.#columns;
    const start = int32.nameAt[row] ?? 0;
    const end = row + 1 < this.#rows.length ? (int32.nameAt[row + 1] ?? 0) : uint8.nameBytes.length;
    return (names.folders[int32.folder[row] ?? 0] ?? "") + textOf(uint8.nameBytes.subarray(start, end));
  }
}

/** Whether a word in small letters may stand in bytes: it does in any case, or not all of them are ASCII. */
function mayHold(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  const [first = 0] = word;
  const last = end - word.length;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return true;
    if (small(byte) !== first || at > last) continue;
    let same = 1;
    while (same < word.length && small(bytes[at + same] ?? 0) === word[same]) same++;
    if (same === word.length) return true;
  }
  return false;
}

function small(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

const NEGATED: readonly [typeof YES, typeof MAYBE, typeof NO] = [YES, MAYBE, NO];

/** What costs least to ask first: numbers, then TAGS and citations, then texts. */
const COSTS: Partial<Record<Condition["kind"], number>> = { all: 3, any: 3, not: 3, subject: 4, file: 5, words: 6 };

function byCost(parts: readonly Condition[]): readonly Condition[] {
  return [...parts].sort((one, other) => (COSTS[one.kind] ?? 1) - (COSTS[other.kind] ?? 1));
}

function sure(holds: boolean): Answer {
  return holds ? YES : NO;
}

function isIn(value: number, { from, to }: NumberRange, nothing: number): boolean {
  return value !== nothing && (from === null || value >= from) && (to === null || value <= to);
}

function marked(names: readonly string[], fits: (name: string) => boolean): Uint8Array {
  return Uint8Array.from(names, (name) => (fits(name) ? 1 : 0));
}

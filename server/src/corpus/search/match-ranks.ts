/** How well each row of the index fits a search, by its numbers alone: no text is made of any. */

import { defaultStations } from "../../vocabulary/stations.ts";
import { Column, int32 } from "../columns/columns.ts";
import { NONE, type PackedColumns } from "../columns/packed-columns.ts";
import { MOST_WORDS, type SubjectWords } from "./inverted-index.ts";
import { type CableSearch, NO_RANK, type NumberQuery, RANK } from "./search.ts";

/** Rows that fit a search, each once, in no particular order, some that hold no cable any more among them. */
export class RankedRows {
  /** By row; `NO_RANK` where it does not fit. */
  #ranks = new Uint8Array();
  readonly #rows = new Column(int32);

  /**
   * Forgets what fitted the last search. The room is kept: a byte for each row of the index would be garbage after each search, and others
   * wait while garbage of that kind is collected.
   * @param rows how many there are now.
   */
  start(rows: number): void {
    if (rows > this.#ranks.length) this.#ranks = new Uint8Array(rows).fill(NO_RANK);
    else for (const row of this.rows) this.#ranks[row] = NO_RANK;
    this.#rows.clear();
  }

  get rows(): Int32Array {
    return this.#rows.view();
  }

  /** Smaller is better. */
  rank(row: number): number {
    return this.#ranks[row] ?? NO_RANK;
  }

  /** Adds a row, or gives it a better rank. */
  add(row: number, rank: number): void {
    const known = this.rank(row);
    if (known === NO_RANK) this.#rows.push(row);
    if (rank < known) this.#ranks[row] = rank;
  }
}

/** Puts the rows that fit a search in place of those that fitted the last one. */
export function rankRows(search: CableSearch, columns: PackedColumns, words: SubjectWords, ranked: RankedRows): void {
  ranked.start(columns.uint8.state.length);
  if (search.number !== null) rankNumbers(search.number, columns, ranked);
  rankWords(search, columns, words, ranked);
  if (search.year !== null) rankYear(search.year, columns, ranked);
}

/** Number by number, of which most are told by their station alone; only then its rows. */
function rankNumbers(
  { year, stations, serial }: NumberQuery,
  { int32: columns }: PackedColumns,
  ranked: RankedRows,
): void {
  const { mrnYear, mrnStation, mrnSerial, mrnRows, nextOfMrn } = columns;
  for (let mrn = 0; mrn < mrnStation.length; mrn++) {
    let rank: number = RANK.numberPrefix;
    if (stations !== null) {
      rank = stations[mrnStation[mrn] ?? 0] ?? NO_RANK;
      if (rank === NO_RANK) continue;
    }
    if (year !== null && mrnYear[mrn] !== year) continue;
    if (serial !== null) {
      const own = mrnSerial[mrn] ?? NONE;
      if (own === serial) rank = stations === null ? RANK.numberPrefix : RANK.exact;
      else if (stations !== null && beginsWith(own, serial)) rank = RANK.numberPrefix;
      else continue;
    }
    for (let row = mrnRows[mrn] ?? NONE; row !== NONE; row = nextOfMrn[row] ?? NONE) ranked.add(row, rank);
  }
}

/** Of what fits in no other way, the cables of a year. */
function rankYear(year: number, { int32: { mrn, mrnYear } }: PackedColumns, ranked: RankedRows): void {
  for (let row = 0; row < mrn.length; row++) if (mrnYear[mrn[row] ?? NONE] === year) ranked.add(row, RANK.year);
}

const YEAR = /^(?:19|20)\d\d$/;

/** Whether a word begins the name of a station, or one of the words that it is written with: `AIRES` of `BUENOSAIRES`. */
function beginsStation(station: string, word: string): boolean {
  if (station.startsWith(word)) return true;
  if (word.length < SHORTEST_WORD) return false;
  const name = defaultStations().byId(station)?.name;
  return name?.includes(" ") === true && name.split(" ").some((part) => part.startsWith(word));
}

/** Fewer letters begin too many words of names: `DE`, `LA`. */
const SHORTEST_WORD = 3;

/** Whether a number begins with the digits of another. */
function beginsWith(number: number, digits: number): boolean {
  let rest = number;
  while (rest > digits) rest = Math.floor(rest / 10);
  return rest === digits;
}

/**
 * Each word must be in the subject, begin a word of the station's name, or be the year that the number is of; one of them at least is in the
 * subject.
 */
function rankWords(
  search: CableSearch,
  { int32: columns, names }: PackedColumns,
  subjects: SubjectWords,
  ranked: RankedRows,
): void {
  const words = search.words.slice(0, MOST_WORDS);
  const ofStations = Int32Array.from(names.stations, (station) =>
    words.reduce((mark, word, bit) => (beginsStation(station, word) ? mark | (1 << bit) : mark), 0),
  );
  const years = words.flatMap((word, bit) => (YEAR.test(word) ? [{ digits: Number(word) % 100, mark: 1 << bit }] : []));
  const all = (1 << words.length) - 1;
  const { mrn, mrnStation, mrnYear } = columns;
  subjects.eachMarked(words, (row, mark) => {
    const found = mark & all;
    if (found !== all) {
      const number = mrn[row] ?? NONE;
      const year = mrnYear[number];
      let withNumber = found | (ofStations[mrnStation[number] ?? NONE] ?? 0);
      for (const { digits, mark: bit } of years) if (digits === year) withNumber |= bit;
      if (withNumber !== all) return;
    }
    ranked.add(row, mark >> MOST_WORDS === found ? RANK.wordStart : RANK.word);
  });
}

/** How well each row of the index fits a search, by its numbers alone: no text is made of any. */

import type { PackedColumns } from "./packed-columns.ts";
import { type CableSearch, NO_RANK, type NumberQuery, RANK } from "./search.ts";
import { MOST_WORDS, type SubjectWords } from "./subject-words.ts";

/** A rank for each row, smaller is better, `NO_RANK` where it does not fit; of rows that hold no cable, too. */
export function rowRanks(search: CableSearch, columns: PackedColumns, words: SubjectWords): Uint8Array {
  const ranks = new Uint8Array(columns.uint8.state.length).fill(NO_RANK);
  if (search.number !== null) rankNumbers(search.number, columns, ranks);
  rankWords(search, columns, words, ranks);
  if (search.year !== null) rankYear(search.year, columns, ranks);
  return ranks;
}

function rankNumbers({ year, stations, serial }: NumberQuery, { int32 }: PackedColumns, ranks: Uint8Array): void {
  const { mrn, mrnYear, mrnStation, mrnSerial } = int32;
  for (let row = 0; row < ranks.length; row++) {
    const own = mrn[row] ?? -1;
    if (own < 0) continue;
    let rank: number = RANK.numberPrefix;
    if (stations !== null) {
      rank = stations[mrnStation[own] ?? -1] ?? NO_RANK;
      if (rank === NO_RANK) continue;
    }
    if (year !== null && mrnYear[own] !== year) continue;
    if (serial !== null) {
      const ownSerial = mrnSerial[own] ?? -1;
      if (ownSerial === serial) rank = stations === null ? RANK.numberPrefix : RANK.exact;
      else if (stations !== null && beginsWith(ownSerial, serial)) rank = RANK.numberPrefix;
      else continue;
    }
    ranks[row] = rank;
  }
}

/** Of what fits in no other way, the cables of a year. */
function rankYear(year: number, { int32: { mrn, mrnYear } }: PackedColumns, ranks: Uint8Array): void {
  for (let row = 0; row < ranks.length; row++) {
    if (ranks[row] === NO_RANK && mrnYear[mrn[row] ?? -1] === year) ranks[row] = RANK.year;
  }
}

/** Whether a number begins with the digits of another. */
function beginsWith(number: number, digits: number): boolean {
  let rest = number;
  while (rest > digits) rest = Math.floor(rest / 10);
  return rest === digits;
}

/** Each word must be in the subject or begin the station's name, one of them at least in the subject. */
function rankWords(
  search: CableSearch,
  { int32, names }: PackedColumns,
  subjects: SubjectWords,
  ranks: Uint8Array,
): void {
  const words = search.words.slice(0, MOST_WORDS);
  const ofStations = Int32Array.from(names.stations, (station) =>
    words.reduce((mark, word, bit) => (station.startsWith(word) ? mark | (1 << bit) : mark), 0),
  );
  const all = (1 << words.length) - 1;
  const { mrn, mrnStation } = int32;
  subjects.eachMarked(words, (row, mark) => {
    const found = mark & all;
    if (found !== all && (found | (ofStations[mrnStation[mrn[row] ?? -1] ?? -1] ?? 0)) !== all) return;
    const rank = mark >> MOST_WORDS === found ? RANK.wordStart : RANK.word;
    if (rank < (ranks[row] ?? NO_RANK)) ranks[row] = rank;
  });
}

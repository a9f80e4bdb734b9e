/** How well each row of the index fits a search, by its numbers alone: no text is made of any. */

import type { PackedColumns } from "./packed-index.ts";
import { type CableSearch, RANK } from "./search.ts";
import { MOST_WORDS, type SubjectWords } from "./subject-words.ts";

/** The rank of a row that does not fit. */
export const NO_RANK = 255;

/** A rank for each row, smaller is better; of rows that hold no cable, too. */
export function rowRanks(search: CableSearch, columns: PackedColumns, words: SubjectWords): Uint8Array {
  const ranks = new Uint8Array(columns.uint8.state.length).fill(NO_RANK);
  rankNumbers(search, columns, ranks);
  rankWords(search, columns, words, ranks);
  return ranks;
}

/** Each MRN once, then the rows by their MRNs. */
function rankNumbers({ numbers }: CableSearch, { int32 }: PackedColumns, ranks: Uint8Array): void {
  if (numbers.length === 0) return;
  const { mrn, mrnYear, mrnStation, mrnSerial } = int32;
  const ofMrns = new Uint8Array(mrnYear.length).fill(NO_RANK);
  for (const number of numbers) {
    for (let own = 0; own < ofMrns.length; own++) {
      const rank = number.rankOf(mrnYear[own] ?? 0, mrnStation[own] ?? 0, mrnSerial[own] ?? 0);
      if (rank >= 0 && rank < (ofMrns[own] ?? NO_RANK)) ofMrns[own] = rank;
    }
  }
  for (let row = 0; row < ranks.length; row++) ranks[row] = ofMrns[mrn[row] ?? -1] ?? NO_RANK;
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
  const marks = subjects.marks(words);
  for (let row = 0; row < marks.length; row++) {
    const mark = marks[row] ?? 0;
    const found = mark & all;
    if (found === 0) continue;
    if (found !== all && (found | (ofStations[mrnStation[mrn[row] ?? -1] ?? -1] ?? 0)) !== all) continue;
    const rank = mark >> MOST_WORDS === found ? RANK.wordStart : RANK.word;
    if (rank < (ranks[row] ?? NO_RANK)) ranks[row] = rank;
  }
}

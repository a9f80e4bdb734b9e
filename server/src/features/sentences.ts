/** Finds where sentences begin and end, knowing the abbreviations of cables. */

import type { Span } from "../text/span.ts";

/** Words with a full stop that ends no sentence, in capitals and without it. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `MR MRS MS DR ST GEN COL LT MAJ CAPT CMDR SGT ADM BRIG AMB SEN REP GOV PROF HON REV PRES DEP DIR ASST SECY MESSRS
  VS CF EG IE E.G I.E APPROX EST INC LTD CO CORP BROS JR SR`.split(/\s+/),
);

/** The same, where a number follows: `No. 3`, `Jan. 12`. */
const BEFORE_NUMBERS: ReadonlySet<string> = new Set(
  "NO NOS PARA PARAS REF REFS FIG VOL P PP ART SEC JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC".split(" "),
);

/** Words that begin a sentence far more often than they follow `the U.S.` inside one. */
const BEGINNERS: ReadonlySet<string> = new Set(
  "The He She It They We This That These Those In On At But However A An There When While If After As For To".split(
    " ",
  ),
);

/** The longest word that is looked at before a full stop. */
const LONGEST_WORD = 24;

/** A full stop, question or exclamation mark, what closes behind it, and the gap to the next word. */
const ENDING = /[.?!]["'”’)\]]{0,3}(?=\s|$)/g;

/** The sentence of a stretch of text that holds an offset, without the blanks around it. */
export function sentenceAt(text: string, { start, end }: Span, offset: number): Span {
  let from = start;
  let to = end;
  ENDING.lastIndex = start;
  for (let match = ENDING.exec(text); match !== null && match.index < end; match = ENDING.exec(text)) {
    const behind = match.index + match[0].length;
    if (!endsSentenceAt(text, match.index, behind, end)) continue;
    if (behind < offset) {
      from = behind;
      continue;
    }
    to = Math.min(behind, end);
    break;
  }
  const before = from;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  // In the gap between two sentences the one in front of it is meant.
  return offset < from && before > start ? sentenceAt(text, { start, end: before }, before) : { start: from, end: to };
}

/** Whether a text ends with a sentence's end. */
export function endsSentence(text: string): boolean {
  const trimmed = text.trimEnd();
  const stop = /[.?!:]["'”’)\]]{0,3}$/.exec(trimmed);
  return stop !== null && endsSentenceAt(trimmed, stop.index, trimmed.length, trimmed.length);
}

/** Whether the mark at `at` ends a sentence; `behind` is where what closes it ends. */
function endsSentenceAt(text: string, at: number, behind: number, end: number): boolean {
  if (text.charAt(at) !== ".") return true;
  const word = /(?<![A-Za-z.])[A-Za-z.]*$/.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? "";
  const isLast = text.slice(behind, Math.min(end, behind + 2)).trim() === "" && behind + 2 >= end;
  if (ABBREVIATIONS.has(word.toUpperCase())) return false;
  if (BEFORE_NUMBERS.has(word.toUpperCase()) && /^\s+\d/.test(text.slice(behind, behind + 4))) return false;
  // `U.S.`, and the initial of a name.
  const isDotted = /^(?:[A-Za-z]\.)+[A-Za-z]$/.test(word);
  const isInitial = /^[A-Z]$/.test(word);
  if (!isDotted && !isInitial) return true;
  if (isLast) return true;
  const next = /^\s+["'“‘(]?([A-Za-z]+)/.exec(text.slice(behind, behind + 40))?.[1] ?? "";
  return isDotted && BEGINNERS.has(next);
}

/** Damage by refolding: a continuation line drawn into a line of text, before or behind words of the text. */

import type { Edit } from "../../text/source-text.ts";
import { matchStation } from "../../vocabulary/stations.ts";
import { type Damage, lineBreak } from "./damage.ts";

/** Looked at around ` OF 0`: `STATION 00001234 002.2 OF 003`. */
const TAIL = /[ \t]\d{8}[ \t]{1,3}\d{3}(?:\.\d)?[ \t]{1,3}$/;
const TOTAL = /^OF[ \t]{1,3}0\d\d(?!\d)/i;
const WORDS_BEFORE = /(?:[A-Za-z.'’-]{2,20} ){0,3}[A-Za-z.'’-]{2,20}$/;

export const inlinePageBreaks: Damage = {
  name: "inline-page-breaks",
  edits: (text) => {
    const edits: Edit[] = [];
    // Zeros are rarer in prose than the letters of the word.
    for (let zero = text.indexOf("0"); zero >= 0; zero = text.indexOf("0", zero + 1)) {
      if (isBehindOf(text, zero)) addBreaks(text, zero - 3, edits);
    }
    return edits.sort((left, right) => left.start - right.start);
  },
};

/** Whether `OF ` or `of ` stands right before the zero of a total. */
function isBehindOf(text: string, zero: number): boolean {
  if (text.charCodeAt(zero - 1) !== 32) return false;
  const letter = text.charCodeAt(zero - 2);
  if (letter !== 70 && letter !== 102) return false;
  const before = text.charCodeAt(zero - 3);
  return before === 79 || (before === 111 && letter === 102);
}

function addBreaks(text: string, at: number, edits: Edit[]): void {
  // No more of the line is looked at than a station and its numbers take up: a line may hold thousands of them.
  const near = text.slice(Math.max(0, at - 60), at);
  const window = at - near.length + near.lastIndexOf("\n") + 1;
  const tail = TAIL.exec(text.slice(window, at));
  const total = TOTAL.exec(text.slice(at, at + 12));
  if (tail === null || total === null) return;
  const end = at + total[0].length;
  const numbersAt = window + tail.index;
  const words = WORDS_BEFORE.exec(text.slice(window, numbersAt))?.[0];
  if (words === undefined) return;
  const start = numbersAt - stationLength(words);
  let before = start;
  while (isBlankAt(text, before - 1)) before--;
  if (before < start && before > 0 && !isLineBreakAt(text, before - 1)) edits.push(lineBreak(before, start));
  let behind = end;
  while (isBlankAt(text, behind)) behind++;
  if (behind > end && behind < text.length && !isLineBreakAt(text, behind)) edits.push(lineBreak(end, behind));
}

function isBlankAt(text: string, at: number): boolean {
  return text[at] === " " || text[at] === "\t";
}

function isLineBreakAt(text: string, at: number): boolean {
  return text[at] === "\n" || text[at] === "\r";
}

/** How many of the last characters of `words` name the station: the longest run of words that does, or else the last word. */
function stationLength(words: string): number {
  const parts = words.split(" ");
  for (let from = 0; from < parts.length; from++) {
    const name = parts.slice(from).join(" ");
    if (matchStation(name) !== undefined) return name.length;
  }
  return parts[parts.length - 1]?.length ?? 0;
}

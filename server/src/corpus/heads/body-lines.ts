/** The lines that a body begins with, as bytes: numbered paragraphs and rules. */

import { BLANK, CLOSING, OPENING, QUOTE, STOP, STROKE } from "./ascii.ts";
import { behindDigits, isCapital, isDigit, startsWith } from "./head-lines.ts";

/** A stretch of bytes: a line without blanks at its ends. */
export interface Line {
  readonly bytes: Uint8Array;
  readonly first: number;
  readonly end: number;
}

/** `1. (SBU) The port …`, `¶1. The port …`, `(SBU) 1. The port …` */
export function isParagraph(line: Line): boolean {
  const bytes = line.bytes;
  const end = line.end;
  let at = line.first;
  const behindMark = behindPortion(line, at);
  if (behindMark > at && bytes[behindMark] === BLANK) {
    const digits = behindDigits(bytes, behindMark + 1, end) - behindMark - 1;
    return digits >= 1 && digits <= 2 && startsWith(bytes, ". ", behindMark + 1 + digits, end);
  }
  if (bytes[at] === 0xc2) at++;
  if (bytes[at] === 0xb6) at++;
  const behind = behindDigits(bytes, at, end);
  if (behind === at || behind - at > 2 || bytes[behind] !== STOP) return false;
  at = behind + 1;
  for (let blanks = 0; blanks < 2 && bytes[at] === BLANK; blanks++) at++;
  return isCapital(bytes[at]) || bytes[at] === QUOTE || behindPortion(line, at) > at;
}

/** Whether the current line is a paragraph's without any number but its own, so that no reference can be in it. */
export function isPlainParagraph(line: Line): boolean {
  if (!isParagraph(line)) return false;
  const bytes = line.bytes;
  let at = line.first;
  while (at < line.end && !isDigit(bytes[at])) at++;
  at = behindDigits(bytes, at, line.end);
  while (at < line.end && !isDigit(bytes[at])) at++;
  return at === line.end;
}

/** Behind `(SBU)`; `at` where no mark stands. */
function behindPortion({ bytes, end }: Line, at: number): number {
  if (bytes[at] !== OPENING) return at;
  let behind = at + 1;
  while (behind < end && (isCapital(bytes[behind]) || bytes[behind] === STROKE)) behind++;
  return behind > at + 1 && behind <= at + 13 && bytes[behind] === CLOSING ? behind + 1 : at;
}

/** `-----`, `= = = =` */
export function isRule(line: Line): boolean {
  const bytes = line.bytes;
  let marks = 0;
  for (let at = line.first; at < line.end; at++) {
    const byte = bytes[at];
    if (byte === BLANK && bytes[at - 1] !== BLANK) continue;
    if (byte !== 45 && byte !== 61 && byte !== 95 && byte !== 42 && byte !== 126) return false;
    marks++;
  }
  return marks >= 4 && marks <= 200;
}

/** Days as typists wrote them, in words: `April 27`, `November 21, 1957`, `1 OCTOPER 1956`. */

import { daysInMonth } from "../../vocabulary/date.ts";
import type { CableHeader } from "../tree.ts";
import { isoInstant, monthOf } from "./date-time-group.ts";

/** A day as far as it is printed. */
export interface PrintedDay {
  readonly day: number;
  /** 1–12. */
  readonly month: number;
  /** Four digits; null where none is printed. */
  readonly year: number | null;
  /** Where it stands in the text that was read, and how long it is. */
  readonly index: number;
  readonly length: number;
}

const MONTH_FIRST =
  /\b(?<month>[A-Z]{3,9})\.? {1,2}(?<day>\d{1,2}|[LI](?![A-Z]))(?!\d)(?:,? {1,3}(?<year>19[3-7]\d)\b)?/gi;
const DAY_FIRST = /\b(?<day>\d{1,2}) {1,2}(?<month>[A-Z]{3,9})\.?,? {1,3}(?<year>19[3-7]\d)\b/gi;
const LEAP_YEAR = 2000;

/** The first day that is written in a text; null where none is. A misread letter of the month is read through. */
export function readPrintedDay(text: string): PrintedDay | null {
  for (const pattern of [DAY_FIRST, MONTH_FIRST]) {
    for (const match of text.matchAll(pattern)) {
      const read = printedDay(match);
      if (read !== null) return read;
    }
  }
  return null;
}

function printedDay({ groups, index, 0: whole }: RegExpMatchArray): PrintedDay | null {
  const { day: dayText = "", month: monthText = "", year: yearText } = groups ?? {};
  const month = monthOf(monthText.toUpperCase());
  const day = /^[LI]$/i.test(dayText) ? 1 : Number(dayText);
  const year = yearText === undefined ? null : Number(yearText);
  if (month === 0 || day < 1 || day > daysInMonth(year ?? LEAP_YEAR, month)) return null;
  return { day, month, year, index: index ?? 0, length: whole.length };
}

/**
 * When a cable was sent, in ISO 8601: the instant of its date-time group, or the day alone where a typist wrote no more. Null where
 * neither is known.
 */
export function sentText({ dtg, date }: CableHeader): string | null {
  if (dtg !== null) return isoInstant(dtg.value);
  if (date === null) return null;
  const { year, month, day } = date.value;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Reads date-time groups: `R 280903Z AUG 09`, with the precedence letters before them. */

import type { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";
import { daysInMonth } from "../../vocabulary/date.ts";
import { fullYear } from "../mrn.ts";
import type { PrecedenceName } from "../record.ts";
import type { DateTimeGroup } from "../tree.ts";
import { capitalOf, digitOf, isBlank, isDigit, isLetter, located, readDigits, skipBlanks } from "./chars.ts";

/** What stands on a date-time group line. */
export interface DateTimeGroupLine {
  readonly dtg: Located<DateTimeGroup>;
  /** The letter before the group, for the action addressees. */
  readonly precedence: Located<PrecedenceName> | null;
  /** A second letter, for the information addressees. */
  readonly infoPrecedence: Located<PrecedenceName> | null;
  /** The offset in the value's text behind the year. What follows there are operating signals (`ZFF4`, `ZDK CTG…`). */
  readonly end: number;
}

/**
 * Precedence letters of ACP 127, 150-152, by their codes; a zero stands for the letter O. `Y` is used by no station that sends
 * cables, and has no name in a record.
 */
const PRECEDENCE_LETTERS: ReadonlyMap<number, PrecedenceName | null> = new Map([
  [90, "FLASH"],
  [79, "IMMEDIATE"],
  [48, "IMMEDIATE"],
  [80, "PRIORITY"],
  [82, "ROUTINE"],
  [89, null],
]);

const MONTHS: readonly string[] = [
  "JANUARY",
  "FEBRUARY",
  "MARCH",
  "APRIL",
  "MAY",
  "JUNE",
  "JULY",
  "AUGUST",
  "SEPTEMBER",
  "OCTOBER",
  "NOVEMBER",
  "DECEMBER",
];

const ABBREVIATION = 3;
const LETTER_D = 68;
const LETTER_Z = 90;
const DIGIT_2 = 50;
const STROKE = 47;

/**
 * The date-time group at `from` of a line, after blanks and precedence letters, or after the stroke of a SMART print's
 * `Sep 15, 2010 / 151503Z SEP 10`; null where there is none, or where it names a time that does not exist.
 */
export function readDateTimeGroup(value: JoinedText, from = 0): DateTimeGroupLine | null {
  const { text } = value;
  const line = scanLine(text, from);
  if (line !== null) return locate(value, line);
  const stroke = text.indexOf("/", from);
  const second = stroke < 0 ? null : scanLine(text, stroke + 1);
  return second === null ? null : locate(value, second);
}

/** Whether a line begins, after blanks and precedence letters, with six digits, a zone and a month: a quick test, not a proof. */
export function looksLikeDateTimeGroupLine(text: string, from = 0): boolean {
  const { groupAt } = skipPrecedence(text, from);
  return readDigits(text, groupAt, 6) >= 0 && readMonthAfter(text, groupAt + 6) !== null;
}

/** `2009-08-28T09:03:00Z`. A group of 2400 is the next day's first minute. */
export function isoInstant({ year, month, day, hour, minute }: DateTimeGroup): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  if (hour < 24) return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
  return new Date(Date.UTC(year, month - 1, day, hour, minute)).toISOString().replace(".000Z", "Z");
}

interface ScannedLine {
  readonly letters: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly group: DateTimeGroup;
}

function locate(value: JoinedText, { letters, start, end, group }: ScannedLine): DateTimeGroupLine {
  return {
    dtg: located(value, group, start, end),
    precedence: locatePrecedence(value, letters[0]),
    infoPrecedence: locatePrecedence(value, letters[1]),
    end,
  };
}

function locatePrecedence(value: JoinedText, at: number | undefined): Located<PrecedenceName> | null {
  if (at === undefined) return null;
  const name = PRECEDENCE_LETTERS.get(capitalOf(value.text.charCodeAt(at)));
  return name === undefined || name === null ? null : located(value, name, at, at + 1);
}

function scanLine(text: string, from: number): ScannedLine | null {
  const { letters, groupAt } = skipPrecedence(text, from);
  const digits = groupDigits(text, groupAt);
  if (digits === null) return null;
  const month = readMonthAfter(text, digits.end);
  if (month === null) return null;
  const year = readYear(text, month.end);
  if (year === null) return null;
  const group = dateTimeGroup(digits.number, month.month, year.year);
  return group === null ? null : { letters, start: groupAt, end: year.end, group };
}

/** The offsets of the precedence letters (of a doubled one, the first), and where the group after them begins. */
function skipPrecedence(text: string, from: number): { readonly letters: readonly number[]; readonly groupAt: number } {
  const letters: number[] = [];
  let at = skipBlanks(text, from);
  while (letters.length < 2) {
    const letter = capitalOf(text.charCodeAt(at));
    if (!PRECEDENCE_LETTERS.has(letter)) break;
    let end = at + 1;
    if (capitalOf(text.charCodeAt(end)) === letter) end++;
    if (!isBlank(text.charCodeAt(end)) && !(isLetter(text.charCodeAt(at)) && isDigit(text.charCodeAt(end)))) break;
    letters.push(at);
    at = skipBlanks(text, end);
  }
  // Lines of message references, "DTG 151355Z AUG 74", name what follows.
  if (capitalOf(text.charCodeAt(at)) === LETTER_D && /^DTG\b/i.test(text.slice(at, at + 4)))
    at = skipBlanks(text, text.charAt(at + 3) === ":" ? at + 4 : at + 3);
  return { letters, groupAt: at };
}

/** Six digits, with blanks between day and time allowed. */
function groupDigits(text: string, at: number): { readonly number: number; readonly end: number } | null {
  const together = readDigits(text, at, 6);
  if (together >= 0) return { number: together, end: at + 6 };
  const day = readDigits(text, at, 2);
  if (day < 0 || !isBlank(text.charCodeAt(at + 2))) return null;
  const timeAt = skipBlanks(text, at + 2);
  const time = readDigits(text, timeAt, 4);
  return time < 0 ? null : { number: day * 10000 + time, end: timeAt + 4 };
}

/** The zone letter Z (a 2 in bad copies, or lost) and the month's name. */
function readMonthAfter(text: string, at: number): { readonly month: number; readonly end: number } | null {
  let start = skipBlanks(text, at);
  const zone = text.charCodeAt(start);
  const hasZone = capitalOf(zone) === LETTER_Z || (zone === DIGIT_2 && start === at);
  if (hasZone) start = skipBlanks(text, start + 1);
  if (text.charCodeAt(start) === STROKE) start = skipBlanks(text, start + 1);
  let end = start;
  while (end < text.length && (isLetter(text.charCodeAt(end)) || isZeroInWord(text, end, start))) end++;
  const month = monthOf(text.slice(start, end).toUpperCase().replaceAll("0", "O"));
  return month === 0 ? null : { month, end };
}

/** A zero that stands for the O of `0CT` or `N0V`. */
function isZeroInWord(text: string, at: number, start: number): boolean {
  return text.charCodeAt(at) === 48 && at - start < 2 && isLetter(text.charCodeAt(at + 1));
}

/** 1–12 for a month's name or a beginning of it of three letters or more, one of the first three misread at most; else 0. */
function monthOf(word: string): number {
  if (word.length < ABBREVIATION) return 0;
  if (word === "SEPT") return 9;
  for (let index = 0; index < MONTHS.length; index++) if (MONTHS[index]?.startsWith(word)) return index + 1;
  let found = 0;
  for (let index = 0; index < MONTHS.length; index++) {
    const name = MONTHS[index] ?? "";
    if (differences(word, word.length === ABBREVIATION ? name.slice(0, ABBREVIATION) : name) > 1) continue;
    if (found > 0) return 0;
    found = index + 1;
  }
  return found;
}

/** In how many places two words of one length differ; more than any word has where the lengths are not the same. */
function differences(word: string, other: string): number {
  if (word.length !== other.length) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (let index = 0; index < word.length; index++) if (word[index] !== other[index]) count++;
  return count;
}

/** Two or four digits after the month, and after what may stand between: blanks, a dot, a comma, an apostrophe. */
function readYear(text: string, at: number): { readonly year: number; readonly end: number } | null {
  let start = at;
  while (start < text.length && (isBlank(text.charCodeAt(start)) || ".,'’/-".includes(text.charAt(start)))) start++;
  let end = start;
  while (end < start + 4 && digitOf(text.charCodeAt(end)) >= 0) end++;
  if (isDigit(text.charCodeAt(end))) return null;
  if (end - start === 4) {
    const year = readDigits(text, start, 4);
    return year >= 1900 && year < 2100 ? { year, end } : null;
  }
  // In a third place only a letter that looks like a digit can stand, and it is then the next word's.
  if (end - start < 2 || (end - start === 3 && isDigit(text.charCodeAt(start + 2)))) return null;
  return { year: fullYear(readDigits(text, start, 2)), end: start + 2 };
}

function dateTimeGroup(digits: number, month: number, year: number): DateTimeGroup | null {
  const day = Math.trunc(digits / 10000);
  const hour = Math.trunc(digits / 100) % 100;
  const minute = digits % 100;
  const isTime = minute < 60 && (hour < 24 || (hour === 24 && minute === 0));
  if (!isTime || day < 1 || day > daysInMonth(year, month)) return null;
  const name = (MONTHS[month - 1] ?? "").slice(0, ABBREVIATION);
  const text = `${String(digits).padStart(6, "0")}Z ${name} ${String(year % 100).padStart(2, "0")}`;
  return { text, day, hour, minute, month, year };
}

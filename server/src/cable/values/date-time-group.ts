/** Reads date-time groups: `R 280903Z AUG 09`, with the precedence letters before them. */

import type { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";
import { daysInMonth } from "../../vocabulary/date.ts";
import { fullYear } from "../mrn.ts";
import type { PrecedenceName } from "../record.ts";
import type { DateTimeGroup } from "../tree.ts";
import { capitalOf, digitOf, isBlank, isDigit, isLetter, located, readDigits, skipBlanks, trimEnd } from "./chars.ts";

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
const STOP = 46;

/** Action addressees, information addressees, and those of a third list. */
const MOST_LETTERS = 4;

const GROUP_DIGITS = 6;

/** More blanks than this in a row do not stand inside a group. */
const WIDEST_GAP = 2;

/** What some reading machines have in place of digits, beside what is read as one everywhere; by their codes. */
const LOOK_ALIKES: ReadonlyMap<number, number> = new Map(
  Object.entries({ D: 0, Q: 0, "@": 0, J: 1, "]": 1, "!": 1, S: 5, B: 8 }).map(([character, digit]) => [
    character.charCodeAt(0),
    digit,
  ]),
);

/** A group has so many true digits at least. */
const FEWEST_TRUE_DIGITS = 3;

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

/** Whether a line begins, after blanks and precedence letters, with a group, a zone and a month: a quick test, not a proof. */
export function looksLikeDateTimeGroupLine(text: string, from = 0): boolean {
  const { groupAt } = skipPrecedence(text, from);
  const digits = groupDigits(text, groupAt);
  return digits !== null && readMonthAfter(text, digits.end) !== null;
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
  const end = endOfPrecedenceWord(value.text, at);
  const first = capitalOf(value.text.charCodeAt(at));
  const name = end > at ? PRECEDENCE_BY_WORD.get(first) : PRECEDENCE_LETTERS.get(first);
  return name === undefined || name === null
    ? null
    : located(value, name, at, Math.max(at + 1, trimEnd(value.text, at, end)));
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
  let at = skipGroupName(text, skipBlanks(text, from));
  const word = PRECEDENCE_BY_WORD.has(capitalOf(text.charCodeAt(at))) ? endOfPrecedenceWord(text, at) : at;
  if (word > at) {
    letters.push(at);
    at = skipBlanks(text, word);
  }
  while (letters.length < MOST_LETTERS) {
    const letter = capitalOf(text.charCodeAt(at));
    if (!PRECEDENCE_LETTERS.has(letter)) break;
    let end = at + 1;
    if (capitalOf(text.charCodeAt(end)) === letter) end++;
    if (text.charCodeAt(end) === STOP && isBlank(text.charCodeAt(end + 1))) end++;
    if (!isBlank(text.charCodeAt(end)) && !(isLetter(text.charCodeAt(at)) && isDigit(text.charCodeAt(end)))) break;
    letters.push(at);
    at = skipBlanks(text, end);
  }
  return { letters, groupAt: skipGroupName(text, at) };
}

/** The precedence in full in place of its letter: `ROUTINE 120900Z MAY 07`. By its first letter it has the same name. */
const PRECEDENCE_WORD = /(?:ROUTINE|PRIORITY|FLASH|(?:NIACT[ \t]{1,3})?IMMEDIATE)[ \t]{1,9}(?=[\dDOIL]{2})/iy;

/** The names by the codes of their first letters. */
const PRECEDENCE_BY_WORD: ReadonlyMap<number, PrecedenceName> = new Map([
  [82, "ROUTINE"],
  [80, "PRIORITY"],
  [70, "FLASH"],
  [78, "NIACT IMMEDIATE"],
  [73, "IMMEDIATE"],
]);

function endOfPrecedenceWord(text: string, at: number): number {
  PRECEDENCE_WORD.lastIndex = at;
  return PRECEDENCE_WORD.test(text) ? PRECEDENCE_WORD.lastIndex : at;
}

/** Behind `DTG` or `DTG:`, which stands before the letters in some copies and before the group in lines of message references. */
function skipGroupName(text: string, at: number): number {
  if (capitalOf(text.charCodeAt(at)) !== LETTER_D || !/^DTG\b/i.test(text.slice(at, at + 4))) return at;
  return skipBlanks(text, text.charAt(at + 3) === ":" ? at + 4 : at + 3);
}

/** Six digits, with blanks among them or a stroke behind the day, and with letters that look like some; the first is not the last of a longer number. */
function groupDigits(text: string, at: number): { readonly number: number; readonly end: number } | null {
  let number = 0;
  let trueDigits = 0;
  let offset = at;
  for (let count = 0; count < GROUP_DIGITS; count++) {
    const unit = text.charCodeAt(offset);
    const digit = digitOf(unit);
    const read = digit >= 0 ? digit : (LOOK_ALIKES.get(unit) ?? -1);
    if (read < 0) return null;
    if (isDigit(unit)) trueDigits++;
    number = number * 10 + read;
    offset++;
    if (count < GROUP_DIGITS - 1) offset = skipGap(text, offset, count);
  }
  return trueDigits >= FEWEST_TRUE_DIGITS ? { number, end: offset } : null;
}

/** The next digit's offset behind the one of index `count`. */
function skipGap(text: string, at: number, count: number): number {
  if (count === 1 && text.charCodeAt(at) === STROKE) return at + 1;
  const next = skipBlanks(text, at);
  return next - at <= WIDEST_GAP || count === 1 ? next : at;
}

/** The zone letter Z (a 2 in bad copies, doubled, or lost) and the month's name. */
function readMonthAfter(text: string, at: number): { readonly month: number; readonly end: number } | null {
  let start = skipBlanks(text, at);
  const zone = text.charCodeAt(start);
  const hasZone = capitalOf(zone) === LETTER_Z || (zone === DIGIT_2 && start === at);
  if (hasZone) start++;
  if (hasZone && capitalOf(text.charCodeAt(start)) === LETTER_Z) start++;
  if (hasZone) start = skipBlanks(text, start);
  if (text.charCodeAt(start) === STROKE) start = skipBlanks(text, start + 1);
  let end = start;
  while (end < text.length && (isLetter(text.charCodeAt(end)) || isZeroInWord(text, end, start))) end++;
  if (end - start === 1) return readSpacedMonth(text, start);
  const month = monthOf(text.slice(start, end).toUpperCase().replaceAll("0", "O"));
  return month === 0 ? null : { month, end };
}

/** `J U N`: three letters with a blank between them, the name of a month as it should be. */
function readSpacedMonth(text: string, start: number): { readonly month: number; readonly end: number } | null {
  const spaced = /^([A-Z]) ([A-Z]) ([A-Z])(?![A-Z])/i.exec(text.slice(start, start + 6));
  if (spaced === null) return null;
  const name = spaced.slice(1).join("").toUpperCase();
  const index = MONTHS.findIndex((month) => month.startsWith(name));
  return index < 0 ? null : { month: index + 1, end: start + spaced[0].length };
}

/** A zero that stands for the O of `0CT` or `N0V`. */
function isZeroInWord(text: string, at: number, start: number): boolean {
  return text.charCodeAt(at) === 48 && at - start < 2 && isLetter(text.charCodeAt(at + 1));
}

/** 1–12 for a month's name or a beginning of it of three letters or more, one of the first three misread at most; else 0. */
export function monthOf(word: string): number {
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
  // `7 4`: a blank between the two.
  if (end - start === 1 && isBlank(text.charCodeAt(end)) && isDigit(text.charCodeAt(start))) {
    const second = end + 1;
    const isAlone =
      isDigit(text.charCodeAt(second)) &&
      !isDigit(text.charCodeAt(second + 1)) &&
      !isLetter(text.charCodeAt(second + 1));
    return isAlone
      ? { year: fullYear(readDigits(text, start, 1) * 10 + readDigits(text, second, 1)), end: second + 1 }
      : null;
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

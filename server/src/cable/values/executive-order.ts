/** Reads E.O. lines: the order's number, what it says, and the date of declassification where it is one. */

import type { JoinedText } from "../../text/joined-text.ts";
import { daysInMonth } from "../../vocabulary/date.ts";
import { executiveOrderRows } from "../../vocabulary/executive-orders.ts";
import { fullYear } from "../mrn.ts";
import type { ExecutiveOrderLine } from "../tree.ts";
import { digitOf, isDigit, isLetter, located, matchesOf, onOneLine, skipSpaces, trimEnd } from "./chars.ts";
import { isWithinOneEdit } from "./edit-distance.ts";

/** An E.O. line, and where another field begins behind it on the same line. */
export interface ExecutiveOrderRead extends ExecutiveOrderLine {
  /** The offset in the value's text where the E.O. line ends; the length of the text where nothing follows. */
  readonly end: number;
}

/** Numbers of orders, and what each misprint of one stands for. */
const ORDERS: ReadonlySet<string> = new Set(executiveOrderRows().map(({ code }) => code));
const MISPRINTS: ReadonlyMap<string, string> = new Map(
  executiveOrderRows().flatMap(({ code, misprints }) =>
    (misprints ?? []).map((misprint): [string, string] => [misprint, code]),
  ),
);

/** What opens the line, where the value still has it. */
const KEYWORD =
  /^\s*(?:E[ \t]?\.?[ \t]?[O0][ \t]?\.?M?|EXECUTIVE[ \t]ORDER|EXEC(?:\.|[ \t])?[ \t]?ORDER)(?=[\s:.;-]|\d)[\s:.;-]{0,4}/i;

/** Fields that follow on the same line in copies that lost their line breaks, and the words of SMART lines. */
const NEXT_FIELD =
  /(?:^|[\s.;,])(?:TAGS?[ \t]?:|TAGS?[ \t]{1,4}[A-Z]{4}\b|SUBJ(?:ECT)?[ \t]?:|REFS?[ \t]?:|CLASSIFIED BY\b|CLASSIFIED BY:|REASONS?[ \t]?:|CAPTIONS?[ \t]?:)/i;

const MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

/**
 * Dates as they are typed, one shape to an expression: year first, year last, eight digits, and with the month's name.
 * Blanks may stand beside what parts the numbers.
 */
const YEAR_FIRST = /(?<![\dA-Z])(\d{4})[ ]?[-/.][ ]?(\d{1,2})[ ]?[-/.][ ]?(\d{1,2})(?!\d)/g;
const YEAR_LAST = /(?<![\dA-Z])(\d{1,2})[ ]?[-/.][ ]?(\d{1,2})[ ]?[-/.][ ]?(\d{4}|\d{2})(?!\d)/g;
const EIGHT_DIGITS = /(?<![\dA-Z])((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g;
const DAY_MONTH_YEAR =
  /(?<![\dA-Z])(\d{1,2})[ ]?(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?,?[ ]?(\d{4}|\d{2})(?!\d)/g;
const MONTH_DAY_YEAR =
  /(?<![A-Z])(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?[ ](\d{1,2})(?:ST|ND|RD|TH)?,?[ ](\d{4}|\d{2})(?!\d)/g;

/** Words before a date that make it another than that of declassification: of downgrading, or the beginning of a term. */
const OTHER_DATE = ["DNG", "DOWNGRADE", "YEARS AFTER", "YEARS FROM"];

/** A date of declassification stands within so many characters; what follows is no E.O. line any more. */
const LONGEST_VALUE = 240;

/**
 * The E.O. line in `value`, with or without the word that opens it: null where neither a number nor anything after it stands
 * there. A number that is one slip away from an order's is that order's.
 */
export function readExecutiveOrder(value: JoinedText): ExecutiveOrderRead | null {
  const { text } = value;
  const keyword = KEYWORD.exec(text);
  const start = skipPunctuation(text, keyword === null ? 0 : keyword[0].length);
  const numberEnd = endOfOrderNumber(text, start);
  const next = NEXT_FIELD.exec(text.slice(numberEnd));
  const end = next === null ? text.length : numberEnd + next.index;
  const valueStart = Math.min(end, skipPunctuation(text, numberEnd));
  const valueEnd = trimEnd(text, valueStart, end);
  if (numberEnd === start && valueEnd === valueStart) return null;
  const printed = onOneLine(text.slice(valueStart, valueEnd));
  const declassifyOn = valueEnd > valueStart ? findDate(text, valueStart, valueEnd) : null;
  return {
    span: value.span(start, Math.max(numberEnd, valueEnd)),
    number: numberEnd > start ? located(value, orderNumber(text.slice(start, numberEnd)), start, numberEnd) : null,
    value: printed === "" ? null : located(value, printed, valueStart, valueEnd),
    declassifyOn:
      declassifyOn === null ? null : located(value, declassifyOn.date, declassifyOn.start, declassifyOn.end),
    end,
  };
}

function skipPunctuation(text: string, at: number): number {
  let offset = skipSpaces(text, at);
  while (offset < text.length && ":;,.-".includes(text.charAt(offset))) offset = skipSpaces(text, offset + 1);
  return offset;
}

/** The end of four to six digits, a bracket among them for a digit misread (`11)065`); `at` where they are something else. */
function endOfOrderNumber(text: string, at: number): number {
  let end = at;
  let digits = 0;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (digitOf(code) >= 0) digits++;
    else if (!"()[]".includes(text.charAt(end)) || digits === 0 || digitOf(text.charCodeAt(end + 1)) < 0) break;
    end++;
  }
  const isNumber = digits >= 4 && digits <= 6 && !isLetter(text.charCodeAt(end)) && text.charAt(end) !== "/";
  return isNumber && isDigit(text.charCodeAt(at)) ? end : at;
}

/** The number of the order, misprints mended: those of the table, and those that only one order's number is a slip away from. */
function orderNumber(printed: string): string {
  let digits = "";
  for (let index = 0; index < printed.length; index++) {
    const digit = digitOf(printed.charCodeAt(index));
    if (digit >= 0) digits += String(digit);
  }
  if (ORDERS.has(digits)) return digits;
  const known = MISPRINTS.get(digits);
  if (known !== undefined) return known;
  const near = [...ORDERS].filter((order) => isWithinOneEdit(digits, order));
  return near.length === 1 && near[0] !== undefined ? near[0] : digits;
}

/** The letter among digits, or behind a stroke before one: `05/12/2O17`, `O5/12/2017`. */
const O_FOR_ZERO = /(?<=\d)O(?=[\d\s/.,;)-]|$)|(?<=[\s/-])O(?=\d)/g;

interface DateAt {
  /** ISO. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The first date in `[start, behind)` that is one of declassification. */
function findDate(text: string, start: number, behind: number): DateAt | null {
  const end = Math.min(behind, start + LONGEST_VALUE);
  // The same length as the text, so that offsets hold.
  const capitals = text.slice(start, end).toUpperCase().replace(/\s/g, " ").replace(O_FOR_ZERO, "0");
  if (capitals.length !== end - start || !/\d/.test(capitals)) return null;
  const found: DateAt[] = [];
  const add = (match: RegExpExecArray, year: number, month: number, day: number): void => {
    if (isOtherDate(capitals.slice(0, match.index))) return;
    const date = isoDate(year, month, day);
    if (date === null) return;
    found.push({ date, start: start + match.index, end: start + match.index + match[0].length });
  };
  for (const match of matchesOf(YEAR_FIRST, capitals)) {
    add(match, Number(match[1]), Number(match[2]), Number(match[3]));
  }
  for (const match of matchesOf(EIGHT_DIGITS, capitals)) {
    add(match, Number(match[1]), Number(match[2]), Number(match[3]));
  }
  for (const match of matchesOf(YEAR_LAST, capitals)) {
    const first = Number(match[1]);
    const second = Number(match[2]);
    // Month first, as Americans write; day first only where there is no such month.
    const dayFirst = first > 12 && second <= 12;
    add(match, yearOf(match[3]), dayFirst ? second : first, dayFirst ? first : second);
  }
  for (const match of matchesOf(DAY_MONTH_YEAR, capitals)) {
    add(match, yearOf(match[3]), monthOf(match[2]), Number(match[1]));
  }
  for (const match of matchesOf(MONTH_DAY_YEAR, capitals)) {
    add(match, yearOf(match[3]), monthOf(match[1]), Number(match[2]));
  }
  found.sort((a, b) => a.start - b.start);
  return found[0] ?? null;
}

/** Whether the words before a date say that it is another one: `DNG: CO 03/29/2006`, `TEN YEARS AFTER …`. */
function isOtherDate(before: string): boolean {
  const clause = before.slice(before.lastIndexOf(";") + 1);
  const declassify = clause.lastIndexOf("DECL");
  return OTHER_DATE.some((words) => clause.lastIndexOf(words) > declassify);
}

function yearOf(digits = ""): number {
  return digits.length === 2 ? fullYear(Number(digits)) : Number(digits);
}

function monthOf(name = ""): number {
  return MONTHS.indexOf(name) / 3 + 1;
}

/** Null for a day that does not exist, and for years in which nothing can be declassified. */
function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1950 || year > 2199 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The lines of a transmission header as bytes: what each must look like to be nothing else, told without a pattern or a string. */

import { fullYear } from "../../cable/mrn.ts";
import { daysInMonth } from "../../vocabulary/date.ts";

/** What a byte may stand in. */
const CAPITAL = 1;
const DIGIT = 2;
/** In the name behind `FM`. */
const FROM_NAME = 4;
/** In an addressee's name. */
const ADDRESSEE_NAME = 8;
/** In the words between the level and the serial of a classification line. */
const CLASSIFICATION = 16;
/** In the note behind a security line. */
const SECURITY_NOTE = 32;
/** In a subject that no reader has to look at: none of these opens a field, a mark or a link. */
const PLAIN_SUBJECT = 64;
/** Where `mayBeRunTogether` looks twice: blanks, bars, angles, brackets, stars, tildes, the last byte of a paragraph sign. */
const TELLING = 128;

const CLASSES: Uint8Array = (() => {
  const classes = new Uint8Array(256);
  const add = (characters: string, bits: number): void => {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      classes[code] = (classes[code] ?? 0) | bits;
    }
  };
  const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const digits = "0123456789";
  add(capitals, CAPITAL | FROM_NAME | ADDRESSEE_NAME | CLASSIFICATION | SECURITY_NOTE | PLAIN_SUBJECT);
  add(digits, DIGIT | ADDRESSEE_NAME | CLASSIFICATION | SECURITY_NOTE | PLAIN_SUBJECT);
  add(capitals.toLowerCase(), PLAIN_SUBJECT);
  add(" /.'-", FROM_NAME);
  add(" /.,'()&#-", ADDRESSEE_NAME);
  add(" /", CLASSIFICATION);
  add(" -", SECURITY_NOTE);
  add(" ,.'\"/&-?!$%;+", PLAIN_SUBJECT);
  add(" \t|<]*~\u00b6", TELLING);
  return classes;
})();

/** Where the run of bytes of a class that begins at `at` ends, `end` at most. */
function runOf(bytes: Uint8Array, bits: number, at: number, end: number): number {
  let index = at;
  while (index < end && ((CLASSES[bytes[index] ?? 0] ?? 0) & bits) !== 0) index++;
  return index;
}

function isAll(bytes: Uint8Array, bits: number, at: number, end: number): boolean {
  return runOf(bytes, bits, at, end) === end;
}

export function isCapital(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 65 && byte <= 90;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

/** Whether a byte is a letter, a digit or a low line: with the bytes beside it one word, as `\b` in patterns has it. */
export function isOfWord(byte: number | undefined): boolean {
  return isCapital(byte) || isDigit(byte) || byte === 95 || (byte !== undefined && byte >= 97 && byte <= 122);
}

/** Behind the capitals at `at`. */
export function behindCapitals(bytes: Uint8Array, at: number, end: number): number {
  return runOf(bytes, CAPITAL, at, end);
}

/** Behind the digits at `at`. */
export function behindDigits(bytes: Uint8Array, at: number, end: number): number {
  return runOf(bytes, DIGIT, at, end);
}

/** The number that `[at, end)` writes in digits. */
export function numberAt(bytes: Uint8Array, at: number, end: number): number {
  let number = 0;
  for (let index = at; index < end; index++) number = number * 10 + (bytes[index] ?? 48) - 48;
  return number;
}

/** Whether ASCII stands at `at`. */
export function startsWith(bytes: Uint8Array, word: string, at: number, end: number): boolean {
  if (at + word.length > end) return false;
  for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

/** `VZCZCXRO3238` */
export function isTransmissionId(bytes: Uint8Array, at: number, end: number): boolean {
  const length = end - at - 5;
  return (
    length >= 2 && length <= 12 && startsWith(bytes, "VZCZC", at, end) && isAll(bytes, CAPITAL | DIGIT, at + 5, end)
  );
}

/** `RR RUEHCN RUEHGH` */
export function isRouting(bytes: Uint8Array, at: number, end: number): boolean {
  const first = bytes[at];
  const isPrecedence = first === 90 || first === 79 || first === 80 || first === 82;
  return isPrecedence && bytes[at + 1] === first && bytes[at + 2] === 32 && isMoreRouting(bytes, at + 3, end);
}

/** `RUEHCN RUEHGH`, below a routing line. */
export function isMoreRouting(bytes: Uint8Array, at: number, end: number): boolean {
  let start = at;
  for (;;) {
    const behind = behindCapitals(bytes, start, end);
    if (bytes[start] !== 82 || behind - start < 4 || behind - start > 8) return false;
    if (behind === end) return true;
    if (bytes[behind] !== 32) return false;
    start = behind + 1;
  }
}

/** `DE RUEHGH #0374/01 2400903` */
export function isStationLine(bytes: Uint8Array, at: number, end: number): boolean {
  if (!startsWith(bytes, "DE R", at, end)) return false;
  const behind = behindCapitals(bytes, at + 3, end);
  if (behind - at < 7 || behind - at > 11 || bytes[behind] !== 32 || bytes[behind + 1] !== 35) return false;
  let next = behind + 6;
  if (behindDigits(bytes, behind + 2, end) !== next) return false;
  if (bytes[next] === 47) {
    if (behindDigits(bytes, next + 1, end) !== next + 3) return false;
    next += 3;
  }
  return bytes[next] === 32 && next + 8 === end && behindDigits(bytes, next + 1, end) === end;
}

/** `ZNR UUUUU ZZH` */
export function isSecurity(bytes: Uint8Array, at: number, end: number): boolean {
  const kind = bytes[at + 2];
  if (!startsWith(bytes, "ZN", at, end) || (kind !== 82 && kind !== 89) || bytes[at + 3] !== 32) return false;
  let next = at + 9;
  if (behindCapitals(bytes, at + 4, end) !== next) return false;
  if (startsWith(bytes, " ZZH", next, end) || startsWith(bytes, " ZZK", next, end)) next += 4;
  if (next === end) return true;
  const length = end - next - 3;
  return (
    length >= 4 &&
    length <= 40 &&
    startsWith(bytes, " (", next, end) &&
    bytes[end - 1] === 41 &&
    isAll(bytes, SECURITY_NOTE, next + 2, end - 1)
  );
}

/** `FM AMCONSUL SHANGHAI` */
export function isFrom(bytes: Uint8Array, at: number, end: number): boolean {
  const length = end - at - 4;
  return (
    length >= 3 &&
    length <= 60 &&
    startsWith(bytes, "FM ", at, end) &&
    isCapital(bytes[at + 3]) &&
    isAll(bytes, FROM_NAME, at + 4, end)
  );
}

/** `TO RUEHC/SECSTATE WASHDC 8243`, `INFO AMEMBASSY BEIJING` */
export function isAddressed(bytes: Uint8Array, at: number, end: number): boolean {
  const word = startsWith(bytes, "TO ", at, end) ? at + 3 : startsWith(bytes, "INFO ", at, end) ? at + 5 : -1;
  if (word < 0) return false;
  const behind = behindCapitals(bytes, word, end);
  if (behind - word < 3 || behind - word > 9 || (bytes[behind] !== 47 && bytes[behind] !== 32)) return false;
  const length = end - behind - 1;
  return length >= 2 && length <= 70 && isAll(bytes, ADDRESSEE_NAME, behind + 1, end);
}

/** `RUEHBJ/AMEMBASSY …` */
export function isRouted(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] !== 82) return false;
  const behind = behindCapitals(bytes, at, end);
  return (
    behind - at >= 5 &&
    behind - at <= 8 &&
    bytes[behind] === 47 &&
    (isCapital(bytes[behind + 1]) || isDigit(bytes[behind + 1]))
  );
}

/** Where the six digits begin that end a line of capitals, `UNCLAS SHANGHAI 000374`; -1 for another line. */
export function serialOfClassified(bytes: Uint8Array, at: number, end: number): number {
  const serial = end - 6;
  if (serial - at < 8 || bytes[serial - 1] !== 32) return -1;
  if (behindDigits(bytes, serial, end) !== end || !isAll(bytes, CLASSIFICATION, at, serial)) return -1;
  return serial;
}

/** Whether these bytes are letters, digits and such stops as no reader of subjects looks at. */
export function isPlainSubject(bytes: Uint8Array, at: number, end: number): boolean {
  return isAll(bytes, PLAIN_SUBJECT, at, end);
}

const MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
/** By three letters packed into one number: the month, from 1. */
const MONTH_NUMBERS: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 12 }, (_, index) => [
    packed(MONTHS.charCodeAt(index * 3), MONTHS.charCodeAt(index * 3 + 1), MONTHS.charCodeAt(index * 3 + 2)),
    index + 1,
  ]),
);

function packed(one = 0, two = 0, three = 0): number {
  return (one << 16) | (two << 8) | three;
}

/** When a cable was sent. */
export interface Sent {
  readonly year: number;
  /** Since 1970, in UTC. */
  readonly minutes: number;
}

/** `R 280903Z AUG 09`, `O P 010000Z JAN 05 ZDK`; null for another line, and for a time that does not exist, which the parser reads in ways of its own. */
export function readSent(bytes: Uint8Array, at: number, end: number): Sent | null {
  let start = at;
  while (start < at + 4 && isPrecedence(bytes[start]) && bytes[start + 1] === 32) start += 2;
  if (start === at || behindDigits(bytes, start, end) !== start + 6) return null;
  const behind = start + 14;
  if (bytes[start + 6] !== 90 || bytes[start + 7] !== 32 || bytes[start + 11] !== 32) return null;
  const month = MONTH_NUMBERS.get(packed(bytes[start + 8], bytes[start + 9], bytes[start + 10]));
  if (month === undefined || behindDigits(bytes, start + 12, end) !== behind) return null;
  if (behind !== end && !isSignBehindTime(bytes, behind, end)) return null;
  const year = fullYear(numberAt(bytes, start + 12, behind));
  const day = numberAt(bytes, start, start + 2);
  const hour = numberAt(bytes, start + 2, start + 4);
  const minute = numberAt(bytes, start + 4, start + 6);
  if (day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59) return null;
  return { year, minutes: Date.UTC(year, month - 1, day, hour, minute) / 60_000 };
}

function isPrecedence(byte: number | undefined): boolean {
  return byte === 90 || byte === 79 || byte === 80 || byte === 82;
}

/** ` ZDK`, ` ZFF4` */
function isSignBehindTime(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] !== 32 || bytes[at + 1] !== 90 || behindCapitals(bytes, at + 2, end) !== at + 4) return false;
  return at + 4 === end || (at + 5 === end && isDigit(bytes[at + 4]));
}

/** Words that tell of fields run together on a line, looked for behind a blank, in either case. */
const RUN_TOGETHER: readonly string[] = [
  "TAG",
  "SUBJ",
  "REF",
  "E.O",
  "EO",
  "CLASSIFIED",
  "FM ",
  "DE RUE",
  "TO RUE",
  "INFO RUE",
  "ZNR",
  "ZNY",
  "BT ",
  "OF 0",
];
const RUN_TOGETHER_BY_FIRST: readonly (readonly string[] | undefined)[] = (() => {
  const byFirst = new Array<string[] | undefined>(128).fill(undefined);
  for (const word of RUN_TOGETHER) {
    for (const code of [word.charCodeAt(0), word.toLowerCase().charCodeAt(0)]) {
      byFirst[code] = [...(byFirst[code] ?? []), word];
    }
  }
  return byFirst;
})();

/**
 * Whether a line may hold several fields run together, or the marks of a damaged copy: a paragraph sign (its bytes are not ASCII), Markdown.
 * Says yes rather too often.
 */
export function mayBeRunTogether(bytes: Uint8Array, at: number, end: number): boolean {
  for (let index = at; index < end; index++) {
    const byte = bytes[index] ?? 0;
    if (((CLASSES[byte] ?? 0) & TELLING) === 0) continue;
    switch (byte) {
      case 32:
      case 9: {
        const words = RUN_TOGETHER_BY_FIRST[bytes[index + 1] ?? 0];
        if (words === undefined) break;
        for (const word of words) if (startsInEitherCase(bytes, word, index + 1, end)) return true;
        break;
      }
      case 93: // ](
        if (bytes[index + 1] === 40) return true;
        break;
      case 42: // **
      case 126: // ~~
        if (bytes[index + 1] === byte) return true;
        break;
      default:
        return true;
    }
  }
  return false;
}

/** Whether a word stands at `at`, which is given in capitals, in capitals or in small letters. */
export function startsInEitherCase(bytes: Uint8Array, word: string, at: number, end: number): boolean {
  if (at + word.length > end) return false;
  for (let index = 0; index < word.length; index++) {
    const byte = bytes[at + index] ?? 0;
    const capital = byte >= 97 && byte <= 122 ? byte - 32 : byte;
    if (capital !== word.charCodeAt(index)) return false;
  }
  return true;
}

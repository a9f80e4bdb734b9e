/** Reads format lines 1 to 4 of a transmission header: identification, routing, calling station, security. */

import type { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";
import type { ClassificationLevel } from "../record.ts";
import type { StationLine } from "../tree.ts";
import { digitOf, isDigit, located, matchesOf, numberOf, readDigits, skipBlanks, trimEnd } from "./chars.ts";

/** A routing indicator: `RUEHC`, `RHEHAAA`. A zero in it stands for the letter O. */
export const ROUTING_INDICATOR = /^R[A-Z0]{3,7}$/i;

const WORD = /\S+/g;

/** `RR RUEHCN RUEHGH`, over as many lines as it takes. */
export interface RoutingLine {
  /** The doubled letter, in capitals; null on a continuation line. */
  readonly precedence: Located<string> | null;
  /** In capitals. */
  readonly routing: readonly Located<string>[];
}

/** `ZNR UUUUU ZZH` */
export interface SecurityLine {
  /** The whole line, its runs of blanks made one. */
  readonly line: Located<string>;
  /** What its five letters say; null where they say nothing. */
  readonly level: Located<ClassificationLevel> | null;
}

/** The letters of format line 4 (ACP 127, 124). E is "encrypt for transmission only": unclassified. */
const SECURITY_LETTERS: ReadonlyMap<string, ClassificationLevel> = new Map([
  ["U", "UNCLASSIFIED"],
  ["E", "UNCLASSIFIED"],
  ["C", "CONFIDENTIAL"],
  ["S", "SECRET"],
  ["T", "TOP SECRET"],
]);

/** `VZCZCXRO3238`, in capitals and without blanks; null where the line is none. */
export function readTransmissionId(value: JoinedText): Located<string> | null {
  const found = /^[ \t]*(V?ZCZC[ \t]?[A-Z0-9]{0,8}(?:[ \t][0-9]{1,6})?)[ \t]*$/i.exec(
    value.text.split("\n", 1)[0] ?? "",
  );
  const printed = found?.[1];
  if (printed === undefined) return null;
  const start = skipBlanks(value.text, 0);
  return located(
    value,
    printed.replace(/[ \t]/g, "").toUpperCase(),
    start,
    trimEnd(value.text, start, start + printed.length),
  );
}

/** Precedence and called stations, or on a continuation line stations alone; null where anything else stands on the lines. */
export function readRoutingLine(value: JoinedText): RoutingLine | null {
  let precedence: Located<string> | null = null;
  const routing: Located<string>[] = [];
  for (const word of matchesOf(WORD, value.text)) {
    const start = word.index;
    const end = start + word[0].length;
    const printed = word[0].toUpperCase();
    if (routing.length === 0 && precedence === null && /^(?:ZZ|OO|00|PP|RR|YY)$/.test(printed)) {
      precedence = located(value, printed.replaceAll("0", "O"), start, end);
    } else if (ROUTING_INDICATOR.test(printed)) {
      routing.push(located(value, printed.replaceAll("0", "O"), start, end));
    } else {
      return null;
    }
  }
  return routing.length > 0 ? { precedence, routing } : null;
}

/** The calling station, its serial, transmission section and time of filing: `DE RUEHGH #0374/01 2400903`. */
export function readStationLine(value: JoinedText): StationLine | null {
  const { text } = value;
  const found = /^[ \t]*(?:DE|0E)[ \t:]+([A-Z][A-Z0]{2,8})(?![A-Z0-9])/i.exec(text);
  const printed = found?.[1];
  if (found === null || printed === undefined) return null;
  const start = skipBlanks(text, 0);
  const routingStart = found[0].length - printed.length;
  let end = found[0].length;
  const routing = located(value, printed.toUpperCase().replaceAll("0", "O"), routingStart, end);

  let serial: StationLine["serial"] = null;
  let section: StationLine["section"] = null;
  let filed: StationLine["filed"] = null;
  let at = skipSeparators(text, end, "#");
  const serialEnd = endOfDigits(text, at);
  // Seven digits are the time of filing: the serial is lost.
  if (serialEnd > at && serialEnd - at !== 7) {
    serial = located(value, numberOf(text, at, serialEnd), at, serialEnd);
    end = serialEnd;
    at = serialEnd;
    if (text.charAt(at) === "/") {
      const sectionEnd = endOfDigits(text, at + 1);
      if (sectionEnd > at + 1) {
        section = located(value, numberOf(text, at + 1, sectionEnd), at + 1, sectionEnd);
        end = sectionEnd;
        at = sectionEnd;
      }
    }
    at = skipSeparators(text, at, "");
  }
  const filedEnd = filingEnd(text, at);
  if (filedEnd > at) {
    const digits = numberOf(text, at, filedEnd);
    const time = { dayOfYear: Math.trunc(digits / 10000), hour: Math.trunc(digits / 100) % 100, minute: digits % 100 };
    if (time.dayOfYear >= 1 && time.dayOfYear <= 366 && time.hour < 24 && time.minute < 60) {
      filed = located(value, time, at, filedEnd);
      end = filedEnd;
    }
  }
  return { span: value.span(start, end), routing, serial, section, filed };
}

/** The security line, `ZNR UUUUU ZZH` or `ZNY CCCCC ZZH`; null where the line is none. */
export function readSecurityLine(value: JoinedText): SecurityLine | null {
  const { text } = value;
  const found = /^[ \t]*(?:ZN[RY])[ \t]+([A-Z])([A-Z]{2,7})(?![A-Z])/i.exec(text);
  if (found === null) return null;
  const start = skipBlanks(text, 0);
  const end = trimEnd(text, start, text.length);
  const lettersEnd = found[0].length;
  const lettersStart = lettersEnd - 1 - (found[2]?.length ?? 0);
  const level = SECURITY_LETTERS.get(mostFrequentLetter(text.slice(lettersStart, lettersEnd).toUpperCase()));
  return {
    line: located(value, text.slice(start, end).replace(/\s+/g, " "), start, end),
    level: level === undefined ? null : located(value, level, lettersStart, lettersEnd),
  };
}

/** One of the five letters may be misread: the others decide. */
function mostFrequentLetter(letters: string): string {
  let best = "";
  let bestCount = 0;
  for (const letter of letters) {
    if (letter === best) continue;
    const count = letters.split(letter).length - 1;
    if (count > bestCount) {
      best = letter;
      bestCount = count;
    }
  }
  return best;
}

function skipSeparators(text: string, at: number, others: string): number {
  let offset = skipBlanks(text, at);
  while (offset < text.length && others.includes(text.charAt(offset))) offset = skipBlanks(text, offset + 1);
  return offset;
}

function endOfDigits(text: string, at: number): number {
  let end = at;
  while (end < text.length && digitOf(text.charCodeAt(end)) >= 0) end++;
  return isDigit(text.charCodeAt(at)) || isDigit(text.charCodeAt(end - 1)) ? end : at;
}

/** The end of `2400903` or `240 0903`; `at` where neither stands there. */
function filingEnd(text: string, at: number): number {
  if (readDigits(text, at, 7) >= 0) return digitOf(text.charCodeAt(at + 7)) >= 0 ? at : at + 7;
  if (readDigits(text, at, 3) < 0) return at;
  const timeAt = skipBlanks(text, at + 3);
  return timeAt > at + 3 && readDigits(text, timeAt, 4) >= 0 ? timeAt + 4 : at;
}

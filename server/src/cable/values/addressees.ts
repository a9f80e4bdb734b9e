/** Reads blocks of addressees: those of TO, INFO and XMT lines, and those of SMART prints. */

import { pushAll } from "../../text/arrays.ts";
import type { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";
import { findStation } from "../../vocabulary/stations.ts";
import type { PrecedenceName } from "../record.ts";
import type { Addressee } from "../tree.ts";
import {
  capitalOf,
  isSpace,
  located,
  matchesOf,
  onOneLine,
  skipBlanks,
  skipSpaces,
  trimEnd,
  wordSet,
} from "./chars.ts";
import { isWithinOneEdit } from "./edit-distance.ts";

/** Words of precedence, as they are typed behind an addressee's name. */
const PRECEDENCE_WORDS: readonly { readonly word: string; readonly name: PrecedenceName }[] = [
  { word: "FLASH", name: "FLASH" },
  { word: "NIACT", name: "NIACT IMMEDIATE" },
  { word: "IMMEDIATE", name: "IMMEDIATE" },
  { word: "IMMED", name: "IMMEDIATE" },
  { word: "PRIORITY", name: "PRIORITY" },
  { word: "ROUTINE", name: "ROUTINE" },
];

/** A word of precedence of this length is still known when one letter is wrong. */
const LONG_ENOUGH_FOR_A_SLIP = 7;

/** What sort of post follows; where lost line breaks put several addressees on one line, the next one begins with such a word. */
const FIRST_WORDS: ReadonlySet<string> = wordSet(`
  AMEMBASSY AMMEMBASSY AMEMBISSY AMCONSUL AMCONGEN AMLEGATION USMISSION USINT USLO USDEL SECSTATE SECDEF AIT
`);

/** Most words begin with none of these, and are not cut out to be looked up. */
const FIRST_WORD_INITIALS: ReadonlySet<number> = new Set([...FIRST_WORDS].map((word) => word.charCodeAt(0)));

/** Behind these a number belongs to the name of a unit: `AFOSI DET 523`. */
const BEFORE_UNIT_NUMBERS: ReadonlySet<string> = wordSet(`
  AIG DET DETACHMENT JTF TF CTF CJTF CTG CTU TG TU GROUP GRU RON SQDN SQUADRON REGION CAMP BOX FLT WING DIV BDE BN CORPS
  OL
`);

/** Ends of names that wrapped onto a line of their own. */
const NAME_ENDS: ReadonlySet<string> = new Set([
  "WASHINGTON DC",
  "WASHINGTON D.C.",
  "WASHINGTON",
  "WASHDC",
  "DC",
  "COLLECTIVE",
  "COLLECTIVES",
]);

/** A line that ends so is not the whole of a name. */
const UNFINISHED: ReadonlySet<string> = wordSet(`
  OF AND THE FOR TO DEPT DEPARTMENT & NEW SAN SANTA PORT
`);

/** An addressee that says what sort of post it is and not where. */
const POST_ALONE = /(?:^|\/)[ ]?(?:AM?EMBASSY|AMCONSUL|AMCONGEN|USMISSION)$/i;

/** No more words than these stand behind a name: two of precedence and a few serials. */
const MOST_TAIL_WORDS = 6;

/** Names of groups, out of which an XMT line takes members. */
const COLLECTIVE = /\bCOLLECTIVES?\b|^ALL\b|\bMEMBER STATES\b|\bPOSTS\b/;

/** The routing indicator at the head of an addressee; the operating signal that may stand before or for it is passed over. */
const ROUTING = /(?:Z[A-Z]{2}\d?[ ]?\/[ ]?)?(?:(R[A-Z0]{3,7})[ ]?\/(?!\/))?/iy;

/** A routing indicator in the middle of a line: another addressee begins. */
const INNER_ROUTING = /[ \t]((?:Z[A-Z]{2}\d?\/)?R[UHCKXZBINAYF][A-Z0]{2,6}\/(?=[A-Z0-9]))/g;

/**
 * The addressees of a block, in order: one a line, or several where line breaks were lost; a line that only goes on with a name
 * belongs to the one before. The word that opens the block may still be there. An operating signal in the place of a routing
 * indicator (`ZEN/AMEMBASSY TOWN`: delivered by other means) is neither indicator nor name.
 */
export function readAddressees(value: JoinedText): Addressee[] {
  const { text } = value;
  const addressees: Addressee[] = [];
  for (const { start, end } of entriesOf(text)) {
    const addressee = readAddressee(value, start, end);
    if (addressee !== null) addressees.push(addressee);
  }
  return addressees;
}

/** The addressees of a SMART print's `Action:` or `Info:`, parted by semicolons, names as printed: `MOSCOW, AMEMBASSY`. */
export function readSmartAddressees(value: JoinedText): Addressee[] {
  const { text } = value;
  const addressees: Addressee[] = [];
  let start = 0;
  let lineStart = 0;
  for (let at = 0; at <= text.length; at++) {
    const isLineEnd = text.charAt(at) === "\n";
    const isEnd = at === text.length || text.charAt(at) === ";";
    const endsInPrecedence = isLineEnd && readTail(text, Math.max(start, lineStart), at).precedence !== null;
    if (isLineEnd) lineStart = at + 1;
    if (!isEnd && !endsInPrecedence) continue;
    const addressee = readAddressee(value, skipSpaces(text, start), trimEnd(text, start, at));
    if (addressee !== null) addressees.push(addressee);
    start = at + 1;
  }
  return addressees;
}

/**
 * The addressees with the names of the exempt ones put to the collectives they are taken out of: to every collective, or
 * where no name is that of one, to the last addressee.
 */
export function withExemptions(addressees: readonly Addressee[], exempt: readonly Addressee[]): Addressee[] {
  if (exempt.length === 0) return [...addressees];
  const names = exempt.map(({ name }) => name.value);
  const hasCollective = addressees.some(({ name }) => COLLECTIVE.test(name.value.toUpperCase()));
  return addressees.map((addressee, index) => {
    const isTaken = hasCollective
      ? COLLECTIVE.test(addressee.name.value.toUpperCase())
      : index === addressees.length - 1;
    return isTaken ? { ...addressee, exempt: [...addressee.exempt, ...names] } : addressee;
  });
}

interface Entry {
  readonly start: number;
  readonly end: number;
}

/** The stretches of text that hold one addressee each. */
function entriesOf(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  let lineStart = 0;
  for (const line of text.split("\n")) {
    const isFirst = lineStart === 0;
    const behind = lineStart + line.length;
    const opening = isFirst ? /^[ \t]*(?:TO|INFO|XMT)(?::|[ \t]|$)[ \t]*/i.exec(line) : null;
    const start = skipBlanks(text, lineStart + (opening === null ? 0 : opening[0].length));
    const end = trimEnd(text, start, behind);
    lineStart = behind + 1;
    if (end <= start) continue;
    const previous = entries[entries.length - 1];
    const parts = partsOfLine(text, start, end);
    const first = parts[0];
    if (previous !== undefined && first !== undefined && goesOn(text, previous, first)) {
      entries[entries.length - 1] = { start: previous.start, end: first.end };
      pushAll(entries, parts.slice(1));
    } else {
      pushAll(entries, parts);
    }
  }
  return entries;
}

/** No addressee is longer, offices and tail included: behind more than this on one line only a routing indicator begins another. */
const LONGEST_ADDRESSEE = 200;

/** The addressees on one line: a new one begins at a routing indicator, and behind a whole one at the name of a post. */
function partsOfLine(text: string, start: number, end: number): readonly Entry[] {
  const line = text.slice(start, end);
  const inner = line.includes("/", 1) ? matchesOf(INNER_ROUTING, line) : [];
  const cuts = new Set(inner.map(({ index }) => start + index + 1));
  let from = start;
  for (let at = start; at < end; at++) {
    if (at > start && !isWordStart(text, at)) continue;
    if (cuts.has(at)) from = at;
    else if (at > from && at - from <= LONGEST_ADDRESSEE && isFirstWord(text, at, end) && isWhole(text, from, at)) {
      cuts.add(at);
      from = at;
    }
  }
  if (cuts.size === 0) return [{ start, end }];
  const starts = [start, ...[...cuts].sort((a, b) => a - b)];
  return starts.map((cut, index) => ({ start: cut, end: trimEnd(text, cut, starts[index + 1] ?? end) }));
}

function isWordStart(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at - 1)) && !isSpace(text.charCodeAt(at));
}

function isFirstWord(text: string, at: number, end: number): boolean {
  if (!FIRST_WORD_INITIALS.has(capitalOf(text.charCodeAt(at)))) return false;
  let behind = at;
  while (behind < end && !isSpace(text.charCodeAt(behind))) behind++;
  return FIRST_WORDS.has(text.slice(at, behind).toUpperCase());
}

/** Whether an addressee is complete: it ends in a precedence, a serial or WASHDC, or begins as posts do and names one. */
function isWhole(text: string, start: number, end: number): boolean {
  const tail = readTail(text, start, trimEnd(text, start, end));
  if (tail.precedence !== null || tail.serial !== null) return true;
  const words = text.slice(start, end).trim().toUpperCase().split(/\s+/);
  return /^(?:WASHDC|DC)$/.test(words[words.length - 1] ?? "") || (words.length > 1 && FIRST_WORDS.has(words[0] ?? ""));
}

/** Whether a line only goes on with the addressee before it. */
function goesOn(text: string, previous: Entry, line: Entry): boolean {
  if (text.charAt(line.start) === "/") return true;
  if (matchRouting(text, line.start).end > line.start) return false;
  const tail = readTail(text, line.start, line.end);
  const rest = text.slice(line.start, tail.nameEnd).toUpperCase();
  if (rest === "") return true;
  const before = readTail(text, previous.start, previous.end);
  if (before.precedence !== null || before.serial !== null) return false;
  if (NAME_ENDS.has(onOneLine(rest))) return true;
  const words = text.slice(previous.start, previous.end).toUpperCase().split(/\s+/);
  const last = words[words.length - 1] ?? "";
  const next = rest.split(/\s+/);
  if (FIRST_WORDS.has(next[0] ?? "")) return false;
  // What sort of post, whose place is on the next line: `AMEMBASSY` / `BERLIN`.
  if (POST_ALONE.test(text.slice(previous.start, previous.end))) return true;
  if (/[,&-]$/.test(last) || (UNFINISHED.has(last) && words.length > 1)) return true;
  return isDividedStation(words, next);
}

/** Whether the last words of one line and the first of the next make a station's name that neither are alone: `LA` / `PAZ`. */
function isDividedStation(words: readonly string[], next: readonly string[]): boolean {
  const rest = next.join(" ");
  if (next.length > 2 || findStation(rest) !== undefined) return false;
  for (let count = 1; count <= 3 && count < words.length; count++) {
    const last = words.slice(-count).join(" ");
    if (findStation(last) !== undefined) return false;
    if (findStation(`${last} ${rest}`) !== undefined) return true;
  }
  return false;
}

interface RoutingAt {
  readonly start: number;
  /** `start` where only a signal is printed. */
  readonly routingEnd: number;
  /** Behind the stroke. */
  readonly end: number;
}

function matchRouting(text: string, at: number): RoutingAt {
  ROUTING.lastIndex = at;
  const found = ROUTING.exec(text);
  const printed = found?.[1];
  const end = at + (found?.[0].length ?? 0);
  if (printed === undefined) return { start: at, routingEnd: at, end };
  const start = text.indexOf(printed, at);
  return { start, routingEnd: start + printed.length, end };
}

interface Tail {
  readonly nameEnd: number;
  readonly precedence: Located<PrecedenceName>["value"] | null;
  readonly precedenceStart: number;
  readonly precedenceEnd: number;
  readonly serial: string | null;
  readonly serialStart: number;
  readonly serialEnd: number;
}

/** Precedence and serial at the end of `[start, end)`, in either order. */
function readTail(text: string, start: number, end: number): Tail {
  let nameEnd = end;
  let precedence: PrecedenceName | null = null;
  let precedenceStart = end;
  let precedenceEnd = end;
  let serialStart = end;
  let serialEnd = end;
  let serial: string | null = null;
  for (let words = 0; words < MOST_TAIL_WORDS; words++) {
    while (nameEnd > start && (isSpace(text.charCodeAt(nameEnd - 1)) || ".,;#*".includes(text.charAt(nameEnd - 1)))) {
      nameEnd--;
    }
    const wordStart = startOfWord(text, start, nameEnd);
    const word = text.slice(wordStart, nameEnd);
    const name = precedenceOf(word);
    if (name !== null && (precedence === null || name === "NIACT IMMEDIATE")) {
      if (precedence === null) precedenceEnd = nameEnd;
      precedence = name;
      precedenceStart = nameEnd - word.replace(/^[^A-Z]+/i, "").length;
    } else if (isSerial(word) && (serial === null || nameEnd <= serialStart) && !isUnitNumber(text, start, wordStart)) {
      // Several serials stand beside each other; one on the other side of the precedence is part of the name.
      if (serial !== null && text.slice(nameEnd, serialStart).trim() !== "") break;
      if (serial === null) serialEnd = nameEnd;
      serialStart = wordStart;
      serial = onOneLine(text.slice(serialStart, serialEnd));
    } else {
      break;
    }
    nameEnd = wordStart;
  }
  return { nameEnd, precedence, precedenceStart, precedenceEnd, serial, serialStart, serialEnd };
}

const SHORTEST_PRECEDENCE = Math.min(...PRECEDENCE_WORDS.map(({ word }) => word.length));
const ALL_DIGITS = /^\d+$/;

function startOfWord(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && !isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

function precedenceOf(word: string): PrecedenceName | null {
  // Most words here are serials.
  if (word.length < SHORTEST_PRECEDENCE || ALL_DIGITS.test(word)) return null;
  const capitals = word.toUpperCase().replace(/[^A-Z]/g, "");
  for (const { word: known, name } of PRECEDENCE_WORDS) {
    if (capitals === known) return name;
    if (known.length >= LONG_ENOUGH_FOR_A_SLIP && isWithinOneEdit(capitals, known)) return name;
  }
  return null;
}

const SERIAL_FIRST = "0123456789OIl";

/** `8243`, `0057`, `2276-2279`, and with letters that look like digits among true ones, `O939`. */
function isSerial(word: string): boolean {
  if (!SERIAL_FIRST.includes(word.charAt(0))) return false;
  return /^\d{1,6}(?:-\d{1,6})?$/.test(word) || (/^[0-9OIl]{4,6}$/.test(word) && /\d.{0,4}\d/.test(word));
}

function isUnitNumber(text: string, start: number, at: number): boolean {
  const end = trimEnd(text, start, at);
  return end <= start || BEFORE_UNIT_NUMBERS.has(text.slice(startOfWord(text, start, end), end).toUpperCase());
}

function readAddressee(value: JoinedText, start: number, end: number): Addressee | null {
  const { text } = value;
  if (end <= start) return null;
  const routing = matchRouting(text, start);
  const nameStart = skipSpaces(text, routing.end);
  const tail = readTail(text, nameStart, end);
  const nameEnd = trimEnd(text, nameStart, tail.nameEnd);
  // A line of digits or of a precedence alone names nobody.
  if (nameEnd <= nameStart || !/[A-Z]/i.test(text.slice(nameStart, nameEnd))) return null;
  const name = onOneLine(text.slice(nameStart, nameEnd)).replaceAll(" //", "//");
  return {
    span: value.span(start, end),
    routing:
      routing.routingEnd === routing.start
        ? null
        : located(
            value,
            text.slice(routing.start, routing.routingEnd).toUpperCase().replaceAll("0", "O"),
            routing.start,
            routing.routingEnd,
          ),
    name: located(value, name, nameStart, nameEnd),
    precedence:
      tail.precedence === null ? null : located(value, tail.precedence, tail.precedenceStart, tail.precedenceEnd),
    serial: tail.serial === null ? null : located(value, tail.serial, tail.serialStart, tail.serialEnd),
    exempt: [],
  };
}

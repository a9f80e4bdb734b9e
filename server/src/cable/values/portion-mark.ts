/** Reads portion marks: `(C)`, `(SBU)`, `(S//REL TO USA, FVEY)`. */

import type { ClassificationLevel } from "../record.ts";
import { isBlank, isLetter, isSpace, onOneLine, wordSet } from "./chars.ts";

/** A portion mark as printed. */
export interface PortionMark {
  /** What stands in the brackets, on one line, blanks at its ends left out, case as printed. */
  readonly value: string;
  /** From the bracket that opens to behind the one that closes. */
  readonly start: number;
  readonly end: number;
}

/** The level that the first word of a mark stands for. Administrative controls of unclassified text count as unclassified. */
const LEVELS: ReadonlyMap<string, ClassificationLevel> = new Map([
  ["U", "UNCLASSIFIED"],
  ["UNCLAS", "UNCLASSIFIED"],
  ["UNCLASS", "UNCLASSIFIED"],
  ["UNCLASSIFIED", "UNCLASSIFIED"],
  ["SBU", "UNCLASSIFIED"],
  ["SENSITIVE", "UNCLASSIFIED"],
  ["FOUO", "UNCLASSIFIED"],
  ["CUI", "UNCLASSIFIED"],
  ["LOU", "LIMITED OFFICIAL USE"],
  ["LIMITED", "LIMITED OFFICIAL USE"],
  ["C", "CONFIDENTIAL"],
  ["CONFIDENTIAL", "CONFIDENTIAL"],
  ["S", "SECRET"],
  ["SECRET", "SECRET"],
  ["TS", "TOP SECRET"],
  ["TOP", "TOP SECRET"],
]);

/** Usual slips of the pen and of character recognition, by what they stand for. */
const MISPRINTS: ReadonlyMap<string, string> = new Map([
  ["SUB", "SBU"],
  ["SGU", "SBU"],
  ["SBY", "SBU"],
  ["SBUU", "SBU"],
  ["SSBU", "SBU"],
  ["SB", "SBU"],
  ["BSU", "SBU"],
  ["UU", "U"],
  ["CC", "C"],
  ["SS", "S"],
  ["COMFIDEMTIAL", "CONFIDENTIAL"],
]);

/** A level and a control typed without what parts them. */
const GLUED: ReadonlyMap<string, string> = new Map([
  ["SNF", "S"],
  ["CNF", "C"],
  ["UNF", "U"],
  ["TSNF", "TS"],
  ["SBUNF", "SBU"],
  ["UFOUO", "U"],
  ["SNOFORN", "S"],
  ["CNOFORN", "C"],
]);

/** Words that may follow the level. */
const CONTROLS: ReadonlySet<string> = wordSet(`
  NF NOFORN NFORN NOFRON FOUO FGI REL RELTO TO OC ORCON NC NOCONTRACT PR PROPIN IMC IMCON LIMDIS LES WNINTEL SI TK
  HCS COMINT EXDIS NODIS STADIS XD ND DSEN DEA SENSITIVE BUT SECRET UNCLASSIFIED OFFICIAL USE ONLY N SF FN ENTIRE
  TEXT MESSAGE CABLE PARAGRAPH PARA THROUGHOUT NATO ISAF FVEY ACGU GCTF MCFI KFOR EU FRD RD NSI SP-CTI PRIVACY
`);

/** Levels in second place: `(U/SBU)`. Only behind a stroke, for `(U S)` is a country. */
const SECOND_LEVELS: ReadonlySet<string> = new Set(["U", "C", "S", "TS", "SBU", "LOU"]);

/** Controls behind which countries and bodies are named. */
const WITH_NAMES: ReadonlySet<string> = new Set(["REL", "RELTO", "FGI"]);

/** The longest mark: `(SECRET//REL TO USA, AUS, CAN, GBR, NZL)` and as much again. */
const LONGEST = 80;

/** The longest mark that is still one without the bracket that opens it: `C/NF)`. */
const LONGEST_UNOPENED = 8;

const OPENING = "([{";
const CLOSING = ")]}";

/**
 * The portion mark at `at`; null where what stands there is something else: `(Comment: …`, `(A)`, `(1)`, `(s)he`. It may wrap
 * over two lines. A mark that lost its first bracket (`C) The minister…`) is taken too; say `mayLackBracket` false where
 * list items can stand, which are lettered so.
 */
export function readPortionMark(text: string, at: number, mayLackBracket = true): PortionMark | null {
  const code = text.charCodeAt(at);
  if (code === 40 || code === 91 || code === 123) return readBracketed(text, at);
  return mayLackBracket && isFirstLetterOfLevel(code) ? readUnopened(text, at) : null;
}

/** The level that a mark's text stands for: UNCLASSIFIED of `SBU/NF`. Null where it is no mark. */
export function portionLevel(value: string): ClassificationLevel | null {
  const words = wordsOf(value);
  const level = levelOf(words[0], words[1]);
  const hasStroke = value.includes("/");
  const areControls = words.every((word, index) => {
    return index === 0 || isControl(words, index, word) || (hasStroke && SECOND_LEVELS.has(word));
  });
  return areControls ? level : null;
}

function readBracketed(text: string, at: number): PortionMark | null {
  let start = at + 1;
  while (isSpace(text.charCodeAt(start))) start++;
  // Any first letter of a level; and N, for the misprint `N/SF`.
  const code = text.charCodeAt(start);
  if (!isFirstLetterOfLevel(code) && code !== 78 && code !== 110 && code !== 47) return null;
  const limit = Math.min(text.length, at + LONGEST);
  let breaks = 0;
  let end = start;
  while (end < limit && !CLOSING.includes(text.charAt(end))) {
    if (OPENING.includes(text.charAt(end))) return null;
    if (text.charCodeAt(end) === 10 && ++breaks > 1) return null;
    end++;
  }
  if (end >= limit) return null;
  // A square or curly bracket is one only as a misreading of the other.
  if (text.charAt(at) !== "(" && text.charAt(end) !== ")") return null;
  return mark(text, at, start, end);
}

function readUnopened(text: string, at: number): PortionMark | null {
  const before = text.charAt(at - 1);
  if (at > 0 && (isLetter(before.charCodeAt(0)) || "([{/".includes(before))) return null;
  const near = text.slice(at, at + LONGEST_UNOPENED + 1);
  const length = near.indexOf(")");
  const value = near.slice(0, Math.max(length, 0));
  return length < 0 || value !== value.toUpperCase() ? null : mark(text, at, at, at + length);
}

function mark(text: string, start: number, valueStart: number, valueEnd: number): PortionMark | null {
  const value = onOneLine(text.slice(valueStart, valueEnd));
  if (!LEVELS.has(value) && portionLevel(value) === null) return null;
  // `(s)he`, `(C)hina`: part of a word. A longer mark is none, whatever a redaction left behind it.
  const next = text.charCodeAt(valueEnd + 1);
  if (value.length === 1 && next >= 97 && next <= 122 && !isRedactedAt(text, valueEnd + 1)) return null;
  return { value, start, end: valueEnd + 1 };
}

/** `(S)xxxxx`: what a redaction left of a word. */
function isRedactedAt(text: string, at: number): boolean {
  return text.startsWith("xxx", at);
}

function isFirstLetterOfLevel(code: number): boolean {
  switch (code) {
    case 67: // C
    case 70: // F
    case 76: // L
    case 83: // S
    case 84: // T
    case 85: // U
    case 66: // B, in a misprint
    case 99:
    case 102:
    case 108:
    case 115:
    case 116:
    case 117:
      return true;
    default:
      return false;
  }
}

/** The words of a mark, in capitals: what strokes, commas, dashes and blanks part. A stop counts at the end only: `(U.S.)` is no mark. */
function wordsOf(value: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  for (let index = 0; index <= value.length; index++) {
    const code = index < value.length ? value.charCodeAt(index) : 32;
    const isStop = code === 46 && index === value.length - 1;
    if (!isStop && !isBlank(code) && !"/,-–—:;&\n".includes(value.charAt(index))) continue;
    if (index > start) words.push(value.slice(start, index).toUpperCase());
    start = index + 1;
  }
  return words;
}

function levelOf(word: string | undefined, next: string | undefined): ClassificationLevel | null {
  if (word === undefined) return null;
  // Two letters that changed places: `(N/SF)` for `(S/NF)`.
  if (word === "N") return next === "SF" ? "SECRET" : null;
  return LEVELS.get(MISPRINTS.get(word) ?? GLUED.get(word) ?? word) ?? null;
}

/** Whether the word at `index` may follow the level. */
function isControl(words: readonly string[], index: number, word: string): boolean {
  if (CONTROLS.has(word)) return true;
  for (let before = 1; before < index; before++) if (WITH_NAMES.has(words[before] ?? "")) return true;
  return false;
}

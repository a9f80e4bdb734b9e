/** Finds the cables that a note cites: `09 SHANGHAI 374`, `09SHANGHAI374 ¶3`, `[@09SHANGHAI374, para. 3]`, `telegram 374 from Shanghai, August 28, 2009`. */

import { readMentions } from "../../cable/mentions/mentions.ts";
import { type CanonicalMrn, canonicalMrn, type Mrn, mrnOfFileName } from "../../cable/mrn.ts";
import { SourceText } from "../../text/source-text.ts";
import type { Span } from "../../text/span.ts";
import { LONG_MONTHS } from "../../vocabulary/date.ts";
import { matchStation } from "../../vocabulary/stations.ts";
import type { NoteText } from "./note-text.ts";

/** The paragraphs that a citation names, and where. */
export interface CitedParagraphs {
  /** Ranges expanded. */
  readonly numbers: readonly number[];
  /** `¶3`, `para. 3`, `paras. 3–5`: with its word. */
  readonly span: Span;
}

/** A cable cited in a note. Offsets are the note's. */
export interface NoteCitation {
  readonly mrn: CanonicalMrn;
  /** The number with its paragraphs, without brackets. */
  readonly span: Span;
  /** The number alone, a Pandoc key with its `@`. */
  readonly mrnSpan: Span;
  readonly paragraphs: CitedParagraphs | null;
  /** Whether it is a key of Pandoc: `@09SHANGHAI374`. */
  readonly isKey: boolean;
}

/** More citations are not read: no bibliography is as long. */
const MOST_CITATIONS = 20_000;

const WORD = String.raw`(?:¶{1,2}|§{1,2}|\b(?:[Pp]aragraphs?|[Pp]aras?|[Pp]ars?|[Gg]rafs?|PARAS?)\b\.?)`;
const NUMBER = String.raw`\d{1,3}(?![\d/])(?!\s?[A-Z]{2})`;
const ITEM = String.raw`(?:¶\s?)?${NUMBER}(?:\s?[-–—]\s?${NUMBER})?`;
const LIST = String.raw`${ITEM}(?:(?:,\s?|\s?&\s?|,?\sand\s)${ITEM}){0,20}`;

/** What names paragraphs behind a number: `, para. 3`, ` ¶¶3–5`, ` (para 3)`, ` [para. 3]`, `:¶3`. */
const BEHIND = new RegExp(String.raw`(?:[,;:]?\s{0,2}(?:at\s|[([])?)(${WORD}\s{0,2}${LIST})`, "y");

/** The same before it: `para. 3 of 09 SHANGHAI 374`, and as citations have it, `para. 3, 09 SHANGHAI 374`. */
const BEFORE = new RegExp(String.raw`(${WORD}\s{0,2}${LIST})(?:,?\s(?:of|in|from)(?:\s(?:the\s)?cable)?|,)\s$`);

/** A Pandoc key that spells a number. What a key may not hold ends it. */
const KEY = /(?<![\w@])-?@\{?((?:(?:19|20)\d\d|\d\d)[A-Za-z]{2,30}\d{1,7}(?:_[a-e])?)\}?(?![A-Za-z0-9_])/g;

const MONTH = LONG_MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)}|\\.)?`).join("|");

/** As volumes of documents and scholars cite: `telegram 374 from Shanghai, August 28, 2009`, `Shanghai 374, Aug. 28, 2009`. */
const DATED = new RegExp(
  String.raw`(?:\b[Tt]el(?:egram|\.)?\s(?:[Nn]o\.\s)?(?<number>\d{1,7}),?\s[Ff]rom\s(?:the\s)?(?:[Ee]mbassy\s(?:in\s)?|[Cc]onsulate\s(?:[Gg]eneral\s)?(?:in\s)?)?(?<place>[A-Z][A-Za-z'’.-]{1,20}(?:\s[A-Z][A-Za-z'’.-]{1,20}){0,3})|\b(?<station>[A-Z][A-Za-z'’.-]{1,20}(?:\s[A-Z][A-Za-z'’.-]{1,20}){0,2})\s(?<serial>\d{1,7}))(?:\sto\s[A-Z][A-Za-z'’. -]{1,40})?,\s(?:(?:${MONTH})\s\d{1,2},\s|\d{1,2}\s(?:${MONTH})\s)(?<year>(?:19|20)\d\d)\b`,
  "g",
);

/** All citations of a note, in order; they do not overlap. */
export function noteCitations({ prose }: NoteText): readonly NoteCitation[] {
  const numbers = [...keysIn(prose), ...numbersIn(prose), ...datedIn(prose)].sort(
    (one, other) => one.span.start - other.span.start || other.span.end - one.span.end,
  );
  const citations: NoteCitation[] = [];
  let end = -1;
  for (const { mrn, span, isKey } of numbers) {
    if (span.start < end) continue;
    if (citations.length === MOST_CITATIONS) break;
    const paragraphs = paragraphsBehind(prose, span.end) ?? paragraphsBefore(prose, span.start, end);
    const whole = {
      start: Math.min(span.start, paragraphs?.span.start ?? span.start),
      end: Math.max(span.end, paragraphs?.span.end ?? span.end),
    };
    citations.push({ mrn: canonicalMrn(mrn), span: whole, mrnSpan: span, paragraphs, isKey });
    end = whole.end;
  }
  return citations;
}

interface FoundNumber {
  readonly mrn: Mrn;
  readonly span: Span;
  readonly isKey: boolean;
}

function* keysIn(prose: string): Generator<FoundNumber> {
  for (const match of prose.matchAll(KEY)) {
    const mrn = mrnOfFileName(match[1] ?? "");
    if (mrn !== null) yield { mrn, span: spanOf(match), isKey: true };
  }
}

function* numbersIn(prose: string): Generator<FoundNumber> {
  const context = { citing: { year: null, station: null, serial: null }, labels: [] };
  for (const { kind, mrn, span } of readMentions(SourceText.plain(prose), 0, prose.length, [], context)) {
    // An address holds no number, and a key has been found.
    if (kind === "mrn" && mrn !== null && prose[span.start - 1] !== "@") yield { mrn, span, isKey: false };
  }
}

function* datedIn(prose: string): Generator<FoundNumber> {
  for (const match of prose.matchAll(DATED)) {
    const { number, place, station, serial, year } = match.groups ?? {};
    const known = matchStation(place ?? station ?? "");
    if (known === undefined || known.kind === "cut" || known.station.series) continue;
    const mrn = { year: Number(year), station: known.station.id, serial: Number(number ?? serial) };
    if (mrn.serial > 0) yield { mrn, span: spanOf(match), isKey: false };
  }
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

function paragraphsBehind(prose: string, at: number): CitedParagraphs | null {
  BEHIND.lastIndex = at;
  const match = BEHIND.exec(prose);
  const named = match?.[1];
  if (match === null || named === undefined) return null;
  const end = at + match[0].length;
  return { numbers: numbersOf(named), span: { start: end - named.length, end } };
}

/** Farther back no word is looked for that a number belongs to. */
const FARTHEST_BEFORE = 80;

function paragraphsBefore(prose: string, start: number, floor: number): CitedParagraphs | null {
  const from = Math.max(0, floor, start - FARTHEST_BEFORE);
  const match = BEFORE.exec(prose.slice(from, start));
  const named = match?.[1];
  if (match === null || named === undefined) return null;
  const at = from + match.index;
  return { numbers: numbersOf(named), span: { start: at, end: at + named.length } };
}

/** A range that is longer is none. */
const LONGEST_RANGE = 200;

function numbersOf(list: string): readonly number[] {
  const numbers: number[] = [];
  for (const [, from = "", to] of list.matchAll(/(\d{1,3})(?:\s?[-–—]\s?(\d{1,3}))?/g)) {
    const first = Number(from);
    const last = to === undefined ? first : Number(to);
    if (last < first || last - first > LONGEST_RANGE) numbers.push(first);
    else for (let number = first; number <= last; number++) numbers.push(number);
  }
  return [...new Set(numbers)];
}

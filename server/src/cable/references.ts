/** Reads the entries of a REF line, in every way that they are written. */

import type { JoinedText } from "../text/joined-text.ts";
import { canonicalStation, matchStation, type StationId } from "../vocabulary/stations.ts";
import type { Mrn } from "./mrn.ts";
import type { FormName, ReferenceKind } from "./record.ts";
import { type CableCite, matchAt, readCite, readSerial, readYearBehind, stationBefore } from "./reference-cites.ts";
import {
  hasDateTimeGroup,
  isAirgram,
  kindByWord,
  kindOfEntry,
  NEVER_A_STATION,
  seriesPrefix,
} from "./reference-kinds.ts";
import { endOfKeyword, type LabelToken, labelRank, readLabel, readLineStart } from "./reference-labels.ts";
import { readDate, readTail } from "./reference-tails.ts";
import type { ReferenceEntry } from "./tree.ts";
import { isDigit, isSpace, onOneLine, skipSpaces } from "./values/reading.ts";

/** What the reading of a REF line depends on. */
export interface ReferenceContext {
  /** The citing cable's own year, which a reference has that bears none. Null where it is not known. */
  readonly year: number | null;
  readonly form: FormName;
  /** The citing cable's own station, which its REF line may name though no vocabulary has it. */
  readonly station?: StationId | null;
}

/** `REF: N/A`, `REF: NONE`. */
const NOTHING = /^(?:N\/?A|NONE|NIL|NO REF(?:ERENCE)?S?|NOT APPLICABLE|[-.:])?[.]?$/i;

/** What follows a list of references on its line where line breaks were lost. */
const AFTER_THE_LIST =
  /(?:^|\s)(?:classified\s{1,3}by\b|derived\s{1,3}from\b|¶?\s?1\.\s{0,3}(?:\((?:SBU|U|C|S)[^)\n]{0,24}\)|summary\b))/i;

/**
 * The entries of a REF block, in document order. `value` is what stands behind the keyword, its lines joined by `\n`
 * without page furniture. Nothing of a reference in it: an empty list.
 */
export function readReferences(value: JoinedText, context: ReferenceContext): ReferenceEntry[] {
  const end = AFTER_THE_LIST.exec(value.text)?.index ?? value.text.length;
  const text = value.text.slice(0, end);
  if (NOTHING.test(text.trim())) return [];
  const entries: ReferenceEntry[] = [];
  const segments = readSegments(text, context);
  let carry: Carry | null = null;
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    // `A. TOWN 12 B. 13`: an entry that is nothing but a number has the station of the one before it.
    const isNumber = /^[\s.,;]*\d{1,7}[\s.,;]*$/.test(segment.text);
    const read = readList(segment.text, segment.label !== null, isLast, context, isNumber ? carry : null);
    carry = read.carry;
    read.drafts.forEach((draft, position) => {
      const start = segment.start + draft.start;
      const end = segment.start + draft.end;
      entries.push({
        label: segment.label?.letter ?? null,
        labelSpan:
          segment.label !== null && position === 0
            ? value.span(segment.label.letterStart, segment.label.letterEnd)
            : null,
        kind: draft.kind,
        mrn: draft.mrn,
        text: onOneLine(draft.text),
        span: value.span(start, end),
      });
    });
  });
  return entries;
}

/** Whether a reading of the line in the mode of a list could go on with this line: it starts an entry, or is one. */
export function looksLikeReferenceLine(text: string): boolean {
  const line = text.trim();
  if (line === "" || line.length > LONGEST_REFERENCE_LINE) return false;
  if (NEVER_A_REFERENCE_LINE.test(line)) return false;
  const { end: start, machine } = readLineStart(line, 0);
  const label = readLabel(line, start);
  if (label !== null && label.style !== "bare" && !isDigit(label.letter.charCodeAt(0))) {
    const rest = skipSpaces(line, label.end);
    if (rest >= line.length) return true;
    const second = readLabel(line, rest);
    if (second !== null && (second.style === "enclosed" || (second.letter === label.letter && second.style !== "bare")))
      return true;
    const cite = readCite(line, rest, null);
    if (cite !== null ? cite.known !== undefined && cite.known.confidence !== "low" : startsEntry(line, rest))
      return true;
    const content = line.slice(rest);
    if (cite !== null && cite.serialEnd - cite.serialStart >= 4 && isWholeEntry(line, cite, LINE_CONTEXT)) return true;
    if (machine && isTorn(content)) return true;
    const kind = kindByWord(content);
    return kind !== null && !looksLikeProse(content) && (SURE_KINDS.has(kind) || DATED.test(content));
  }
  if (TORN_LINE.test(line)) return true;
  const drafts = readDrafts(line, false, true, LINE_CONTEXT);
  const last = drafts[drafts.length - 1];
  if (last === undefined) return false;
  return (
    drafts.every((draft) => draft.known) &&
    drafts[0]?.start === 0 &&
    line.slice(last.end).replace(/[\s;,.:]+/, "") === ""
  );
}

/** The label and the address of one set of a GENADMIN message: `REF/A/MSG/COMINVENTED/051200ZAPR98//`. */
export function readGenadminReference(value: JoinedText, context: ReferenceContext): ReferenceEntry | null {
  const match = GENADMIN_SET.exec(value.text);
  if (match === null) return null;
  const [whole, label = "", content = ""] = match;
  const start = whole.length - content.length;
  let end = whole.length;
  while (end > start && /[\s/.-]/.test(whole.charAt(end - 1))) end--;
  if (end === start) return null;
  const labelStart = whole.indexOf(label, whole.toUpperCase().indexOf("REF") < 0 ? 0 : 3);
  const entryText = value.text.slice(start, end);
  const type = entryText.split(/[/:]/, 1)[0]?.trim().toUpperCase() ?? "";
  const asCable = readDrafts(entryText, true, true, context)[0];
  const kind = GENADMIN_KINDS.get(type);
  return {
    label: label.toUpperCase(),
    labelSpan: value.span(labelStart, labelStart + label.length),
    kind: kind ?? asCable?.kind ?? "unknown",
    mrn: kind === undefined ? (asCable?.mrn ?? null) : null,
    text: onOneLine(entryText),
    span: value.span(start, end),
  };
}

const GENADMIN_SET = /^\s*(?:REF\s?\/\s{0,3})?([A-Z]{1,2})\s?\/((?:[^/]|\/(?!\/))*)/i;

/** What a reference set says of its document's kind (USMTF, set REF, second field). */
const GENADMIN_KINDS: ReadonlyMap<string, ReferenceKind> = new Map<string, ReferenceKind>([
  ["MSG", "message"],
  ["RMG", "message"],
  ["MSGID", "message"],
  ["TEL", "telcon"],
  ["TELCON", "telcon"],
  ["PHONCON", "telcon"],
  ["EML", "email"],
  ["EMAIL", "email"],
  ["LTR", "letter"],
  ["MTG", "meeting"],
  ["CON", "meeting"],
  ["CONF", "meeting"],
  ["MEMO", "memo"],
  ["MEM", "memo"],
  ["FAX", "fax"],
  ["WEB", "web"],
  ["URL", "web"],
  ["DOC", "report"],
  ["RPT", "report"],
  ["PUB", "book"],
  ["BOOK", "book"],
]);

/** No line of a list of references is longer, but a whole list with its line breaks lost may be. */
const LONGEST_REFERENCE_LINE = 400;

/** Lines that follow a REF block and never belong to it. */
const NEVER_A_REFERENCE_LINE =
  /^(?:\(?[A-Z/]{1,12}\)?\s)?(?:CLASSIFIED|DERIVED|DECLASSIFY|REASONS?|SUMMARY|SUBJECT|SUBJ|TAGS|E[.,]?\s?[O0][.,]?\s)(?![A-Z\d])|^(?:[-=_*#]\s?){3,}|^(?:[ZOPRY]\s{1,3}){1,2}\d{6}\s?Z\b/i;

/** Kinds whose words hardly stand in a lettered paragraph of the text. */
const SURE_KINDS: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>(["web", "email", "fax", "telcon", "memo"]);

/** A number that may be a date's or a document's, and no sum. */
const DATED = /(?<![$£€,.\d])\d{1,9}(?!\d|\s?(?:%|percent|million|billion)|[,.]\d)/i;

/** A line that is the tail of the entry above it and nothing else. */
const TORN_LINE = /^(?:(?:AND\s)?PREVIOUS\b.{0,20}|\((?:NOTAL|EXDIS|NODIS)\)[.;,]?|(?!19|20)\d{4}|\d{5,7}[.;,]?)$/i;

const LINE_CONTEXT: ReferenceContext = { year: null, form: "fragment" };

/** Part of a REF block under one label, or with none. */
interface Segment {
  readonly label: Label | null;
  /** Where `text` stands in the block. Labels that a machine tore into it are blanks in it. */
  readonly start: number;
  readonly text: string;
}

interface Label {
  readonly letter: string;
  readonly letterStart: number;
  readonly letterEnd: number;
}

/** A label where it stands, with the author's own behind it where a machine set one before. */
interface LabelPlace {
  readonly start: number;
  readonly contentStart: number;
  readonly first: LabelToken | null;
  readonly author: LabelToken | null;
  readonly machine: boolean;
}

/** Takes the block apart at its labels. */
function readSegments(text: string, context: ReferenceContext): Segment[] {
  const places = readLabelPlaces(text, context);
  if (isLabelledBehind(text, places)) return segmentsBeforeLabels(text, places);
  const segments: Segment[] = [];
  const doubled = places.some((place) => place.author !== null);
  let current: { label: Label | null; start: number; text: string; rank: number } | null = null;
  const finish = (): void => {
    if (current === null || current.text.trim() === "") return;
    segments.push({ label: current.label, start: current.start, text: withoutMarks(current.text) });
  };
  const first = places[0];
  if (first === undefined || text.slice(endOfKeyword(text), first.start).trim() !== "") {
    const start = endOfKeyword(text);
    current = { label: null, start, text: text.slice(start, first?.start ?? text.length), rank: 0 };
  }
  const nextAuthors = authorsAhead(places);
  places.forEach((place, index) => {
    const end = places[index + 1]?.start ?? text.length;
    const content = text.slice(place.contentStart, end);
    const next = nextAuthors[index] ?? null;
    if (current !== null && isContinuation(place, content, current, doubled, next, context)) {
      // The torn-off label becomes blanks, so that what is read keeps its place.
      const gap = " ".repeat(place.contentStart - (current.start + current.text.length) - 1);
      current.text += `\n${gap}${content}`;
      return;
    }
    finish();
    const token = place.author ?? place.first;
    current = {
      label:
        token === null ? null : { letter: token.letter, letterStart: token.letterStart, letterEnd: token.letterEnd },
      start: place.contentStart,
      text: content,
      rank: token === null ? 0 : labelRank(token.letter),
    };
  });
  finish();
  return segments;
}

/** Marks that a machine set on a wrapped year or number, made blanks, so that what is read keeps its place. */
function withoutMarks(text: string): string {
  return text.replace(/Â?¶|\[\d{1,3}\]\(#\)/g, (mark) => " ".repeat(mark.length));
}

/** For each place the author's own label that comes next behind it. */
function authorsAhead(places: readonly LabelPlace[]): (LabelToken | null)[] {
  const ahead: (LabelToken | null)[] = new Array(places.length).fill(null);
  for (let index = places.length - 2; index >= 0; index--) {
    ahead[index] = places[index + 1]?.author ?? ahead[index + 1] ?? null;
  }
  return ahead;
}

/** `STATE 12 (A), PARIS 13 (B)`: every letter stands behind its entry. */
function isLabelledBehind(text: string, places: readonly LabelPlace[]): boolean {
  const first = places[0];
  const last = places[places.length - 1];
  if (first?.first?.letter !== "A" || first.first.style !== "enclosed" || last === undefined) return false;
  return text.slice(0, first.start).trim() !== "" && !/[A-Za-z\d]/.test(text.slice(last.contentStart));
}

function segmentsBeforeLabels(text: string, places: readonly LabelPlace[]): Segment[] {
  return places.map((place, index) => {
    const start = places[index - 1]?.contentStart ?? 0;
    return { label: place.first, start, text: text.slice(start, place.start) };
  });
}

/** Whether a machine's label stands before what is only the rest of the entry above. */
function isContinuation(
  place: LabelPlace,
  content: string,
  current: { readonly text: string; readonly rank: number },
  doubled: boolean,
  nextAuthor: LabelToken | null,
  context: ReferenceContext,
): boolean {
  if (place.author !== null || place.first === null) return place.first === null;
  if (!place.machine && !doubled) return false;
  if (isTorn(content) && !isOtherNumber(content, current.text)) return true;
  if (place.machine && isBracketOpen(current.text) && content.includes(")")) return true;
  const { rank } = current;
  if (!doubled || rank === 0) return false;
  if (current.text.trim() === "") return true;
  // Every entry has the author's own letter: a line without one carries on, unless it takes a letter of their order.
  const isOwn = readDrafts(content, true, true, context).some((draft) => draft.kind === "cable");
  if (nextAuthor !== null) return labelRank(nextAuthor.letter) === rank + 1;
  return !isOwn;
}

/** Whether a bracket is open at the end. */
function isBracketOpen(text: string): boolean {
  return text.lastIndexOf("(") > text.lastIndexOf(")");
}

/** Whether a number alone is another entry's: the one before it has its number, and it is no year. */
function isOtherNumber(content: string, before: string): boolean {
  return /^[\s.,;]*\d{2,7}[\s.,;]*$/.test(content) && !/\b(?:19|20)\d\d\b/.test(content) && /\d[\s.,;)]*$/.test(before);
}

/** `AND PREVIOUS`, `2006`, `(NOTAL)`: what wrapped from the line above and cannot be an entry. */
function isTorn(content: string): boolean {
  const text = content.trim();
  if (text === "") return true;
  if (/^\d{1,7}[.,;]?$/.test(text)) return true;
  if (seriesPrefix(text) > 0) return false;
  const tail = readTail(text, 0, null);
  return tail.end > 0 && /^[\s.,;:]*$/.test(text.slice(tail.end));
}

/** All labels of the block with what stands behind them, in order. */
function readLabelPlaces(text: string, context: ReferenceContext): LabelPlace[] {
  const places: LabelPlace[] = [];
  let last: LabelToken | null = null;
  let lastAuthor: LabelToken | null = null;
  // What stands right behind a label is its entry, if only a portion mark.
  let contentStart = 0;
  let lineStart = true;
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    let token: LabelToken | null = null;
    let machine = false;
    if (lineStart) {
      lineStart = false;
      depth = 0;
      const line = readLineStart(text, at);
      const found = readLabel(text, line.end);
      if (found !== null && isLabelOfLine(text, found, line.machine, last, context)) {
        token = found;
        machine = line.machine;
      }
    }
    if (token === null && at > contentStart && !isSpace(code) && isBoundary(text.charCodeAt(at - 1))) {
      if (code === PILCROW && readLabel(text, readLineStart(text, at).end) !== null) {
        // A line break was lost before a machine's mark: the mark begins a line as it did.
        contentStart = at;
        lineStart = true;
        continue;
      }
      const found = depth === 0 || code === 40 ? readLabel(text, at) : null;
      if (found !== null && isLabelInLine(text, found, last, context)) token = found;
    }
    if (token !== null) {
      const place = withAuthor(text, { start: at, token, machine }, lastAuthor, context);
      places.push(place);
      last = place.author ?? token;
      lastAuthor = place.author ?? lastAuthor;
      // A label alone on its line: the next line may begin with a machine's.
      lineStart = text.slice(place.start, place.contentStart).trimStart().includes("\n");
      at = contentStart = place.contentStart;
      continue;
    }
    if (code === 10) lineStart = true;
    else if (code === 40) depth++;
    else if (code === 41 && depth > 0) depth--;
    at++;
  }
  return places;
}

const PILCROW = 182;

/** Blanks and separators: what may stand right before a label inside a line. */
function isBoundary(code: number): boolean {
  return isSpace(code) || code === 44 || code === 59 || code === 58 || code === 41 || code === 46 || code === 47;
}

/** Whether a label at the beginning of a line is one. */
function isLabelOfLine(
  text: string,
  token: LabelToken,
  machine: boolean,
  last: LabelToken | null,
  context: ReferenceContext,
): boolean {
  const rest = skipLabelGap(text, token.end);
  if (isNumbered(token)) return isNextNumber(token, last) && rest < text.length;
  if (machine) return token.style !== "bare" || startsEntry(text, rest, context);
  const step = stepFrom(last, token);
  switch (token.style) {
    case "bare":
    case "opened":
    case "dashed":
      return step === 1 && startsEntry(text, rest, context);
    default:
      // A portion mark before the first entry: `(C) TOWN 12`.
      if (last === null && token.style === "enclosed" && PORTION_LETTERS.has(token.letter)) return false;
      if (last === null && PORTION_LETTERS.has(token.letter)) return startsEntry(text, rest, context);
      return (step >= 1 && step <= LONGEST_STEP) || startsEntry(text, rest, context);
  }
}

/** Letters that stand in brackets as portion marks before the first entry too. */
const PORTION_LETTERS: ReadonlySet<string> = new Set(["C", "S", "U"]);

/** A list seldom leaves out more letters than two. */
const LONGEST_STEP = 3;

/** Whether a label inside a line is one: the next of the list, or one that a cable stands behind. */
function isLabelInLine(text: string, token: LabelToken, last: LabelToken | null, context: ReferenceContext): boolean {
  const rest = skipLabelGap(text, token.end);
  if (isNumbered(token)) return last !== null && isNextNumber(token, last) && startsEntry(text, rest, context);
  const step = stepFrom(last, token);
  // The first label of a line may be the second or third entry's, and a letter may be printed twice.
  const isPossible = last === null ? step <= LONGEST_STEP + 1 : step >= 0 && step <= LONGEST_STEP;
  switch (token.style) {
    case "enclosed":
      return (step === 1 && last !== null) || (isPossible && startsEntry(text, rest, context));
    case "closed":
    case "dotted":
    case "colon":
      if (isPossible && startsEntry(text, rest, context)) return true;
      return step === 1 && last?.style === token.style && rest > token.end && !isFoundLater(text, token, context);
    case "opened":
    case "dashed":
    case "bare":
      return step === 1 && last !== null && startsEntry(text, rest, context);
  }
}

function isNumbered(token: LabelToken): boolean {
  return isDigit(token.letter.charCodeAt(0));
}

/** `1.` at the beginning of a list, or the number that comes next in one. */
function isNextNumber(token: LabelToken, last: LabelToken | null): boolean {
  const rank = last !== null && isNumbered(last) ? labelRank(last.letter) : 0;
  return (last === null || isNumbered(last)) && labelRank(token.letter) === rank + 1;
}

/** How many letters a label is behind the last one; from the beginning of the list where there is none. */
function stepFrom(last: LabelToken | null, token: LabelToken): number {
  return labelRank(token.letter) - (last === null || isNumbered(last) ? 0 : labelRank(last.letter));
}

/** How far behind an initial the label of the same letter is looked for. */
const FURTHEST_INITIAL = 300;

/** Whether the same letter stands before an entry further on: then the one here is an initial. */
function isFoundLater(text: string, token: LabelToken, context: ReferenceContext): boolean {
  const end = Math.min(text.length, token.end + FURTHEST_INITIAL);
  for (let at = token.end; at < end; at++) {
    if (!isBoundary(text.charCodeAt(at - 1))) continue;
    const later = readLabel(text, at);
    if (later === null || later.letter !== token.letter || later.style === "bare") continue;
    if (startsEntry(text, skipLabelGap(text, later.end), context)) return true;
  }
  return false;
}

/** Adds the author's own label that may stand behind a machine's. */
function withAuthor(
  text: string,
  found: { readonly start: number; readonly token: LabelToken; readonly machine: boolean },
  lastAuthor: LabelToken | null,
  context: ReferenceContext,
): LabelPlace {
  const { start, token, machine } = found;
  const next = skipLabelGap(text, token.end);
  const second = readLabel(text, next);
  if (second !== null && second.style !== "bare" && second.style !== "dashed" && second.style !== "opened") {
    const rank = labelRank(second.letter);
    const isSame = second.letter === token.letter;
    const isOwn =
      rank <= labelRank(token.letter) && (lastAuthor === null ? rank === 1 : rank > labelRank(lastAuthor.letter));
    const isSure =
      second.style === "enclosed" ||
      second.style === "closed" ||
      startsEntry(text, skipLabelGap(text, second.end), context);
    if (isSame || (isOwn && isSure) || (second.style === "enclosed" && machine)) {
      return { start, contentStart: skipLabelGap(text, second.end), first: token, author: second, machine: true };
    }
  }
  return { start, contentStart: next, first: token, author: null, machine };
}

/** Behind a label's blanks, commas and dashes. Stops at a line break: the entry may be on the next line. */
function skipLabelGap(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (!isSpace(code) && code !== 44 && code !== 45 && code !== 8211 && code !== 58 && code !== 46) break;
    end++;
  }
  return end;
}

/** Whether an entry that is surely one begins at `at`: a known station's number, an airgram, a series. */
function startsEntry(text: string, at: number, context: ReferenceContext = LINE_CONTEXT): boolean {
  const cite = readCite(text, at, context.year);
  if (cite !== null && (cite.known !== undefined || isWholeEntry(text, cite, context))) return true;
  const rest = text.slice(at, at + 60);
  return seriesPrefix(rest) > 0 || /^(?:(?:\d{2}|\d{4})\s)?(?:[A-Z]+\s){0,3}C?A-\d/.test(rest);
}

/** An entry as read, with offsets into its segment. */
interface Draft {
  readonly kind: ReferenceKind;
  readonly mrn: Mrn | null;
  readonly start: number;
  end: number;
  text: string;
  /** Whether the vocabulary or its form proves it to be an entry. */
  readonly known: boolean;
}

/** What a number without a station of its own goes on with: `BRASILIA 2799 AND 2764`. */
interface Carry {
  readonly kind: "cable" | "series";
  readonly station: StationId | null;
  readonly year: number | null;
  readonly digits: number;
}

/** What stands between two entries. */
const SEPARATOR = /(?:[\s,:;.&+/]|(?:AND|PLUS)\b(?=[\s(]))*/iy;

/** A title that follows a number. */
const DASH = /[-–—]+\s*/y;

/** Words before a station in an entry that say no more than that it is a cable. */
const LEADING_WORDS =
  /(?:\((?:C|S|U|SBU|LOU|FOUO|U\/\/FOUO|S\/NF|C\/NF|S\/\/NF|C\/\/NF)\)\s{0,3}|(?:SEE|ALSO|CABLES?|TELEGRAMS?|TELS?|MSGS?|MESSAGES?|REF|REFTEL|CF|MYTEL|EMBASSY|POST|OUR)\b[\s.:]{1,3}){1,3}/iy;

/** `Telegram 1234 From Bonn`, `telegram 113614 to Bangkok`. */
const PROSE_CITE =
  /(?:TELEGRAM|CABLE|TEL)\s{1,3}(?:NO\.?\s{0,2})?(?:(?<station>[A-Z][A-Z ]{2,20}?)\s)?(?<serial>\d{1,7})\s{1,3}(?<way>FROM|TO)\s{1,3}(?:THE\s)?(?<place>[A-Z][A-Z'-]{1,20}(?:\s[A-Z][A-Z'-]{1,20}){0,2})/iy;

/** The entries of one segment. */
function readDrafts(text: string, labelled: boolean, isLast: boolean, context: ReferenceContext): Draft[] {
  return readList(text, labelled, isLast, context, null).drafts;
}

/** The entries of one segment, and what a number behind them would go on with. */
function readList(
  text: string,
  labelled: boolean,
  isLast: boolean,
  context: ReferenceContext,
  before: Carry | null,
): { readonly drafts: Draft[]; readonly carry: Carry | null } {
  const drafts: Draft[] = [];
  let carry = before;
  let at = 0;
  while (at < text.length) {
    const separator = matchAt(SEPARATOR, text, at);
    const between = separator?.[0] ?? "";
    at += between.length;
    const dash = matchAt(DASH, text, at);
    const isTitle = dash !== null && dash[0].length > 0;
    if (isTitle) at += dash[0].length;
    if (at >= text.length) break;
    const last: Draft | undefined = drafts[drafts.length - 1];
    const isStrong = between.includes(";") || last === undefined;
    const isWeak = !isStrong && /[,:&+/]|AND|PLUS/i.test(between);

    const found: { draft: Draft; carry: Carry | null } | null = readNumbered(
      text,
      at,
      context,
      carry,
      last,
      isTitle,
      between,
    );
    if (found !== null) {
      drafts.push(found.draft);
      carry = found.carry ?? carry;
      at = found.draft.end;
      continue;
    }
    const end = endOfPiece(text, at, labelled, context);
    const piece = text.slice(at, end);
    const opensAnother =
      isStrong ||
      (!isTitle &&
        (isWeak || between.includes("\n")) &&
        kindByWord(piece) !== null &&
        !(labelled && kindByWord(last?.text ?? "") !== null));
    if (opensAnother) {
      const draft = readUnnumbered(text, at, end, context);
      if (draft !== null) drafts.push(draft);
      carry = null;
    } else if (last !== undefined) {
      const isStray = last.known && isLast && !isTitle && between.includes("\n") && looksLikeProse(piece);
      if (!isStray) extend(last, text, end);
    }
    at = end;
  }
  return { drafts, carry };
}

/** A cable, an airgram, a telegram of a series, or a number that goes on with the station before it. */
function readNumbered(
  text: string,
  at: number,
  context: ReferenceContext,
  carry: Carry | null,
  last: Draft | undefined,
  isTitle: boolean,
  between: string,
): { draft: Draft; carry: Carry | null } | null {
  const airgramEnd = readAirgram(text, at);
  if (airgramEnd > 0) {
    const tail = readTail(text, airgramEnd, context.year);
    return { draft: makeDraft("airgram", null, text, at, tail.end, true), carry: null };
  }
  if (carry !== null && !isTitle && isDigit(text.charCodeAt(at))) {
    const number = readCarried(text, at, context, carry, last, between);
    if (number !== null) return number;
  }
  const prose = matchAt(PROSE_CITE, text, at);
  if (prose !== null) {
    const draft = readProseCite(text, at, prose, context);
    if (draft !== null) return { draft, carry: null };
  }
  const lead = matchAt(LEADING_WORDS, text, at);
  const citeAt = at + (lead === null ? 0 : lead[0].length);
  const seriesAt = seriesPrefix(text.slice(at, at + 60)) > 0 ? at : citeAt;
  const series = seriesPrefix(text.slice(seriesAt, seriesAt + 60));
  if (series > 0) {
    const serial = readSerial(text, seriesAt + series, false);
    if (serial !== null) {
      const tail = readTail(text, serial.end, context.year);
      return {
        draft: makeDraft("series", null, text, at, tail.end, true),
        carry: { kind: "series", station: null, year: null, digits: serial.end - seriesAt - series },
      };
    }
  }
  const cite = readCite(text, at, context.year) ?? (citeAt > at ? readCite(text, citeAt, context.year) : null);
  const better =
    cite !== null && cite.known === undefined && citeAt > at ? (readCite(text, citeAt, context.year) ?? cite) : cite;
  if (better === null) return null;
  // An unknown name is taken for a station's only where an entry must begin.
  const isSeparate = last === undefined || /[^ \t]/.test(between);
  if (better.known === undefined && !(isSeparate && isWholeEntry(text, better, context))) return null;
  if (better.known?.confidence === "low" && !isWholeEntry(text, better, context)) return null;
  if (isDayOfMonth(text, better)) return null;
  return fromCite(text, at, better, context);
}

function fromCite(
  text: string,
  at: number,
  cite: CableCite,
  context: ReferenceContext,
): { draft: Draft; carry: Carry | null } {
  const tail = readTail(text, cite.end, context.year);
  // In typewritten telegrams a possessive names the series of two parties: `London's 3001` is London's to the one addressed.
  const isPair = context.form === "typewritten" && /['’]s\s*$/i.test(text.slice(cite.stationStart, cite.serialStart));
  const isSeries = isPair || cite.known?.station.series === true;
  const year = cite.year ?? tail.year;
  const kind = isSeries ? "series" : "cable";
  return {
    draft: makeDraft(
      kind,
      isSeries ? null : makeMrn(year, cite.station, cite.serial, context),
      text,
      at,
      tail.end,
      cite.known !== undefined,
    ),
    carry: {
      kind,
      station: isSeries ? null : cite.station,
      year: cite.year,
      digits: cite.serialEnd - cite.serialStart,
    },
  };
}

/** `AND 2764`, `, 2764`, `/2764` behind a cable, with that cable's station. */
function readCarried(
  text: string,
  at: number,
  context: ReferenceContext,
  carry: Carry,
  last: Draft | undefined,
  between: string,
): { draft: Draft; carry: Carry } | null {
  const cite = readCite(text, at, context.year);
  if (cite?.known !== undefined) return null;
  if (readDate(text, at, context.year) !== null) return null;
  const serial = readSerial(text, at, false);
  if (serial === null) return null;
  const digits = serial.end - at;
  const isSimilar = Math.abs(digits - carry.digits) <= 1;
  if (last !== undefined && between.trim() === "" && !isSimilar) return null;
  if (digits < 2 && !isSimilar) return null;
  if (digits === 4 && carry.digits !== 4 && /^(?:19|20)\d\d/.test(text.slice(at, at + 4)) && last !== undefined)
    return null;
  const behind = readYearBehind(text, serial.end, context.year);
  const tail = readTail(text, behind?.end ?? serial.end, context.year);
  if (!/^\s*(?:$|[\n;,:.&+/()-]|AND\b|PLUS\b|[A-Z])/i.test(text.slice(tail.end))) return null;
  const year = behind?.year ?? tail.year ?? carry.year;
  const mrn = carry.station === null ? null : makeMrn(year, carry.station, serial.value, context);
  return { draft: makeDraft(carry.kind, mrn, text, at, tail.end, true), carry };
}

function readProseCite(text: string, at: number, match: RegExpExecArray, context: ReferenceContext): Draft | null {
  const { serial = "", way = "", place = "" } = match.groups ?? {};
  const placeEnd = match.index + match[0].length;
  const station =
    way.toUpperCase() === "TO" && !/^(?:STATE|DEPARTMENT|SECSTATE|WASHINGTON)/i.test(place)
      ? canonicalStation("STATE")
      : (stationAtStart(place)?.station ?? null);
  if (station === null) return null;
  const tail = readTail(text, skipAddressee(text, placeEnd), context.year);
  return makeDraft("cable", makeMrn(tail.year, station, Number(serial), context), text, at, tail.end, true);
}

/** `from Bonn to State`: the addressee behind the sender. */
function skipAddressee(text: string, at: number): number {
  const match = matchAt(/\s{1,3}TO\s{1,3}(?:THE\s)?[A-Z][A-Z'-]{1,20}/iy, text, at);
  return at + (match === null ? 0 : match[0].length);
}

/** The station that a place's first words name. */
function stationAtStart(place: string): { readonly station: StationId } | null {
  const words = place.split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(" ");
    const found = stationBefore(name, name.length, 0);
    if (found !== null && found.start === 0) return { station: found.match.station.id };
  }
  return null;
}

/** The end of an airgram's number at `at`, 0 where there is none: `A-199`, `BONN A-50`, `73 BONN A-12`. */
function readAirgram(text: string, at: number): number {
  const match = matchAt(AIRGRAM_NUMBER, text, at);
  if (match === null) return 0;
  const station = match[1];
  return station === undefined || matchStation(station) !== undefined ? at + match[0].length : 0;
}

/** The year, the station, the number. */
const AIRGRAM_NUMBER =
  /(?:['’]?(?:\d{4}|\d{2})\s?)?(?:([A-Z][A-Z.'’]{1,20}(?:[\s-]{1,3}[A-Z][A-Z.'’]{1,20}){0,2})[\s-]{1,3})?(?:AIRGRAMS?\s{0,2}(?:NO\.?\s{0,2})?\d{1,5}|(?:AIRGRAM\s{1,2})?(?:CA|A|CERP)\s?[-–]\s?\d{1,5}|(?<=-)A\d{1,5})(?![\dA-Z])/iy;

/** What is no numbered telegram: its kind by its words, or a cable cited in their midst. */
function readUnnumbered(text: string, start: number, end: number, context: ReferenceContext): Draft | null {
  const piece = text.slice(start, end);
  if (!/[A-Za-z\d]/.test(piece)) return null;
  const kind = kindOfEntry(piece);
  if (kind === "unknown" || kind === "message") {
    const cite = findCiteWithin(text, start, end, context);
    if (cite !== null) return { ...fromCite(text, start, cite, context).draft, known: false };
  }
  if (isAirgram(piece)) return makeDraft("airgram", null, text, start, end, false);
  return makeDraft(kind, null, text, start, end, kind === "message" && hasDateTimeGroup(piece));
}

/** A cable cited amid other words: `SEE ALSO STATE 12345`. Only where the number can be nothing else. */
function findCiteWithin(text: string, start: number, end: number, context: ReferenceContext): CableCite | null {
  const numbers = /\d{3,7}(?![\dA-Za-z])/g;
  numbers.lastIndex = start;
  for (let match = numbers.exec(text); match !== null && match.index < end; match = numbers.exec(text)) {
    if (/^(?:19|20)\d\d$/.test(match[0])) continue;
    let nameEnd = match.index;
    while (nameEnd > start && isSpace(text.charCodeAt(nameEnd - 1))) nameEnd--;
    const found = stationBefore(text, nameEnd, start);
    if (found === null || found.match.confidence === "low") continue;
    const cite = readCite(text, found.start, context.year);
    if (cite !== null && cite.serialStart === match.index && !isDayOfMonth(text, cite)) return cite;
  }
  return null;
}

/** Whether the cite is an entry by itself: nothing but a name and a number, with an end or a separator behind. */
function isWholeEntry(text: string, cite: CableCite, context: ReferenceContext): boolean {
  if (cite.known === undefined) {
    if (context.station != null && cite.station === context.station) return true;
    const name = text.slice(cite.stationStart, cite.serialStart);
    if (kindByWord(name) !== null || cite.serial === 0) return false;
    const words = name
      .trim()
      .toUpperCase()
      .split(/[\s.'’-]+/);
    if (words.length > 4 || words.some((word) => NEVER_A_STATION.has(word))) return false;
    if (/^(?:19|20)\d\d$/.test(text.slice(cite.serialStart, cite.serialEnd))) return false;
    if (words.join("").length < 3 || words.some((word) => word.length === 1)) return false;
  }
  const tail = readTail(text, cite.end, context.year);
  return /^[\s]*(?:$|[;,:.&+/\n(–-]|AND\b)/i.test(text.slice(tail.end, tail.end + 40)) || text[tail.end] === "\n";
}

/** `PARIS 5 MAY 2006`: a day and its month, no serial. */
function isDayOfMonth(text: string, cite: CableCite): boolean {
  if (cite.serial > 31 || cite.serialEnd - cite.serialStart > 2) return false;
  return matchAt(MONTH_AHEAD, text, cite.serialEnd) !== null;
}

const MONTH_AHEAD = /\s{0,3}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\b(?!\s{0,3}\d{1,2}(?!\d))/iy;

/** Where a piece without a number ends: at `;`, or where another entry begins behind a comma, a word or a line break. */
function endOfPiece(text: string, start: number, labelled: boolean, context: ReferenceContext): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91) depth++;
    else if ((code === 41 || code === 93) && depth > 0) depth--;
    else if (code === 34 || code === 8220 || code === 8221) quoted = !quoted;
    if (at === start) continue;
    if (code === 59 && depth === 0) return at;
    if (depth > 0 || quoted) continue;
    if (code === 44 || code === 10 || code === 58 || (code === 38 && !labelled) || isAndAt(text, at)) {
      const next = matchAt(SEPARATOR, text, at);
      const after = at + (next?.[0].length ?? 0);
      if (after >= text.length) return at;
      if (after === at) continue;
      if (beginsAnother(text, at, after, labelled, start, context)) return at;
      // An unread quotation or bracket may reach over what was looked at; only the separator is passed over.
      if (code !== 10) continue;
    }
  }
  return text.length;
}

function isAndAt(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at)) && /^\sAND\s/i.test(text.slice(at, at + 5));
}

function beginsAnother(
  text: string,
  at: number,
  after: number,
  labelled: boolean,
  start: number,
  context: ReferenceContext,
): boolean {
  const cite = readCite(text, after, context.year);
  if (cite?.known !== undefined && cite.known.confidence !== "low" && !isDayOfMonth(text, cite)) {
    const isNewLine = text.slice(at, after).includes("\n");
    return !labelled || isNewLine || text[at] !== ":" ? isWholeEntry(text, cite, context) : false;
  }
  if (readAirgram(text, after) > 0) return true;
  if (labelled) return false;
  // Two e-mails on two lines are two entries where each line says that it is one.
  const separators = text.slice(at, after);
  if (!separators.includes("\n") && !separators.includes(",")) return false;
  const rest = text.slice(after);
  const stop = rest.search(/[\n;,]/);
  return kindByWord(stop < 0 ? rest : rest.slice(0, stop)) !== null && kindByWord(text.slice(start, at)) !== null;
}

/** Running text rather than an entry's words: a full stop amid it, or many words in lower case. */
function looksLikeProse(text: string): boolean {
  if (text.length > 140) return true;
  if (/[a-z]{3}[.:] [A-Z]/.test(text)) return true;
  return text.split(/\s+/).length > 9;
}

function makeMrn(year: number | null, station: StationId, serial: number, context: ReferenceContext): Mrn | null {
  const whole = year ?? context.year;
  return whole === null || serial === 0 ? null : { year: whole, station, serial };
}

function makeDraft(
  kind: ReferenceKind,
  mrn: Mrn | null,
  text: string,
  start: number,
  end: number,
  known: boolean,
): Draft {
  const trimmed = trimEntry(text, start, end);
  return { kind, mrn, start, end: trimmed, text: text.slice(start, trimmed), known };
}

function extend(draft: Draft, text: string, end: number): void {
  draft.end = trimEntry(text, draft.start, end);
  draft.text = text.slice(draft.start, draft.end);
}

/** The end of an entry without the separators, and the bracket that nothing opens, behind it. */
function trimEntry(text: string, start: number, end: number): number {
  let stop = end;
  for (;;) {
    const code = text.charCodeAt(stop - 1);
    if (stop <= start + 1) return stop;
    if (isSpace(code) || code === 59 || code === 44 || code === 58 || code === 46 || code === 45) stop--;
    else if (code === 41 && !hasOpening(text, start, stop)) stop--;
    else break;
  }
  const and = /\s(?:AND|&)$/i.exec(text.slice(Math.max(start, stop - 5), stop));
  return and === null ? stop : trimEntry(text, start, stop - and[0].length);
}

function hasOpening(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (let at = end - 1; at >= start && end - at < LONGEST_BRACKETS; at--) {
    const code = text.charCodeAt(at);
    if (code === 41) depth++;
    else if (code === 40 && --depth === 0) return true;
  }
  return false;
}

/** A note in brackets at the end of an entry is no longer. */
const LONGEST_BRACKETS = 300;

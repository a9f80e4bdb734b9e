/** Finds the places of a cable's body that cite: `Ref A`, `reftel`, `septel`, `para 3`, message numbers. */

import type { SourceText } from "../../text/source-text.ts";
import type { Located, Span } from "../../text/span.ts";
import { type CitingNumber, inferredYear, type StationId } from "../mrn.ts";
import type { MentionKind } from "../record.ts";
import { matchAt } from "../references/message-number.ts";
import type { Mention } from "../tree.ts";
import { isDigit } from "../values/chars.ts";
import { isAsciiLetter, isWordCharacter, Prose, upperWordAt } from "./body-text.ts";
import { type CitedYear, citedKey, readProseCite } from "./inline-message-numbers.ts";
import { type CitingWord, readLabelList } from "./label-lists.ts";
import { readNumberList } from "./paragraph-numbers.ts";

/** What the reading of mentions depends on. */
export interface MentionContext {
  /** The cable's own number: a message number that bears no year has its year from it. */
  readonly citing: CitingNumber;
  /** The labels of the REF line, upper case; none where it has none. */
  readonly labels: readonly string[];
  /** The stations that the cable is likely to cite: its own, and those of its REF line. */
  readonly stations?: ReadonlySet<StationId>;
  /** The years of the cables that the REF line cites, by station and serial as `citedKey` writes them: the same number in the text is theirs. */
  readonly cited?: ReadonlyMap<string, CitedYear>;
}

/** A mention with offsets of the text read, before it is given out with the document's. */
interface Found {
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
  readonly labels: readonly Located<string>[];
  readonly numbers: readonly Located<number>[];
  readonly mrn: Mention["mrn"];
  readonly yearInferred?: boolean;
  readonly external: boolean;
}

/**
 * Where the words that cite may begin. Letters are classes and not a flag, and the pattern takes three of them and no
 * more, which lets the engine pass over text at its full speed and tells the start of a match from its end.
 */
const WORD_CANDIDATE =
  /\b(?:[Rr][Ee][Ff](?![a-ru-z]|[A-RU-Z][A-Za-z])|[Rr][Ee][Ff](?=[Ee][Rr][Ee][Nn][Cc][Ee][Ss]?\s{1,3}[([A-Z])|[Ss][Ee][Pp](?=[Tt -])|[Pp][Aa][Rr](?=[AaSs\s.(\d]))/g;
const WORD_LENGTH = 3;

/** The first two digits of what may be a message number's year or serial. */
const NUMBER_CANDIDATE = /\d\d(?=\d| {0,2}[A-Z])/g;
const NUMBER_LENGTH = 2;

/**
 * The mentions in `[start, end)` of `source.text`, in order; they do not overlap. `furniture` are the stretches of page
 * furniture in it, whole lines with their line breaks, in order: a mention may wrap over them.
 */
export function readMentions(
  source: SourceText,
  start: number,
  end: number,
  furniture: readonly Span[],
  context: MentionContext,
): Mention[] {
  const prose = new Prose(source, end, furniture);
  const { text } = prose;
  const floor = Math.max(0, start);
  const mentions: Mention[] = [];
  let last: Found | null = null;
  let lastEnd = floor;
  let furnished = 0;
  let wordAt = nextCandidate(WORD_CANDIDATE, WORD_LENGTH, text, floor);
  let numberAt = nextCandidate(NUMBER_CANDIDATE, NUMBER_LENGTH, text, floor);
  for (;;) {
    const at = Math.min(wordAt, numberAt);
    if (at >= prose.end) return mentions;
    while (furnished < furniture.length && (furniture[furnished]?.end ?? 0) <= at) furnished++;
    const stretch = furniture[furnished];
    let resume: number;
    if (stretch !== undefined && stretch.start <= at) {
      resume = stretch.end;
    } else {
      const found: Found | null =
        at === wordAt ? findWord(prose, at, floor, context, last) : findCite(prose, at, lastEnd, context);
      if (found === null) {
        resume = at === wordAt ? at + WORD_LENGTH : endOfDigits(text, at);
      } else {
        last = found;
        lastEnd = found.end;
        mentions.push(give(prose, found));
        resume = found.end;
      }
    }
    if (wordAt < resume) wordAt = nextCandidate(WORD_CANDIDATE, WORD_LENGTH, text, resume);
    if (numberAt < resume) numberAt = nextCandidate(NUMBER_CANDIDATE, NUMBER_LENGTH, text, resume);
  }
}

/** Where the next match of a pattern of fixed length begins; infinity where there is none. */
function nextCandidate(pattern: RegExp, length: number, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex - length : Number.POSITIVE_INFINITY;
}

function endOfDigits(text: string, at: number): number {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function give(prose: Prose, found: Found): Mention {
  return {
    kind: found.kind,
    span: prose.span(found.start, found.end),
    text: prose.join(found.start, found.end),
    labels: found.labels,
    numbers: found.numbers,
    mrn: found.mrn,
    yearInferred: found.yearInferred === true,
    external: found.external,
  };
}

/** The mention whose first word begins at `at`, or null. `floor` is where the body begins. */
function findWord(prose: Prose, at: number, floor: number, context: MentionContext, last: Found | null): Found | null {
  if (isInsideWord(prose.text, at)) return null;
  switch (prose.text.charCodeAt(at) | LOWER_CASE) {
    case LETTER_R:
      return findReference(prose, at, context);
    case LETTER_S:
      return findSeptel(prose, at);
    default:
      return findParagraph(prose, at, floor, context, last);
  }
}

const LOWER_CASE = 32;
const LETTER_R = 114;
const LETTER_S = 115;

/** Whether the character before `at` makes what begins there the rest of a word: a letter, a digit, `@`, a hyphen. */
function isInsideWord(text: string, at: number): boolean {
  if (at === 0) return false;
  const before = text.charCodeAt(at - 1);
  return (
    isWordCharacter(before) || before === 64 || (before === 45 && at > 1 && isWordCharacter(text.charCodeAt(at - 2)))
  );
}

/** The words that cite by label. */
const REFERENCE_WORD = /REF(?:(?<tel>(?:[ -]|-\n[ \t]{0,8})?TEL(?:EGRAM)?S?)|(?<spelled>ERENCES?)|S)?(?![A-Z0-9_])/iy;

/** `RefA`: the letter typed without its blank, told from other words by its capital. */
const GLUED_LABEL = /[Rr]ef(?:tel)?s?(?=[A-Z](?![A-Za-z0-9_]))/y;

function findReference(prose: Prose, start: number, context: MentionContext): Found | null {
  const { text } = prose;
  const match = matchAt(REFERENCE_WORD, text, start) ?? matchAt(GLUED_LABEL, text, start);
  if (match === null) return null;
  const wordEnd = start + match[0].length;
  if (wordEnd > prose.end) return null;
  const word: CitingWord = {
    end: wordEnd,
    plural: /s$/i.test(match[0]),
    complete: match.groups?.tel !== undefined,
    spelled: match.groups?.spelled !== undefined,
    capitals: match[0] === match[0].toUpperCase(),
  };
  const list = readLabelList(prose, word, context.labels);
  if (list !== null) return citation("label", start, list.end, list.labels);
  // `(ref)` means reftel.
  if (word.complete || text.charCodeAt(wordEnd) === 41) return citation("reftel", start, wordEnd, []);
  return null;
}

const SEPTEL_WORD = /SEP(?:-\n[ \t]{0,8}|[ -])?TELS?(?![A-Z0-9_])/iy;

function findSeptel(prose: Prose, start: number): Found | null {
  const match = matchAt(SEPTEL_WORD, prose.text, start);
  if (match === null || start + match[0].length > prose.end) return null;
  return citation("septel", start, start + match[0].length, []);
}

function citation(kind: MentionKind, start: number, end: number, labels: readonly Located<string>[]): Found {
  return { kind, start, end, labels, numbers: [], mrn: null, external: false };
}

const PARAGRAPH_WORD = /PAR(?:A(?:-\n[ \t]{0,8})?GRAPH)?A?S?(?![A-Z0-9_])/iy;

function findParagraph(
  prose: Prose,
  start: number,
  floor: number,
  context: MentionContext,
  last: Found | null,
): Found | null {
  const { text } = prose;
  const match = matchAt(PARAGRAPH_WORD, text, start);
  if (match === null) return null;
  const list = readNumberList(prose, start + match[0].length, /s$/i.test(match[0]));
  if (list === null || list.end > prose.end) return null;
  if (match[0] === "par" && !isParagraphByContext(prose, list.end)) return null;
  const owner = readOwner(prose, list.end, context);
  const before = owner.kind === "nobody" ? ownerBefore(prose, start, floor, last) : null;
  return {
    kind: "paragraph",
    start,
    end: owner.kind === "cited" ? owner.end : list.end,
    labels: owner.kind === "cited" ? owner.labels : (before?.labels ?? []),
    numbers: list.numbers,
    mrn: null,
    external: owner.kind === "cited" || owner.kind === "other" || before !== null,
  };
}

/** `par` in lower case is a French word too: it wants a sign or a word behind its number that no count has. */
function isParagraphByContext(prose: Prose, end: number): boolean {
  const at = prose.skip(end);
  return at < 0 || !isAsciiLetter(prose.text.charCodeAt(at)) || PLACE_WORDS.has(upperWordAt(prose.text, at));
}

/** Whose paragraph it is, as far as what follows its number tells. */
type Owner =
  | { readonly kind: "cited"; readonly labels: readonly Located<string>[]; readonly end: number }
  | { readonly kind: "other" }
  | { readonly kind: "here" }
  | { readonly kind: "nobody" };

const PLACE_WORDS: ReadonlySet<string> = new Set(["ABOVE", "BELOW", "SUPRA", "INFRA", "HEREIN"]);

/** A sub-paragraph's letter or number behind the paragraph's: `3(b)`, `3 (1)`, `3.a`. */
const SUB_PARAGRAPH = /\s?\((?:[a-z]|[ivx]{1,4}|\d)\)|\.?[a-z](?![A-Z0-9])/iy;

/** `of the resolution`, `of UNSCR 1701`, but not `of this cable`. */
const OF_OTHER = /OF\s{1,3}(?!(?:THIS|OUR)\s)(?=[A-Z0-9"“'])/iy;
const OF_THIS_TEXT = /OF\s{1,3}THIS\s{1,3}(?!(?:CABLE|MESSAGE|TELEGRAM|TEL|REPORT)\b)/iy;
const IN_OTHER =
  /(?:IN|FROM|TO)\s{1,3}(?:THE\s{1,3}|ITS\s{1,3}|THEIR\s{1,3}|A\s{1,3})?(?:[A-Z]+\s{1,3})?(?:RESOLUTION|UNSCR|ANNEX|AGREEMENT|TREATY|COMMUNIQUE|DECLARATION|DRAFT|PROTOCOL|CONVENTION|CHARTER|STATEMENT|NOTE|LETTER|NON-?PAPER)\b/iy;

function readOwner(prose: Prose, end: number, context: MentionContext): Owner {
  const { text } = prose;
  const sub = matchAt(SUB_PARAGRAPH, text, end);
  let at = prose.skip(end + (sub === null ? 0 : sub[0].length));
  if (at < 0) return { kind: "nobody" };
  if (PLACE_WORDS.has(upperWordAt(text, at))) return { kind: "here" };
  if (matchAt(OF_THIS_TEXT, text, at) !== null) return { kind: "other" };
  const offset = at;
  if (text.charCodeAt(at) === 44) at = prose.skip(at + 1);
  if (at >= 0 && PREPOSITIONS.has(upperWordAt(text, at))) at = prose.skip(at + upperWordAt(text, at).length);
  if (at >= 0 && upperWordAt(text, at) === "THE") at = prose.skip(at + 3);
  if (at >= 0) {
    const cited = (text.charCodeAt(at) | LOWER_CASE) === LETTER_R ? findReference(prose, at, context) : null;
    if (cited !== null) {
      // What it is a paragraph of is part of the mention, with its labels or without.
      return { kind: "cited", labels: cited.labels, end: cited.end };
    }
  }
  if (matchAt(OF_OTHER, text, offset) !== null || matchAt(IN_OTHER, text, offset) !== null) return { kind: "other" };
  return { kind: "nobody" };
}

const PREPOSITIONS: ReadonlySet<string> = new Set(["OF", "IN", "FROM"]);

/** What stands right before the word and owns the paragraph: `UNSCR 1701, para 3`, `operative paragraph 7`. */
const OTHER_BEFORE =
  /(?:\b(?:operative|preambular|subpara|OP|PP)|\b(?:UNSCR?|resolution|res|article|art|annex|section|chapter|protocol)\.?\s{0,2}[\dIVXLC]{0,6}[\d().a-z-]{0,6})[,:]?\s{1,2}$/i;

/** What may stand between a citation and the paragraph of it: `REF A, PARA 3`, `reftel (para 3)`. */
const AFTER_CITATION = /^(?:['’]s)?[\s,(:/]{1,6}(?:(?:at|in|see)\s)?$/i;

function ownerBefore(
  prose: Prose,
  start: number,
  floor: number,
  last: Found | null,
): { readonly labels: readonly Located<string>[] } | null {
  const { text } = prose;
  if (last !== null && last.kind !== "paragraph" && start - last.end <= 12) {
    if (AFTER_CITATION.test(text.slice(last.end, start))) return { labels: last.labels };
  }
  const before = text.slice(Math.max(floor, start - 40), start);
  return OTHER_BEFORE.test(before) ? { labels: [] } : null;
}

const NO_STATIONS: ReadonlySet<StationId> = new Set();
const NONE_CITED: ReadonlyMap<string, CitedYear> = new Map();

/** A message number written out whose year or serial begins at `start`. */
function findCite(prose: Prose, start: number, floor: number, context: MentionContext): Found | null {
  if (start > 0 && isWordCharacter(prose.text.charCodeAt(start - 1))) return null;
  const expected = { stations: context.stations ?? NO_STATIONS, cited: context.cited ?? NONE_CITED };
  const cite = readProseCite(prose, start, endOfDigits(prose.text, start), floor, expected);
  if (cite === null || cite.end > prose.end || cite.serial === 0) return null;
  const listed = cite.year === null ? expected.cited.get(citedKey(cite.station, cite.serial)) : undefined;
  const year = cite.year ?? listed?.year ?? inferredYear(cite.station, cite.serial, context.citing);
  if (year === null) return null;
  return {
    kind: "mrn",
    start: cite.start,
    end: cite.end,
    labels: [],
    numbers: [],
    mrn: { year, station: cite.station, serial: cite.serial },
    yearInferred: cite.year === null && (listed?.inferred ?? true),
    external: false,
  };
}

/** Finds the quotations of a note, by their marks and as block quotations, and takes each apart where its writer left words out or put some in. */

import type { Span } from "../../text/span.ts";
import { type Word, wordsOf } from "../../text/words.ts";
import type { NoteBlock, NoteText } from "../notes/note-text.ts";

/** What stands between two runs of quoted words: words left out (`…`), or the writer's own (`[the minister]`). */
export type QuotationGap = "omission" | "insertion";

/** Words of a quotation that are said to follow each other in the source. */
export interface QuotedRun {
  readonly words: readonly QuotedWord[];
  /** What stands before it; null before the first. */
  readonly gap: QuotationGap | null;
}

export interface QuotedWord extends Word {
  /** Whether the writer says that its first letter is of another case: `[T]he`. */
  readonly isRecased: boolean;
}

export interface Quotation {
  /** What is quoted, without its marks. Offsets are the note's. */
  readonly span: Span;
  readonly runs: readonly QuotedRun[];
  /** The block that it stands in, by its number in `NoteText.blocks`. */
  readonly block: number;
  /** Whether it is a block quotation, and not one in marks. */
  readonly isBlock: boolean;
}

/** More quotations of one note are not looked at. */
const MOST_QUOTATIONS = 5_000;

/** A quotation in marks that is longer has lost its closing mark. In UTF-16 units. */
const LONGEST_MARKED = 6_000;

/** Of a block quotation the words in marks are the quotation where they are nearly all of it. */
const MOSTLY = 0.6;

/** All quotations, in order of where they begin; those in marks do not overlap. */
export function quotationsOf(note: NoteText): readonly Quotation[] {
  const quotations: Quotation[] = [];
  for (const [index, block] of note.blocks.entries()) {
    if (quotations.length >= MOST_QUOTATIONS) break;
    const marked = markedSpans(note.prose, block);
    if (block.isQuoted) {
      const span = quotedSpan(note.prose, block);
      const inMarks = marked.reduce((sum, { start, end }) => sum + end - start, 0);
      if (inMarks < (span.end - span.start) * MOSTLY) {
        quotations.push({ span, runs: runsOf(note.prose, span, true), block: index, isBlock: true });
        continue;
      }
    }
    for (const span of marked) {
      quotations.push({ span, runs: runsOf(note.prose, span, block.isQuoted), block: index, isBlock: false });
    }
  }
  return quotations.filter(({ runs }) => runs.length > 0);
}

/** A closing attribution of a block quotation: its last line behind a dash, or its last parentheses or brackets. */
const ATTRIBUTION = /\n {0,3}>?[ \t]{0,40}(?:[—–]|--)[^\n]*$|\s[([][^()[\]\n]{1,300}[)\]]\.{0,3}$/;

function quotedSpan(prose: string, { start, end }: NoteBlock): Span {
  const text = prose.slice(start, end).trimEnd();
  const attribution = ATTRIBUTION.exec(text);
  // What is in parentheses is the source only where it cites: it holds a number.
  const isCut = attribution !== null && /\d/.test(attribution[0]);
  const inner = (isCut ? text.slice(0, attribution.index) : text).trimEnd();
  const opening = /^[\s>]*/.exec(inner)?.[0].length ?? 0;
  return { start: start + opening, end: start + Math.max(opening, inner.length) };
}

/** Marks that open and close. Single ones only where nothing else is taken for them. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["‘", "’"],
  ['"', '"'],
]);

const MARK = /["“„«‘]/g;

function markedSpans(prose: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = [];
  MARK.lastIndex = start;
  for (let match = MARK.exec(prose); match !== null && match.index < end; match = MARK.exec(prose)) {
    const open = match.index;
    if (!opens(prose, open)) continue;
    const close = closingMark(prose, open + 1, Math.min(end, open + LONGEST_MARKED), match[0]);
    // A quotation of several paragraphs is opened in each and closed in the last.
    const last = close >= 0 ? close : match[0] === "“" && end - open < LONGEST_MARKED ? end : -1;
    if (last < 0) continue;
    spans.push({ start: open + 1, end: last });
    MARK.lastIndex = last + 1;
  }
  return spans;
}

/** Whether a mark stands where a quotation begins: behind a blank or an opening sign, before a word. */
function opens(prose: string, at: number): boolean {
  const before = at === 0 ? " " : prose.charAt(at - 1);
  return /[\s([{—–/*_>:-]/.test(before) && /[^\s.,;:)\]]/.test(prose.charAt(at + 1) || " ");
}

function closingMark(prose: string, from: number, end: number, open: string): number {
  const closing = PAIRS.get(open) ?? "";
  let depth = 0;
  for (let at = from; at < end; at++) {
    const sign = prose.charAt(at);
    if (sign === open && open !== '"') depth++;
    if (!closing.includes(sign)) continue;
    if (open === '"' && !closesStraight(prose, at)) continue;
    // An apostrophe has a letter behind it.
    if (open === "‘" && /\p{L}/u.test(prose.charAt(at + 1))) continue;
    if (depth === 0) return at;
    depth--;
  }
  return -1;
}

function closesStraight(prose: string, at: number): boolean {
  return /\S/.test(prose.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(prose.charAt(at + 1));
}

/** Words left out; words put in; the note's own marks of lines, lists and footnotes. */
const GAP =
  /\[\s?(?:…|\.{3,4}|\.\s\.\s\.)\s?\]|\(\s?(?:…|\.{3,4})\s?\)|…|\.{3,}|\.(?:\s\.){2,3}|\[\^[^\]\s]{1,60}\]|\\?\[([^[\]\n]{0,200}?)\\?\]|<br\s?\/?>|&nbsp;/g;

/** The number and the portion mark of a paragraph at its beginning, which are not said. */
const PARAGRAPH_MARK = /^[\s>]*(?:¶?\d{1,3}\.\s+)?(?:\([A-Z]{1,3}(?:\/{1,2}[A-Z]{2,8}){0,3}\)\s+)?/;

function runsOf(prose: string, span: Span, isQuoted: boolean): readonly QuotedRun[] {
  const start = span.start + (PARAGRAPH_MARK.exec(prose.slice(span.start, span.start + 60))?.[0].length ?? 0);
  const text = prose.slice(start, span.end);
  const runs: { words: QuotedWord[]; gap: QuotationGap | null }[] = [{ words: [], gap: null }];
  const add = (from: number, to: number): void => {
    const run = runs[runs.length - 1];
    if (run === undefined) return;
    for (const word of wordsOf(prose, start + from, start + to)) run.words.push({ ...word, isRecased: false });
  };
  const part = (gap: QuotationGap): void => {
    const last = runs[runs.length - 1];
    if (last === undefined || last.words.length === 0) return;
    runs.push({ words: [], gap });
  };
  let done = 0;
  for (const match of text.matchAll(GAP)) {
    const { index } = match;
    const end = index + match[0].length;
    const inserted = match[1];
    const isMark = match[0].startsWith("[^") || match[0].startsWith("<") || match[0].startsWith("&");
    if (index < done) continue;
    if (inserted !== undefined && /^\p{L}$/u.test(inserted) && /^\p{L}/u.test(text.slice(end, end + 1))) {
      // `[T]he`: one word, whose first letter is the writer's.
      const rest = /^[\p{L}\p{M}]+(?:['’][\p{L}]+)*/u.exec(text.slice(end, end + 60))?.[0] ?? "";
      add(done, index);
      const [whole] = wordsOf(inserted + rest);
      if (whole !== undefined) {
        const word = { key: whole.key, start: start + index, end: start + end + rest.length, isRecased: true };
        runs[runs.length - 1]?.words.push(word);
      }
      done = end + rest.length;
      continue;
    }
    add(done, index);
    done = end;
    if (!isMark) part(inserted === undefined ? "omission" : "insertion");
  }
  add(done, text.length);
  const kept = runs.filter(({ words }) => words.length > 0);
  return isQuoted ? kept.map((run) => ({ ...run, words: withoutMarks(prose, run.words) })) : kept;
}

/** Without the numbers and portion marks of further paragraphs of a block quotation. */
function withoutMarks(prose: string, words: readonly QuotedWord[]): readonly QuotedWord[] {
  return words.filter(({ start, end }) => {
    const before = prose.slice(Math.max(0, start - 12), start);
    if (/\n[ \t>]*¶?$/.test(before) && /^\.\s/.test(prose.slice(end, end + 2)))
      return !/^\d+$/.test(prose.slice(start, end));
    return !(/\n[ \t>]*(?:¶?\d{1,3}\.\s+)?\($/.test(before) && /^[A-Z]{1,3}\)/.test(prose.slice(start, end + 1)));
  });
}

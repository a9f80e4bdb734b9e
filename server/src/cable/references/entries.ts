/** Takes what stands under one label of a REF line, or under none, apart into entries. */

import { capitalOf, isSpace } from "../values/chars.ts";
import { hasDateTimeGroup, isAirgram, kindByWord, kindOfEntry } from "./kinds.ts";
import { matchAt, readCite } from "./message-number.ts";
import {
  type Carry,
  type Draft,
  findCiteWithin,
  fromCite,
  isDayOfMonth,
  isWholeEntry,
  makeDraft,
  NO_NUMBER,
  type ReferenceContext,
  readAirgram,
  readNumbered,
  trimEntry,
} from "./numbered-entry.ts";

/** What stands between two entries. */
const SEPARATOR = /(?:[\s,:;.&+/]|(?:AND|PLUS|THROUGH|THRU)\b(?=[\s(])){0,400}/iy;

/** The hyphen of a range of numbers: of `STATE 123-125` the first and the last are entries. */
const RANGE = /[-–]\s?(?=\d{2,7}(?![\d/A-Za-z-]))/y;

/** A title that follows a number. */
const DASH = /[-–—]+\s*/y;

/** The entries of one segment. */
export function readDrafts(text: string, labelled: boolean, isLast: boolean, context: ReferenceContext): Draft[] {
  return readList(text, labelled, isLast, context, null).drafts;
}

/** The entries of one segment, and what a number behind them would go on with. */
export function readList(
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
    const last: Draft | undefined = drafts[drafts.length - 1];
    const range = last?.kind === "cable" && /\d$/.test(last.text) ? matchAt(RANGE, text, at) : null;
    const dash = range === null ? matchAt(DASH, text, at) : null;
    const isTitle = dash !== null && dash[0].length > 0;
    at += (range ?? dash)?.[0].length ?? 0;
    if (at >= text.length) break;
    const isStrong = between.includes(";") || last === undefined;
    const isWeak = !isStrong && /[,:&+/]|AND|PLUS/i.test(between);

    const found: { draft: Draft; carry: Carry | null } | null = readNumbered(
      text,
      at,
      context,
      carry,
      last,
      isTitle,
      range === null ? between : "-",
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

/** What is no numbered telegram: its kind by its words, or a cable cited in their midst. */
function readUnnumbered(text: string, start: number, end: number, context: ReferenceContext): Draft | null {
  const piece = text.slice(start, end);
  if (!/[A-Za-z\d]/.test(piece)) return null;
  const kind = kindOfEntry(piece);
  if (kind === "unknown" || kind === "message") {
    const cite = findCiteWithin(text, start, end, context);
    if (cite !== null) return { ...fromCite(text, start, cite, context).draft, known: false };
  }
  if (isAirgram(piece)) return makeDraft("airgram", NO_NUMBER, text, start, end, false);
  return makeDraft(kind, NO_NUMBER, text, start, end, kind === "message" && hasDateTimeGroup(piece));
}

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

const LETTER_A = 65;

function isAndAt(text: string, at: number): boolean {
  return (
    capitalOf(text.charCodeAt(at + 1)) === LETTER_A &&
    isSpace(text.charCodeAt(at)) &&
    /^\sAND\s/i.test(text.slice(at, at + 5))
  );
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
export function looksLikeProse(text: string): boolean {
  if (text.length > 140) return true;
  if (/[a-z]{3}[.:] [A-Z]/.test(text)) return true;
  return text.split(/\s+/).length > 9;
}

function extend(draft: Draft, text: string, end: number): void {
  draft.end = trimEntry(text, draft.start, end);
  draft.text = text.slice(draft.start, draft.end);
}

/** Takes a paragraph's lines apart into prose, lists and tables, and makes one line of what a typist broke. */

import { isDigit, isLetter, isTerminal } from "../values/chars.ts";
import type { TextLine } from "./body-text.ts";

/** Text joined of several lines, with the way back to where each of them stands. */
export interface JoinedLines {
  readonly text: string;
  /** For each line: where it begins in `text`, and where in the restored text. In order. */
  readonly pieces: readonly { readonly start: number; readonly at: number; readonly length: number }[];
}

export interface JoinedItem {
  readonly mark: string;
  readonly joined: JoinedLines;
  readonly items: readonly JoinedItem[];
}

export type JoinedPart =
  | { readonly kind: "prose"; readonly joined: JoinedLines }
  | { readonly kind: "items"; readonly items: readonly JoinedItem[] }
  | { readonly kind: "table"; readonly text: string };

/** What opens an item of a list: a bullet, a letter, a number in parentheses. */
const ITEM =
  /^(?:[-*•·]{1,2}(?= |[A-Z"(])|¶?[A-Za-z][.)](?= )|¶?\d{1,2}[.)](?= )|\([A-Za-z0-9]{1,4}\)(?= )|[ivxIVX]{1,5}\.(?= ))/;

/** The signs that may open an item. */
const ITEM_SIGNS = "-*•·¶(";

/** Whether a line may begin with a mark: of words, only one with a stop or a bracket in it does. */
function mayBeItem(text: string): boolean {
  const first = text.charCodeAt(0);
  if (!isLetter(first) && !isDigit(first)) return ITEM_SIGNS.includes(text.charAt(0));
  // `xviii.` is the longest.
  for (let at = 1; at <= 5; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 46 || unit === 41) return true;
    if (!isLetter(unit) && !isDigit(unit)) return false;
  }
  return false;
}

/** The mark that a line begins with, though it may be none; empty where there is nothing like one. */
function itemMark(text: string): string {
  return mayBeItem(text) ? (ITEM.exec(text)?.[0] ?? "") : "";
}

/** Blanks that part columns: sentences are parted by two at most. */
const COLUMN_GAP = /\S(?: {3,}|\t+ *)\S/;

/** How wide a line is that a typist or a machine broke, where the text does not show it. */
const USUAL_WIDTH = 65;
const WIDEST = 90;

/** A line that ends before this share of the width, though the next word would have fitted, was meant to end there. */
const MEANT_TO_END = 0.75;

/** More short lines than this below each other are no sentence that was cut. */
const MOST_CUT = 3;

/** The width at which the lines of a text are broken: that of its longer lines. */
export function widthOf(lines: readonly TextLine[]): number {
  const counts = new Uint32Array(WIDEST + 1);
  let counted = 0;
  for (const { text } of lines) {
    if (text.length > WIDEST) continue;
    counts[text.length] = (counts[text.length] ?? 0) + 1;
    counted++;
  }
  if (counted < 3) return USUAL_WIDTH;
  let width = WIDEST;
  for (let longer = counts[width] ?? 0; longer < counted - Math.floor(counted * 0.8); longer += counts[width] ?? 0)
    width--;
  return Math.max(40, width);
}

/** The parts in order. `width` is that of the whole text. */
export function partsOf(lines: readonly TextLine[], width: number): readonly JoinedPart[] {
  const parts: JoinedPart[] = [];
  let list: ListBuilder | null = null;
  for (const group of groupsOf(lines)) {
    if (group.kind === "table") {
      list = null;
      parts.push({ kind: "table", text: tableText(group.lines) });
    } else if (group.mark === null) {
      list = null;
      parts.push({ kind: "prose", joined: joinLines(group.lines, 0, width) });
    } else {
      if (list === null) {
        list = new ListBuilder();
        parts.push({ kind: "items", items: list.items });
      }
      list.add(group.mark, joinLines(group.lines, skipped(group.mark, group.lines[0]?.text ?? ""), width));
    }
  }
  return parts;
}

type Group =
  | { readonly kind: "table"; readonly lines: readonly TextLine[] }
  | { readonly kind: "text"; readonly mark: string | null; readonly lines: TextLine[] };

/** Lines that belong together: a table, an item, or prose up to the next blank line that parts sentences. */
function groupsOf(lines: readonly TextLine[]): readonly Group[] {
  const groups: Group[] = [];
  let open: Extract<Group, { readonly kind: "text" }> | null = null;
  for (let index = 0; index < lines.length; ) {
    const tableEnd = endOfTable(lines, index);
    if (tableEnd > index) {
      groups.push({ kind: "table", lines: lines.slice(index, tableEnd) });
      open = null;
      index = tableEnd;
      continue;
    }
    const line = lines[index];
    const before = index > 0 ? lines[index - 1] : undefined;
    index++;
    if (line === undefined || line.isRule) continue;
    const mark = markOf(line, before, open?.mark ?? null);
    if (open !== null && mark === null && (open.lines.length === 0 || !isParted(line, before))) {
      open.lines.push(line);
      continue;
    }
    open = { kind: "text", mark, lines: [line] };
    groups.push(open);
  }
  return groups;
}

/** Whether a line begins something of its own: behind a blank line, unless that is where a lost page broke a sentence. */
function isParted(line: TextLine, before: TextLine | undefined): boolean {
  if (before === undefined || before.isRule) return true;
  if (!line.blankAbove) return false;
  return !((beginsSmall(line.text) || line.furnitureAbove) && !endsSentence(before.text));
}

function endsSentence(text: string): boolean {
  return isTerminal(text.charCodeAt(text.length - 1));
}

function beginsSmall(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 97 && first <= 122;
}

function endsInColon(text: string): boolean {
  return /[:;]$/.test(text);
}

/** The mark that opens an item; null for a line that goes on with a sentence, though it begins like one. */
function markOf(line: TextLine, before: TextLine | undefined, open: string | null): string | null {
  const mark = itemMark(line.text);
  if (mark === "" || line.text.length === mark.length) return null;
  // `A. Smith` may stand at the head of any line; a bullet rarely does.
  const opens = /^[-*•·]/.test(mark) ? endsSentence : endsInColon;
  const isApart = before === undefined || before.isRule || (line.blankAbove && !line.furnitureAbove);
  const isOwn = isApart || isParted(line, before) || opens(before.text);
  return isOwn || (open !== null && sortOf(open) === sortOf(mark)) ? mark : null;
}

/** How many characters of an item's first line are its mark, with the blanks behind it. */
function skipped(mark: string, text: string): number {
  let at = mark.length;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/** What marks of one rank have in common. */
function sortOf(mark: string): string {
  if (/^[ivxIVX]{2,}\.$|^\([ivx]{2,}\)$/.test(mark)) return mark.replace(/[ivx]+/, "i").replace(/[IVX]+/, "I");
  return mark
    .replace("¶", "")
    .replace(/\d+/, "1")
    .replace(/[a-z]+/, "a")
    .replace(/[A-Z]+/, "A");
}

interface OpenItem {
  readonly sort: string;
  readonly items: JoinedItem[];
}

/** Items of one rank stand beside each other; one of a rank not yet open stands below the item before it. */
class ListBuilder {
  readonly items: JoinedItem[] = [];
  readonly #open: OpenItem[] = [];

  add(mark: string, joined: JoinedLines): void {
    const sort = this.#sortHere(mark);
    const known = this.#open.findIndex((level) => level.sort === sort);
    if (known >= 0) this.#open.length = known + 1;
    else this.#open.push({ sort, items: this.#below() });
    this.#open[this.#open.length - 1]?.items.push({ mark, joined, items: [] });
  }

  /** `(i)` opens a list below one of letters, but goes on with one that has come to `(h)`. */
  #sortHere(mark: string): string {
    const sort = sortOf(mark);
    if (!/^\(?i[.)]+$/.test(mark)) return sort;
    const level = this.#open.find((one) => one.sort === sort);
    const isNinth = level?.items[level.items.length - 1]?.mark.includes("h") ?? false;
    return isNinth ? sort : sortOf(mark.replace("i", "ii"));
  }

  #below(): JoinedItem[] {
    const level = this.#open[this.#open.length - 1];
    if (level === undefined) return this.items;
    const last = level.items[level.items.length - 1];
    if (last === undefined) return level.items;
    const below: JoinedItem[] = [...last.items];
    level.items[level.items.length - 1] = { ...last, items: below };
    return below;
  }
}

/** Where a table that begins at `from` ends; `from` where none does. Two lines with columns at least, rules and single other lines between them. */
function endOfTable(lines: readonly TextLine[], from: number): number {
  const first = lines[from];
  if (first === undefined || !(hasColumns(first) || (first.isRule && isAt(lines, from + 1, hasColumns)))) return from;
  let end = from;
  let rows = 0;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    if (hasColumns(line)) {
      rows++;
      end = index + 1;
    } else if (line.isRule) {
      if (index === end) end = index + 1;
    } else if (line.blankAbove || !isAt(lines, index + 1, hasColumns)) {
      break;
    }
  }
  return rows >= 2 ? end : from;
}

function isAt(lines: readonly TextLine[], index: number, test: (line: TextLine) => boolean): boolean {
  const line = lines[index];
  return line !== undefined && !line.blankAbove && test(line);
}

function hasColumns({ text, isRule }: TextLine): boolean {
  if (isRule || !(text.includes("   ") || text.includes("\t") || text.includes("|"))) return false;
  // What stands behind the mark of an item is no column of it.
  const rest = text.slice(itemMark(text).length).trimStart();
  return COLUMN_GAP.test(rest) || rest.split("|").length > 2;
}

/** A table as printed, without the margin that all its lines share. */
function tableText(lines: readonly TextLine[]): string {
  const margin = lines.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return lines
    .map(
      ({ text, indent, blankAbove }, index) =>
        `${blankAbove && index > 0 ? "\n" : ""}${" ".repeat(indent - margin)}${text}`,
    )
    .join("\n");
}

/** The lines as one, each joined to the next as it was before a typist broke it; `skip` characters of the first are left out. */
export function joinLines(lines: readonly TextLine[], skip: number, width: number): JoinedLines {
  let widest = width;
  for (const { text } of lines) widest = Math.max(widest, text.length);
  const pieces: { start: number; at: number; length: number }[] = [];
  let text = "";
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const from = index === 0 ? skip : 0;
    if (index > 0) text += joint(lines, index, widest);
    pieces.push({ start: text.length, at: line.at + from, length: line.text.length - from });
    text += from === 0 ? line.text : line.text.slice(from);
  }
  return { text, pieces };
}

function endsInHyphen(text: string): boolean {
  return text.charCodeAt(text.length - 1) === 45 && isLetter(text.charCodeAt(text.length - 2));
}

/** A suspended hyphen: `small- and medium-sized`. */
const SUSPENDED = /^(?:and|or|to|nor|AND|OR|TO|NOR)\b/;

/** What stands between a line and the one before it once they are joined. */
function joint(lines: readonly TextLine[], index: number, width: number): string {
  const line = lines[index];
  const before = lines[index - 1];
  if (line === undefined || before === undefined) return "";
  if (endsInHyphen(before.text) && isLetter(line.text.charCodeAt(0)) && !SUSPENDED.test(line.text)) return "";
  if (line.furnitureAbove || line.blankAbove || beginsSmall(line.text)) return " ";
  const room = width * MEANT_TO_END - before.text.length - 1;
  if (room < 0 || (/^\S{1,40}/.exec(line.text)?.[0].length ?? 0) > room) return " ";
  return isCutShort(lines, index, width) ? " " : "\n";
}

/**
 * Whether the line before this one is a sentence that a typist's correction cut short: it begins and ends in the middle of one, and so do the short
 * lines around it, of which there are few. Headings begin behind a sentence, and what is a list or an address has more lines or a colon above it.
 * Asked of text in capitals alone: elsewhere a line that goes on with a sentence is told by its small letter.
 */
function isCutShort(lines: readonly TextLine[], index: number, width: number): boolean {
  const isShort = (at: number): boolean => (lines[at]?.text.length ?? 0) <= width * MEANT_TO_END;
  const endsInside = (at: number): boolean => at >= 0 && !endsSentence(lines[at]?.text ?? ".");
  let first = index - 1;
  while (isShort(first - 1) && endsInside(first - 1) && index - first <= MOST_CUT) first--;
  let end = index;
  // One more than there may be tells enough: a text may be short lines throughout.
  while (end < lines.length && end - first <= MOST_CUT && isShort(end) && endsInside(end - 1)) end++;
  return (
    endsInside(index - 1) &&
    endsInside(first - 1) &&
    end - first <= MOST_CUT &&
    goesOnInCapitals(lines[index], lines[index - 1])
  );
}

/** Whether a line begins as any in the middle of a sentence may, with no mark of an item or of a portion, and has no small letters, nor has the one before. */
function goesOnInCapitals(line: TextLine | undefined, before: TextLine | undefined): boolean {
  const text = line?.text ?? "";
  return /^[A-Z0-9$"']/.test(text) && !/[a-z]/.test(text) && !/[a-z]/.test(before?.text ?? "");
}

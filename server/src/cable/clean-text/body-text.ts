/** The lines of a stretch of the body as they were before pages and copies cut them: what furniture and damage left is taken off. */

import { pushAll } from "../../text/arrays.ts";
import { entityEdits } from "../../text/entities.ts";
import type { SourceText } from "../../text/source-text.ts";
import type { Span } from "../../text/span.ts";
import { repair } from "../repair/repair.ts";
import type { CableTree, LineKind } from "../tree.ts";

/** One line of text. */
export interface TextLine {
  /** Without blanks at its ends. */
  readonly text: string;
  /** Where its first character stands in the restored text. */
  readonly at: number;
  /** How far it is indented. */
  readonly indent: number;
  readonly isRule: boolean;
  /** Whether a blank line stands above it, and whether furniture does. */
  readonly blankAbove: boolean;
  readonly furnitureAbove: boolean;
}

/** Kinds of lines that are never text, wherever they stand. */
const FURNITURE: ReadonlySet<LineKind> = new Set<LineKind>([
  "continuation",
  "page",
  "marking",
  "banner",
  "transmission",
  "distribution",
  "classification",
  "caption",
]);

/** A tree's text with the damage taken off, and which of its lines are text. */
export class BodyText {
  readonly source: SourceText;
  readonly #tree: CableTree;
  /** Where lines begin, in the restored text, that mark a page inside a line of the document. */
  readonly #breaks: ReadonlySet<number>;

  constructor(tree: CableTree) {
    this.#tree = tree;
    const entities = entityEdits(tree.lines.text);
    this.source = entities.length === 0 ? tree.restored : repair(tree.lines.text, entities);
    this.#breaks = new Set(tree.pageBreaks.map(({ span }) => this.source.offsetOf(span.start)));
  }

  /** The document's stretch as restored, on one line; blanks at its ends are one each. */
  printed({ start, end }: Span): string {
    return this.source.text.slice(this.source.offsetOf(start), this.source.offsetOf(end)).replace(/\s+/g, " ");
  }

  /** The lines of text in a stretch of the document, without those of nothing but blanks and without furniture. */
  lines(span: Span): readonly TextLine[] {
    const { text } = this.source;
    const own = this.#tree.lines;
    const end = this.source.offsetOf(span.end);
    const lines: TextLine[] = [];
    let blankAbove = false;
    let furnitureAbove = false;
    let hasRules = false;
    let lastLine = -1;
    for (let start = this.source.offsetOf(span.start); start < end; ) {
      const lineEnd = nextLineFeed(text, start, end);
      const first = firstInk(text, start, lineEnd);
      if (first === lineEnd) {
        blankAbove = true;
      } else {
        const offset = this.source.documentOffset(first);
        const line = lastLine < 0 ? own.lineAt(offset) : own.lineFrom(lastLine, offset);
        const kind = this.#kindOf(line, first, lastLine);
        if (kind === null) {
          furnitureAbove = true;
        } else {
          lines.push({
            text: withoutBlanksBehind(text, first, lineEnd),
            at: first,
            indent: first - start,
            isRule: kind === "rule",
            blankAbove,
            furnitureAbove,
          });
          if (kind === "rule") hasRules = true;
          blankAbove = false;
          furnitureAbove = false;
        }
        lastLine = line;
      }
      start = lineEnd + 1;
    }
    return hasRules ? withoutRulesOfPages(lines) : lines;
  }

  /**
   * Of the lines of a stretch those from `start` on, which stands on its first line or below: what `lines` answers for the rest of the stretch.
   */
  linesFrom(lines: readonly TextLine[], { start, end }: Span): readonly TextLine[] {
    const first = lines[0];
    const from = this.source.offsetOf(start);
    // Nearly always the text stands on the line of its mark: no line has to be looked at again.
    if (first === undefined || first.isRule || from < first.at) return this.lines({ start, end });
    const rest = first.text.slice(from - first.at).trimStart();
    if (rest === "") return this.lines({ start, end });
    const at = first.at + first.text.length - rest.length;
    return [
      { text: rest, at, indent: at - from, isRule: false, blankAbove: false, furnitureAbove: false },
      ...lines.slice(1),
    ];
  }

  /** Null for furniture. A line of the document that was read as several has the kind of the first of them. */
  #kindOf(line: number, first: number, lastLine: number): LineKind | null {
    if (this.#breaks.has(first)) return null;
    const kind = this.#tree.lineKinds[line] ?? "text";
    return FURNITURE.has(kind) ? (line === lastLine || lastLine < 0 ? "text" : null) : kind;
  }
}

/**
 * Without the rules that a copy draws where a page ends: those that stand beside furniture and touch no line of text. What underlines a heading
 * or stands in a table touches one.
 */
function withoutRulesOfPages(lines: readonly TextLine[]): readonly TextLine[] {
  const kept: TextLine[] = [];
  for (let index = 0; index < lines.length; ) {
    let next = index;
    while (lines[next]?.isRule === true) next++;
    const rules = lines.slice(index, next);
    const below = lines[next];
    const isAtPage = [...rules, below].some((line) => line?.furnitureAbove === true);
    const staying = isAtPage
      ? rules.filter((rule, at) => touches(rule, lines[index + at - 1], lines[index + at + 1]))
      : rules;
    pushAll(kept, staying);
    if (below !== undefined) {
      const isParted = staying.length < rules.length && !(staying.at(-1) === rules.at(-1));
      kept.push(isParted ? { ...below, blankAbove: true, furnitureAbove: true } : below);
    }
    index = next + 1;
  }
  return kept;
}

/** Whether a rule stands right below or right above a line of text. */
function touches(rule: TextLine, above: TextLine | undefined, below: TextLine | undefined): boolean {
  const isFree = (line: TextLine): boolean => !line.blankAbove && !line.furnitureAbove;
  return (above?.isRule === false && isFree(rule)) || (below?.isRule === false && isFree(below));
}

function nextLineFeed(text: string, from: number, end: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 || at > end ? end : at;
}

/** `[from, end)` of a text, the blanks at its end left out. */
function withoutBlanksBehind(text: string, from: number, end: number): string {
  const last = text.charCodeAt(end - 1);
  const content = text.slice(from, end);
  return last > 32 && last < 0xa0 ? content : content.trimEnd();
}

function firstInk(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) <= 32) at++;
  return at;
}

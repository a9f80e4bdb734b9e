/** Reads the body of a cable: sections and paragraphs, numbered or not. */

import type { Located } from "../../text/span.ts";
import type { SourceLines } from "../source-lines.ts";
import type { OutlineNode, Paragraph } from "../tree.ts";
import { capitalOf, onOneLine } from "../values/chars.ts";
import { readPortionMark } from "../values/portion-mark.ts";
import { BodyLines } from "./body-lines.ts";
import { findHeadings, type Heading } from "./headings.ts";
import { findMarksInLines } from "./misread-marks.ts";
import type { ParagraphMark } from "./paragraph-mark.ts";
import { findParagraphMarks } from "./paragraph-marks.ts";
import { readSummary, type SummaryParagraph } from "./summary.ts";

export interface Body {
  readonly outline: readonly OutlineNode[];
  readonly summary: Located<string> | null;
  /** Offsets in the scan's text where a paragraph begins in the middle of a line: the text is to be read again, broken there. */
  readonly marksInLines: readonly number[];
}

/** Reads the lines from `from` up to, not including, `to`, and gives each its kind. */
export function readBody(scan: SourceLines, from: number, to: number): Body {
  const lines = new BodyLines(scan, from, to);
  const marks = findParagraphMarks(lines);
  const markAt = new Array<ParagraphMark | null>(lines.count).fill(null);
  for (const mark of marks) markAt[mark.index] = mark;
  const headings = findHeadings(lines, (index) => markAt[index]?.textStart ?? null);
  for (const { to: begin, closedAt } of headings) {
    // What stands between BEGIN and END may be numbered afresh.
    if (closedAt !== null) for (const mark of findParagraphMarks(lines, begin, closedAt)) markAt[mark.index] ??= mark;
  }
  const builder = new OutlineBuilder(scan, lines, markAt, marks[marks.length - 1]?.index ?? -1);
  let heading = 0;
  for (let index = 0; index < lines.count; ) {
    const next = headings[heading];
    if (next !== undefined && next.from === index) {
      builder.openSection(next);
      index = next.to;
      heading++;
      // Right below stands another mark, a heading, or nothing: then a machine put its mark on what is a heading alone.
      const isEmpty = index >= lines.count || (markAt[index] ?? null) !== null || headings[heading]?.from === index;
      if (next.onMark && !isEmpty) builder.openOnHeading(next.from, index);
    } else {
      // A rule that underlines nothing parts lines of text, or boxes a notice: it is no text.
      if ((lines.isRule(index) || isWordless(lines, index)) && (markAt[index] ?? null) === null)
        scan.kinds[lines.line(index)] = "rule";
      else builder.line(index);
      index++;
    }
  }
  return { ...builder.finish(), marksInLines: findMarksInLines(lines, marks) };
}

/** So few marks alone on a line are what is left of something, and no paragraph. */
const MOST_MARKS = 4;

/** Whether a line that stands for itself has neither a letter nor a digit. */
function isWordless(lines: BodyLines, index: number): boolean {
  return lines.length(index) <= MOST_MARKS && lines.blankAbove(index) && !/[\p{L}\p{N}]/u.test(lines.content(index));
}

const LETTER_X = 88;

/** A line of nothing but X: what a redaction left of a whole line. */
function isRedactedRow(lines: BodyLines, index: number): boolean {
  if (capitalOf(lines.firstUnit(index)) !== LETTER_X) return false;
  const { text } = lines.scan;
  const start = lines.first(index);
  const end = lines.end(index);
  if (end - start < 6) return false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (capitalOf(unit) !== LETTER_X && unit !== 32) return false;
  }
  return true;
}

/** `C - ENTIRE TEXT` is C. */
function withoutRemark(portion: string): string {
  if (portion.length < "ENTIRE TEXT".length) return portion;
  return portion.replace(/[ –—-]{1,7}ENTIRE TEXT\.?$/i, "");
}

interface OpenParagraph {
  readonly mark: ParagraphMark | null;
  readonly fromIndex: number;
  /** Where its text begins, if that is not right behind its mark: below the heading on the mark's line. */
  readonly textIndex: number | null;
  toIndex: number;
}

interface OpenSection {
  readonly heading: Heading;
  readonly title: string;
  readonly children: Paragraph[];
  end: number;
}

/** Items of lists and lettered sub-paragraphs: they belong to the paragraph above them. */
const SUB_PARAGRAPH =
  /^(?:[-*•·] ?|--|o[ \t]{1,8}(?=[A-Z])|¶?[a-zA-Z][.)] |\([a-zA-Z0-9ivx]{1,4}\) (?=[A-Za-z])|\d{1,2}\) )/;

/** What begins a paragraph of its own behind the last numbered one. */
const CLOSING_COMMENT =
  /^(?:\([A-Z/]{1,12}\) )?(?:COMMENT|EMBASSY COMMENT|POST COMMENT|BIO ?(?:NOTE|GRAPHICAL)|DRAFTED BY|NOTE TO)\b/i;

/** Whether a portion mark in capitals stands at `at`. */
function opensPortion(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 40) return false;
  const portion = readPortionMark(text, at, false)?.value;
  return portion !== undefined && portion === portion.toUpperCase();
}

class OutlineBuilder {
  readonly #scan: SourceLines;
  readonly #lines: BodyLines;
  readonly #markAt: readonly (ParagraphMark | null)[];
  readonly #lastMark: number;
  readonly #outline: OutlineNode[] = [];
  readonly #summaryParagraphs: SummaryParagraph[] = [];
  #section: OpenSection | null = null;
  #paragraph: OpenParagraph | null = null;
  /** The heading of the section that the next paragraph opens. */
  #opening: string | null = null;

  constructor(scan: SourceLines, lines: BodyLines, markAt: readonly (ParagraphMark | null)[], lastMark: number) {
    this.#scan = scan;
    this.#lines = lines;
    this.#markAt = markAt;
    this.#lastMark = lastMark;
  }

  openSection(heading: Heading): void {
    this.#closeParagraph();
    this.#closeSection();
    const { scan, lines } = { scan: this.#scan, lines: this.#lines };
    for (let index = heading.from; index < heading.to; index++) {
      const isTitle =
        index >= heading.titleFrom && index < heading.titleTo && (index === heading.titleFrom || !lines.isRule(index));
      scan.kinds[lines.line(index)] = isTitle ? "heading" : "rule";
    }
    let title = "";
    for (let index = heading.titleFrom; index < heading.titleTo; index++) {
      if (index > heading.titleFrom && lines.isRule(index)) continue;
      const start = index === heading.titleFrom ? heading.titleStart : lines.first(index);
      const end = index === heading.titleTo - 1 ? heading.titleEnd : lines.end(index);
      title += ` ${scan.text.slice(start, end)}`;
    }
    this.#section = { heading, title: onOneLine(title), children: [], end: lines.end(heading.to - 1) };
    this.#opening = this.#section.title;
  }

  line(index: number): void {
    const lines = this.#lines;
    const closedAt = this.#section?.heading.closedAt ?? null;
    if (closedAt !== null && index >= closedAt - 1) {
      this.#closeParagraph();
      this.#closeSection();
      if (index === closedAt - 1) {
        const last = this.#summaryParagraphs[this.#summaryParagraphs.length - 1];
        if (last !== undefined) last.closed = true;
        this.#scan.kinds[lines.line(index)] = "notice";
        return;
      }
    }
    if ((this.#markAt[index] ?? null) !== null) {
      this.#open(index);
    } else if (this.#paragraph === null || this.#startsOwnParagraph(index)) {
      this.#open(index);
    } else {
      // A row of X may hide the paragraph's end, a heading or the next number: it ends nothing and begins nothing.
      if (!isRedactedRow(lines, index)) this.#paragraph.toIndex = index + 1;
      this.#scan.kinds[lines.line(index)] = "text";
    }
  }

  finish(): Pick<Body, "outline" | "summary"> {
    this.#closeParagraph();
    this.#closeSection();
    return { outline: this.#outline, summary: readSummary(this.#scan, this.#summaryParagraphs) };
  }

  /** The numbered paragraph whose heading stands on its mark's line, and whose text begins at `textIndex`. */
  openOnHeading(index: number, textIndex: number): void {
    this.#open(index, textIndex);
  }

  #open(index: number, textIndex: number | null = null): void {
    this.#closeParagraph();
    const toIndex = (textIndex ?? index) + (textIndex === null ? 1 : 0);
    this.#paragraph = { mark: this.#markAt[index] ?? null, fromIndex: index, textIndex, toIndex };
    this.#scan.kinds[this.#lines.line(index)] = "paragraph";
  }

  /** Whether a line without a number begins a paragraph although one is open. */
  #startsOwnParagraph(index: number): boolean {
    const lines = this.#lines;
    const open = this.#paragraph;
    if (open === null || !lines.blankAbove(index)) return false;
    const { text } = this.#scan;
    const first = lines.first(index);
    if (open.mark !== null) {
      // Inside a numbered paragraph a block without a number goes on with it; behind the last one it may stand for itself.
      if (index < this.#lastMark) return false;
      if (text.charCodeAt(first) === 40 && open.mark.portion !== null && readPortionMark(text, first) !== null)
        return true;
      return CLOSING_COMMENT.test(lines.content(index));
    }
    // Where paragraphs begin with portion marks, each mark begins one: `(U)` is no item of a list then.
    if (opensPortion(text, first) && opensPortion(text, lines.first(open.fromIndex))) return true;
    if (SUB_PARAGRAPH.test(lines.content(index))) return false;
    // A blank line that a lost page break left in mid-sentence.
    const unit = text.charCodeAt(first);
    const small = unit >= 97 && unit <= 122;
    return !((small || lines.furnitureAbove(index)) && !lines.endsSentence(index - 1));
  }

  #closeParagraph(): void {
    const open = this.#paragraph;
    if (open === null) return;
    this.#paragraph = null;
    const lines = this.#lines;
    const { source, text } = this.#scan;
    const start = lines.first(open.fromIndex);
    const end = lines.end(open.toIndex - 1);
    const mark = open.mark;
    const portion = mark !== null ? mark.portion : readPortionMark(text, start, false);
    let textStart = mark !== null ? mark.textStart : (portion?.end ?? start);
    if (open.textIndex !== null) textStart = lines.first(open.textIndex);
    while (textStart < end && text.charCodeAt(textStart) <= 32) textStart++;
    const paragraph: Paragraph = {
      kind: "paragraph",
      number: mark?.number ?? null,
      markSpan: mark === null ? null : source.span(start, mark.digitsEnd),
      swallowedMark: mark?.swallowed === true ? source.span(mark.digitsStart, mark.digitsEnd) : null,
      portion:
        portion === null
          ? null
          : { value: withoutRemark(portion.value), span: source.span(portion.start, portion.end) },
      textStart: source.documentOffset(textStart),
      span: source.span(start, end),
    };
    this.#summaryParagraphs.push({
      fromLine: lines.line(open.textIndex ?? open.fromIndex),
      toLine: lines.line(open.toIndex - 1) + 1,
      textStart,
      heading: this.#opening,
      beginsSection: this.#opening !== null,
      headingOnMark: open.textIndex !== null,
      closed: false,
    });
    this.#opening = null;
    if (this.#section === null) {
      this.#outline.push(paragraph);
    } else {
      this.#section.children.push(paragraph);
      this.#section.end = end;
    }
  }

  #closeSection(): void {
    const section = this.#section;
    if (section === null) return;
    this.#section = null;
    const { heading } = section;
    const { source } = this.#scan;
    this.#outline.push({
      kind: "section",
      title: section.title,
      titleSpan: source.span(heading.titleStart, heading.titleEnd),
      span: source.span(
        heading.from < heading.titleFrom || heading.onMark ? this.#lines.first(heading.from) : heading.titleStart,
        section.end,
      ),
      children: section.children,
    });
  }
}

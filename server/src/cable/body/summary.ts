/** Reads the summary: the paragraph that opens with the word, or what stands between Summary and End Summary. */

import type { Located, Span } from "../../text/span.ts";
import type { SourceLines } from "../source-lines.ts";
import { onOneLine, skipSpaces } from "../values/chars.ts";
import { readPortionMark } from "../values/portion-mark.ts";

/** A paragraph as the summary reader needs it; lines and offsets are the scan's. */
export interface SummaryParagraph {
  readonly fromLine: number;
  readonly toLine: number;
  readonly textStart: number;
  /** The heading of the section that the paragraph opens, or null. */
  readonly heading: string | null;
  /** Whether a section begins with this paragraph. */
  readonly beginsSection: boolean;
  /** Whether the heading stands on the line of the paragraph's number: it is that of this paragraph, not of those behind it. */
  readonly headingOnMark: boolean;
  /** Whether an END marker stands right behind it. */
  closed: boolean;
}

const OPENING =
  /^(?:BEGIN )?(?:EXECUTIVE |KEY POINTS AND |INTRODUCTION AND )?SUMMARY(?: ?(?:AND|&|\/) ?(?:COMMENT|INTRODUCTION|ACTION REQUEST|RECOMMENDATION)S?| AND [A-Z]+)?(?: ?[:.;,-]{1,3}|[ \t]{0,3}\r?\n)\s*/i;
const OPENING_FIRST = "SBEKIsbeki";
const CLOSING = /\bEND\s{1,3}(?:OF\s{1,3})?(?:EXECUTIVE\s{1,3})?SUMMARY\b/i;
/** A rule between the word and the summary. */
const RULE = /^[-=_ ]{4,100}\n/;
/** What may stand between the last sentence and the words that close it. */
const BEFORE_CLOSING = new Set(' \t\n\r\u00a0("[-');
/** The heading, with the number or letter that counts headings. */
const HEADING = /^(?:(?:[IVX]{1,4}|[A-Z]|\d{1,2})[.)] ?)?(?:BEGIN )?(?:EXECUTIVE )?SUMMARY\b/i;

/** No summary goes on for longer: where the end mark is missing, only its own paragraph counts. */
const MOST_PARAGRAPHS = 8;

/** The summary on one line, without marks and without the word; null where the cable has none. */
export function readSummary(scan: SourceLines, paragraphs: readonly SummaryParagraph[]): Located<string> | null {
  const opened = paragraphs.findIndex((paragraph) => opens(scan, paragraph));
  const first = opened >= 0 ? opened : closedWithoutOpening(scan, paragraphs);
  if (first < 0) return null;
  const titled = paragraphs[first]?.headingOnMark === true ? null : (paragraphs[first]?.heading ?? null);
  const parts: string[] = [];
  const start = paragraphs[first]?.textStart ?? 0;
  let span: Span = scan.source.span(start, start);
  for (let at = first; at < paragraphs.length && at - first < MOST_PARAGRAPHS; at++) {
    const paragraph = paragraphs[at];
    if (paragraph === undefined || (at > first && paragraph.beginsSection)) break;
    let text = withoutHyphenation(scan.join(paragraph.fromLine, paragraph.toLine, wordsStart(scan, paragraph)).text);
    if (at === first) text = text.replace(OPENING, "").replace(RULE, "");
    const mark = readPortionMark(text, 0, false);
    if (mark !== null) text = text.slice(mark.end);
    const closing = CLOSING.exec(text);
    if (closing !== null) text = upToClosing(text, closing.index);
    parts.push(onOneLine(text));
    span = scan.source.span(start, scan.end(paragraph.toLine - 1));
    if (closing !== null || paragraph.closed) return { value: parts.filter((part) => part !== "").join(" "), span };
  }
  // No end mark: under a heading, all of its section; else the paragraph alone.
  const value = titled !== null && HEADING.test(titled) ? parts.join(" ") : (parts[0] ?? "");
  return value === "" ? null : { value, span };
}

/** A summary that nothing opens stands among the first paragraphs. */
const MOST_BEFORE_CLOSING = 3;

/** The index of the paragraph that words close as a summary although none opened it; -1 where there is none. */
function closedWithoutOpening(scan: SourceLines, paragraphs: readonly SummaryParagraph[]): number {
  return paragraphs.slice(0, MOST_BEFORE_CLOSING).findIndex(({ toLine, textStart }) => {
    const end = scan.end(toLine - 1);
    return CLOSING.test(scan.text.slice(Math.max(textStart, end - LONGEST_CLOSING), end));
  });
}

/** The words that close a summary, whatever they close with it, stand within so many characters of a paragraph's end. */
const LONGEST_CLOSING = 80;

/** The text before the words that close a summary, without the bracket or dashes that open them. */
function upToClosing(text: string, closing: number): string {
  let end = closing;
  while (BEFORE_CLOSING.has(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function opens(scan: SourceLines, paragraph: SummaryParagraph): boolean {
  if (paragraph.heading !== null && HEADING.test(paragraph.heading)) return true;
  const start = wordsStart(scan, paragraph);
  if (!OPENING_FIRST.includes(scan.text.charAt(start))) return false;
  return OPENING.test(scan.text.slice(start, start + 60));
}

/** Where a paragraph's words begin: behind a second portion mark, where one stands. */
function wordsStart(scan: SourceLines, { textStart }: SummaryParagraph): number {
  const mark = readPortionMark(scan.text, textStart, false);
  return mark === null ? textStart : skipSpaces(scan.text, mark.end);
}

/** Words that were split at line ends: in capitals the hyphen goes, elsewhere it may be the word's own and stays. */
function withoutHyphenation(text: string): string {
  if (!text.includes("-\n")) return text;
  return text.replace(/([A-Z]{2})-\n(?=[A-Z]{2})/g, "$1").replace(/([a-z])-\n(?=[a-z])/g, "$1-");
}

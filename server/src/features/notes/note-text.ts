/** Takes a note, Markdown or plain text, apart into blocks, and says which stretches of it are no prose: code, comments, addresses. */

import type { Span } from "../../text/span.ts";

export interface NoteBlock extends Span {
  /** A block quotation, whole: its lines begin with `>`. */
  readonly isQuoted: boolean;
  /** `[^name]:` opens it; null for one that is no footnote. */
  readonly footnote: string | null;
}

export interface NoteText {
  /** As much of the note as is read. */
  readonly text: string;
  /** Of the same length, in which what is no prose is blanks: offsets are the note's. */
  readonly prose: string;
  readonly blocks: readonly NoteBlock[];
  /** Whether the note is longer than what is read of it. */
  readonly isCut: boolean;
}

/** A note that is longer is read to here. In UTF-16 units. */
export const LONGEST_NOTE = 2_000_000;

const FENCE = /^ {0,3}(?:>\s?){0,4}(`{3,}|~{3,})/;
const FOOTNOTE = /^ {0,3}\[\^([^\]\s]{1,60})\]:/;
const QUOTED = /^ {0,3}>/;
const HEADING = /^ {0,3}#{1,6}\s/;
const ITEM = /^\s{0,12}(?:[-*+]|\d{1,4}[.)])\s/;

/** Code, and what a link leads to: read as blanks, as comments are. */
const NO_PROSE: readonly RegExp[] = [
  /(`{1,3})(?!`)[^`\n]{1,400}\1/g,
  /\]\([^()\s]{0,500}(?:\s{1,3}"[^"\n]{0,300}")?\)/g,
  /\b(?:https?|ftp|file):\/\/[^\s<>"”)\]]{1,2000}/g,
];

/** `isMarkdown` says whether code and comments are looked for; in plain text all is prose. */
export function noteText(whole: string, isMarkdown: boolean): NoteText {
  const isCut = whole.length > LONGEST_NOTE;
  const text = isCut ? whole.slice(0, LONGEST_NOTE) : whole;
  const blanked: Span[] = [];
  const blocks: NoteBlock[] = [];
  let open: { start: number; end: number; isQuoted: boolean; footnote: string | null } | null = null;
  let fence: string | null = null;
  const close = (): void => {
    if (open !== null) blocks.push(open);
    open = null;
  };
  const first = isMarkdown ? endOfFrontMatter(text) : 0;
  if (first > 0) blanked.push({ start: 0, end: first });
  for (let start = first; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed + 1;
    const line = text.slice(start, end);
    const mark = isMarkdown ? FENCE.exec(line)?.[1] : undefined;
    if (fence !== null || mark !== undefined) {
      close();
      blanked.push({ start, end });
      if (fence === null) fence = mark ?? null;
      else if (mark?.startsWith(fence) === true) fence = null;
    } else if (line.trim() === "") {
      // A blank line ends a block quotation, too: only one with its mark is within.
      close();
    } else {
      const isQuoted: boolean = QUOTED.test(line);
      const footnote: string | null = FOOTNOTE.exec(line)?.[1] ?? null;
      const isOwn: boolean = footnote !== null || HEADING.test(line) || (ITEM.test(line) && open?.isQuoted !== true);
      if (open !== null && (isOwn || open.isQuoted !== isQuoted)) close();
      open ??= { start, end, isQuoted, footnote };
      open.end = end;
    }
    start = end;
  }
  close();
  let prose = blank(text, blanked);
  if (isMarkdown) {
    prose = withoutComments(prose);
    for (const pattern of NO_PROSE) prose = prose.replace(pattern, blanks);
  }
  return { text, prose, blocks, isCut };
}

function withoutComments(text: string): string {
  let read = "";
  let from = 0;
  for (let open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", from)) {
    const close = text.indexOf("-->", open + 4);
    if (close < 0) break;
    read += text.slice(from, open) + blanks(text.slice(open, close + 3));
    from = close + 3;
  }
  return read + text.slice(from);
}

/** Behind a header of metadata between `---` and `---` or `...`; 0 where there is none. */
function endOfFrontMatter(text: string): number {
  if (!/^---[ \t]*\r?\n/.test(text)) return 0;
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(0, 100_000));
  return end === null ? 0 : end.index + end[0].length;
}

/** As many blanks as a stretch has characters; its lines stay lines. */
function blanks(stretch: string): string {
  return stretch.replace(/[^\n]/g, " ");
}

function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(done, start), blanks(text.slice(start, end)));
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join("");
}

/** Reads subject lines: the subject on one line, its portion mark, and where the next field begins. */

import type { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";
import { isSpace, located, onOneLine, skipSpaces, trimEnd } from "./chars.ts";
import { readPortionMark } from "./portion-mark.ts";

export interface SubjectRead {
  /** Lines joined by one blank, runs of blanks made one, without the portion mark. The span is that of the words. */
  readonly subject: Located<string>;
  /** What stands in the brackets of the mark; null where there is none. */
  readonly portion: Located<string> | null;
  /** The offset in the value's text where another field or the text begins; the length of the text where nothing follows. */
  readonly end: number;
}

/** Fields run on behind the subject in copies that lost a line break, with their colons, for "ref" and "tags" are words too. */
const NEXT_FIELD =
  /(?<=\s)(?:REF(?:ERENCE)?S?(?:\(S\))?[ \t]?:|REFTELS?[ \t]?:|E\.?[O0]\.?[ \t]?:?[ \t]?1[0-9]{4}\b|TAGS[ \t]?:|CLASSIFIED BY[ \t]?:|Classified By[ \t]?:|¶|1\.[ \t]{0,2}\([A-Z/]{1,9}\)[ \t]|\[1\]\(#\))/;

/** The subject in `value`, the text behind `SUBJECT:`; null where nothing stands there. */
export function readSubject(value: JoinedText): SubjectRead | null {
  const { text } = value;
  const next = NEXT_FIELD.exec(text);
  const end = next === null ? text.length : next.index;
  let start = skipSpaces(text, 0);
  if (text.charAt(start) === ":") start = skipSpaces(text, start + 1);
  let behind = withoutSetEnd(text, start, trimEnd(text, start, end));
  let portion: Located<string> | null = null;
  const before = readPortionMark(text, start, false);
  if (before !== null && before.end < behind) {
    portion = located(value, before.value, before.start, before.end);
    start = skipSpaces(text, before.end);
  } else {
    const mark = markAtEnd(text, start, behind);
    if (mark !== null) {
      portion = located(value, mark.value, mark.start, mark.end);
      behind = trimEnd(text, start, mark.start);
    }
  }
  if (behind <= start) return null;
  return { subject: located(value, onOneLine(text.slice(start, behind)), start, behind), portion, end };
}

/** Where the words end before the strokes that end a set, and before a field of it that is left empty: `INVENTED TALKS/-//`. */
function withoutSetEnd(text: string, start: number, end: number): number {
  const strokes = /(?:\s?\/-)?\s?\/\/$|\/-$/.exec(text.slice(Math.max(start, end - LONGEST_SET_END), end));
  return strokes === null ? end : trimEnd(text, start, end - strokes[0].length);
}

const LONGEST_SET_END = 6;

/** A portion mark behind the last word, a stop after it or not. */
function markAtEnd(text: string, start: number, end: number): ReturnType<typeof readPortionMark> {
  const bracket = text.lastIndexOf("(", end);
  if (bracket <= start) return null;
  // `(S)` behind a word makes a plural of it.
  if (!isSpace(text.charCodeAt(bracket - 1)) && !/^\([UC]\)/.test(text.slice(bracket, bracket + 3))) return null;
  const mark = readPortionMark(text, bracket, false);
  if (mark === null) return null;
  const rest = text.slice(mark.end, end).trim();
  return rest === "" || rest === "." ? mark : null;
}

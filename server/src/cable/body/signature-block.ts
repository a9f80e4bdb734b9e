/** Finds where the text of a cable ends: the signature, and what machines and releasing offices put behind and before it. */

import type { SourceLines } from "../source-lines.ts";
import { isTitleWord } from "../values/officer-titles.ts";

/** What a line behind the text, or between text and signature, may be; patterns to review, tried on the whole line. */
const ENDINGS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: "end of message", pattern: /^N{3,5}(?:[A-Z]{3,9})?[. ]{0,3}$/ },
  { name: "break", pattern: /^(?:BT|#\d{3,5}|[>#.\-=*_ ]{1,80})$/ },
  {
    name: "end of document",
    pattern:
      /^(?:<< ?END OF DOCUMENT ?>>|[-=*_ ]{0,60}(?:END (?:OF )?(?:CABLE|MESSAGE)(?: TEXT)?|CABLE ENDS)[-=*_ .]{0,60}|\*{3,}END\*{0,9})$/i,
  },
  { name: "old downgrading mark", pattern: /^GP-?[1-4]\.?$/ },
  { name: "test of the line", pattern: /^([A-Z])\1{4,}$/ },
  { name: "clerk's initials", pattern: /^[A-Z]{2,4}\/\d{1,3}[A-Z]?$/ },
  {
    name: "mail export",
    pattern: /^\S.{0,60} \d{1,2}\/\d{1,2}\/\d{4} +\d{1,2}:\d\d(?::\d\d)? ?[AP]M(?: From .{1,60})?$/i,
  },
  { name: "database export", pattern: /^(?:SELECT \* FROM\b.*|\(\d+ rows?\))$/i },
  { name: "drafting office's note", pattern: /^NOTE(?: BY OC\/?T)? ?: .{3,90}$/i },
  { name: "name of a file", pattern: /^[\w~ .()-]{1,60}\.(?:docx?|wpd|txt|pdf|rtf|msg|eml|html?)$/i },
];

/** Notices that embassies put before or behind the signature. */
const NOTICES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  {
    name: "web site",
    pattern:
      /^["'“”‘(*#_ -]{0,6}(?:visit|please visit|for more reporting|the full text|embassy .{3,40} (?:reporting|cables)|also (?:see|visit)).{0,160}(?:web ?site|web ?page|http|sgov|site:?)/i,
  },
  { name: "web address", pattern: /^(?:https?:\/\/|www\.)\S{0,90}(?: ?\S{1,60}){0,2}$/i },
  { name: "distribution", pattern: /^minimize considered\.?$/i },
];

const STARS = /^\*[*= -]{5,}$/;

const SIGNATURE =
  /^(?:\/s\/ ?)?(?:[A-ZÀ-Ý]\.[ ]?|[A-ZÀ-Ý][A-Za-zÀ-ÿ'’-]{1,24}(?: |(?=[.]?$))){1,2}(?:(?:[A-ZÀ-Ý]\.|[A-ZÀ-Ý][A-Za-zÀ-ÿ'’-]{0,20}|(?:JR|SR|Jr|Sr)\.?|III?|de|von|van|da|del|la)(?: |(?=[.]?$))){0,3}[.]?$/;

/** Words that end a text in capitals and are nobody's name. */
const NO_NAME =
  /^(?:end|unquote|comment|summary|unclassified|unclas|confidential|secret|sipdis|noforn|regards|thanks|none|declassified|released|limited official use|best regards|warm regards|over|text|annex|sensitive|page|copy|original|stop|exdis|nodis|limdis|truncated|note|minimize considered)\b/i;

/** One name in mixed case behind the last sentence. */
const INLINE_MIXED = /[.?!)"”’] {1,40}([A-ZÀ-Ý][a-zà-ÿ]+(?:[A-Z][a-z]+)?(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)$/;

/** Some posts type the name small; only far from any sentence can that be told. */
const SMALL_SIGNATURE = /^[a-z]{3,15}(?:-[a-z]{3,15})?$/;

const INLINE_SIGNATURE =
  /[.?!)"”’] {1,40}([A-ZÀ-Ý][A-ZÀ-Ýa-z'’-]{0,20}[A-ZÀ-Ý](?: (?:[A-ZÀ-Ý][A-ZÀ-Ý'’-]{1,20}|JR\.?|SR\.?|III?)){0,2}(?: \.)?)(?: {1,3}\d{4}-\d\d-\d\d)?$/;

/** A name behind the words that close a text, without a stop between: `END COMMENT DOE`. */
const NAME_BEHIND_CLOSING =
  /(?<closing>\b(?:END (?:OF )?(?:[A-Z]{3,12} )?(?:COMMENT|SUMMARY|TEXT|NOTE|MESSAGE|CABLE|REPORT|QUOTE|TRANSLATION|STATEMENT)S?|MINIMIZE CONSIDERED|UNQUOTE)[.:]? {1,40})(?<name>[A-ZÀ-Ý][A-Za-zÀ-ÿ'’-]{1,24}(?: (?:JR|SR|II|III)\.?)?)\.?$/i;

/** The words that close a text, at the end of a line. */
const CLOSING_WORDS = /\b(?:END (?:OF )?(?:[A-Z]{3,12} )?[A-Z]{4,12}|MINIMIZE CONSIDERED|UNQUOTE)$/i;

/** Where the text ends. Offsets are of the scan's text. */
export interface Ending {
  /** Behind the last line of text. */
  readonly bodyEnd: number;
  readonly signature: { readonly name: string; readonly start: number; readonly end: number } | null;
}

/**
 * Looks for the ending between `from` and `to`, and gives the lines behind the text their kinds. A text that ends without a
 * signature ends with its last line; where none is `signed`, none is looked for.
 */
export function findEnding(scan: SourceLines, from: number, to: number, signed = true): Ending {
  let line = skipBehindEndOfMessage(scan, scan.previousText(to), from);
  line = skipEndings(scan, line, from);
  if (line < from) return { bodyEnd: from, signature: null };
  if (!signed) return { bodyEnd: line + 1, signature: null };
  if (hasNameAboveTitle(scan, line, from)) {
    scan.kinds[line] = "signature";
    line--;
  }
  let signature = readSignature(scan, line, from);
  if (signature === null) {
    const inline = inlineSignature(scan, line);
    const above = inline === null ? signatureAboveDirt(scan, line, from) : null;
    if (above === null) return { bodyEnd: line + 1, signature: inline };
    scan.claim(above + 1, line + 1, "ending");
    line = above;
    signature = readSignature(scan, line, from);
  }
  if (signature === null) return { bodyEnd: line + 1, signature: null };
  scan.kinds[line] = "signature";
  // Printed twice: the name counts once.
  const above = scan.previousText(line);
  if (above >= from && sameName(scan.content(above), signature.name)) {
    scan.kinds[above] = "signature";
    line = above;
  }
  const textEnd = skipEndings(scan, scan.previousText(line), from);
  return { bodyEnd: Math.max(textEnd + 1, from), signature };
}

const LONGEST_TITLE = 60;
const BETWEEN_TITLE_WORDS = /^(?:of|for|and|the|to)$/i;

/** Whether a line is nothing but a title, with a name right above it and a gap above that: `J. DOE` over `AMBASSADOR`. */
function hasNameAboveTitle(scan: SourceLines, line: number, from: number): boolean {
  const above = line - 1;
  if (above <= from || scan.length(line) > LONGEST_TITLE || scan.kinds[above] !== null || !scan.blankAbove(above))
    return false;
  const words = scan.content(line).split(/[ ,]+/);
  if (!isTitleWord(words[0] ?? "") || !words.every((word) => isTitleWord(word) || BETWEEN_TITLE_WORDS.test(word)))
    return false;
  return readSignature(scan, above, from) !== null;
}

/** What a machine put behind the end of the message, a file's name or a stray line, is no longer than this many lines. */
const MOST_BEHIND_END = 3;
const END_OF_MESSAGE = /^N{4}$/;

/** The sign that ends the message, where only stray lines stand below it; else the line itself. */
function skipBehindEndOfMessage(scan: SourceLines, last: number, from: number): number {
  let line = last;
  for (let seen = 0; seen <= MOST_BEHIND_END && line >= from; seen++) {
    if (scan.length(line) > LONGEST_DIRT) return last;
    if (END_OF_MESSAGE.test(scan.content(line))) {
      scan.claim(line + 1, last + 1, "ending");
      return line;
    }
    line = scan.previousText(line);
  }
  return last;
}

/** A printer's footer or a newspaper's tag below the signature is no longer than this many lines. */
const MOST_DIRT = 3;
const LONGEST_DIRT = 100;

/** The line of a signature in capitals that stands above a few lines of export dirt; null where there is none. */
function signatureAboveDirt(scan: SourceLines, last: number, from: number): number | null {
  let line = last;
  for (let seen = 0; seen < MOST_DIRT && line >= from; seen++) {
    if (scan.length(line) > LONGEST_DIRT || /^(?:¶ ?)?\d{1,3}\. /.test(scan.content(line))) return null;
    const gap = scan.blankAbove(line);
    line = scan.previousText(line);
    if (line < from) return null;
    const text = scan.content(line);
    // Only a name in capitals in a text that is not, with a gap below it.
    if (
      gap &&
      /^[A-ZÀ-Ý][A-ZÀ-Ý'’ -]{2,24}$/.test(text) &&
      readSignature(scan, line, from) !== null &&
      hasSmallLetters(scan, line, from)
    ) {
      return line;
    }
  }
  return null;
}

function hasSmallLetters(scan: SourceLines, line: number, from: number): boolean {
  const above = scan.previousText(line);
  return above >= from && /[a-z]{3}/.test(scan.content(above));
}

/** Goes up over endings and notices, giving them their kinds; the last line of something else. */
function skipEndings(scan: SourceLines, start: number, from: number): number {
  let line = start;
  while (line >= from) {
    const text = scan.length(line) <= 160 ? scan.content(line) : "";
    if (text === "") break;
    if (ENDINGS.some(({ pattern }) => pattern.test(text))) {
      // A rule with a heading's text above it is a heading without a paragraph, as a cut text leaves it.
      scan.kinds[line] = "ending";
    } else if (NOTICES.some(({ pattern }) => pattern.test(text))) {
      scan.kinds[line] = "notice";
    } else {
      const first = firstOfNotice(scan, line, from);
      if (first === null) break;
      scan.claim(first, line + 1, "notice");
      line = first;
    }
    line = scan.previousText(line);
    line = skipStarBox(scan, line, from);
  }
  return line;
}

/** A notice of several lines is no longer than this. */
const MOST_NOTICE = 4;
const LONGEST_NOTICE = 300;

/** The first line of a notice that goes on over several lines, this one the last of them; null where it is none. */
function firstOfNotice(scan: SourceLines, last: number, from: number): number | null {
  if (!/https?:|www\.|\/|web|site|\.gov/i.test(scan.content(last))) return null;
  let first = last;
  for (let seen = 1; seen < MOST_NOTICE && !scan.blankAbove(first) && first - 1 >= from; seen++) {
    first--;
    const text = scan.text.slice(scan.first(first), scan.end(last)).replace(/\s+/g, " ");
    if (text.length > LONGEST_NOTICE) return null;
    if (NOTICES.some(({ pattern }) => pattern.test(text))) return first;
  }
  return null;
}

/** A notice in a box of stars. */
function skipStarBox(scan: SourceLines, line: number, from: number): number {
  if (line < from || !STARS.test(scan.content(line))) return line;
  for (let above = scan.previousText(line); above >= from && line - above < 12; above = scan.previousText(above)) {
    if (!STARS.test(scan.content(above))) continue;
    scan.claim(above, line + 1, "notice");
    return scan.previousText(above);
  }
  return line;
}

/** As much of a line's end as the words that close a text take. */
const LONGEST_CLOSING = 40;

function readSignature(scan: SourceLines, line: number, from: number): Ending["signature"] {
  const text = withoutLineSigns(scan.content(line));
  if (
    text.length > 40 ||
    !(
      SIGNATURE.test(text) ||
      (SMALL_SIGNATURE.test(text) && (scan.blankAbove(line) || scan.length(scan.previousText(line)) <= 30))
    ) ||
    NO_NAME.test(text)
  )
    return null;
  const capitals = text === text.toUpperCase();
  const above = scan.previousText(line);
  if (above < from) return null;
  const aboveText = scan.content(above);
  // A line above that is short, or a notice, was not wrapped: what stands below it does not go on with it.
  const apart =
    scan.blankAbove(line) || aboveText.length <= 30 || NOTICES.some(({ pattern }) => pattern.test(aboveText));
  const closed = CLOSING_WORDS.test(aboveText.slice(-LONGEST_CLOSING));
  const sentenceEnds = /[.?!:)"”’*]$/.test(aboveText) || apart || closed;
  // In mixed case, or where the sentence above goes on, a name has to stand apart.
  if (!capitals && !(apart || closed || /[.?!"”)]$/.test(aboveText))) return null;
  if (!capitals && text.split(" ").length > 3) return null;
  if (!sentenceEnds && aboveText.length > 50 && text.split(" ").length > 1) return null;
  const name = oneName(text.replace(/^\/s\/ ?/, ""));
  const start = scan.first(line) + text.indexOf(name);
  return { name, start, end: start + name.length };
}

/** A signature's line without the signs and the date that some copies have behind the name: `DOE##`, `DOE 2009-08-28`. */
function withoutLineSigns(text: string): string {
  return text.length > 60 ? text : text.replace(/(?: ?#{1,4}| {1,3}\d{4}-\d\d-\d\d)$/, "");
}

function inlineSignature(scan: SourceLines, line: number): Ending["signature"] {
  const end = scan.end(line);
  const start = Math.max(scan.first(line), end - 60);
  const tail = scan.text.slice(start, end);
  const printed = nameBehindClosing(tail) ?? (INLINE_SIGNATURE.exec(tail) ?? INLINE_MIXED.exec(tail))?.[1];
  if (printed === undefined || NO_NAME.test(printed) || printed.length < 2) return null;
  // An abbreviation behind a full stop is more often the end of a sentence in capitals than a name.
  const before = scan.text.slice(scan.first(line), end - printed.length);
  if (before === before.toUpperCase() && before.length > 20 && printed.split(" ").length > 2) return null;
  const name = oneName(printed);
  const at = start + tail.lastIndexOf(printed);
  return { name, start: at, end: at + name.length };
}

function nameBehindClosing(tail: string): string | undefined {
  const name = NAME_BEHIND_CLOSING.exec(tail)?.groups?.name;
  return name === undefined || !/^[A-ZÀ-Ý]/.test(name) ? undefined : name;
}

/** `CAMP CAMP` is CAMP. */
function oneName(text: string): string {
  const half = (text.length - 1) / 2;
  return Number.isInteger(half) && text[half] === " " && text.slice(0, half) === text.slice(half + 1)
    ? text.slice(0, half)
    : text;
}

function sameName(line: string, name: string): boolean {
  return line.toUpperCase() === name.toUpperCase();
}

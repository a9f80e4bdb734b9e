/** Finds the headings of the body: between, above or below rules, between strokes, behind `####`, or plain ones above a paragraph. */

import { isCaptionLine } from "../values/captions.ts";
import { readPortionMark } from "../values/portion-mark.ts";
import type { BodyLines } from "./body-lines.ts";

/** A heading. Indexes count the body's lines; offsets are of the scan's text. */
export interface Heading {
  /** The rule above, or the first line of the heading. */
  readonly from: number;
  /** The first line of the heading's text. */
  readonly titleFrom: number;
  /** Behind the last line of the heading's text. */
  readonly titleTo: number;
  /** Behind the heading's last line, its rule included. */
  readonly to: number;
  readonly titleStart: number;
  readonly titleEnd: number;
  /** For `BEGIN X`: behind the index of its `END X`, where the section ends. */
  readonly closedAt: number | null;
  /** Whether the heading stands on the line of a paragraph's number: `2. (C) COMMENT` above a rule. That paragraph begins with it. */
  readonly onMark: boolean;
}

/** Tells which lines begin a numbered paragraph, and where its text begins behind number and portion mark; null for all others. */
export type MarkedText = (index: number) => number | null;

const HASH = 35;
const ASTERISK = 42;
const PARENTHESIS = 40;
const HYPHEN = 45;
const STROKE = 47;
const EQUALS = 61;
const LETTER_B = 66;
const SMALL_B = 98;

const LONGEST_LINE = 90;
const MOST_LINES = 3;

/** Lines that stand alone as headings do and are none. */
const NEVER =
  /^(?:[([]?END\b|.{0,80}\bEND SUMMARY\b|BEGIN (?:UNCLASS|CLASS)|UNQUOTE|QUOTE[.:]?$|[X .,;()]{4,}$|SIPDIS|NOFORN|SENSITIVE|SINCERELY|MINIMIZE CONSIDERED|NNNN?$|BT$|VISIT (?:OUR|THE|US|EMBASSY|POST|CONSULATE|MISSION|USUN|[A-Z]{2,20}['’]S)\b.{0,80}(?:SITE|PAGE|HTTP|WWW|WEB|SGOV)|HTTP|WWW\.|N\/A$|[^A-Za-z]*$)/i;

/** Columns: two wide gaps, a bar, or a wide gap before words and figures alike. */
const TABLE_ROW = /[ \t]{3,60}\S[^\n]{0,60}[ \t]{3,60}\S|\||\S[ \t]{4,60}\S/;

function isTableRow(text: string): boolean {
  // Most lines have neither a gap nor a bar.
  return (text.includes("   ") || text.includes("|") || text.includes("\t")) && TABLE_ROW.test(text);
}

/** Letters that stand alone, in brackets or not: a mark or a remnant, unless a rule says otherwise. */
const LETTERS_ALONE = /^\(?[A-Z]{1,3}\)?$/i;

/** What stands under or over a table or in a list of particulars, and two figures at the end of a row. */
const PARTICULAR =
  /^(?:sources?|notes?|contacts?|points? of contact|poc|tel|telephone|phone|fax|e-?mail|address|name|position|title|date|place|dob|pob)\b ?:|^(?:sub-?|grand )?totals?\b|(?<!\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? )\d[\d.,%]{0,30} {1,3}[$€£]?\d[\d.,%]{0,30}$/i;

const TITLE_BEGINS = /^(?:\.{3} ?|…)?["'“‘(]?[A-Z0-9À-Ý]/;

/** A portion mark before a title. */
const MARKED_TITLE = /^\((?:U|SBU|C|S|[CSU]\/\/?[A-Z]{2,8})\) (?=[A-Z].{1,50}$)/;

const HASHES = /^#{1,6}[ \t]+/;
const STROKES = /^(?<strokes>\/{1,3})[ \t]{0,90}(?<title>[^/].{0,90}?)[ \t]{0,90}\k<strokes>$/;
/** `-- Cuba --`: the same marks on both sides. */
const DASHES = /^(?<dashes>-{1,3}|={1,3}|\*{1,3})[ \t]{0,9}(?<title>[A-Z"'“][^\n]{0,70}?)[ \t]{0,9}\k<dashes>$/;
const BEGIN = /^[-/* ([]{0,4}BEGIN (?<what>[A-Z][A-Z '’-]{1,50}?)[.:]?[-/* )\]]{0,4}$/i;
/** By its first word the end of what was begun is known: `BEGIN TALKING POINTS`, `END TALKING PTS`. */
const BEGUN_WORD = /^[A-Z]+/i;
/** What is begun ends within so many lines, or is no section. */
const LONGEST_BEGUN = 400;
const SUB_ITEM = /^(?:[-*•·>]|--|[a-z][.)] |\([a-z0-9ivx]{1,4}\) |[A-Z][)] |\d{1,3}[.)])/;

/** The headings in document order; they do not overlap. */
export function findHeadings(body: BodyLines, markedText: MarkedText): Heading[] {
  return withHeadingsAbove(body, findEach(body, markedText));
}

/** Adds what stands alone in title case right above a heading: a heading of a higher rank. */
function withHeadingsAbove(body: BodyLines, headings: readonly Heading[]): Heading[] {
  const all: Heading[] = [];
  for (const heading of headings) {
    const above = heading.from - 1;
    const free = above >= (all[all.length - 1]?.to ?? 0) && !body.mostlyCapitals;
    if (free && body.blankAbove(above) && body.blankAbove(heading.from) && isLoneTitle(body, above)) {
      all.push(makeHeading(body, above, above, above + 1, above + 1));
    }
    all.push(heading);
  }
  return all;
}

function isLoneTitle(body: BodyLines, index: number): boolean {
  const text = body.content(index);
  return (
    text.length <= 50 &&
    !/\d/.test(text) &&
    looksLikeTitle(text) &&
    isTitleCase(text) &&
    !/:$/.test(text) &&
    (index === 0 || body.endsSentence(index - 1))
  );
}

function findEach(body: BodyLines, markedText: MarkedText): Heading[] {
  const headings: Heading[] = [];
  const isMark = (index: number): boolean => markedText(index) !== null;
  let taken = 0;
  for (let index = 0; index < body.count; index++) {
    if (index < taken) continue;
    const marked = markedText(index);
    const heading =
      marked !== null
        ? onMark(body, index, marked)
        : body.isRule(index)
          ? aroundRule(body, index, taken, isMark)
          : alone(body, index, isMark);
    if (heading === null) continue;
    headings.push(heading);
    taken = heading.to;
  }
  return headings;
}

/** No heading on the line of a number is longer. */
const LONGEST_ON_MARK = 70;

/** The heading on the line of a paragraph's number, which a rule underlines. */
function onMark(body: BodyLines, index: number, textStart: number): Heading | null {
  const rule = index + 1;
  if (rule >= body.count || !body.isRule(rule) || body.blankAbove(rule)) return null;
  const title = body.scan.text.slice(textStart, body.end(index));
  if (title.length < 3 || title.length > LONGEST_ON_MARK || /[.,;]$/.test(title) || !looksLikeTitle(title)) return null;
  return {
    ...makeHeading(body, index, index, index + 1, rule + 1, textStart - body.first(index)),
    titleStart: textStart,
    onMark: true,
  };
}

/** A heading above or below a rule. The one above wins: a rule most often underlines; but a gap parts it from the text above a box. */
function aroundRule(body: BodyLines, rule: number, taken: number, isMark: (index: number) => boolean): Heading | null {
  if (body.content(rule).includes("*")) return null;
  const box = body.blankAbove(rule) && !body.isRule(rule - 1) ? belowRule(body, rule, isMark) : null;
  if (box !== null && body.isRule(box.to - 1) && !ruledBefore(body, rule, taken)) return box;
  const heading = underlined(body, rule, taken, isMark) ?? belowRule(body, rule, isMark);
  return heading === null ? null : withRuledLines(body, heading, isMark);
}

/** From so many characters on a heading's line may have been full, and the next line goes on with it. */
const FULL_TITLE_LINE = 34;

/** What no heading ends or begins with: the rest of it stands on the next line, or the line before. */
const GOES_ON = /(?:[,–—-]|\b(?:a|an|and|as|at|but|by|for|from|his|her|in|its|of|on|or|over|that|the|their|to|with))$/i;
const GOES_BACK = /^(?:[a-z]|(?:AND|AS|AT|BY|FOR|FROM|IN|OF|ON|OR|TO|WITH)\b)/;

/** A heading of which each line is underlined: the lines follow each other without a gap, and the first can't stand alone. */
function withRuledLines(body: BodyLines, heading: Heading, isMark: (index: number) => boolean): Heading {
  let whole = heading;
  for (let lines = heading.titleTo - heading.titleFrom; lines < MOST_LINES; lines++) {
    const next = whole.to;
    if (next + 1 >= body.count || !body.isRule(next - 1) || !body.isRule(next + 1)) break;
    if (body.blankAbove(next) || body.blankAbove(next + 1) || !mayBeHeadingLine(body, next, isMark)) break;
    const above = body.content(whole.titleTo - 1);
    const goesOn = GOES_ON.test(above) || GOES_BACK.test(body.content(next)) || hasOpenBracket(above);
    if (!goesOn && above.length < FULL_TITLE_LINE) break;
    whole = { ...whole, titleTo: next + 1, to: next + 2, titleEnd: body.end(next) };
  }
  return whole;
}

function hasOpenBracket(text: string): boolean {
  return text.lastIndexOf("(") > text.lastIndexOf(")");
}

/** Whether the line above a rule is the text of a heading that a rule opened. */
function ruledBefore(body: BodyLines, rule: number, taken: number): boolean {
  return rule - 2 >= taken && body.isRule(rule - 2);
}

/** Rule, heading, rule: or a rule and the heading below it, right above a paragraph. */
function belowRule(body: BodyLines, rule: number, isMark: (index: number) => boolean): Heading | null {
  let end = rule + 1;
  while (
    end < body.count &&
    end - rule <= MOST_LINES &&
    mayBeHeadingLine(body, end, isMark) &&
    !(end > rule + 1 && body.blankAbove(end))
  )
    end++;
  if (end === rule + 1) return null;
  if (body.isRule(end)) return makeHeading(body, rule, rule + 1, end, end + 1);
  // A sentence below a rule is text, whatever stands below it.
  const mayOpen = isMark(end) && end - rule <= 2 && !endsParagraph(body, end - 1, false);
  return mayOpen ? makeHeading(body, rule, rule + 1, end, end) : null;
}

/** The heading that a rule underlines, if the lines above it can be one. */
function underlined(body: BodyLines, rule: number, taken: number, isMark: (index: number) => boolean): Heading | null {
  let from = rule;
  while (from > taken && rule - from < MOST_LINES && mayBeHeadingLine(body, from - 1, isMark)) {
    // Text may stand one blank line above its rule, but a heading's own lines stand together, or a page break parts them.
    if (from < rule && body.blankAbove(from) && !(body.furnitureAbove(from) && isTornHeading(body, from - 1))) break;
    // A line that ends a sentence is the end of the paragraph above.
    if (endsParagraph(body, from - 1, from < rule)) break;
    from--;
  }
  // The last words of a sentence that began further up are no heading's first line.
  while (from < rule && isTail(body, from)) from++;
  if (from === rule) return null;
  if (!body.blankAbove(from) && from > taken && !body.isRule(from - 1) && !body.endsSentence(from - 1)) {
    // More lines above without a gap: a paragraph whose last words would be underlined, unless just one line can be meant.
    if (rule - from === MOST_LINES) return null;
  }
  const ruled = from > taken && body.isRule(from - 1);
  return makeHeading(body, ruled ? from - 1 : from, from, rule, rule + 1);
}

/** Whether a line goes on in small letters with a full line above it that ends no sentence. */
function isTail(body: BodyLines, index: number): boolean {
  if (index === 0 || body.isRule(index - 1) || body.endsSentence(index - 1)) return false;
  if (body.blankAbove(index) && !body.furnitureAbove(index)) return false;
  const unit = body.firstUnit(index);
  return unit >= 97 && unit <= 122 && body.length(index - 1) > FULL_TITLE_LINE;
}

/** Whether a line above a rule, or above a heading's last line, ends a paragraph's sentence. */
function endsParagraph(body: BodyLines, index: number, headingBelow: boolean): boolean {
  const text = body.content(index);
  if (/,$/.test(text)) return !(headingBelow && body.blankAbove(index));
  return /[.;]["'”’)\]]{0,3}$/.test(text) && !/(?:\. ?){3}$/.test(text) && !/\b(?:U\.S|INC|ETC|JR)\.$/i.test(text);
}

/** Whether a line above a page break can be the first half of the heading below it. */
function isTornHeading(body: BodyLines, index: number): boolean {
  return (
    (body.blankAbove(index) || body.isRule(index - 1)) &&
    body.length(index) <= 60 &&
    !/[.?!;]$/.test(body.content(index)) &&
    !/^[^A-Z]/.test(body.content(index))
  );
}

/** Whether a line could be a heading's: short, no mark, no item of a list, no row of a table. */
function mayBeHeadingLine(body: BodyLines, index: number, isMark: (index: number) => boolean): boolean {
  if (index < 0 || index >= body.count || isMark(index) || body.isRule(index)) return false;
  if (body.length(index) > LONGEST_LINE) return false;
  const text = body.content(index);
  if (NEVER.test(text) || isTableRow(text)) return false;
  return !/^(?:[-*•] |¶(?![IVX]+\.))/.test(text);
}

/** A heading without a rule. */
function alone(body: BodyLines, index: number, isMark: (index: number) => boolean): Heading | null {
  if (isMark(index)) return null;
  const length = body.length(index);
  if (length > LONGEST_LINE || length < 2) return null;
  const unit = body.firstUnit(index);
  const marked =
    unit === HASH ||
    unit === STROKE ||
    unit === HYPHEN ||
    unit === EQUALS ||
    unit === ASTERISK ||
    unit === LETTER_B ||
    unit === SMALL_B ||
    unit === PARENTHESIS;
  // In the middle of a paragraph only a marked heading can stand: no text is cut out of it to look.
  const isApart = mayBePlain(body, index, isMark);
  if (!marked && !isApart) return null;
  const text = body.content(index);
  if (unit === HASH) {
    const hashes = HASHES.exec(text);
    // In a text of capitals one hash or two mark a footnote of a table.
    if (hashes === null || (body.mostlyCapitals && !text.startsWith("###"))) return null;
    const rule = body.isRule(index + 1) ? 1 : 0;
    return makeHeading(body, index, index, index + 1, index + 1 + rule, hashes[0].length);
  }
  if (unit === STROKE || unit === HYPHEN || unit === EQUALS || unit === ASTERISK) {
    const title = (unit === STROKE ? STROKES : DASHES).exec(text)?.groups?.title;
    if (title === undefined && unit !== STROKE) return beginMarker(body, index, text);
    if (title === undefined || (!body.blankAbove(index) && !body.endsSentence(index - 1))) return null;
    const at = text.indexOf(title);
    return makeHeading(body, index, index, index + 1, index + 1, at, text.length - at - title.length);
  }
  const begin = marked ? beginMarker(body, index, text) : null;
  if (begin !== null) return begin;
  return isApart ? plain(body, index, text, isMark) : null;
}

/** Whether the lines around leave room for a heading without a rule: below something finished, above something that begins. */
function mayBePlain(body: BodyLines, index: number, isMark: (index: number) => boolean): boolean {
  const next = index + 1;
  if (next >= body.count || !(body.blankAbove(index) || body.endsSentence(index - 1) || body.isRule(index - 1)))
    return false;
  return (
    body.blankAbove(next) ||
    isMark(next) ||
    ((body.blankAbove(index) || isCapitalAt(body, index) || opensBracket(body, next)) && !body.mostlyCapitals) ||
    isMark(next + 1)
  );
}

/** `BEGIN TALKING POINTS`: a section that lasts to its `END TALKING POINTS`. */
function beginMarker(body: BodyLines, index: number, text: string): Heading | null {
  const what = BEGIN.exec(text)?.groups?.what;
  if (what === undefined) return null;
  const end = body.endMarkerBelow(index, BEGUN_WORD.exec(what)?.[0].toUpperCase() ?? "");
  if (end === null || end >= index + LONGEST_BEGUN) return null;
  return { ...makeHeading(body, index, index, index + 1, index + 1), closedAt: end + 1 };
}

/** A heading in capitals or title case alone on its line (or two), right above a paragraph. */
function plain(body: BodyLines, index: number, text: string, isMark: (index: number) => boolean): Heading | null {
  // In a text of capitals an item of a list or a row of figures looks like a title.
  if (body.mostlyCapitals) {
    if (!body.blankAbove(index) || /^[A-HJ-UW-Z]\. |[\d#]/.test(text)) return null;
    if (index > 0 && !body.isRule(index - 1) && !/[.?!"”)]$/.test(body.content(index - 1))) return null;
  }
  // Right below a heading's rule its text begins, or its list.
  if (index > 0 && body.isRule(index - 1) && !body.blankAbove(index) && !body.tight) return null;
  // What stands below an unfinished sentence goes on with it, whatever blank lines a lost page break left.
  if (index > 0 && !body.isRule(index - 1)) {
    const above = body.content(index - 1);
    if (
      body.blankAbove(index)
        ? !body.endsSentence(index - 1) && (above.length > 45 || above.endsWith(","))
        : !/[.?!"”)]$/.test(above)
    )
      return null;
  }
  const next = index + 1;
  if (next >= body.count || endsRun(body, index, isMark)) return null;
  // `(U) COMMENT` above a number: a heading with a portion mark of its own.
  const portion = isMark(next) && body.blankAbove(index) ? MARKED_TITLE.exec(text)?.[0].length : undefined;
  if (portion !== undefined && isStrongTitle(body, text.slice(portion)) && looksLikeTitle(text.slice(portion))) {
    return makeHeading(body, index, index, next, next);
  }
  if (!looksLikeTitle(text)) return null;
  if (USUAL_TITLE.test(text) && /^[A-Z]/.test(text) && body.endsSentence(index - 1) && body.length(next) > 20) {
    return makeHeading(body, index, index, next, next);
  }
  if (isMark(next)) {
    // Without a blank line above, only what can not be the last words of a sentence.
    return body.blankAbove(index) || isStrongTitle(body, text) ? makeHeading(body, index, index, next, next) : null;
  }
  if (
    !body.blankAbove(next) &&
    isMark(next + 1) &&
    looksLikeTitle(body.content(next)) &&
    (!isCapitals(text) || isCapitals(body.content(next))) &&
    body.blankAbove(index) &&
    !/:$/.test(text)
  ) {
    return makeHeading(body, index, index, next + 1, next + 1);
  }
  // Where no blank lines are left, capitals between a finished sentence and prose.
  if (
    body.tight &&
    !body.mostlyCapitals &&
    isCapitals(text) &&
    /^[A-Z"']/.test(text) &&
    !/:$/.test(text) &&
    isProse(body, next)
  ) {
    return makeHeading(body, index, index, next, next);
  }
  // Above text without a number: a portion mark, or capitals where the text is not in capitals.
  if (!body.blankAbove(index)) return null;
  if (body.blankAbove(next) && readPortionMark(body.scan.text, body.first(next)) !== null) {
    return makeHeading(body, index, index, next, next);
  }
  if (!body.mostlyCapitals && isCapitals(text) && /^[A-Z"']/.test(text) && !/:$/.test(text) && isProse(body, next)) {
    return makeHeading(body, index, index, next, next);
  }
  if (
    body.blankAbove(next) &&
    !/:$/.test(text) &&
    isProse(body, next) &&
    isTitleCase(text) &&
    !nearMark(body, index, isMark)
  ) {
    return makeHeading(body, index, index, next, next);
  }
  return aboveText(body, index, text, isMark);
}

/** A line that breaks off before this column may be an item of a list. */
const LONGEST_ITEM = 60;

/** Whether two short lines above are unfinished as well: then all of them are items of a list, or a table's or a life's lines. */
function endsRun(body: BodyLines, index: number, isMark: (index: number) => boolean): boolean {
  return index >= 2 && isItem(body, index - 1, isMark) && isItem(body, index - 2, isMark);
}

function isItem(body: BodyLines, index: number, isMark: (index: number) => boolean): boolean {
  return body.length(index) <= LONGEST_ITEM && !isMark(index) && !body.isRule(index) && !body.endsSentence(index);
}

/**
 * In a cable without numbers, one or two lines that open a block and break off before the margin, in title case: the heading of
 * the text right below them.
 */
function aboveText(body: BodyLines, index: number, text: string, isMark: (index: number) => boolean): Heading | null {
  const next = index + 1;
  if (body.blankAbove(next) || body.mostlyCapitals || /[:]$/.test(text) || nearMark(body, index, isMark)) return null;
  if (!isProse(body, next) && body.length(next) > 30) return null;
  if (
    isTitleCase(text) &&
    (breaksOff(body, index) || isTitleThroughout(text)) &&
    isProse(body, next) &&
    !isTitleCase(body.content(next))
  ) {
    return makeHeading(body, index, index, next, next);
  }
  // A heading of two lines: the first may be full, the second breaks off.
  const two = `${text} ${body.content(next)}`;
  if (
    body.length(next) < 40 &&
    !body.blankAbove(next + 1) &&
    isProse(body, next + 1) &&
    isTitleCase(two, 16) &&
    breaksOff(body, next)
  ) {
    if (/[.,;:]$/.test(two)) return null;
    return makeHeading(body, index, index, next + 1, next + 1);
  }
  return null;
}

/** Whether the next line's first word would have fitted on the line: it was not wrapped there, it ends. */
function breaksOff(body: BodyLines, index: number): boolean {
  const word = /^\S+/.exec(body.content(index + 1))?.[0].length ?? 0;
  const width = Math.max(
    body.length(index + 1),
    index + 2 < body.count && !body.blankAbove(index + 2) ? body.length(index + 2) : 0,
  );
  return body.length(index) + 1 + word <= width;
}

/** Whether numbered paragraphs stand about: between them a line alone is more often an item of a list than a heading. */
function nearMark(body: BodyLines, index: number, isMark: (index: number) => boolean): boolean {
  for (let below = index + 1; below < body.count && below < index + 40; below++) if (isMark(below)) return true;
  for (let above = index - 1; above >= 0 && above > index - 40; above--) if (isMark(above)) return true;
  return false;
}

/** Whether a line's second letter is a capital, as it is in a line of capitals: the cheap question before a line is cut out. */
function isCapitalAt(body: BodyLines, index: number): boolean {
  const unit = body.scan.text.charCodeAt(body.first(index) + 1);
  return unit >= 65 && unit <= 90;
}

/** Whether a line begins with a bracket, as a portion mark does. */
function opensBracket(body: BodyLines, index: number): boolean {
  return body.firstUnit(index) === 40;
}

function looksLikeTitle(text: string): boolean {
  // A lettered sub-paragraph with its portion mark, and a row of a table, are no titles.
  if (/^[A-Z][.)] ?\(/.test(text) || isTableRow(text)) return false;
  // What most lines are told by comes first.
  if (text.length > 80 || !TITLE_BEGINS.test(text)) return false;
  if (/[.,;]$/.test(text) && !/\b(?:U\.S|INC|JR|ETC)\.$/i.test(text)) return false;
  if (PARTICULAR.test(text)) return false;
  if (SUB_ITEM.test(text) || LETTERS_ALONE.test(text) || /^\([A-Z/]{1,6}\) /.test(text) || NEVER.test(text))
    return false;
  return text.split(/\s+/).length <= 14 && !isCaptionLine(text);
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /[A-Z]{3}/.test(text);
}

/** What sections are called so often that the words alone on a line are enough. */
const USUAL_TITLE =
  /^(?:(?:executive )?summary|(?:embassy |post |bio(?:graphic)? )?(?:comment|note)|background|introduction|conclusion|analysis|overview|action requests?|next steps|summary and comment|begin summary|biographic (?:data|information))s?:?$/i;

/** A title that no sentence ends with: capitals in a text that is not, or Title Case throughout. */
function isStrongTitle(body: BodyLines, text: string): boolean {
  return (!body.mostlyCapitals && isCapitals(text)) || isTitleCase(text) || USUAL_TITLE.test(text);
}

/** Most words of any length begin with a capital. */
function isTitleCase(text: string, most = 12): boolean {
  const words = text.split(/[\s/-]+/).filter((word) => word.length > 3 || /^[A-Z]/.test(word));
  if (words.length === 0 || words.length > most) return false;
  const capital = words.filter((word) => /^["'“‘(]?[A-Z0-9]/.test(word)).length;
  return capital / words.length >= 0.75;
}

/** Capitals at the head of nearly all of five words or more, and no sentence among them: a title even on a full line. */
function isTitleThroughout(text: string): boolean {
  const words = text.split(/[\s/-]+/).filter((word) => word.length > 3);
  return (
    words.length >= 5 &&
    !/[.,;] /.test(text) &&
    words.filter((word) => /^["'“‘(]?[A-Z0-9]/.test(word)).length >= words.length - 1
  );
}

/** Whether text as long as prose stands here: more than one line, or a long one. */
function isProse(body: BodyLines, index: number): boolean {
  if (index >= body.count) return false;
  if (SUB_ITEM.test(body.content(index))) return false;
  return body.length(index) > 60 || (index + 1 < body.count && !body.blankAbove(index + 1) && body.length(index) > 40);
}

function makeHeading(
  body: BodyLines,
  from: number,
  titleFrom: number,
  titleTo: number,
  to: number,
  cutFront = 0,
  cutBack = 0,
): Heading {
  return {
    from,
    titleFrom,
    titleTo,
    to,
    // A machine that marked every `I. ` at the head of a line marked roman headings too.
    titleStart: body.first(titleFrom) + (body.content(titleFrom).startsWith("¶") ? 1 : cutFront),
    titleEnd: body.end(titleTo - 1) - cutBack,
    closedAt: null,
    onMark: false,
  };
}

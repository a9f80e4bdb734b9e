/** Finds the lines of a paragraph that are one running text, and wraps it: lists, tables and page marks in it stay as they are. */

import type { Paragraph } from "../../../cable/tree.ts";
import { pushAll } from "../../../text/arrays.ts";
import type { Edit } from "../../../text/source-text.ts";
import type { RefactoringContext } from "./context.ts";

/** Beginning of a line that does not go on with the one above: a bullet, a lettered item, an indentation, a table's row. */
const OWN_LINE = /^(?:[ \t]{2,}|\t|[-*•o=_][ \t-]|\(?[A-Za-z0-9]{1,2}[.)][ \t]|\|)/;
/** Columns: three blanks or a tab between words. */
const COLUMNS = /\S(?: {3,}|\t)\S/;
/** What at the beginning of a line would be read as something else: a number with a dot, a field's name, a rule. */
const NOT_FIRST = /^(?:¶|\(?\d{1,3}[.)]|\(?[A-Za-z]{1,2}[.)]|[-=_*•#>|]|\S{1,12}:|[A-Z]{2,}$|PAGE$|REF|END\b|\()/;

/** The edits that lay out a paragraph's running text anew in lines of at most `width` characters; of any length for infinity. */
export function wrapped(context: RefactoringContext, paragraph: Paragraph, width: number): readonly Edit[] {
  const { tree, text } = context;
  const { lines, lineKinds } = tree;
  const last = lines.lineAt(paragraph.span.end);
  const edits: Edit[] = [];
  const first = lines.lineAt(paragraph.span.start);
  let from = first;
  for (let line = first; line <= last; line++) {
    const isText = isRunning(lineKinds[line], text.slice(lines.start(line), lines.end(line)), line === first);
    const next = line + 1;
    const nextText = text.slice(lines.start(next), lines.end(next));
    const goesOn = isText && next <= last && isRunning(lineKinds[next], nextText, false);
    if (goesOn) continue;
    if (isText) pushAll(edits, laidOut(context, paragraph, from, line, width));
    from = next;
  }
  return edits;
}

function isRunning(kind: string | undefined, text: string, isFirst: boolean): boolean {
  if (text.trim() === "" || COLUMNS.test(text)) return false;
  if (isFirst) return true;
  return (kind === "text" || kind === "paragraph") && !OWN_LINE.test(text);
}

function laidOut(
  context: RefactoringContext,
  paragraph: Paragraph,
  from: number,
  to: number,
  width: number,
): readonly Edit[] {
  const { lines } = context.tree;
  const start = Math.max(lines.start(from), paragraph.span.start);
  const end = Math.min(lines.end(to), paragraph.span.end);
  if (start >= end) return [];
  const before = context.text.slice(start, end);
  const indent = start - lines.start(from);
  const after = wrap(joined(before), width, indent).join(context.lineBreak);
  return after === before ? [] : [{ start, end, replacement: after }];
}

/** One line of several: a word that was broken behind its hyphen is whole again. */
function joined(text: string): string {
  const lines = text.split(/\r?\n/);
  const parts: string[] = [];
  let isBroken = false;
  lines.forEach((whole, index) => {
    // Blanks go where lines meet.
    const start = index === 0 ? 0 : behindBlanks(whole, 0);
    const end = index === lines.length - 1 ? whole.length : Math.max(start, beforeBlanks(whole));
    const line = whole.slice(start, end);
    if (index > 0 && !(isBroken && /^[a-z]/.test(line))) parts.push(" ");
    parts.push(line);
    isBroken = /^[A-Za-z]-$/.test(line.slice(-2));
  });
  return parts.join("");
}

function behindBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text, at)) at++;
  return at;
}

function beforeBlanks(text: string): number {
  let at = text.length;
  while (at > 0 && isBlank(text, at - 1)) at--;
  return at;
}

/** Lines of at most `width` characters, of which the first has `indent` less; a longer word has a line for itself. */
function wrap(text: string, width: number, indent: number): readonly string[] {
  if (text.length + indent <= width) return [text];
  const rows: string[] = [];
  let from = 0;
  let room = width - indent;
  while (text.length - from > room) {
    const at = breakIn(text, from, room);
    if (at < 0) break;
    rows.push(text.slice(from, at).trimEnd());
    from = behindBlanks(text, at);
    room = width;
  }
  return [...rows, text.slice(from)];
}

/** Where the line that begins at `from` ends: at the last blank in the room whose word behind may begin a line, else at the first one behind the room. -1 where there is none. */
function breakIn(text: string, from: number, room: number): number {
  const last = Math.min(from + room, text.length - 1);
  // The word behind a blank is looked for once for all blanks before it.
  let word = behindBlanks(text, last);
  for (let at = last; at > from; at--) {
    if (!isBlank(text, at)) word = at;
    else if (mayBreak(text, from, at, word)) return at;
  }
  word = 0;
  for (let at = last + 1; at < text.length; at++) {
    if (!isBlank(text, at)) continue;
    if (word <= at) word = behindBlanks(text, at);
    if (mayBreak(text, from, at, word)) return at;
  }
  return -1;
}

function isBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9;
}

/** Whether a line that begins at `from` may end at a blank before the word at `word`: not where that would look like a mark, nor behind the paragraph's own mark. */
function mayBreak(text: string, from: number, at: number, word: number): boolean {
  if (word >= text.length || NOT_FIRST.test(text.slice(word, word + 16))) return false;
  return !/^\S*$|^\S{0,8} ?\([A-Za-z/]{1,12}\)$/.test(text.slice(from, Math.min(at, from + 30)));
}

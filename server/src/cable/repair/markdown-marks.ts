/** Damage by export to Markdown: bold and struck-out words, header fields as rows of a table, `<br>` for a line break. */

import { pushAll } from "../../text/arrays.ts";
import type { Edit } from "../../text/source-text.ts";
import { type Damage, deletion } from "./damage.ts";

const PAIRED = /(\*\*|~~|__)(?=[^\s*~_])([^\n]{0,200}?[^\s*~_\\])\1/g;
/** A line that is marked as a whole, however long. */
const PAIRED_LINE = /^[ \t]{0,3}(\*\*|~~|__)(?=[^\s*~_])(.*[^\s*~_\\])\1[ \t]{0,99}$/gm;
const EMPHASIS = /(?<=[ |(])([*])(?=[A-Za-z])([^*\n]{1,80}[A-Za-z])\1(?=[ |).,]|$)/gm;
// A dot stops where a line ends for `^` and `$`, at a lone carriage return too.
const TABLE_ROW = /^[ \t]{0,3}\|.*\|[ \t]*$/gm;
const ESCAPE = /\\(?=[.#*_()[\]~>|+-])/g;
const HEADED_MARK =
  /^#{1,6} (?=(?:\*\*)?\d{1,2}\\?\.[ \t]{0,4}(?:[(~*]|[A-Z])|(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|SBU)[ \t]*$)/gm;
/** A break within a paragraph is a backslash at the end of a line: one alone is a slip of somebody's. */
const HARD_BREAK = /\\(?=[ \t]{0,3}\r?$)/gm;
const FEWEST_HARD_BREAKS = 2;
const BREAK = /<br ?\/?>[ \t]?/gi;

export const markdownMarks: Damage = {
  name: "markdown-marks",
  edits: (text) => {
    const bold = text.indexOf("**") >= 0 && /\*\*[^\s*]/.test(text);
    const struck = text.indexOf("~~") >= 0;
    const table = text.indexOf("|") >= 0 && /^[ \t]{0,3}\|[ \t]{0,3}[:*-]/m.test(text);
    const breaks = text.indexOf("<br") >= 0;
    const headed = text.indexOf("# ") >= 0;
    const escaped = text.indexOf("\\") >= 0 && /^[ \t]{0,3}\d{1,3}\\\. /m.test(text);
    const hardBreaks = text.indexOf("\\") >= 0 ? [...text.matchAll(HARD_BREAK)] : [];
    const isBroken = hardBreaks.length >= FEWEST_HARD_BREAKS;
    if (!bold && !struck && !table && !breaks && !headed && !escaped && !isBroken) return [];
    const edits: Edit[] = isBroken ? hardBreaks.map(({ index }) => deletion(index, index + 1)) : [];
    for (const pattern of bold || table ? [PAIRED_LINE, PAIRED, EMPHASIS] : struck ? [PAIRED_LINE, PAIRED] : []) {
      for (const match of text.matchAll(pattern)) {
        const mark = match[1]?.length ?? 0;
        const end = match.index + match[0].length;
        if (mark > 0 && isStruckPortion(match[1], match[2] ?? "", text.slice(end, end + 4))) {
          edits.push(deletion(match.index, end));
          continue;
        }
        edits.push(deletion(match.index, match.index + mark), deletion(end - mark, end));
      }
    }
    for (const pattern of [...(escaped ? [ESCAPE] : []), ...(headed ? [HEADED_MARK] : [])]) {
      for (const match of text.matchAll(pattern)) edits.push(deletion(match.index, match.index + match[0].length));
    }
    if (breaks) {
      for (const match of text.matchAll(BREAK)) {
        edits.push({ start: match.index, end: match.index + match[0].length, replacement: "\n" });
      }
    }
    if (table) {
      for (const match of text.matchAll(TABLE_ROW)) pushAll(edits, tableRowEdits(match[0], match.index));
    }
    return edits.sort((left, right) => left.start - right.start || left.end - right.end);
  },
};

/** `~~(SBU)~~ (U)`: the mark that was struck out where another one was put in its place. */
function isStruckPortion(sign: string | undefined, inner: string, behind: string): boolean {
  return sign === "~~" && /^\([A-Z/ ]{1,20}\)$/.test(inner) && /^ ?(?:\*\*)?\(/.test(behind);
}

/** `| **MRN:** | 85 TOWN 199 |` is read as `**MRN:** 85 TOWN 199`; rows that only rule or name the columns are taken off. */
function tableRowEdits(row: string, start: number): Edit[] {
  const bare = row.replace(/\*\*/g, "").trim();
  if (/^\|[ :|-]+\|$/.test(bare) || /^\| *Field *\| *Value *\|$/i.test(bare))
    return [deletion(start, start + row.length)];
  const bars: number[] = [];
  for (let at = row.indexOf("|"); at >= 0; at = row.indexOf("|", at + 1)) bars.push(at);
  // Only rows of a name and its value: a table of the text stays a table.
  if (bars.length !== 3 || !/^\|[^|]{1,40}:(?:\*\*)? *\|/.test(row.trim())) return [];
  const [first = 0, middle = 0, last = 0] = bars;
  return [
    deletion(start + first, start + blanksEnd(row, first + 1)),
    deletion(start + middle, start + blanksEnd(row, middle + 1)),
    deletion(start + last, start + last + 1),
  ];
}

function blanksEnd(row: string, from: number): number {
  let at = from;
  while (row[at] === " ") at++;
  return at;
}

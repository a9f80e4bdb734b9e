/** Finds the letters that entries of a REF line are known by, the author's and those a machine set before them. */

import { isNameLetter, matchAt } from "./message-number.ts";

/** How a label is set: the surer kinds are taken in places where the others would be initials or articles. */
export type LabelStyle = "enclosed" | "closed" | "dotted" | "colon" | "dashed" | "opened" | "bare";

/** A label as it stands, `(B)`, with all its signs. Offsets are those of the text it was read from. */
export interface LabelToken {
  readonly start: number;
  /** Behind the label's signs. */
  readonly end: number;
  readonly letterStart: number;
  readonly letterEnd: number;
  /** Upper case. */
  readonly letter: string;
  readonly style: LabelStyle;
}

/** The ways of setting a label, in the order in which they are tried. The letter is the first group. */
const LABEL_FORMS: readonly { readonly style: LabelStyle; readonly pattern: RegExp }[] = [
  { style: "enclosed", pattern: /[([{<][ \t]?([A-Za-z]|([A-Z])\2|\d{1,2})[ \t]?[)\]}>][.,:;]{0,2}/y },
  // A letter or stroke read for the closing bracket: `(BL LA PAZ 99083`.
  { style: "enclosed", pattern: /[([{]([A-Za-z])[lLI1|](?=[ \t])/y },
  { style: "closed", pattern: /([A-Za-z]|([A-Z])\2|\d{1,2})[ \t]?[)\]}][.,:;]?/y },
  { style: "dotted", pattern: /([A-Za-z]|([A-Z])\2)(?:[ \t]?[.,]{1,2}[):]?|[.][ \t][)])(?![A-Za-z]\.)/y },
  { style: "dotted", pattern: /(\d{1,2})\.(?=[ \t]+['’‘`A-Za-z(\d])/y },
  { style: "colon", pattern: /([A-Za-z]|([A-Z])\2)[ \t]?(?::(?!\/\/)|\/(?=[ \t]))/y },
  { style: "dashed", pattern: /([A-Za-z])(?:[ \t]+[-–—]+[ \t]*|[-–—]+[ \t]+)(?=["'’‘A-Za-z(]|\d{2,4}[ \t]?[A-Za-z])/y },
  { style: "opened", pattern: /[([{]([A-Za-z])[.,:]?(?=[ \t]+\S)/y },
  { style: "bare", pattern: /([A-Z])(?=[ \t]+['’‘A-Z\d])/y },
];

/** What a machine or a quotation sets before the first label of a line. */
const MARK = /[ \t>*•·]*(?:-{1,2}[ \t]+(?=\(?[A-Z][.):]))?(?:Â?¶|\[\d{1,3}\]\(#\)|1(?=[A-Za-z]\.[ \t]))?[ \t]*/y;

/** Whether the mark of a line is a machine's: it then labels lines that the author did not. */
const MACHINE_MARK = /¶|\]\(#\)|1$/;

/** The keyword once more before a label: `REF: REF (A) TOWN 12`, `REF A: TOWN 12`. */
const KEYWORD_AGAIN = /(?:REFERENCES?|REFTELS?|REF\(S\)|REFS?|AND)\b[ \t:.]{0,4}/iy;

/** `REF:` at the very beginning of what the keyword already stood before. */
const KEYWORD_FIRST = /^\s*(?:REFERENCES?|REFTELS?|REF\(S\)|REFS?)\s?:\s*/i;

/** Where a block's text begins behind a keyword that was printed twice. */
export function endOfKeyword(text: string): number {
  return KEYWORD_FIRST.exec(text)?.[0].length ?? 0;
}

/** The label at `at`, or null. */
export function readLabel(text: string, at: number): LabelToken | null {
  const code = text.charCodeAt(at);
  // Nothing but a letter, a digit or an opening bracket begins a label.
  if (!isNameLetter(code) && !(code >= 48 && code <= 57) && code !== 40 && code !== 91 && code !== 123 && code !== 60) {
    return null;
  }
  for (const { style, pattern } of LABEL_FORMS) {
    const match = matchAt(pattern, text, at);
    if (match === null) continue;
    const letter = match[1] ?? "";
    const letterStart = at + match[0].indexOf(letter);
    return {
      start: at,
      end: at + match[0].length,
      letterStart,
      letterEnd: letterStart + letter.length,
      letter: letter.toUpperCase(),
      style,
    };
  }
  return null;
}

/** The beginning of a line: where its label or text stands, behind marks, and whether a machine set one. */
export function readLineStart(text: string, at: number): { readonly end: number; readonly machine: boolean } {
  const mark = matchAt(MARK, text, at);
  let end = at + (mark === null ? 0 : mark[0].length);
  const machine = mark !== null && MACHINE_MARK.test(mark[0].trimEnd());
  const keyword = matchAt(KEYWORD_AGAIN, text, end);
  if (keyword !== null && readLabel(text, end + keyword[0].length) !== null) end += keyword[0].length;
  return { end, machine };
}

/** Where a label stands in the order of labels, from 1: A 1, Z 26, AA 27; a number is itself. */
export function labelRank(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code >= 48 && code <= 57) return Number(letter);
  return code - 64 + (letter.length - 1) * 26;
}

/** Damage by refolding: fields run on behind a field of the head, in any case, with a blank between them or none. */

import { pushAll } from "../../text/arrays.ts";
import type { Edit } from "../../text/source-text.ts";
import { type Damage, lineBreak } from "./damage.ts";

/** Fields do not stand further down. */
const HEAD = 12_000;

/** The text's first paragraph: fields do not stand below it. */
const FIRST_PARAGRAPH = /\n[ \t]{0,9}(?:¶ ?)?1 ?\. {0,3}(?:\(|[A-Z])/;

/** A handling notice: of no field. */
const NOTICE = /[ \t]{1,9}(?=(?:\([A-Z]{1,3}\) )?(?:This (?:message|cable) is )?Sensitive,? but Unclassified\b)/i;

/** A line of the fields by its first letter and what it begins with, and the fields that are looked for behind it; what a pattern matches becomes the line break. */
const LINES: readonly { readonly letters: string; readonly begins: RegExp; readonly breaks: readonly RegExp[] }[] = [
  {
    letters: "Ee",
    begins: /^[ \t]{0,9}E ?[.,]? ?[O0]\b/i,
    breaks: [
      /[ \t]{1,9}(?=T?AGS? ?: {0,3}[A-Z]{2,}(?:[,; \n]|$))/i,
      /[ \t]{1,9}(?=S?UBJ(?:ECT)? ?: {0,3}\S)/i,
      /[ \t]{0,9}(?=CLASSIFIED BY ?: {0,3}\S)/i,
    ],
  },
  {
    letters: "TAta",
    begins: /^[ \t]{0,9}T?AGS?\b/i,
    breaks: [
      /[ \t]{1,9}(?=S?UBJ(?:ECT)? ?: {0,3}\S)/i,
      /[ \t]{1,9}(?=REF(?:TEL)?S?(?:\(S\))? ?: {0,3}\S)/i,
      /[ \t]{0,9}(?=CLASSIFIED BY ?: {0,3}\S)/i,
    ],
  },
  {
    letters: "SUsu",
    begins: /^[ \t]{0,9}S?UBJ/i,
    breaks: [
      // `… THE OFFICEREF: A. LIMA 1`, `… the office Ref(s): A) 06 LIMA 1`.
      /[ \t]{0,9}(?=(?:REF|Ref)(?:TELS?|tels?|ERENCES?|erences?|S|s)?(?:\([Ss]\))? ?: {0,3}(?:\(?[A-Z][).:]|[A-Z] [A-Z]|\d{2} [A-Z]|[A-Z]{3}|\())/,
      /[ \t]{0,9}(?=CLASSIFIED BY ?: {0,3}\S)/i,
      NOTICE,
    ],
  },
  {
    letters: "R",
    begins: /^[ \t]{0,9}(?:REF|Ref)/,
    breaks: [/[ \t]{0,9}(?=CLASSIFIED BY ?: {0,3}\S)/i, NOTICE],
  },
];

export const fieldsOnOneLine: Damage = {
  name: "fields-on-one-line",
  edits: (text) => {
    const top = text.slice(0, HEAD);
    const paragraph = FIRST_PARAGRAPH.exec(top);
    const head = paragraph === null ? top : top.slice(0, paragraph.index);
    const edits: Edit[] = [];
    for (let start = 0; start < head.length; ) {
      let end = head.indexOf("\n", start);
      if (end < 0) end = head.length;
      addBreaks(head, start, end, edits);
      start = end + 1;
    }
    return edits;
  },
};

function addBreaks(head: string, start: number, end: number, edits: Edit[]): void {
  let first = start;
  while (first < end && (head[first] === " " || head[first] === "\t")) first++;
  const known = LINES.find(({ letters }) => letters.includes(head.charAt(first)));
  if (known === undefined) return;
  const line = head.slice(start, end);
  if (!known.begins.test(line)) return;
  const found = known.breaks
    .flatMap((pattern) => {
      const match = pattern.exec(line);
      return match === null ? [] : [lineBreak(start + match.index, start + match.index + match[0].length)];
    })
    .filter((edit) => edit.start > first)
    .sort((one, other) => one.start - other.start);
  pushAll(edits, found);
}

/** Damage by refolding: the sets of a GENADMIN message one behind the other on a line, and folded wherever a line was full. */

import type { Edit } from "../../text/source-text.ts";
import { type Damage, lineBreak } from "./damage.ts";

/** Sets stand before the remarks: no further into the text are they looked for. */
const HEAD = 20_000;

/** What a text with sets has before some stroke, in the cases that occur. */
const SIGN = /(?:MSGID|SUBJ|RMKS|[Mm]sgid|[Ss]ubj)$/;
const LONGEST_SIGN = 5;
const SIGN_ENDS = "DJSdj";

/** A set by its name (MIL-STD-6040), behind the two strokes that end the set before it. */
const SET_BEHIND =
  /\/[.,]?([ \t]{0,40})(?=(?:MSGID|SUBJ(?:ECT)?|REF|AMPN|NARR|RMKS|REMARKS|GENTEXT|POC|EXER|OPER|KWORD|TIMEZONE|PERID|AKNLDG|DECL|DOWNGRADE|DRVFM)[ \t]?\/|REF[ \t][A-Z]{1,2}\/|[A-Z]\/[A-Z]{3,8}[/:])/giy;

/** A reference right behind the one stroke that ends another: `DOC/CNO/01JAN15/REF/B/…`. */
const NEXT_REFERENCE = /^REF\/[B-Z]\/[A-Z]{3,8}[/:]/i;
const LONGEST_NAME = 16;

/** The general text that an order has for each of its parts, each with its paragraph: `GENTEXT/MISSION/2. …`. */
const GENERAL_TEXT = /\n[ \t]{0,9}GENTEXT\/[A-Z -]{2,40}\/{1,2}([ \t]{0,9})(?=\d{1,2}\.)/gi;

function addGeneralTexts(head: string, remarks: number, edits: Edit[]): void {
  for (const match of head.matchAll(GENERAL_TEXT)) {
    const end = match.index + match[0].length;
    if (match.index > remarks) edits.push(lineBreak(end - (match[1] ?? "").length, end));
  }
}

/** The remarks: everything behind their name is text, whatever it looks like. */
const REMARKS = /(?:^|[\s/])(?=(?:RMKS|GENTEXT\/[A-Z ]{2,30})\/)/gi;

function hasSign(head: string): boolean {
  for (let at = head.indexOf("/", 1); at >= 0; at = head.indexOf("/", at + 1)) {
    if (SIGN_ENDS.includes(head.charAt(at - 1)) && SIGN.test(head.slice(Math.max(0, at - LONGEST_SIGN), at)))
      return true;
  }
  return false;
}

export const gluedSets: Damage = {
  name: "glued-sets",
  edits: (text) => {
    const head = text.slice(0, HEAD);
    if (!hasSign(head)) return [];
    REMARKS.lastIndex = 0;
    const remarks = REMARKS.exec(head);
    const end = remarks === null ? head.length : remarks.index;
    const edits: Edit[] = [];
    for (let at = head.indexOf("/"); at >= 0 && at <= end; at = head.indexOf("/", at + 1)) {
      SET_BEHIND.lastIndex = at;
      const match = SET_BEHIND.exec(head);
      if (match === null) continue;
      // One stroke alone ends a set only where the next one stands apart: `DC/ REF/B/…`.
      const blanks = match[1] ?? "";
      if (blanks === "" && head[at - 1] !== "/" && !NEXT_REFERENCE.test(head.slice(at + 1, at + LONGEST_NAME)))
        continue;
      edits.push(lineBreak(at + match[0].length - blanks.length, at + match[0].length));
    }
    addGeneralTexts(head, end, edits);
    // Remarks behind words: their set was not closed.
    if (remarks !== null && /[ \t]/.test(remarks[0]) && !edits.some((edit) => edit.end === end + 1)) {
      edits.push(lineBreak(end, end + 1));
    }
    return edits;
  },
};

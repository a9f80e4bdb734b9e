/** The marks that stand in a released text for words that were withheld. */

import type { Span } from "../../text/span.ts";

export type RedactionKind = "crossed-out" | "bracketed" | "blacked-out" | "exemption-code";

/** A mark of something withheld, where it stands in the text that was looked through. */
export interface Redaction extends Span {
  readonly kind: RedactionKind;
}

interface RedactionForm {
  readonly kind: RedactionKind;
  readonly pattern: RegExp;
  /** Where the form comes from. */
  readonly source: string;
}

/** Codes of the Freedom of Information Act and of the orders on classification, as they are stamped in place of what they exempt. */
const CODE = String.raw`(?:\(b\)\s?\(\d\)(?:\s?\([A-F]\))?|B[1-9](?:\s?\([A-F]\))?|1\.[45]\s?\([A-H]\))`;
const CODES = String.raw`${CODE}(?:[,;\s]{1,3}${CODE}){0,8}`;

const FORMS: readonly RedactionForm[] = [
  {
    kind: "crossed-out",
    pattern: /(?<![A-Za-z0-9])X{4,}(?![A-Za-z0-9])(?:[\s.,-]{1,3}X{4,}(?![A-Za-z0-9]))*/g,
    source: "cables published with names struck out: XXXXXXXXXXXX",
  },
  {
    kind: "bracketed",
    pattern:
      /[[(][^[\]()\n]{0,60}\b(?:redacted|excised|withheld|sanitized|deleted|(?:not|un)[ -]?declassified|denied in full)\b[^[\]()\n]{0,60}[\])]/gi,
    source: "reviewers, and volumes of documents: [REDACTED], [2 lines not declassified]",
  },
  { kind: "blacked-out", pattern: /[█▇■▓]{2,}(?:\s{1,2}[█▇■▓]{2,})*/g, source: "copies of pages with bars" },
  {
    kind: "exemption-code",
    pattern: new RegExp(
      String.raw`\[\s?${CODES}\s?\]|${CODE}(?:[,;\s]{1,3}${CODE}){1,8}|\(b\)\s?\(\d\)(?:\s?\([A-F]\))?`,
      "gi",
    ),
    source: "releases under the Freedom of Information Act: (b)(1), 1.4(D), B6",
  },
];

/** A line with nothing but codes is one, too, where a single code in a sentence would be none: `B6`. */
const ONLY_CODES = new RegExp(`^${CODES}$`, "i");

/** Reasons of a classification are printed like codes of exemption. */
const REASON_BEFORE = /\breasons?\b[^\n]{0,40}$/i;

/** Whether a line holds codes of exemption and nothing else. */
export function isOnlyCodes(line: string): boolean {
  return ONLY_CODES.test(line.trim());
}

/** The marks in a text, in order; they do not overlap. `lines` are the places in it that were lines of their own. */
export function redactionsIn(text: string, lines: readonly Span[] = []): readonly Redaction[] {
  const found: Redaction[] = [];
  for (const { kind, pattern } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      if (kind === "exemption-code" && REASON_BEFORE.test(text.slice(Math.max(0, match.index - 60), match.index)))
        continue;
      found.push({ kind, start: match.index, end: match.index + match[0].length });
    }
  }
  for (const { start, end } of lines) {
    if (isOnlyCodes(text.slice(start, end))) found.push({ kind: "exemption-code", start, end });
  }
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let last = -1;
  return found.filter((one) => {
    if (one.start < last) return false;
    last = one.end;
    return true;
  });
}

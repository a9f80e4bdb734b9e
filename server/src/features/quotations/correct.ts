/** What mends a quotation: the cable's own words in place of those that differ, the paragraph or cable that holds them in place of the one cited. */

import type { Edit } from "../../text/source-text.ts";
import type { CheckedQuotation } from "./verify.ts";

/** A change of the note that mends one quotation. */
export interface QuotationFix {
  readonly title: string;
  /** In order, without overlap. Offsets are the note's. */
  readonly edits: readonly Edit[];
}

/** The fixes of a quotation, the likeliest first; none where nothing is known that is better. */
export function fixesOf(checked: CheckedQuotation, note: string): readonly QuotationFix[] {
  switch (checked.verdict) {
    case "altered":
      return [{ title: "Quote the cable's own words", edits: checked.changes.map((change) => wording(change, note)) }];
    case "other-paragraph":
      return paragraphFix(checked, note);
    case "other-cable":
      return cableFix(checked, note);
    case "verbatim":
    case "not-held":
      return [];
  }
}

function wording({ quotedSpan: { start, end }, held }: CheckedQuotation["changes"][number], note: string): Edit {
  if (start === end) return { start, end, replacement: ` ${held}` };
  if (held !== "") return { start, end, replacement: held };
  // With the blank before it.
  const first = note.slice(0, start).trimEnd().length;
  return note.slice(first, start).includes("\n")
    ? { start, end, replacement: "" }
    : { start: first, end, replacement: "" };
}

function paragraphFix({ cited, held }: CheckedQuotation, note: string): readonly QuotationFix[] {
  const span = cited[0]?.paragraphs?.span;
  if (span === undefined || held === null || held.paragraph === null) return [];
  const printed = note.slice(span.start, span.end);
  const last = held.lastParagraph ?? held.paragraph;
  const numbers = last > held.paragraph ? `${held.paragraph}–${last}` : String(held.paragraph);
  const word = printed.replace(/\d.*$/s, "");
  const replacement = `${last > held.paragraph ? word : singular(word)}${numbers}`;
  return [{ title: `Cite paragraph ${numbers}`, edits: [{ ...span, replacement }] }];
}

function singular(word: string): string {
  return word
    .replace(/¶¶/, "¶")
    .replace(/§§/, "§")
    .replace(/^(para|paragraph|par|graf)s/i, "$1");
}

function cableFix({ cited, held }: CheckedQuotation, note: string): readonly QuotationFix[] {
  const [citation] = cited;
  if (citation === undefined || held?.mrn == null) return [];
  const key = citation.isKey ? note.slice(citation.mrnSpan.start, citation.mrnSpan.end).replace(/@.*$/s, "@") : "";
  const edits: Edit[] = [{ ...citation.mrnSpan, replacement: `${key}${held.mrn}` }];
  const paragraphs = citation.paragraphs?.span;
  if (paragraphs !== undefined && held.paragraph !== null) {
    const word = singular(note.slice(paragraphs.start, paragraphs.end).replace(/\d.*$/s, ""));
    edits.push({ ...paragraphs, replacement: `${word}${held.paragraph}` });
  }
  edits.sort((one, other) => one.start - other.start);
  return [{ title: `Cite ${held.mrn}`, edits }];
}

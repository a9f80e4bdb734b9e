/** Finds TAGS that stand twice on the line. */

import type { CableHeader } from "../../cable/tree.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { certain, replace } from "./support/fix.ts";

const WORD_OR_NAME = /\([^()\n]{0,80}\)|\]\([^)\s]{0,300}\)|[A-Z](?:-*[A-Z0-9])+/g;

export const repeatedTag: Rule = {
  code: "repeated-tag",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "Each TAG stands once on the line.",
  why: "A TAG that stands twice says no more than once; most often another was meant.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4",
  check({ tree: { header }, text }) {
    const known = new Set(header.tags.map(({ value }) => value));
    const seen = new Set<string>();
    const findings: Finding[] = [];
    for (const { start, value, match } of printedTags(header, text)) {
      const code = match[0];
      if (!known.has(code)) continue;
      if (seen.has(code)) {
        const from = start + match.index - blanksBefore(value, match.index);
        const span = { start: start + match.index, end: start + match.index + code.length };
        findings.push({
          span,
          message: `${code} stands on the line already.`,
          fixes: certain(`Take the second ${code} out`, replace({ start: from, end: span.end }, "")),
        });
      }
      seen.add(code);
    }
    return findings;
  },
};

/** The words of all TAGS lines, each with the line it is on. */
function printedTags({ fields }: CableHeader, text: string) {
  return fields
    .filter(({ name }) => name === "TAGS")
    .flatMap(({ value: { span } }) => {
      const value = text.slice(span.start, span.end);
      return [...value.matchAll(WORD_OR_NAME)].map((match) => ({ start: span.start, value, match }));
    });
}

/** How many characters before `at` part the word from the one before: blanks on the line, and a comma before them. */
function blanksBefore(value: string, at: number): number {
  let from = at;
  while (from > 0 && (value[from - 1] === " " || value[from - 1] === "\t")) from--;
  if (from > 0 && (value[from - 1] === "," || value[from - 1] === ";")) from--;
  return at - from;
}

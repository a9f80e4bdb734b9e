/** Finds reasons for classification that no executive order gives, or that of the cable's date does not. */

import type { Span } from "../../text/span.ts";
import { isoDate, longDateOf } from "../../vocabulary/date.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";

const SECTION = /\b1\.\d{1,2}(?!\d)/g;
const LETTER = /[ \t\r\n,;/]{0,4}(?:(?:and|or|&)[ \t\r\n]{0,3})?(\(?([a-z])\))/iy;
/** `1.4 b, d and k`: where the first letter stands without brackets, all may. */
const BARE_LETTER = /[ \t,;/]{0,4}(?:(?:and|or|&)[ \t]{1,3})?(([a-z]))(?![a-z(')])/iy;

export const unknownReasonCode: Rule = {
  code: "unknown-reason-code",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "hint",
  title: "The reason is a letter of section 1.4 (before 25 March 2003, 1.5) of the executive order.",
  why: "1.4 has the letters (a) to (h), 1.5 had (a) to (g). Another letter or section gives no ground for the classification.",
  source: "5 FAH-1 H-246.3; Executive Orders 12958, 13292, 13526",
  check({ tree: { header }, vocabulary: { executiveOrders }, sentOn, text }) {
    const { classifiedBy } = header;
    if (classifiedBy === null) return [];
    const reasons = reasonsIn(text, classifiedBy.span);
    return reasons.flatMap(({ section, letter, sectionSpan, span }, index): readonly Finding[] => {
      const code = `${section}(${letter.toLowerCase()})`;
      const known = executiveOrders.reasons(code, sentOn);
      if (known.length === 0) return [{ span, message: `No executive order has a reason ${code}.` }];
      if (sentOn === null) return [];
      const day = isoDate(sentOn);
      if (known.some(({ from, to }) => from <= day && (to === null || day < to))) return [];
      // The section is wrong, which is said once.
      if (reasons[index - 1]?.sectionSpan === sectionSpan) return [];
      const other = section === "1.5" ? "1.4" : "1.5";
      return [
        {
          span,
          message: `There was no reason ${code} on ${longDateOf(day)}: the section was ${other} then.`,
          fixes: [choice(`Write ${other}`, replace(sectionSpan, other))],
        },
      ];
    });
  },
};

interface PrintedReason {
  readonly section: string;
  readonly letter: string;
  readonly sectionSpan: Span;
  /** The first letter's with its section: `1.4 (b)`. */
  readonly span: Span;
}

/** `1.4 (b) and (d)` are two. */
function reasonsIn(text: string, within: Span): readonly PrintedReason[] {
  const printed = text.slice(within.start, within.end);
  const reasons: PrintedReason[] = [];
  for (const match of printed.matchAll(SECTION)) {
    const section = match[0];
    const sectionSpan = { start: within.start + match.index, end: within.start + match.index + section.length };
    let at = match.index + section.length;
    const pattern = patternAt(printed, at);
    for (let isFirst = true; ; isFirst = false) {
      pattern.lastIndex = at;
      const letter = pattern.exec(printed);
      if (letter === null) break;
      at = pattern.lastIndex;
      const end = within.start + at;
      const start = isFirst ? sectionSpan.start : end - (letter[1]?.length ?? 0);
      reasons.push({ section, letter: letter[2] ?? "", sectionSpan, span: { start, end } });
    }
  }
  return reasons;
}

/** How letters behind a section are printed: in brackets, or bare. */
function patternAt(printed: string, at: number): RegExp {
  LETTER.lastIndex = at;
  return LETTER.test(printed) ? LETTER : BARE_LETTER;
}

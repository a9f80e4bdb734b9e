/** Finds summaries of drafts that begin with the word and do not end with it. */

import { DRAFTED_FORMS, type Rule } from "./rule.ts";
import { choice, insert } from "./support/fix.ts";

const OPENING = /^(?:BEGIN )?(?:EXECUTIVE )?SUMMARY\b[^\n]{0,40}?[:.-]/i;
const CLOSING = /\bEND(?: OF)?(?: EXECUTIVE)? SUMMARY\b/i;

export const summaryNotEnded: Rule = {
  code: "summary-not-ended",
  area: "body",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "A summary that begins with the word is closed with END SUMMARY.",
  why: "The words tell where the drafter's digest ends and the report begins, for readers who stop there and for machines that cut it out.",
  source: "Mined from 1,296 cables; 5 FAH-1 H-246.3",
  check({ tree: { summary }, text, paragraphs }) {
    if (summary === null) return [];
    const { start, end } = summary.span;
    const opening = OPENING.exec(text.slice(start, start + 80));
    if (opening === null) return [];
    const last = paragraphs[paragraphs.length - 1]?.span.end ?? end;
    if (CLOSING.test(text.slice(start, last))) return [];
    const words = opening[0] === opening[0].toUpperCase() ? "END SUMMARY." : "End summary.";
    return [
      {
        span: { start, end: start + (/^[A-Z ]+/i.exec(opening[0])?.[0].trimEnd().length ?? 7) },
        message: "The summary begins here and does not end.",
        fixes: [choice(`Write ${words} behind this paragraph`, insert(end, `  ${words}`))],
      },
    ];
  },
};

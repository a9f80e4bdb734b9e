/** Finds summaries of drafts that begin with the word and are never closed. */

import { unendedSummary } from "../summary-ending.ts";
import { DRAFTED_FORMS, type Rule } from "./rule.ts";
import { choice, insert } from "./support/fix.ts";

export const summaryNotEnded: Rule = {
  code: "summary-not-ended",
  area: "body",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "A summary that begins with the word is closed with END SUMMARY.",
  why: "The words tell where the drafter's digest ends and the report begins, for readers who stop there and for machines that cut it out.",
  source: "Mined from 1,296 cables; 5 FAH-1 H-246.3",
  check({ tree, paragraphs }) {
    const summary = unendedSummary(tree, paragraphs);
    if (summary === null) return [];
    const { opening, end, words } = summary;
    return [
      {
        span: opening,
        message: "The summary begins here and does not end.",
        fixes: [choice(`Write ${words} behind this paragraph`, insert(end, `  ${words}`))],
      },
    ];
  },
};

/** Finds comments of drafts that begin with the word, go before other text, and are never closed. */

import { DRAFTED_FORMS, type Finding, type Rule } from "./rule.ts";
import { choice, insert } from "./support/fix.ts";

const OPENING = /^(?:BEGIN )?COMMENT[:.](?=\s)/i;
/** Its words may stand on two lines. */
const CLOSING = /\bEND(?:\s{1,9}OF)?\s{1,9}COMMENT\b/i;

export const commentNotEnded: Rule = {
  code: "comment-not-ended",
  area: "body",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: "A comment that begins with the word and has text after it is closed with END COMMENT.",
  why: "The words tell what the post thinks from what it heard. A comment that is the end of the cable, or stands under a heading, ends by itself.",
  source: "Mined from 1,296 cables",
  check({ paragraphs, sections, text }) {
    const headings = sections.map(({ titleSpan }) => titleSpan.start);
    return paragraphs.flatMap(({ span, textStart }, index): readonly Finding[] => {
      const opening = OPENING.exec(text.slice(textStart, textStart + 20));
      const next = paragraphs[index + 1];
      if (opening === null || next === undefined) return [];
      // Up to the next heading, before which the whole of what follows belongs to the comment.
      const until = headings.find((start) => start > textStart) ?? text.length;
      if (until < next.span.start || CLOSING.test(text.slice(textStart, until))) return [];
      const words = opening[0] === opening[0].toUpperCase() ? "END COMMENT." : "End comment.";
      return [
        {
          span: { start: textStart, end: textStart + opening[0].length - 1 },
          message: "The comment begins here and does not end.",
          fixes: [choice(`Write ${words} behind this paragraph`, insert(span.end, `  ${words}`))],
        },
      ];
    });
  },
};

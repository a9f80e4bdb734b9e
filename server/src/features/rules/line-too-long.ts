/** Finds lines of drafts that are longer than a relayed message allows. Off by default. */

import { DRAFTED_FORMS, type Rule } from "./rule.ts";
import { linesOfKind } from "./support/lines.ts";

/** Characters in a line of a relayed message; the handbook of 2004 asks for 55 in the text. */
const WIDTH = 69;

export const lineTooLong: Rule = {
  code: "line-too-long",
  area: "body",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "off",
  title: `A line holds at most ${WIDTH} characters.`,
  why: "Teletypes had no more columns, and relays cut what was longer. Nothing has cut lines since about 2008, so the rule is off unless a setting turns it on.",
  source: "ACP 127(G) 138.f; 5 FAH-1 H-246.1",
  check({ tree }) {
    return linesOfKind(tree, ["field", "reference", "heading", "paragraph", "text", "passing"])
      .filter(({ text }) => text.trimEnd().length > WIDTH)
      .map(({ span, text }) => ({
        span: { start: span.start + WIDTH, end: span.start + text.trimEnd().length },
        message: `The line has ${text.trimEnd().length} characters; ${WIDTH} are allowed.`,
      }));
  },
};

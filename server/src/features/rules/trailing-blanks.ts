/** Finds blanks at the ends of lines. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { certain, replace } from "./support/fix.ts";

export const trailingBlanks: Rule = {
  code: "trailing-blanks",
  area: "copy",
  forms: EVERY_FORM,
  draftsOnly: true,
  severity: "hint",
  title: "No line ends in blanks.",
  why: "Blanks at the end of a line are sent like any other character, and make differences between copies that say nothing.",
  source: "Common drafting practice",
  check({ tree: { lines }, text }) {
    const findings: Finding[] = [];
    for (let line = 0; line < lines.count; line++) {
      const end = lines.end(line);
      let start = end;
      while (start > lines.start(line) && (text[start - 1] === " " || text[start - 1] === "\t")) start--;
      if (start === end) continue;
      const span = { start, end };
      findings.push({
        span,
        message: "The line ends in blanks.",
        fixes: certain("Take off the blanks", replace(span, "")),
      });
    }
    return findings;
  },
};

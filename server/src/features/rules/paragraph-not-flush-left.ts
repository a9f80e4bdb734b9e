/** Finds paragraph numbers that do not stand in the first column. */

import { DRAFTED_FORMS, type Finding, type Rule } from "./rule.ts";
import { certain, replace } from "./support/fix.ts";

export const paragraphNotFlushLeft: Rule = {
  code: "paragraph-not-flush-left",
  area: "body",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: "Paragraphs start flush left: the number stands in the first column.",
  why: "Indented numbers are those of lists inside a paragraph; readers and machines count only the others.",
  source: "5 FAH-1 H-246.2, TL:CH-09 07-12-2004",
  check({ tree: { lines }, paragraphs, text }) {
    return paragraphs.flatMap(({ number, markSpan }): readonly Finding[] => {
      if (number === null || markSpan === null) return [];
      const start = lines.start(lines.lineAt(markSpan.start));
      const before = text.slice(start, markSpan.start);
      if (before === "" || before.trim() !== "" || before.startsWith("\ufeff")) return [];
      return [
        {
          span: markSpan,
          message: `Paragraph ${number} does not start flush left.`,
          fixes: certain("Take off the blanks before it", replace({ start, end: markSpan.start }, "")),
        },
      ];
    });
  },
};

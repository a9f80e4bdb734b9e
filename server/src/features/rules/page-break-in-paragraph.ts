/** Finds page marks, and the blank lines that lost ones left, between the lines of a paragraph. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import type { RuleContext } from "./support/context.ts";
import { choice, replace } from "./support/fix.ts";
import { linesBetween } from "./support/interruptions.ts";

export const pageBreakInParagraph: Rule = {
  code: "page-break-in-paragraph",
  area: "copy",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "hint",
  title: "No page mark and no blank line stands inside a paragraph.",
  why: "The machine put a line such as `TALLINN 00099071 002 OF 003` where a transmission section began. It is never text; a search or a quotation stumbles over it all the same.",
  source: "5 FAH-1 H-246.1: the text is single spaced; 5 FAH-2 H-320",
  check(context) {
    const between = linesBetween(context, ["continuation", "page", "marking", "blank"]).map(
      ({ marks, join }): Finding => {
        const first = marks[0];
        const last = marks[marks.length - 1];
        return first === undefined || last === undefined
          ? {
              span: { start: join.start, end: join.end },
              message: "A blank line interrupts this sentence.",
              fixes: [choice("Take the blank line out", join)],
            }
          : {
              span: { start: first.start, end: last.end },
              message: "A page mark interrupts this paragraph; it is no text of the cable.",
              fixes: [choice("Take the page mark out", join)],
            };
      },
    );
    // One that stands by a page mark goes with it.
    const runs = linesBetween(context, ["continuation", "page", "marking", "blank", "banner"]);
    const isApart = ({ span }: Finding): boolean =>
      runs.every(({ join }) => span.end <= join.start || join.end <= span.start);
    return [...between, ...formFeeds(context).filter(isApart)].sort((one, other) => one.span.start - other.span.start);
  },
};

/** With the blanks around it, and its line break where it has a line to itself. */
const FORM_FEED = /(?<=\n)[ \t]{0,80}\f[ \t]{0,80}\r?\n|[ \t]{0,80}\f[ \t]{0,80}(?=\r?\n)|\f(?:[ \t]{0,80})/g;

/** The character with which printers and word processors begin a page. */
function formFeeds({ paragraphs, text, lineBreak }: RuleContext): readonly Finding[] {
  if (!text.includes("\f")) return [];
  return paragraphs.flatMap(({ span, textStart }) =>
    [...text.slice(textStart, span.end).trimEnd().matchAll(FORM_FEED)].map((match): Finding => {
      const start = textStart + match.index;
      const end = start + match[0].length;
      const isLineApart = match[0].endsWith("\n") || /^\r?\n/.test(text.slice(end, end + 2));
      const at = text.indexOf("\f", start);
      return {
        span: { start: at, end: at + 1 },
        message: "A page break interrupts this paragraph; it is no text of the cable.",
        fixes: [choice("Take the page break out", replace({ start, end }, isLineApart ? "" : lineBreak))],
      };
    }),
  );
}

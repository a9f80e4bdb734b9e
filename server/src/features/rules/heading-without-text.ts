/** Finds headings of drafts with nothing below them. */

import { DRAFTED_FORMS, type Finding, type Rule } from "./rule.ts";
import type { RuleContext } from "./support/context.ts";
import { lineOf } from "./support/lines.ts";

export const headingWithoutText: Rule = {
  code: "heading-without-text",
  area: "body",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "warning",
  title: "Below a heading stands text.",
  why: "A heading above another heading, or at the end, was left when its text was moved or cut.",
  source: "Common drafting practice",
  check(context) {
    const empty = context.sections
      .filter(({ children }) => children.length === 0)
      .map(({ titleSpan, title }) => findingAt(title, titleSpan));
    return [...empty, ...headingAtEnd(context)];
  },
};

const CAPITALS = /^(?!END\b)[A-Z][A-Z0-9 ,'&:-]{2,60}$/;
const RULE = /^[ \t]*[-=_]{3,80}[ \t\r]*$/;

function findingAt(title: string, span: Finding["span"]): Finding {
  return { span, message: `No text stands below "${title}".` };
}

/** A heading that nothing but the signature follows is read as the last line of the paragraph above. */
function headingAtEnd({ tree, paragraphs, text }: RuleContext): readonly Finding[] {
  const last = paragraphs[paragraphs.length - 1];
  if (last === undefined) return [];
  const body = text.slice(last.textStart, last.span.end).trimEnd();
  const line = lineOf(tree, tree.lines.lineAt(last.textStart + body.length));
  const title = line.text.trim();
  const above = body.slice(0, body.length - title.length);
  const isApart = /[.?!"')]\s*\n[ \t\r]*\n[ \t]*$/.test(above.slice(-200));
  if (!isApart || !CAPITALS.test(title)) return [];
  const isRuled = line.index + 1 < tree.lines.count && RULE.test(lineOf(tree, line.index + 1).text);
  // In a text of capitals only the rule tells a heading from a last line.
  if (!isRuled && !/[a-z]{3}/.test(above)) return [];
  const start = line.span.start + line.text.indexOf(title);
  return [findingAt(title, { start, end: start + title.length })];
}

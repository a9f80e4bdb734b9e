/** Reminds the drafter of a NIACT message to say why it can not wait until the morning. */

import { DRAFTED_FORMS, type Rule } from "./rule.ts";

/** The handbook asks for it since then. */
const SINCE = 2017;
const SAYS_SO = /\bNIACT\b/i;

export const niactNotJustified: Rule = {
  code: "niact-not-justified",
  area: "header",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: "The first paragraph of a NIACT message says why it is one.",
  why: "NIACT calls somebody to the office at night. Who comes wants to read first what for.",
  source: "5 FAH-2 H-421, CT:TEL-54 05-16-2017",
  check({ tree: { header }, paragraphs, date, today, printed }) {
    const year = date?.year ?? today?.year;
    if (year !== undefined && year < SINCE) return [];
    const [first] = paragraphs;
    if (first === undefined || SAYS_SO.test(printed(first.span))) return [];
    const niact = [header.precedence, ...[...header.to, ...header.info].map(({ precedence }) => precedence)].find(
      (one) => one?.value === "NIACT IMMEDIATE",
    );
    return niact == null ? [] : [{ span: niact.span, message: "The first paragraph does not say why this is NIACT." }];
  },
};

/** Finds characters that a telegram can not carry: curly quotation marks, dashes, accents. */

import { DRAFTED_FORMS, type Finding, type Rule } from "./rule.ts";
import { certain, replace } from "./support/fix.ts";

/** What stands for a sign on a teletype. Letters with accents are not among them: which letters stand for them is for the drafter. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u201a", "'"],
  ["\u201c", '"'],
  ["\u201d", '"'],
  ["\u201e", '"'],
  ["\u2032", "'"],
  ["\u2033", '"'],
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["\u2012", "-"],
  ["\u2013", "-"],
  ["\u2014", "--"],
  ["\u2015", "--"],
  ["\u2022", "-"],
  ["\u2026", "..."],
  ["\u00a0", " "],
  ["\u2009", " "],
  ["\u202f", " "],
]);

const RUN = /[^\t\n\f\r\x20-\x7e\ufeff]+/g;

export const nonAsciiInOutgoing: Rule = {
  code: "non-ascii-in-outgoing",
  area: "body",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "warning",
  title: "A telegram that goes out holds only the characters of the telegraph: plain ASCII.",
  why: "Word processors write curly quotation marks and long dashes. On the way they become question marks, commas or nothing: `government,s` in published cables was once `government’s`.",
  source: "ACP 127(G) 209",
  check({ text }) {
    const findings: Finding[] = [];
    for (const match of text.matchAll(RUN)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const signs = [...match[0]];
      const plain = signs.map((sign) => PLAIN.get(sign) ?? null);
      const several = signs.length > 1;
      findings.push({
        span,
        message: `${match[0]} ${several ? "are no characters" : "is no character"} that a telegram can carry.`,
        ...(plain.includes(null)
          ? {}
          : { fixes: certain(`Write ${JSON.stringify(plain.join(""))}`, replace(span, plain.join(""))) }),
      });
    }
    return findings;
  },
};

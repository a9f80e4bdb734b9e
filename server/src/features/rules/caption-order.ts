/** Finds channels and special handling captions behind captions of distribution and control. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

const AFTER: ReadonlySet<string> = new Set(["SIPDIS", "NOFORN", "SENSITIVE"]);
const FIRST_KINDS: ReadonlySet<string> = new Set(["channel", "special handling"]);

export const captionOrder: Rule = {
  code: "caption-order",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: true,
  severity: "info",
  title: "A channel or special handling caption stands before SIPDIS, NOFORN and SENSITIVE.",
  why: "It decides who may open the message at all, and so is the first thing behind the number.",
  source: "5 FAH-2 H-442, CT:TEL-29 07-16-2008",
  check({ tree: { header }, vocabulary: { captions } }) {
    let before: string | null = null;
    const findings: Finding[] = [];
    const from = header.classificationLine?.span.start ?? 0;
    for (const { value, span } of header.captions) {
      // A wrapper lists them once more, above.
      if (span.start < from) continue;
      const kind = captions.find(value)?.kind ?? "";
      if (before !== null && FIRST_KINDS.has(kind)) {
        findings.push({ span, message: `${value} stands before ${before}.` });
      }
      if (before === null && AFTER.has(value)) before = value;
    }
    return findings;
  },
};

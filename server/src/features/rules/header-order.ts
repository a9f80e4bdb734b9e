/** Finds header fields out of their order. */

import { type Finding, type Rule, STATE_FORMS } from "./rule.ts";
import { nameOf } from "./support/fields.ts";

const ORDER: readonly string[] = [
  ...["DTG", "From", "To", "Info", "Classification", "Captions"],
  ...["E.O.", "TAGS", "Subject", "REF"],
];

export const headerOrder: Rule = {
  code: "header-order",
  area: "header",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "warning",
  title:
    "Date-time group, FM, TO, INFO, classification and captions, E.O., TAGS, SUBJECT and REF follow each other in this order.",
  why: "Readers and machines look for the fields in their places; 1,259 of 1,296 published cables have them so.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4; 5 FAH-1 H-210",
  check({ text, tree: { header, referencesSpan, form } }) {
    // A wrapper lists its fields, and what the cable refers to, in an order of its own.
    const from = form === "smart" ? (header.classificationLine?.span.start ?? text.length) : 0;
    const fields = header.fields
      .filter(({ name, span }) => ORDER.includes(name) && span.start >= from)
      .map(({ name, nameSpan }) => ({ name, span: nameOf(text, nameSpan) }));
    if (referencesSpan !== null && referencesSpan.start >= from) {
      fields.push({ name: "REF", span: { start: referencesSpan.start, end: referencesSpan.start + 3 } });
    }
    fields.sort((one, other) => one.span.start - other.span.start);
    const findings: Finding[] = [];
    let furthest: string | null = null;
    for (const { name, span } of fields) {
      if (furthest !== null && ORDER.indexOf(name) < ORDER.indexOf(furthest)) {
        findings.push({ span, message: `${name.toUpperCase()} belongs before ${furthest.toUpperCase()}.` });
      } else {
        furthest = name;
      }
    }
    return findings;
  },
};

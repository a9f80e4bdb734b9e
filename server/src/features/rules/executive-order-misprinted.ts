/** Finds slips in the number of the executive order: 12598 for 12958. */

import { EVERY_FORM, type Rule } from "./rule.ts";
import { certain, replace } from "./support/fix.ts";

export const executiveOrderMisprinted: Rule = {
  code: "executive-order-misprinted",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "hint",
  title: "The number on the E.O. line is that of an executive order on classification.",
  why: "E.O. 12598, 19528 and 19523 are usual slips for 12958; no such order ever protected a cable.",
  source: "Executive Orders 10501 to 13526; mined from 1,296 cables",
  check({ tree: { header }, vocabulary: { executiveOrders }, text }) {
    const number = header.executiveOrder?.number ?? null;
    if (number === null) return [];
    const typed = text.slice(number.span.start, number.span.end);
    if (!/^\d+$/.test(typed) || typed === number.value) {
      const isKnown = executiveOrders.find(number.value) !== undefined;
      return isKnown || !/^\d+$/.test(typed)
        ? []
        : [{ span: number.span, message: `${typed} is no executive order on classification.` }];
    }
    return [
      {
        span: number.span,
        message: `E.O. ${typed} is a slip for E.O. ${number.value}.`,
        fixes: certain(`Write ${number.value}`, replace(number.span, number.value)),
      },
    ];
  },
};

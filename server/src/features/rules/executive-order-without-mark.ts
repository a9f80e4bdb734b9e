/** Finds E.O. lines that name an order and not what it asks for: a date, an event, an exemption, or N/A. */

import { type Finding, type Rule, STATE_FORMS } from "./rule.ts";
import { choice, insert } from "./support/fix.ts";

export const executiveOrderWithoutMark: Rule = {
  code: "executive-order-without-mark",
  area: "fields",
  // A SMART wrapper has the order in one field and the date in another.
  forms: STATE_FORMS.filter((form) => form !== "smart"),
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "The E.O. line gives a code of the order: DECL with a date or event, OADR, GDS, ADS, XGDS, or N/A.",
  why: "The order alone says nothing of this text. What is no code of any order keeps the text closed, or open, by mistake.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4; Executive Orders 11652, 12065, 12356, 12958, 13526",
  check({ tree: { header }, vocabulary: { executiveOrders }, date }): readonly Finding[] {
    const { number = null, value = null } = header.executiveOrder ?? {};
    if (number === null) return [];
    if (value === null || value.value.trim() === "") {
      const isOpen = header.classificationLine?.level.value === "UNCLASSIFIED";
      return [
        {
          span: number.span,
          message: `E.O. ${number.value} stands without a date, an event or N/A.`,
          ...(isOpen ? { fixes: [choice("Write N/A", insert(number.span.end, ": N/A"))] } : {}),
        },
      ];
    }
    if (executiveOrders.marks(value.value, date).length > 0 || /\d/.test(value.value)) return [];
    return [{ span: value.span, message: "No executive order has such a code." }];
  },
};

/** Finds executive orders that were not in force on the day of the cable. */

import { isoDate, longDateOf } from "../../vocabulary/date.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";

export const executiveOrderNotInForce: Rule = {
  code: "executive-order-not-in-force",
  area: "fields",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "hint",
  title: "The E.O. line names the executive order in force on the day of the cable.",
  why: "Each order has its own codes and spans. Templates outlive orders by months, in published cables too, where this is a hint.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4; Executive Orders 11652, 12065, 12356, 12958, 13526",
  check({ tree: { header }, vocabulary: { executiveOrders }, sentOn, date, text }) {
    const number = header.executiveOrder?.number ?? null;
    const order = number === null ? undefined : executiveOrders.find(number.value);
    if (number === null || order === undefined || date === null) return [];
    if (sentOn === null) {
      // Of a draft without a date-time group the year may be known, by its number: then the whole year counts.
      const isOfYear = order.from <= `${date.year}-12-31` && (order.to === null || order.to > `${date.year}-01-01`);
      return isOfYear ? [] : [{ span: number.span, message: `E.O. ${order.number} was not in force in ${date.year}.` }];
    }
    const right = executiveOrders.inForce(sentOn);
    const day = isoDate(sentOn);
    if (right === undefined || (order.from <= day && (order.to === null || day < order.to))) return [];
    const when =
      day < order.from ? `holds from ${longDateOf(order.from)}` : `held until ${longDateOf(order.to ?? day)}`;
    const isPlain = text.slice(number.span.start, number.span.end) === number.value;
    return [
      {
        span: number.span,
        message: `E.O. ${order.number} ${when}; in force on ${longDateOf(day)} was E.O. ${right.number}.`,
        ...(isPlain ? { fixes: [choice(`Write ${right.number}`, replace(number.span, right.number))] } : {}),
      },
    ];
  },
};

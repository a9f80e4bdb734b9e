/** What stands on the E.O. line of each time: the order in force, and the forms of declassification with their dates. */

import { type CableDate, daysInMonth, isoDate } from "../../../vocabulary/date.ts";
import type { Vocabulary } from "../../../vocabulary/vocabulary.ts";

/** One way to say when a cable is declassified. */
interface DeclassificationRow {
  /** The orders that have it. */
  readonly orders: readonly string[];
  /** `{date}` is the cable's date, so many years on. */
  readonly text: string;
  readonly years?: number;
  /** ISO dates from and until which it could be used, where that is not the order's own time. */
  readonly from?: string;
  readonly to?: string;
  readonly title: string;
}

/** Executive Orders 11652, 12065, 12356, 12958 with its amendment of 2003 (13292), and 13526. The usual ones first. */
const DECLASSIFICATION: readonly DeclassificationRow[] = [
  { orders: ["11652"], text: "GDS", title: "general declassification schedule" },
  { orders: ["11652"], text: "XGDS-1", title: "exempt: from a foreign government, or protected by law" },
  { orders: ["11652"], text: "XGDS-2", title: "exempt: special source, method or programme" },
  { orders: ["11652"], text: "XGDS-3", title: "exempt: a matter that goes on" },
  { orders: ["11652"], text: "XGDS-4", title: "exempt: a danger to a person" },
  { orders: ["12065"], text: "GDS {date}", years: 6, title: "in six years" },
  { orders: ["12065"], text: "XDS-1 {date}", years: 20, title: "extended, in twenty years" },
  { orders: ["12356"], text: "DECL: OADR", title: "when the originating agency says so" },
  { orders: ["12356", "12958", "13526"], text: "DECL: {date}", years: 10, title: "in ten years" },
  { orders: ["12958"], text: "DECL: {date}", years: 25, from: "2003-03-25", title: "in twenty-five years" },
  { orders: ["13526"], text: "DECL: {date}", years: 25, title: "in twenty-five years" },
  { orders: ["12958"], text: "DECL: X1", to: "2003-09-22", title: "exempt: intelligence source or method" },
  {
    orders: ["12958"],
    text: "DECL: X6",
    to: "2003-09-22",
    title: "exempt: foreign government or diplomatic relations",
  },
];

export interface DeclassificationForm {
  readonly text: string;
  readonly title: string;
}

/** The order that a cable of that date names; that of today where none was in force, for then the date is wrong. */
export function orderInForce({
  vocabulary,
  date,
}: {
  readonly vocabulary: Vocabulary;
  readonly date: CableDate;
}): string {
  const { executiveOrders } = vocabulary;
  return executiveOrders.inForce(date)?.number ?? executiveOrders.numbers[executiveOrders.numbers.length - 1] ?? "";
}

/** The forms of an order at a date, dates filled in, `N/A` left out. */
export function declassificationForms(order: string, date: CableDate): readonly DeclassificationForm[] {
  const day = isoDate(date);
  return DECLASSIFICATION.filter(
    ({ orders, from, to }) =>
      orders.includes(order) && (from === undefined || day >= from) && (to === undefined || day < to),
  ).map(({ text, years, title }) => ({ text: text.replace("{date}", dateLater(order, date, years ?? 0)), title }));
}

/** `11/23/2036`, the year of two digits before 1982: so many years on, the last of February for the 29th. */
function dateLater(order: string, { year, month, day }: CableDate, years: number): string {
  const later = year + years;
  const lastDay = Math.min(day, daysInMonth(later, month));
  const printedYear = order === "12065" ? String(later % 100).padStart(2, "0") : String(later);
  return `${String(month).padStart(2, "0")}/${String(lastDay).padStart(2, "0")}/${printedYear}`;
}

/** Executive orders by date, the values of the E.O. line, and reason codes. */

import { expect, test } from "vitest";
import { defaultExecutiveOrders, normalReason } from "../../server/src/vocabulary/executive-orders.ts";

const orders = defaultExecutiveOrders();
const day = (year: number, month: number, dayOfMonth: number) => ({ year, month, day: dayOfMonth });

test.each([
  [day(1974, 1, 24), "11652"],
  [day(1978, 11, 30), "11652"],
  [day(1978, 12, 1), "12065"],
  [day(1990, 5, 5), "12356"],
  [day(1995, 10, 13), "12356"],
  [day(1995, 10, 14), "12958"],
  [day(2009, 8, 28), "12958"],
  [day(2010, 6, 27), "13526"],
  [day(2023, 1, 1), "13526"],
])("on %o the order in force is %s", (date, number) => {
  expect(orders.inForce(date)?.number).toBe(number);
});

test("an order is found by its number, with or without E.O., and by a usual misprint of it", () => {
  expect(orders.find("12958")?.title).toBe("Classified National Security Information");
  expect(orders.find("E.O. 12958")?.number).toBe("12958");
  expect(orders.find("12598")).toMatchObject({ number: "12958", misprint: "12598" });
  expect(orders.find("99999")).toBeUndefined();
});

test.each([
  ["12958", "DECL: 08/28/2019", /^Declassify on the date/],
  ["12958", "DECL 8/28/19", /^Declassify on the date/],
  ["12958", "DECL: AUGUST 28, 2019", /^Declassify on the date/],
  ["12958", "E.O. 12958: DECL: 2019/08/28.", /^Declassify on the date/],
  ["12958", "DECL: AFTER KOREAN UNIFICATION", /^Declassify on an event/],
  ["12958", "N/A", /^Not classified/],
  ["12958", "NA", /^Not classified/],
  ["12958", "X5", /foreign government information/],
  ["12958", "DECL: X1", /intelligence source/],
  ["12958", "DECL: 25X4", /^Exempt from automatic declassification at 25 years/],
  ["12958", "DNG: CO 03/29/2006", /^Downgrade to Confidential/],
  ["12356", "DECL: OADR", /^Originating agency's determination/],
  ["12356", "OADR", /^Originating agency's determination/],
  ["11652", "GDS", /^General declassification schedule/],
  ["11652", "XGDS-2", /category 2/],
  ["11652", "XGDS2", /category 2/],
  ["12065", "GDS 7/8/85 (DOE, JANE Q.) OR-M", /^Declassify on the date, six years/],
  ["12065", "XDS-1 7/8/99 (DOE, JANE Q.) OR-M", /^Extended beyond six years/],
  ["12065", "N/A", /^Not classified/],
  ["13526", "50X1-HUM", /confidential human source/],
  ["13526", "DECL: 2040/01/01", /^Declassify on the date/],
])("under %s, %s is told", (number, value, meaning) => {
  expect(orders.mark(number, value)?.meaning).toMatch(meaning);
});

test("a value that has no form of the order is not told", () => {
  expect(orders.mark("12958", "PERHAPS LATER")).toBeUndefined();
  expect(orders.mark("12958", "")).toBeUndefined();
  expect(orders.mark("99999", "N/A")).toBeUndefined();
});

test.each([
  ["1.4(b)", "1.4(b)"],
  ["1.4 (B)", "1.4(b)"],
  ["1.4B", "1.4(b)"],
  ["1.5 (d)", "1.5(d)"],
  ["1.3 (A) (5)", "1.3(a)(5)"],
  ["1-301(d)", "1-301(d)"],
])("the reason %s is %s", (typed, normal) => {
  expect(normalReason(typed)).toBe(normal);
});

test.each(["1.4", "1.6(b)", "14", "2.4(b)", "1.4(b) and (d)", ""])("%s is no reason code", (typed) => {
  expect(normalReason(typed)).toBeUndefined();
  expect(orders.reasons(typed, null)).toEqual([]);
});

test("a reason is that of the order in force at the date, the same code of another order comes after it", () => {
  const at = (date: ReturnType<typeof day>) =>
    orders.reasons("1.4(c)", date).map(({ order, amendedBy }) => [order, amendedBy]);
  expect(at(day(2009, 8, 28))).toEqual([
    ["12958", "13292"],
    ["13526", null],
  ]);
  expect(at(day(2015, 1, 1))).toEqual([
    ["13526", null],
    ["12958", "13292"],
  ]);
  expect(orders.reasons("1.5(b)", day(2001, 1, 1))[0]).toMatchObject({
    order: "12958",
    amendedBy: null,
    to: "2003-03-25",
  });
});

test("a mark that only earlier orders have is told by the latest of them", () => {
  expect(orders.marks("OADR", day(2009, 8, 28))[0]?.order).toBe("12356");
  expect(orders.marks("GDS", day(1974, 1, 24))[0]?.order).toBe("11652");
});

/** The E.O. line: what fits the cable's level, with dates counted from the cable's own. */

import { expect, test } from "vitest";
import { labels, taken } from "../../support/completions.ts";
import { transmitted } from "./drafts.ts";

test("ten and twenty-five years after a classified cable", () => {
  expect(labels(transmitted("E.O. 12958: $0\nTAGS: PGOV"))).toEqual(["DECL: 08/28/2019", "DECL: 08/28/2034"]);
});

test("ten years only, or an exemption, before the amendment of 2003", () => {
  const source = transmitted("E.O. 12958: $0\nTAGS: PGOV").replace("280903Z AUG 09", "290903Z FEB 00");
  expect(labels(source)).toEqual(["DECL: 02/28/2010", "DECL: X1", "DECL: X6"]);
});

test("N/A for what is not classified", () => {
  expect(labels(transmitted("E.O. 12958: $0\nTAGS: PGOV", "UNCLAS"))).toEqual(["N/A"]);
});

test("the marks of other orders", () => {
  const of1974 = (level: string) =>
    `R 281200Z JAN 74\nFM AMEMBASSY BONN\nTO SECSTATE WASHDC\n\n${level} BONN 99234\n\nE.O. 11652: $0\nTAGS: PFOR\nSUBJ: TALKS`;
  expect(labels(of1974("SECRET"))).toEqual(["GDS", "XGDS-1", "XGDS-2", "XGDS-3", "XGDS-4"]);
  expect(labels(of1974("LIMITED OFFICIAL USE"))).toEqual(["N/A"]);
});

test("counted from today in a draft; what is typed of it is replaced", () => {
  const source = "SECRET SHANGHAI 099374\n\nSIPDIS\n\nE.O. 13526: DECL: 1$0\nTAGS: PGOV\nSUBJECT: X";
  expect(taken(source, "DECL: 11/23/2036")).toBe("E.O. 13526: DECL: 11/23/2036|");
});

test("the whole line where its name is being typed", () => {
  expect(labels("UNCLAS SHANGHAI 099374\n\nSIPDIS\n\nE.O$0", { of: "executive-order" })).toEqual(["E.O. 13526: N/A"]);
});

/** E.O. lines: number, value and date of declassification. */

import { describe, expect, test } from "vitest";
import { readExecutiveOrder } from "../../../server/src/cable/values/executive-order.ts";
import { joined, printed, valueIn } from "./joined.ts";

describe("an E.O. line", () => {
  test.each([
    ["12958: DECL: 12/31/2019", "12958", "DECL: 12/31/2019", "2019-12-31"],
    ["12958 DECL: 2019/12/31", "12958", "DECL: 2019/12/31", "2019-12-31"],
    ["12958: DECL: 2019-12-31", "12958", "DECL: 2019-12-31", "2019-12-31"],
    ["12958: DECL: 1/2/19", "12958", "DECL: 1/2/19", "2019-01-02"],
    ["12958: DECL: 31/12/2019", "12958", "DECL: 31/12/2019", "2019-12-31"],
    ["12958: DECL: 12/ 31/2019", "12958", "DECL: 12/ 31/2019", "2019-12-31"],
    ["12958: DECL:\n12/31/2019", "12958", "DECL: 12/31/2019", "2019-12-31"],
    ["12958: DECLl: 12/31/2019", "12958", "DECLl: 12/31/2019", "2019-12-31"],
    ["12958: 12/31/2019", "12958", "12/31/2019", "2019-12-31"],
    ["12958: DECL: 12/31/2O19", "12958", "DECL: 12/31/2O19", "2019-12-31"],
    ["12958: DECL: O1/O2/2O19", "12958", "DECL: O1/O2/2O19", "2019-01-02"],
    ["12958: DECL: 31 DEC 2019", "12958", "DECL: 31 DEC 2019", "2019-12-31"],
    ["12958: DECL: DECEMBER 31, 2019", "12958", "DECL: DECEMBER 31, 2019", "2019-12-31"],
    ["13526: DECL: 20601231", "13526", "DECL: 20601231", "2060-12-31"],
    ["13526: DECL: 25X1, 20601231", "13526", "DECL: 25X1, 20601231", "2060-12-31"],
    ["12065: GDS 7/8/85 (NAME, A. B.) OR-M", "12065", "GDS 7/8/85 (NAME, A. B.) OR-M", "1985-07-08"],
    ["11652: XGDS1, DECLAS 12-31-84", "11652", "XGDS1, DECLAS 12-31-84", "1984-12-31"],
    ["11652: GDS", "11652", "GDS", null],
    ["11652: XGDS-2", "11652", "XGDS-2", null],
    ["12356: DECL:OADR", "12356", "DECL:OADR", null],
    ["12958: N/A", "12958", "N/A", null],
    ["12958:N/A", "12958", "N/A", null],
    ["12065; NA", "12065", "NA", null],
    ["12958: DECL: AFTER KOREAN REUNIFICATION", "12958", "DECL: AFTER KOREAN REUNIFICATION", null],
    ["12958: DECL: TEN YEARS AFTER 12/31/2019", "12958", "DECL: TEN YEARS AFTER 12/31/2019", null],
    ["12958: DECL: X1", "12958", "DECL: X1", null],
    ["12958: DECL: 25X1-HUMAN", "12958", "DECL: 25X1-HUMAN", null],
    ["12958: DECL: MR", "12958", "DECL: MR", null],
    ["12958: DECL: 02/30/2019", "12958", "DECL: 02/30/2019", null],
    ["12958: DNG: CO 03/29/2006", "12958", "DNG: CO 03/29/2006", null],
    ["12958: DNG: CO 03/29/2006 DECL: 03/29/2016", "12958", "DNG: CO 03/29/2006 DECL: 03/29/2016", "2016-03-29"],
    ["12958", "12958", null, null],
    [": 12958", "12958", null, null],
    ["E.O. 12958: N/A", "12958", "N/A", null],
    ["E.0. 12958: N/A", "12958", "N/A", null],
    ["EO 12958 N/A", "12958", "N/A", null],
    ["E. O. 12958: N/A", "12958", "N/A", null],
    ["E.OM 11652: GDS", "11652", "GDS", null],
    ["E.O.: 13526", "13526", null, null],
    ["Unknown", null, "Unknown", null],
    ["DECL: 12/31/2019", null, "DECL: 12/31/2019", "2019-12-31"],
    ["12958, AS AMENDED: DECL: 12/31/2019", "12958", "AS AMENDED: DECL: 12/31/2019", "2019-12-31"],
  ])("%j", (text, number, value, date) => {
    const line = readExecutiveOrder(joined(text));
    expect(valueIn(line?.number)).toBe(number);
    expect(valueIn(line?.value)).toBe(value);
    expect(valueIn(line?.declassifyOn)).toBe(date);
  });

  test.each([
    ["12598", "12958"],
    ["19528", "12958"],
    ["19523", "12958"],
    ["11)065", "12065"],
    ["1958", "12958"],
    ["129958", "12958"],
    ["l2958", "l2958"],
    ["13562", "13526"],
    ["13256", "13256"], // as near to 12356 as to 13526
    ["12O65", "12065"],
    ["99999", "99999"],
  ])("the number %j is mended to %j", (typed, number) => {
    const line = readExecutiveOrder(joined(`${typed}: N/A`));
    expect(valueIn(line?.number) ?? typed).toBe(number);
  });

  test.each([
    ["12958: N/A TAGS: ASEC SNAR", " TAGS: ASEC SNAR"],
    ["12958: DECL: 12/31/2019 TAGS PREL, PGOV", " TAGS PREL, PGOV"],
    ["12958: DECL: 12/31/2019 Classified By: DCM Jane Doe", " Classified By: DCM Jane Doe"],
    ["12958: N/A SUBJECT: TALKS", " SUBJECT: TALKS"],
    ["12958: N/A", ""],
  ])("%j ends before the next field", (text, rest) => {
    const line = readExecutiveOrder(joined(text));
    expect(text.slice(line?.end)).toBe(rest);
  });

  test("says where each part stands", () => {
    const text = "E.O. 11)065:  GDS  7/8/85 (DOE, J.)";
    const line = readExecutiveOrder(joined(text));
    expect(line && printed(text, line)).toBe("11)065:  GDS  7/8/85 (DOE, J.)");
    expect(line?.number && printed(text, line.number)).toBe("11)065");
    expect(line?.value && printed(text, line.value)).toBe("GDS  7/8/85 (DOE, J.)");
    expect(line?.declassifyOn && printed(text, line.declassifyOn)).toBe("7/8/85");
  });

  test.each([[""], [" : "], ["E.O."]])("%j holds nothing", (text) =>
    expect(readExecutiveOrder(joined(text))).toBeNull(),
  );
});

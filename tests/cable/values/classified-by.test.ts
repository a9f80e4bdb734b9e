/** Who classified a cable, and for which reasons. */

import { describe, expect, test } from "vitest";
import { readClassifiedBy } from "../../../server/src/cable/values/classified-by.ts";
import { joined, printed, valueIn, valuesIn } from "./joined.ts";

const BD = ["1.4(b)", "1.4(d)"];

describe("name and title", () => {
  test.each([
    ["POLCOUNS JANE DOE, REASONS 1.4 (B) AND (D)", "POLCOUNS", "JANE DOE"],
    ["Ambassador John Roe for reasons 1.4 (b) and (d)", "Ambassador", "John Roe"],
    ["Embassador John Roe for reasons 1.4 (b) and (d)", "Embassador", "John Roe"],
    ["CDA J. DOE, REASON: 1.4 B/D", "CDA", "J. DOE"],
    ["DCM Jane Doe per 1.4 (b,d)", "DCM", "Jane Doe"],
    ["Economic Counselor J. Doe; reasons 1.4(b),(d).", "Economic Counselor", "J. Doe"],
    ["AMBASSADOR R. NIELS ROE FOR REASONS 1.4 B AND D.", "AMBASSADOR", "R. NIELS ROE"],
    ["Deputy Chief of Mission John D. Roe Jr., Reasons 1.4 (b), (d)", "Deputy Chief of Mission", "John D. Roe Jr."],
    ["DCM John D. Roe, Jr., Reasons 1.4 (b), (d)", "DCM", "John D. Roe, Jr."],
    ["A-DCM JANE DOE FOR REASONS 1.4 (B AND D)", "A-DCM", "JANE DOE"],
    ["RADM Jane Doe, reasons 1.4 (b) and (d)", "RADM", "Jane Doe"],
    ["This cable was classified by DCM Jane Doe, reasons 1.4 (b) and (d)", "DCM", "Jane Doe"],
    ["A/DCM Jane Doe for reasons 1.4 (b/d)", "A/DCM", "Jane Doe"],
    ["Charge d'Affaires, a.i., Jane Doe, for Reasons 1.4 (b) and (d)", "Charge d'Affaires, a.i.", "Jane Doe"],
    ["Chargé d’Affaires Jane Doe, reasons 1.4 (b) and (d)", "Chargé d’Affaires", "Jane Doe"],
    ["Economic Minister-Counselor Jane Doe, 1. 4 (b) and (d)", "Economic Minister-Counselor", "Jane Doe"],
    ["EUR/RPM Director John Roe, Reasons 14 (b) and (d)", "EUR/RPM Director", "John Roe"],
    ["POL/ECON CHIEF JANE DOE, E.O. 12958, REASONS 1.4 (B) & (D)", "POL/ECON CHIEF", "JANE DOE"],
    [
      "Assistant Secretary for Near Eastern Affairs Jane Doe, reasons 1.4 (b) and (d)",
      "Assistant Secretary for Near Eastern Affairs",
      "Jane Doe",
    ],
    ["Refugee Coordinator Jane Doe. Reasons: E.O. 12958 1.4 (b), (d)", "Refugee Coordinator", "Jane Doe"],
    ["Consul General Jane van der Doe for reasons 1.4 (b), (d)", "Consul General", "Jane van der Doe"],
    ["Jane Q. Doe, Ambassador, Reason 1.4 (b,d)", "Ambassador", "Jane Q. Doe"],
    [
      "Jane Q. Doe, Ambassador, US Embassy Fredonia, Department of State. REASON: 1.4 (b), (d)",
      "Ambassador, US Embassy Fredonia, Department of State",
      "Jane Q. Doe",
    ],
    ["JOHN ROE, POLCOUNS, REASON 1.4 (B,D)", "POLCOUNS", "JOHN ROE"],
    ["John Roe (DCM), reasons 1.4 (b) (d)", "DCM", "John Roe"],
    ["Jane Doe DCM, reasons 1.4 (b) (d)", "DCM", "Jane Doe"],
    ["Political Counselor, Jane Doe, reasons 1.4 (b) (d)", "Political Counselor", "Jane Doe"],
    ["POLCOUNS - Jane Doe - reasons 1.4 (b) (d)", "POLCOUNS", "Jane Doe"],
    ["PolOff Jane Doe for Ambassador John Roe, reasons 1.4 (b) and (d)", "PolOff", "Jane Doe"],
    ["CHARGE D,AFFAIRES  JANE DOE, REASONS 1.4 (B) AND (D)", "CHARGE D,AFFAIRES", "JANE DOE"],
    ["DAS (Acting) Jane Doe, reasons 1.4 (b) and (d)", "DAS (Acting)", "Jane Doe"],
    ["Special Envoy for Fredonia Jane Q. Doe, reasons 1.4 (b), (d)", "Special Envoy for Fredonia", "Jane Q. Doe"],
    ["Consul General of Sao Paulo Jane Doe, reasons 1.4 (b), (d)", "Consul General of Sao Paulo", "Jane Doe"],
    ["Jane Doe, DCM/FREDBURG. REASON: 1.4 (b), (d)", "DCM/FREDBURG", "Jane Doe"],
    [
      "LISA M. DOE, PRINCIPAL OFFICER, CONSULATE FREDBURG, STATE. REASON: 1.4 (B), (D)",
      "PRINCIPAL OFFICER, CONSULATE FREDBURG, STATE",
      "LISA M. DOE",
    ],
    ["SCA A/S Robert O. Doe, Jr., reasons 1.4 (b) and (d)", "SCA A/S", "Robert O. Doe, Jr."],
    ["Amb. Jane Doe; Reason 1.4 (b), (d)", "Amb.", "Jane Doe"],
    ["Economic and Commercial Counselor Jane Doe for 1.4 b and d", "Economic and Commercial Counselor", "Jane Doe"],
    ["TDY PolOff Jane Doe, Reasons: 1.4 b&d", "TDY PolOff", "Jane Doe"],
    ["The Ambassador for reasons 1.4 (b) and (d)", "The Ambassador", null],
    ["Jane Doe, reasons 1.4 (b) and (d)", null, "Jane Doe"],
    ["DOE, JANE, REASONS 1.4 (B) AND (D)", null, "DOE, JANE"],
    ["(U) Classified by DCM Jane Doe. Reason: 1.4 (b), (d)", "DCM", "Jane Doe"],
    [": (U) CLASSIFIED BY: DCM JANE DOE; REASON 1.4 (B), (D)", "DCM", "JANE DOE"],
    ["DCM Jane Doe under E.O. 12958, as amended, for reasons 1.4 (b) and (d)", "DCM", "Jane Doe"],
    ["AMBASSADOR JANE DOE FOR REAS\nONS 1.4 B/D", "AMBASSADOR", "JANE DOE"],
    ["POLITICAL COUN\nSELOR JANE DOE FOR REASONS\n1.4 (B) AND (D).", "POLITICAL COUNSELOR", "JANE DOE"],
    ["Ambassador Jane\nDoe, reasons 1.4 (b) and (d)", "Ambassador", "Jane Doe"],
    ["E.O. 12958, as amended, 1.4 (b) and (d)", null, null],
    ["Ambassodor John O. Doe, Jr. for reasons 1.4 (b, d)", "Ambassodor", "John O. Doe, Jr."],
    ["Ambasador John Roe for reasons 1.4 (b, d)", "Ambasador", "John Roe"],
    ["Ambassdaor John Roe for reasons 1.4 (b, d)", "Ambassdaor", "John Roe"],
    ["AMABASSADOR JOHN ROE FOR REASONS 1.4 (B, D)", "AMABASSADOR", "JOHN ROE"],
    ["mbassador John Roe for reasons 1.4 (b, d)", "mbassador", "John Roe"],
    ["Acting Political Minister-Couselor\nAnn Doe, reasons 1.4 (b/d)", "Acting Political Minister-Couselor", "Ann Doe"],
    ["ISN/MTR Direcotr Ann Doe.\nReason:  1.4 (B), (D).", "ISN/MTR Direcotr", "Ann Doe"],
    ["Dpeuty Cheif of Misson Jane Doe for reasons 1.4 (b) (d)", "Dpeuty Cheif of Misson", "Jane Doe"],
    ["Poltical Consellor Jane Doe for reasons 1.4 (b) (d)", "Poltical Consellor", "Jane Doe"],
    ["CHARG D'AFFAIRS JANE DOE FOR REASONS 1.4 (B) (D)", "CHARG D'AFFAIRS", "JANE DOE"],
    ["DEPUTY POLITICAL COUNSEL0R JOHN ROE\nPER 1.4 (B) AND (D)", "DEPUTY POLITICAL COUNSEL0R", "JOHN ROE"],
    ["PolMinCons John Roe, reasons 1.4 (b/d)", "PolMinCons", "John Roe"],
    ["Pol Min Couns John Roe, reasons 1.4 (b/d)", "Pol Min Couns", "John Roe"],
    ["Econ Off John Roe, reasons 1.4 (b/d)", "Econ Off", "John Roe"],
    ["DepPolCouns John Roe, reasons 1.4 (b/d)", "DepPolCouns", "John Roe"],
    ["A/POLCONS John Roe, reasons 1.4 (b/d)", "A/POLCONS", "John Roe"],
    ["PolMilOff John Roe, reasons 1.4 (b/d)", "PolMilOff", "John Roe"],
    ["EconMinCouns John Roe, reasons 1.4 (b/d)", "EconMinCouns", "John Roe"],
    ["AIT DIR JOHN ROE, REASONS 1.4 (B/D)", "AIT DIR", "JOHN ROE"],
    ["COM John Roe, reasons 1.4 (b/d)", "COM", "John Roe"],
    ["Acting Econ Cons John Roe, reasons 1.4 (b/d)", "Acting Econ Cons", "John Roe"],
    ["CLASSIFIED BY USEU MCOUNSELOR JOHN ROE, FOR REA\nSONS 1.4 (B) AND (D)", "USEU MCOUNSELOR", "JOHN ROE"],
    ["Ambassador Min Jung Doe, reasons 1.4 (b/d)", "Ambassador", "Min Jung Doe"],
    ["DCM Off Doe, reasons 1.4 (b/d)", "DCM", "Off Doe"],
    ["Ambassador Jane Minster for reasons 1.4 (b/d)", "Ambassador", "Jane Minster"],
    ["Consul General John Constable, reasons 1.4 (b/d)", "Consul General", "John Constable"],
    ["DCM John Polk, reasons 1.4 (b/d)", "DCM", "John Polk"],
  ])("%j", (text, title, name) => {
    const by = readClassifiedBy(joined(text));
    expect(valueIn(by?.title)).toBe(title);
    expect(valueIn(by?.name)).toBe(name);
    expect(valuesIn(by?.reasons ?? [])).toEqual(BD);
  });

  test("without a reason", () => {
    const by = readClassifiedBy(joined("Ambassador John Roe"));
    expect([valueIn(by?.title), valueIn(by?.name), by?.reasons]).toEqual(["Ambassador", "John Roe", []]);
  });
});

describe("reasons", () => {
  test.each([
    ["1.4 (b) and (d)", BD],
    ["1.4(b),(d).", BD],
    ["1.4. (b), (d)", BD],
    ["1. 4 (b) and (d)", BD],
    ["1.\n4 (b) and (d)", BD],
    ["14 (b) and (d)", BD],
    ["1,4 (b) and (d)", BD],
    ["1.4 B/D", BD],
    ["1/4 (B), (D)", BD],
    ["1.4 (b ) and (d)", BD],
    ["E.O. 12958 reasons 1.4 (b ) and (d).", BD],
    ["1.4 b, d", BD],
    ["1.4 B AND D", BD],
    ["1.4 (B) A\nND (D)", BD],
    ["1.4 (b & d)", BD],
    ["1.4 (b)(d)", BD],
    ["1.4 (b) and 1.4 (d)", BD],
    ["1.4 (b), (b) and (d)", BD],
    ["Reason: 1.4 (b) and (d)", BD],
    ["E.O. 12958: 1.4 (b) and (d)", BD],
    ["1.4 paragraphs b and d", BD],
    ["section 1.4, paras. (b), (d)", BD],
    ["1.5 (b)", ["1.5(b)"]],
    ["1.5 (b) and 1.4 (d)", ["1.5(b)", "1.4(d)"]],
    ["1.4 (b-d)", ["1.4(b)", "1.4(c)", "1.4(d)"]],
    ["1.3(a)(5)", ["1.3(a)(5)"]],
    ["1-301(b)", ["1-301(b)"]],
    ["1.4", ["1.4"]],
    ["1.4 (b). A meeting was held", ["1.4(b)"]],
    ["1.4 a meeting was held", ["1.4"]],
    ["12/31/2014", []],
  ])("%j", (text, reasons) => {
    expect(valuesIn(readClassifiedBy(joined(`DCM Jane Doe for ${text}`))?.reasons ?? [])).toEqual(reasons);
  });

  test("alone, as behind a field of their own", () => {
    const by = readClassifiedBy(joined("1.4 (b) and (d)"));
    expect([by?.name, by?.title, valuesIn(by?.reasons ?? [])]).toEqual([null, null, BD]);
  });
});

test("what was cut off is no name", () => {
  expect(readClassifiedBy(joined("A..."))?.name ?? null).toBeNull();
});

test("says where each part stands", () => {
  const text = " POLITICAL COUN\nSELOR JANE\nDOE FOR REAS\nONS 1.4 (B) AND (D).";
  const by = readClassifiedBy(joined(text));
  expect(by && printed(text, by)).toBe(text.trim());
  expect(by?.title && printed(text, by.title)).toBe("POLITICAL COUN\nSELOR");
  expect(by?.name && printed(text, by.name)).toBe("JANE\nDOE");
  expect(by?.reasons.map((reason) => printed(text, reason))).toEqual(["1.4 (B)", "(D)"]);
});

test.each([
  ["DCM Jane Doe, reasons 1.4 (b). ¶1. (C) Text", "¶1. (C) Text"],
  ["DCM Jane Doe, reasons 1.4 (b). 1. (C) Text", "1. (C) Text"],
  ["DCM Jane Doe, reasons 1.4 (b). Declassify on: 1/1/2020", "Declassify on: 1/1/2020"],
  ["DCM Jane Doe, reasons 1.4 (b). ------------", "------------"],
  ["DCM Jane Doe, reasons 1.4 (b).", ""],
])("%j ends before what follows", (text, rest) => {
  const by = readClassifiedBy(joined(text));
  expect(valueIn(by?.name)).toBe("Jane Doe");
  expect(text.slice(by?.end)).toBe(rest);
});

test.each([[""], ["  "], ["------------"], [", ;"]])("%j names nobody", (text) => {
  expect(readClassifiedBy(joined(text))).toBeNull();
});

/** Captions and passing instructions. */

import { describe, expect, test } from "vitest";
import { isCaptionLine, isPassingLine, readCaptions } from "../../../server/src/cable/values/captions.ts";
import { joined, printed, valuesIn } from "./joined.ts";

describe("a caption line", () => {
  test.each([
    ["SIPDIS", ["SIPDIS"]],
    ["SIPDIS ", ["SIPDIS"]],
    ["Sipdis", ["SIPDIS"]],
    ["S I P D I S", ["SIPDIS"]],
    ["SIPDlS", ["SIPDIS"]],
    ["SIPPDIS", ["SIPDIS"]],
    ["IPDIS", ["SIPDIS"]],
    ["SENSITIVE SIPDIS", ["SENSITIVE", "SIPDIS"]],
    ["SIPDIS, NOFORN", ["SIPDIS", "NOFORN"]],
    ["NO FORN", ["NOFORN"]],
    ["NODIS", ["NODIS"]],
    ["EXDIS", ["EXDIS"]],
    ["LIMDIS NOFORN", ["LIMDIS", "NOFORN"]],
    ["STADIS//////////////", ["STADIS"]],
    ["DEA SENSITIVE", ["DEA SENSITIVE"]],
    ["SECRET//NOFORN", ["NOFORN"]],
    ["AIDAC", ["AIDAC"]],
    ["ROGER CHANNEL", ["ROGER CHANNEL"]],
    ["SY CHANNEL", ["SY CHANNEL"]],
    ["NOT FOR INTERNET DISTRIBUTION", ["NOT FOR INTERNET DISTRIBUTION"]],
    ["COUNTRY TEAM. MESSAGE", ["COUNTRY TEAM MESSAGE"]],
    ["C O R R E C T E D   C O P Y (ADDED TAGS)", ["CORRECTED COPY"]],
    ["C O R R E C T E D  C O P Y (MRN 2947 VICE 2047)", ["CORRECTED COPY"]],
    ["CORRECTED COPY", ["CORRECTED COPY"]],
    ["TOSEC 990023", ["TOSEC"]],
    ["SPECAT EXCLUSIVE", ["SPECAT EXCLUSIVE"]],
  ])("%j", (text, captions) => {
    expect(valuesIn(readCaptions(joined(text))?.captions ?? [])).toEqual(captions);
    expect(isCaptionLine(text)).toBe(true);
  });

  test.each([
    ["SIPDIS E.O. 12958: N/A", ["SIPDIS"], "E.O. 12958: N/A"],
    ["Sipdis, State for EUR/X", ["SIPDIS"], "State for EUR/X"],
    ["SENSITIVE talks are held", ["SENSITIVE"], "talks are held"],
  ])("%j begins with captions and goes on", (text, captions, rest) => {
    const read = readCaptions(joined(text));
    expect(valuesIn(read?.captions ?? [])).toEqual(captions);
    expect(text.slice(read?.end)).toBe(rest);
    expect(isCaptionLine(text)).toBe(false);
  });

  test.each([
    ["SENSITIVITY"],
    ["SIPPING"],
    ["US"],
    ["ONLY"],
    ["TOSEC"],
    ["SECRET"],
    ["SUMMARY"],
    ["1. (U) SIPDIS"],
    [""],
  ])("%j is none", (text) => {
    expect(readCaptions(joined(text))).toBeNull();
    expect(isCaptionLine(text)).toBe(false);
  });

  test("says where each stands, the reason of a correction included", () => {
    const text = "NOFORN / C O R R E C T E D  C O P Y (ADDED TAGS)";
    expect(readCaptions(joined(text))?.captions.map((caption) => printed(text, caption))).toEqual([
      "NOFORN",
      "C O R R E C T E D  C O P Y (ADDED TAGS)",
    ]);
  });
});

describe("a passing instruction", () => {
  test.each([
    ["DEPT FOR EAP/CM, DRL"],
    ["DEPT ALSO FOR EUR/WE, DRL/IL"],
    ["DEPT OF COMMERCE FOR ITA"],
    ["DEPARTMENT PASS DOD"],
    ["DEPT PASS: RAW MATERIALS DIVISION"],
    ["STATE FOR A AND B"],
    ["State for EUR/SE"],
    ["STATE PASS USTR FOR DOE/ROE"],
    ["STATE PASS TO USAID FOR DOE"],
    ["STATE PLEASE PASS TO USTR"],
    ["STATE FOR S/CT(DOE AND ROE) AND TTIC"],
    ["NSC FOR DOE"],
    ["WHITE HOUSE FOR NSC/WEUROPE"],
    ["TREASURY FOR OASIA - DOE/ROE"],
    ["FOR EUR/WE"],
    ["FOR: IPS/IBS"],
    ["FOR INM DEPUTY ASST SECRETARY DOE"],
    ["FOR JANE DOE FROM JOHN ROE"],
    ["FOR DOE"],
    ["ALSO FOR AID"],
    ["FROM THE AMBASSADOR"],
    ["FROM AMBASSADOR DOE FOR A/S ROE"],
    ["ROME FOR DHS/ICE"],
    ["ADDIS ABABA FOR USAU"],
    ["FREDBURG FOR EUR/WE"],
    ["CA/FPP: PLEASE PASS TO DOJ"],
    ["AF/S FOR J. DOE"],
    ["43 SW FOR DOE"],
    ["USCINCPAC FOR J3 AND POLAD"],
    ["EMBASSY PARIS PASS TO CONSULATE STRASBOURG"],
    ["PLEASE PASS TO POL COUNSELOR"],
    ["PASS TO USTR"],
    ["ATTN: DR. DOE"],
    ["STATE INR/R/MR; IIP/R/MR; WHA/PD"],
    ["USDOC 4322/MAC/OLAC/DOE"],
  ])("%j", (text) => expect(isPassingLine(text)).toBe(true));

  test.each([
    ["SIPDIS"],
    ["E.O. 12958: N/A"],
    ["SUBJECT: WAITING FOR EUR/WE"],
    ["1. (U) State for years has"],
    ["The minister asked for help"],
    ["For the first time the two met"],
    ["From 1974 on there was none"],
    ["He came for EUR/WE"],
    ["From: LA PAZ"],
    ["FM AMEMBASSY LA PAZ"],
    ["FOR YEARS NOTHING HAS BEEN HEARD OF IT"],
    ["47 PERCENT INCREASE FOR LOWER INCOMES"],
    ["PL-480 FOR FY 1975. HE HAS ALREADY SHOWN"],
    ["Prospects for Peace"],
    ["PROSPECTS FOR PEACE"],
    ["SUMMARY"],
    [""],
  ])("%j is none", (text) => expect(isPassingLine(text)).toBe(false));
});

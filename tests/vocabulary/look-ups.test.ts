/** The smaller look-ups: routing indicators, captions, precedence, signals, header lines, offices, abbreviations. */

import { describe, expect, test } from "vitest";
import { defaultAcronyms } from "../../server/src/vocabulary/acronyms.ts";
import { defaultCaptions } from "../../server/src/vocabulary/captions.ts";
import { defaultHeaderLines, readStationSerial, readTransmissionId } from "../../server/src/vocabulary/header-lines.ts";
import { createOfficeLookup, defaultOffices } from "../../server/src/vocabulary/offices.ts";
import { defaultOperatingSignals } from "../../server/src/vocabulary/operating-signals.ts";
import { defaultPrecedences } from "../../server/src/vocabulary/precedence.ts";
import { defaultRoutingIndicators } from "../../server/src/vocabulary/routing-indicators.ts";

describe("routing indicators", () => {
  test("a post's", () => {
    expect(defaultRoutingIndicators().find("RUEHGH")).toMatchObject({
      station: "AMCONSUL SHANGHAI",
      kind: "consulate",
    });
    expect(defaultRoutingIndicators().find("ruehc")?.station).toBe("SECSTATE WASHDC");
  });

  test("one that many addressees share says so", () => {
    expect(defaultRoutingIndicators().find("RHMFISS")).toMatchObject({ shared: true });
    expect(defaultRoutingIndicators().find("RUEHGH")).toMatchObject({ shared: false, alsoSeen: [] });
  });

  test("one without a station, and none", () => {
    expect(defaultRoutingIndicators().find("RUEHWEB")).toMatchObject({ station: null, confidence: "low" });
    expect(defaultRoutingIndicators().find("RUZZZZZ")).toBeUndefined();
  });
});

describe("captions", () => {
  test.each([
    ["SIPDIS", "SIPDIS"],
    ["sipdis", "SIPDIS"],
    ["STADIS//////", "STADIS"],
    ["C O R R E C T E D  C O P Y", "CORRECTED COPY"],
    ["AGREMENT CHANNEL", "AGREMENT CHANNEL"],
    ["FOR JANE DOE ONLY", "FOR xxx ONLY"],
  ])("%s is %s", (typed, code) => {
    expect(defaultCaptions().find(typed)?.code).toBe(code);
  });

  test("one whose meaning was not found has no title", () => {
    expect(defaultCaptions().find("NESCO")).toMatchObject({ title: null, meaning: null, confidence: "low" });
  });

  test.each(["", "FOR ONLY", "SUBJECT", "-----"])("%s is none", (typed) => {
    expect(defaultCaptions().find(typed)).toBeUndefined();
  });
});

describe("precedence", () => {
  test.each([
    ["R", "ROUTINE", 1],
    ["RR", "ROUTINE", 1],
    ["rr", "ROUTINE", 1],
    ["PRIORITY", "PRIORITY", 2],
    ["OO", "IMMEDIATE", 3],
    ["NIACT", "NIACT IMMEDIATE", 3.5],
    ["NIACT IMMEDIATE", "NIACT IMMEDIATE", 3.5],
    ["ZZ", "FLASH", 4],
    ["P R", "PRIORITY for action, ROUTINE for information", 2],
    ["Z O", "FLASH for action, IMMEDIATE for information", 4],
    ["O O", "IMMEDIATE", 3],
  ])("%s is %s", (typed, name, rank) => {
    expect(defaultPrecedences().find(typed)).toMatchObject({ name, rank });
  });

  test.each(["", "X", "RP", "A B", "URGENT"])("%s is none", (typed) => {
    expect(defaultPrecedences().find(typed)).toBeUndefined();
  });
});

describe("operating signals", () => {
  test.each([
    ["ZNR", "ZNR"],
    ["uuuuu", "UUUUU"],
    ["ZZH", "ZZH"],
    ["ZFF4", "ZFF"],
    ["BT", "BT"],
  ])("%s is %s", (typed, code) => {
    expect(defaultOperatingSignals().find(typed)?.code).toBe(code);
  });

  test("the classification field says its level", () => {
    expect(defaultOperatingSignals().find("CCCCC")?.level).toBe("CONFIDENTIAL");
  });

  test.each(["ZQQ", "ZQQ3", "ZNR123", ""])("%s is none", (typed) => {
    expect(defaultOperatingSignals().find(typed)).toBeUndefined();
  });
});

describe("header lines", () => {
  test.each([
    ["VZCZCXRO3238", 1],
    ["RR RUEHCN RUEHGH", 2],
    ["DE RUEHGH #0374/01 2400903", 3],
    ["ZNR UUUUU ZZH", 4],
    ["R 280903Z AUG 09", 5],
    ["FM AMCONSUL SHANGHAI", 6],
    ["TO RUEHC/SECSTATE WASHDC 8243", 7],
    ["INFO RUEHBJ/AMEMBASSY BEIJING 3039", 8],
    ["BT", 11],
    ["NNNN", 16],
  ])("%s is format line %i", (text, line) => {
    expect(defaultHeaderLines().match(text)?.line).toBe(line);
  });

  test("prose is none", () => {
    expect(defaultHeaderLines().match("The governor said nothing.")).toBeUndefined();
    expect(defaultHeaderLines().match("R".repeat(100_000))).toBeUndefined();
  });

  test("the figures of lines 1 and 3", () => {
    expect(readTransmissionId("VZCZCXRO3238")).toEqual({ channel: "XRO", serial: "3238" });
    expect(readTransmissionId("VZCZC")).toBeNull();
    expect(readStationSerial("DE RUEHGH #0374/01 2400903", 2009)).toEqual({
      serial: "0374",
      section: 1,
      dayOfYear: 240,
      day: { year: 2009, month: 8, day: 28 },
      hour: 9,
      minute: 3,
    });
    expect(readStationSerial("#0374 2400903", null)).toMatchObject({ section: null, day: null, dayOfYear: 240 });
    expect(readStationSerial("#0374 3660903", 2009)?.day).toBeNull();
    expect(readStationSerial("#0374 2402503", 2009)).toBeNull();
    expect(readStationSerial("#0374", 2009)).toBeNull();
  });
});

describe("offices", () => {
  test("an office is told with the bureau it is in", () => {
    expect(defaultOffices().find("EAP/CM")).toMatchObject({
      title: "Office of Chinese and Mongolian Affairs",
      within: [{ symbol: "EAP", title: "Bureau of East Asian and Pacific Affairs" }],
    });
    expect(
      defaultOffices()
        .find("EUR/WE/UK")
        ?.within.map(({ symbol }) => symbol),
    ).toEqual(["EUR/WE", "EUR"]);
  });

  test("of an unknown office the bureau is told", () => {
    expect(defaultOffices().find("EAP/XYZ")).toMatchObject({ title: null, within: [{ symbol: "EAP" }] });
    expect(
      defaultOffices()
        .find("EUR/WE/XYZ")
        ?.within.map(({ symbol }) => symbol),
    ).toEqual(["EUR/WE", "EUR"]);
  });

  test("blanks and case do not matter, unknown bureaus are unknown", () => {
    expect(defaultOffices().find("eap / cm")?.symbol).toBe("EAP/CM");
    expect(defaultOffices().find("QQQ/CM")).toBeUndefined();
    expect(defaultOffices().find("")).toBeUndefined();
  });

  test("offices that name each other as parent end", () => {
    const circle = createOfficeLookup([
      { symbol: "A1", title: "One", parent: "B1", source: "test" },
      { symbol: "B1", title: "Two", parent: "A1", source: "test" },
    ]);
    expect(circle.find("A1")?.within.map(({ symbol }) => symbol)).toEqual(["B1", "A1"]);
  });
});

describe("abbreviations", () => {
  test.each([
    ["POLOFF", "POLOFF"],
    ["PolOff", "POLOFF"],
    ["poloffs", "POLOFF"],
    ["PolOff's", "POLOFF"],
    ["REFTEL", "REFTEL"],
    ["GDP", "GDP"],
    ["IDPs", "IDP"],
    ["NGO’s", "NGO"],
    ["GIRoA", "GIRoA"],
    ["GOC", "GOC"],
    ["GOZZ", "GOZZ"],
  ])("%s in a text is %s", (word, abbreviation) => {
    expect(defaultAcronyms().find(word)?.abbreviation).toBe(abbreviation);
  });

  test.each(["Start", "who", "aid", "GOLD", "GOOD", "gdp", "Go", "as", "s", "", "SHANGHAI"])(
    "%s in a text is a word",
    (word) => {
      expect(defaultAcronyms().find(word)).toBeUndefined();
    },
  );

  test("someone who asks for a code need not mind capitals", () => {
    expect(defaultAcronyms().findAnyCase("gdp")?.abbreviation).toBe("GDP");
    expect(defaultAcronyms().findAnyCase("giroa")?.abbreviation).toBe("GIRoA");
  });

  test("other meanings are told", () => {
    expect(defaultAcronyms().find("COS")).toMatchObject({
      expansion: "Chief of staff",
      otherMeanings: ["chief of station"],
    });
  });
});

test("an office told by its date is not told once more among its other meanings", () => {
  const found = defaultOffices().find("SCA", { year: 1974, month: 5, day: 1 });
  expect(found?.otherTitles.map(({ title }) => title)).not.toContain(found?.title);
});

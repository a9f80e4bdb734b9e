/** Typewritten telegrams of 1956–72: what they are told by, their days and numbers, and the text of all their sheets. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { isPlainlyCable } from "../../server/src/cable/plainly-cable.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";

const HEAD = `INCOMING TELEGRAM  Department of State

CONFIDENTIAL

Control: 19051
Rec'd: March 8, 1962
       4:20 a.m.

FROM: Fredburg
TO: Secretary of State
NO: 2799, March 7, 6 p.m.

PRIORITY

`;

function read(text: string) {
  const record = toRecord(parseCable(text), "telegram.txt");
  return { ...record, texts: record.paragraphs.map((paragraph) => paragraph.text) };
}

describe("the text of all sheets is read", () => {
  test.each([
    [
      "with the foot and the head of a sheet",
      'CONFIDENTIAL\nREPRODUCTION FROM THIS COPY IS\nPROHIBITED UNLESS "UNCLASSIFIED"\n\nCONFIDENTIAL\n-2- 2799, March 7, 6 p.m., from Fredburg\n',
    ],
    ["with the head alone", "-2- 2799, March 7, 6 p.m., from Fredburg\n"],
    ["with a number sign in the head", "-2-, #2799, March 7, from Fredburg\n"],
    ["with blanks in the head", "- 2 - 2799, March 7, 6 PM, FROM FREDBURG\n"],
    ["with the series in the head", "-2- Embtel 2799, March 7, from Fredburg\n"],
    ["with words in the head", "Page 2 of telegram 2799 from Fredburg\n"],
    ["with words in capitals in the head", "PAGE 2 OF 3, TELEGRAM NO. 2799, FROM FREDBURG\n"],
    [
      "with the drafting office at the foot of the first",
      "Drafted by:\nEUR:JExample:mn 3/7/62\nClearances:\nEUR - Mr. Poe\n\nPage 2 of telegram to Amembassy FREDBURG\n",
    ],
  ])("%s", (_, between) => {
    const { texts, pageBreaks, signedBy } = read(
      `${HEAD}Harbor master said that the barges which people\n\n${between}\nsaw were not his.\n\nHe has no barges.\n\nKESTREL\n\nLM:CJ/1\n`,
    );
    expect(texts).toEqual(["Harbor master said that the barges which people saw were not his.", "He has no barges."]);
    expect(pageBreaks).toHaveLength(1);
    expect(signedBy).toBe("KESTREL");
  });

  test("capitals that end with the word of a level are text", () => {
    const { texts } = read(
      `${HEAD}HARBOR MASTER SAID THAT THE NUMBER OF HIS BARGES WAS\nSECRET. HE HAS SAID SO SINCE JANUARY AND THE BARGES STAY SECRET\nAND WET.\n\nDOE-ROE\n`,
    );
    expect(texts).toEqual([
      "HARBOR MASTER SAID THAT THE NUMBER OF HIS BARGES WAS SECRET. HE HAS SAID SO SINCE JANUARY AND THE BARGES STAY SECRET AND WET.",
    ]);
  });
});

describe("who signs", () => {
  test.each([
    ["above initials", "KESTREL\n\nLM:CJ/1\n", "KESTREL"],
    ["above a stamp", "KESTREL\n\nLM:CJ/1\n\nDECLASSIFIED\n\nCONFIDENTIAL\n", "KESTREL"],
    ["above two stamps", "KESTREL\n\nSANITIZED\nDECLASSIFIED\n", "KESTREL"],
    ["three letters far from the margin", "                         DOE\n", "DOE"],
    ["three letters above initials", "DOE\nTEK/18\n", "DOE"],
    ["nobody: a stamp", "DECLASSIFIED\n", null],
  ])("%s", (_, end, name) => {
    expect(read(`${HEAD}Harbor master has no barges.\n\n${end}`).signedBy).toBe(name);
  });
});

describe("day and number", () => {
  test("are those of its NO: line, in the year in which it came in", () => {
    expect(read(`${HEAD}Text.\n`)).toMatchObject({
      serial: 2799,
      mrn: null,
      sent: "1962-03-07",
      year: 1962,
      precedence: "PRIORITY",
      dtg: null,
    });
  });

  test("a telegram of December that came in in January is of the year before", () => {
    const text = HEAD.replace("March 8, 1962", "January 1, 1962").replace("March 7", "December 31");
    expect(read(text)).toMatchObject({ sent: "1961-12-31", year: 1961 });
  });

  test("a month of one misread letter is read", () => {
    expect(read(HEAD.replace("March 8", "Novenber 8").replace("March 7", "Novenber 7")).sent).toBe("1962-11-07");
  });

  test("without a year there is no day", () => {
    expect(read(HEAD.replace("March 8, 1962", "March 8"))).toMatchObject({ sent: null, year: null, serial: 2799 });
  });

  test("a year in the text is not the telegram's", () => {
    expect(
      read(`${HEAD.replace("March 8, 1962", "March 8")}The barges of May 3, 1957 were not seen by anybody here.\n`)
        .year,
    ).toBeNull();
  });
});

describe("the numbers of its copies at other posts are no citations", () => {
  test.each([
    "ACTION DEPARTMENT 2799, INFORMATION USUN 1899, LONDON 1199,\nBRUSSELS 1799, PARIS UNNUMBERED",
    "SENT DEPARTMENT 2799, REPEATED INFORMATION LONDON 3.",
    "Sent Department 2799; repeated information Paris 41, London unnumbered.",
    "SENT TO DEPARTMENT 2799, RPTD INFO PARIS 41",
    "ACTION DEPT 2799 INFO BONN 12 MOSCOW 4",
  ])("%j", (relay) => {
    const { mentions, texts, outline } = read(`${HEAD}${relay}\n\nHarbor master has no barges.\n\nKESTREL\n`);
    expect(mentions).toEqual([]);
    expect(texts).toEqual(["Harbor master has no barges."]);
    expect(outline.map(({ kind }) => kind)).toEqual(["paragraph"]);
  });
});

describe("plainly a telegram", () => {
  test.each([
    ["an incoming one", HEAD],
    ["one in small letters", HEAD.toLowerCase()],
    ["one behind the noise of machine reading", `1400090 +\n\nRett pore cn eit weet\n\n${HEAD}`],
    [
      "an outgoing one",
      "OUTGOING TELEGRAM  Department of State\nINDICATE: COLLECT\n\nACTION: Amembassy FREDBURG 993\n\nMove the barges.\n",
    ],
    [
      "one without its title",
      "FROM: Fredburg\nTO:   Secretary of State\nNO:   88, May 3, 1958, noon\n\nPremier resigned.\n",
    ],
    ["a card", "DEPARTMENT OF STATE INCOMING TELEGRAM\nFROM MEXICO CITY TO SECRETARY OF STATE\n"],
    [
      "a page form without E.O. and TAGS",
      "Department of State TELEGRAM\n\nSECRET\nPAGE 01 FREDBU 91376 271924Z\n50\nACTION L 03\nINFO EUR 15,JUS 02\nO 271712Z JUN 68\nFM AMEMBASSY FREDBURG\n\nText.\n",
    ],
  ])("%s is", (_, text) => {
    expect(isPlainlyCable(text)).toBe(true);
  });

  test.each([
    ["a mail", "FROM: jane@example.com\nTO: john@example.com\nNO: 5\n\nSee the Department of State.\n"],
    ["a memorandum", "MEMORANDUM\nTO: Secretary of State\nFROM: Bureau\nSUBJECT: Barges\n\nText.\n"],
    ["a text about telegrams", "The incoming telegram was read to him by the secretary of state.\n"],
    ["an invoice", "FROM: Fish Ltd.\nTO: Harbor Master\nNO: 12\n"],
  ])("%s is not", (_, text) => {
    expect(isPlainlyCable(text)).toBe(false);
  });
});

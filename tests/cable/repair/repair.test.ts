/** Damage: each kind is taken off, what only looks like it is left alone, and every span leads back to the copy. */

import { describe, expect, test } from "vitest";
import { DAMAGES, repair } from "../../../server/src/cable/repair/repair.ts";

/** A kind of damage, a damaged text, and what is read in its place. */
type Case = readonly [damage: string, damaged: string, restored: string];

const LINES = [
  "R 101200Z AUG 09",
  "FM AMEMBASSY FREDBURG",
  "TO SECSTATE WASHDC",
  "UNCLAS FREDBURG 000012",
  "",
  "SIPDIS",
].concat([
  "E.O. 12958: N/A",
  "TAGS: PREL, PGOV,",
  "CH",
  "SUBJECT: FISH AND",
  "ITS USES",
  "",
  "1. The fish",
  "is cold.",
]);
const DOUBLE_SPACED = LINES.join("\n\n");

const CASES: readonly Case[] = [
  ["byte-order-mark", "\ufeffUNCLAS", "UNCLAS"],
  ["carriage-returns", "TAGS: PREL\r\nSUBJECT: FISH\r\n", "TAGS: PREL\nSUBJECT: FISH\n"],
  ["carriage-returns", "TAGS: PREL\rSUBJECT: FISH", "TAGS: PREL\nSUBJECT: FISH"],
  ["double-spacing", DOUBLE_SPACED, LINES.join("\n")],
  ["quote-prefix", "> TAGS: PREL\n>\n> > SUBJECT: FISH", "TAGS: PREL\n\nSUBJECT: FISH"],
  ["markdown-links", "TAGS: [PREL](/tag/PREL), [CH](#)", "TAGS: PREL, CH"],
  ["markdown-links", "[1](#)1. (C) The fish.\n[2](#)B. STATE 12", "¶1. (C) The fish.\n¶B. STATE 12"],
  ["markdown-marks", "**MRN:** 10 STATE 99012", "MRN: 10 STATE 99012"],
  ["markdown-marks", "| **MRN:** | 10 STATE 99012 |", "MRN: 10 STATE 99012 "],
  ["markdown-marks", "1. ~~(SBU)~~ (U) The fish.", "1.  (U) The fish."],
  ["markdown-marks", "~~SENSITIVE~~", "SENSITIVE"],
  ["markdown-marks", `**1. (U) The fish${" swims".repeat(60)}.**`, `1. (U) The fish${" swims".repeat(60)}.`],
  [
    "markdown-marks",
    "TAGS: PREL, CH\\\nSUBJECT: FISH \\\nREF: STATE 12",
    "TAGS: PREL, CH\nSUBJECT: FISH \nREF: STATE 12",
  ],
  ["markdown-marks", "### 2.  (U)\nThe fish.", "2.  (U)\nThe fish."],
  ["markdown-marks", "REF: A) STATE 1<br>B) STATE 2", "REF: A) STATE 1\nB) STATE 2"],
  [
    "inline-page-breaks",
    "The fish FREDBURG 00099123 002 OF 003 is cold.",
    "The fish\nFREDBURG 00099123 002 OF 003\nis cold.",
  ],
  [
    "inline-page-headings",
    "TAGS: PREL, CH      SECRET      PAGE 02        FREDBU  00812  141203Z PGOV\nSUBJECT: FISH",
    "TAGS: PREL, CH\nSECRET\nPAGE 02        FREDBU  00812  141203Z\nPGOV\nSUBJECT: FISH",
  ],
  [
    "inline-page-headings",
    "TO PAGE 02        STATE   015113  141300Z\nAMEMBASSY FREDBURG",
    "TO\nPAGE 02        STATE   015113  141300Z\nAMEMBASSY FREDBURG",
  ],
  ["inline-page-headings", "   SECRET   PAGE 02  FREDBU  00812  141203Z", "   SECRET\nPAGE 02  FREDBU  00812  141203Z"],
  ["character-references", "The &#8220;fish&#8221; &amp; chips&#x2019;", "The “fish” & chips’"],
  ["character-references", "&para;1. (C) &quot;Fish&quot;&#146;s", '¶1. (C) "Fish"’s'],
  [
    "fields-on-one-line",
    "E.o. 12958: n/a Tags: prel, ch Subject: fish",
    "E.o. 12958: n/a\nTags: prel, ch\nSubject: fish",
  ],
  ["glued-sets", "MSGID/GENADMIN/FISH// SUBJ/COLD FISH//", "MSGID/GENADMIN/FISH//\nSUBJ/COLD FISH//"],
  ["fields-on-one-line", "SUBJECT: FISH IN THE OFFICEREF: A. LIMA 1", "SUBJECT: FISH IN THE OFFICE\nREF: A. LIMA 1"],
  [
    "fields-on-one-line",
    "SUBJECT: FISH IN FREDBURGClassified By: DCM JANE DOE",
    "SUBJECT: FISH IN FREDBURG\nClassified By: DCM JANE DOE",
  ],
  [
    "fields-on-one-line",
    "Subject: Fish Ref(s): A) 06 LIMA 1 This message is Sensitive but Unclassified",
    "Subject: Fish\nRef(s): A) 06 LIMA 1\nThis message is Sensitive but Unclassified",
  ],
  [
    "lost-line-breaks",
    "DEPT FOR EUR/X E.O. 12958: DECL: 03/12/2019 TAGS: PREL",
    "DEPT FOR EUR/X\nE.O. 12958: DECL: 03/12/2019\nTAGS: PREL",
  ],
  [
    "lost-line-breaks",
    "E.O. 12958: N/A TAGS: PREL, CH SUBJECT: FISH REF: STATE 99012",
    "E.O. 12958: N/A\nTAGS: PREL, CH\nSUBJECT: FISH\nREF: STATE 99012",
  ],
  ["lost-line-breaks", "The fish is cold. 2. (C) The water is.", "The fish is cold.\n2. (C) The water is."],
  ["lost-line-breaks", "The fish is cold ¶2. (C) and so on.", "The fish is cold\n¶2. (C) and so on."],
  ["lost-line-breaks", "------- SUMMARY ------- 1. The fish.", "-------\nSUMMARY\n-------\n1. The fish."],
  ["lost-line-breaks", "THE WATER --------- ¶2. (C) It is.", "THE WATER\n---------\n¶2. (C) It is."],
  [
    "lost-line-breaks",
    "It is cold. ------- THE WATER ------- 2. (C) It is.",
    "It is cold.\n-------\nTHE WATER\n-------\n2. (C) It is.",
  ],
  ["lost-line-breaks", "THE WATER ---------\n", "THE WATER\n---------\n"],
  ["lost-line-breaks", "the fish\nSIPDIS is cold", "the fish\nSIPDIS\nis cold"],
];

test.each(CASES)("%s: %j", (_, damaged, restored) => {
  expect(repair(damaged).text).toBe(restored);
});

test("every kind of damage has a case", () => {
  expect(new Set(CASES.map(([damage]) => damage))).toEqual(new Set(DAMAGES.map(({ name }) => name)));
});

describe("nothing is changed in", () => {
  test.each([
    "He said 2. (The fish) was cold.",
    "See [1] and (2).",
    "3 > 2, and 2 * 3 * 4 = 24.",
    "The subject: fish. The ref: none. Tags: two.",
    "AT&T; and R&D; and &nothing; and &#1;",
    "See PAGE 02 OF 03 FISH 141203Z",
    "SUBJECT: THE BRIEF: A FISH",
    "SUBJECT: CLASSIFIED BYLAWS OF FISH",
    "In section 3.2. (c) of the law.",
    "Page 002 of 003 of the report.",
    "a -- b -- c",
  ])("%j", (text) => {
    expect(repair(text).isPlain).toBe(true);
  });
});

test("what is read leads back to where it stands in the copy", () => {
  const copy = "> E.O. 12958: N/A TAGS: [PREL](#) SUBJECT: FISH\r\n> REF: STATE 99012";
  const source = repair(copy);
  for (const words of ["PREL", "FISH", "STATE 99012"]) {
    const at = source.text.indexOf(words);
    const { start, end } = source.span(at, at + words.length);
    expect(copy.slice(start, end)).toBe(words);
  }
});

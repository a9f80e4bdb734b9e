/** The walk down a cable's head: which line opens which field, what goes on with it, where the text begins. */

import { describe, expect, test } from "vitest";
import { furnitureTeller } from "../../../server/src/cable/furniture/furniture.ts";
import { scanHeader } from "../../../server/src/cable/header/scan-header.ts";
import { SourceLines } from "../../../server/src/cable/source-lines.ts";
import { SourceText } from "../../../server/src/text/source-text.ts";

/** The fields with the lines they take, `subject 2-3`, and the line where the text begins. */
function walk(...lines: readonly string[]): string[] {
  const scan = new SourceLines(SourceText.plain(lines.join("\n")), furnitureTeller([]));
  const { fields, bodyLine } = scanHeader(scan);
  const read = fields.map(({ key, line, endLine }) =>
    endLine === line + 1 ? `${key} ${line}` : `${key} ${line}-${endLine - 1}`,
  );
  return [...read, `text ${bodyLine}`];
}

test("the lines of a transmission header open a field each, and addressees go on below TO and INFO", () => {
  expect(
    walk(
      "VZCZCXRO9238",
      "RR RUEHCN RUEHGH",
      "RUEHVC",
      "DE RUEHFB #9123/01 2400903",
      "ZNR UUUUU ZZH",
      "R 280903Z AUG 09",
      "FM AMCONSUL FREDBURG",
      "TO RUEHC/SECSTATE WASHDC 8243",
      "RUEHLP/AMEMBASSY LA PAZ",
      "INFO EU MEMBER STATES COLLECTIVE",
      "AMEMBASSY PARIS 0012",
      "BT",
      "UNCLAS SECTION 01 OF 02 FREDBURG 009123",
    ),
  ).toEqual([
    "transmissionId 0",
    "routing 1-2",
    "stationLine 3",
    "security 4",
    "dtg 5",
    "from 6",
    "to 7-8",
    "info 9-10",
    "break 11",
    "classification 12",
    "text 13",
  ]);
});

test("TAGS go on below a gap where a comma left them open", () => {
  const fields = (tags: string): string[] => walk(tags, "", "ECON, CH", "SUBJECT: FISH", "", "1. (U) Cold.");
  expect(fields("TAGS: PREL,")).toEqual(["tags 0-2", "subject 3", "text 4"]);
  expect(fields("TAGS: PREL")[0]).toBe("tags 0");
});

test.each(["SUBJECT", "SUBJ", "SUJECT", "SUBECT", "SUBEJCT"])("%s opens the subject", (word) => {
  expect(walk("TAGS: PREL", `${word}: FISH`, "", "1. (U) Cold.")).toEqual(["tags 0", "subject 1", "text 2"]);
});

describe("a subject", () => {
  test("goes on to the next field", () => {
    expect(walk("TAGS: PREL", "SUBJECT: FISH", "AND WATER", "REF: STATE 99012", "", "1. (U) Cold.")).toEqual([
      "tags 0",
      "subject 1-2",
      "references 3",
      "text 4",
    ]);
  });

  test("goes on over a gap where a field follows, or where it can not end", () => {
    expect(walk("SUBJECT: FISH", "", "AND WATER", "", "REF: STATE 99012", "", "1. (U) Cold.")[0]).toBe("subject 0-2");
    expect(walk("SUBJECT: FISH", "", "AND WATER", "", "1. (U) Cold.")[0]).toBe("subject 0-2");
    expect(walk("SUBJECT: FISH", "", "THE WATER", "", "1. (U) Cold.")[0]).toBe("subject 0");
  });

  test("ends above a caption, a rule, a ruled heading, a paragraph", () => {
    for (const below of [["SIPDIS"], ["-----"], ["SUMMARY", "-------"], ["1. (U) Cold."], ["(U) The fish is cold."]]) {
      expect(walk("SUBJECT: FISH", ...below)[0]).toBe("subject 0");
    }
  });
});

describe("references", () => {
  test("go on with the next label, over a gap and a page break too", () => {
    expect(
      walk("REF: A. STATE 99012", "", "FREDBURG 00099123  001.2 OF 003", "", "     B. PARIS 99013", "", "1. (U) Cold."),
    ).toEqual(["references 0-4", "text 5"]);
  });

  test("end above the first paragraph, its number read for a letter or not", () => {
    expect(walk("REF: A. STATE 99012", "B. PARIS 99013", "", "l. (C) Cold.")).toEqual(["references 0-1", "text 2"]);
    expect(walk("REF: STATE 99012", "1. (C) Cold.")).toEqual(["references 0", "text 1"]);
  });

  test("by label on lines of their own are one field", () => {
    expect(walk("REF A: STATE 99012", "REF B: PARIS 99013")).toEqual(["references 0-1", "text 2"]);
  });
});

test("Classified By goes on over a page break as long as its reasons are missing", () => {
  expect(
    walk(
      "TAGS: PREL",
      "Classified By: Deputy Chief of",
      "",
      "FREDBURG 00099123  001.2 OF 003",
      "",
      "Mission Jane Doe for reasons 1.4 (b)",
      "",
      "1. (C) Cold.",
    ),
  ).toEqual(["tags 0", "classifiedBy 1-5", "text 6"]);
});

test("captions, passing lines and what wraps from them stand between the classification and E.O.", () => {
  expect(
    walk(
      "UNCLAS FREDBURG 9123",
      "",
      "SENSITIVE",
      "SIPDIS",
      "",
      "DEPT FOR EUR/WE AND",
      "JOHN ROE",
      "",
      "E.O. 12958: N/A",
    ),
  ).toEqual(["classification 0", "caption 2", "caption 3", "passing 5-6", "executiveOrder 8", "text 9"]);
});

test("words that open fields are words elsewhere", () => {
  expect(walk("Info about the fish.", "To be or not to be.", "From the mayor.", "Subject to approval.")).toEqual([
    "text 0",
  ]);
});

describe("a misspelt name", () => {
  const HEAD = ["UNCLAS FREDBURG 99123", "E.O. 12958: N/A"];

  test.each(["TAGES: PREL, CH", "AGS: PREL, CH", "TASG: PREL, CH", "TAG5: PREL CH", "tgas: prel, ch", "TAGD PREL CH"])(
    "%s opens the TAGS",
    (line) => expect(walk(...HEAD, line, "SUBJECT: FISH", "", "1. Cold.")).toContain("tags 2"),
  );

  test.each(["TASK: FORCE, NAVY", "TALKS: PREL", "BAGS PREL AND CH", "RAGS: THE FISH", "TAGES: OF THE FISH"])(
    "%s opens no TAGS",
    (line) => expect(walk(...HEAD, line, "SUBJECT: FISH", "", "1. Cold.")).not.toContain("tags 2"),
  );

  test.each([
    "UBJECT: FISH",
    "SUBJCET: FISH",
    "SUBJEST: FISH",
    "SBUJECT: FISH",
    "SUBECT FISH",
    "SUVJ: FISH",
    "SUBJ4 FISH",
    "SUBJ8: FISH",
    "SUBJT: FISH",
    "SUBJECT, FISH",
    "S U B J E C T: FISH",
    "s u b j: fish",
  ])("%s opens the subject", (line) => {
    expect(walk(...HEAD, "TAGS: PREL", line, "", "1. Cold.")).toContain("subject 3");
  });

  test.each(["REF - LIMA 99012", "REF-: LIMA 99012", "REFS -- A. LIMA 99012"])("%s opens the references", (line) => {
    expect(walk(...HEAD, "SUBJECT: FISH", line, "", "1. Cold.")).toContain("references 3");
  });

  test("SUBJECT/ FISH opens the subject of a set", () => {
    expect(walk(...HEAD, "TAGS: PREL", "SUBJECT/ FISH", "", "1. Cold.")).toContain("setSubject 3");
  });

  test.each(["OBJECT: FISH", "SUMMARY: FISH", "SUBMIT FISH", "PROJECT: FISH", "SUBJUGATED: FISH"])(
    "%s opens no subject",
    (line) => expect(walk(...HEAD, "TAGS: PREL", line, "", "1. Cold.").join()).not.toContain("subject"),
  );

  test.each([
    "RETEL: LIMA 99012",
    "RETELS: A) LIMA 99012 B) PARIS 99164",
    "REFTEL. LIMA 99012",
    "REFTELS A) LIMA 99012",
    "RE F: LIMA 99012",
    "R E F: LIMA 99012",
    "REFF: LIMA 99012",
    "RFE: A. LIMA 99012",
    "EF: A. LIMA 99012",
    "REF'S: A. LIMA 99012",
    "Ref(s): A) 06 LIMA 138",
    "REFERNCE: LIMA 99012",
  ])("%s opens the references", (line) => {
    expect(walk(...HEAD, "TAGS: PREL", "SUBJECT: FISH", line, "", "1. Cold.")).toContain("references 4");
  });

  test.each(["Classfied By: DCM Jane Doe for reasons 1.4 (b)", "CLASSIFED BY DCM JANE DOE, REASON 1.4 (B)"])(
    "%s opens Classified By",
    (line) =>
      expect(walk(...HEAD, "TAGS: PREL", "SUBJECT: FISH", "", line, "", "1. Cold.")).toContain("classifiedBy 5"),
  );

  test.each(["F.O. 12958: N/A", "EQ 12958: N/A", "O. 12958: N/A"])("%s opens the E.O. line", (line) => {
    expect(walk("UNCLAS FREDBURG 99123", line, "TAGS: PREL", "", "1. Cold.")).toContain("executiveOrder 1");
  });

  test("is not looked for in the text", () => {
    const lines = walk(
      ...HEAD,
      "TAGS: PREL",
      "SUBJECT: FISH",
      "",
      "1. (U) Cold.",
      "",
      "REFF: LIMA 99012",
      "TAGES: PREL",
    );
    expect(lines).toEqual(["classification 0", "executiveOrder 1", "tags 2", "subject 3", "text 4"]);
  });
});

describe("a cover sheet", () => {
  const SHEET = ["DEPARTMENT OF STATE", "Review of requested document", ...Array(20).fill("Case: kept in the cellar.")];
  const CABLE = [
    "RR RUEHWEB",
    "DE RUEHLP #9201/01 2400903",
    "R 280903Z AUG 09",
    "FM AMEMBASSY FREDBURG",
    "UNCLAS FREDBURG 099201",
    "SUBJECT: FISH",
    "",
    "1. Cold.",
  ];

  test("is passed over, however long, with a subject and a reference of its own", () => {
    for (const own of [[], ["Subject: A request", "Ref: your letter"]]) {
      const sheet = [...own, ...SHEET];
      const fields = walk(...sheet, ...CABLE);
      expect(fields[0]).toBe(`unknown 0-${sheet.length - 1}`);
      expect(fields).toContain(`stationLine ${sheet.length + 1}`);
      expect(fields.at(-1)).toBe(`text ${sheet.length + 6}`);
    }
  });

  test("is none where numbered paragraphs stand above the header: a text may quote a cable", () => {
    const fields = walk("SUBJECT: FISH", "", "1. (U) Cold.", "", "2. (U) Wet.", ...SHEET, ...CABLE);
    expect(fields.join()).not.toContain("stationLine");
  });

  test("is none where one line alone looks like a transmission", () => {
    expect(walk(...SHEET, "R 280903Z AUG 09", "Yours").join()).not.toContain("dtg");
  });
});

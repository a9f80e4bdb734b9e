/** The walk down a cable's head: which line opens which field, what goes on with it, where the text begins. */

import { describe, expect, test } from "vitest";
import { markFurniture } from "../../../server/src/cable/furniture/furniture.ts";
import { scanHeader } from "../../../server/src/cable/header/scan-header.ts";
import { SourceLines } from "../../../server/src/cable/source-lines.ts";
import { SourceText } from "../../../server/src/text/source-text.ts";

/** The fields with the lines they take, `subject 2-3`, and the line where the text begins. */
function walk(...lines: readonly string[]): string[] {
  const scan = new SourceLines(SourceText.plain(lines.join("\n")));
  markFurniture(scan);
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

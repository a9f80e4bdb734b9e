/** Distributions of telegrams of 1973–79: who acts, who is informed, and with how many copies. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { toRecord } from "../../../server/src/cable/to-record.ts";
import { readDistribution } from "../../../server/src/cable/values/distribution.ts";
import { joined, printed } from "./joined.ts";

/** `ACTION ARA 20`, an entry a row. */
const rows = (text: string, before: "ACTION" | "ORIGIN" | "INFO" | null = null): readonly string[] =>
  readDistribution(joined(text), before).map(
    ({ role, office, copies }) => `${role} ${office.value} ${copies?.value ?? null}`,
  );

describe("a distribution", () => {
  test.each([
    ["ACTION ARA-20", ["ACTION ARA 20"]],
    ["ORIGIN OCS-06", ["ORIGIN OCS 6"]],
    ["INFO OCT-01 ARA-16 ISO-00 /030 W", ["INFO OCT 1", "INFO ARA 16", "INFO ISO 0"]],
    ["INFO OCT-01 ISO-00 ( ISO ) W", ["INFO OCT 1", "INFO ISO 0"]],
    ["ACTION EB-11 INFO OCT-01 L-03 /015 W", ["ACTION EB 11", "INFO OCT 1", "INFO L 3"]],
    ["INFO OCT-01\n   H-02 SS-20", ["INFO OCT 1", "INFO H 2", "INFO SS 20"]],
    ["INFO S/S-15 USIA-115", ["INFO S/S 15", "INFO USIA 115"]],
    ["INFO OCT-O1 L-03", ["INFO OCT null", "INFO L 3"]],
    ["--------------------- 040317", []],
  ])("of %j", (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  test("goes on with what the line above began, and says nothing where that is lost", () => {
    expect(rows("CIAE-00 INR-10", "INFO")).toEqual(["INFO CIAE 0", "INFO INR 10"]);
    expect(rows("CIAE-00 INR-10")).toEqual(["null CIAE 0", "null INR 10"]);
  });

  test("knows the places of what it reads", () => {
    const text = "INFO OCT-01 L-03";
    const [, second] = readDistribution(joined(text), null);
    expect([second, second?.office, second?.copies].map((part) => (part == null ? null : printed(text, part)))).toEqual(
      ["L-03", "L", "03"],
    );
  });
});

test("a cable has the offices of its first page, and not once more those that a later one repeats", () => {
  const table = [
    "ACTION PM-05",
    "",
    "INFO OCT-01 ARA-11",
    "",
    "   ISO-00 /017 W",
    "     ------------------046117 241655Z /41",
  ];
  const text = [
    "PAGE 01        LA PAZ  99492  241640Z",
    ...table,
    "R 221140Z MAR 79",
    "FM AMEMBASSY LA PAZ",
    "TO SECSTATE WASHDC 5356",
    "",
    "UNCLAS SECTION 01 OF 02 LA PAZ 99492",
    "",
    "E.O. 12065: N/A",
    "TAGS: ETRD, BL",
    "SUBJECT: WOOL",
    "",
    "1. THE WOOL IS DRY. THE SHEDS ARE FULL AND NOBODY KNOWS WHOSE",
    "UNCLASSIFIED",
    "PAGE 02        LA PAZ  99492  241640Z",
    ...table,
    "R 221140Z MAR 79",
    "FM AMEMBASSY LA PAZ",
    "TO SECSTATE WASHDC 5357",
    "",
    "UNCLAS SECTION 02 OF 02 LA PAZ 99492",
    "",
    "SHEEP IT WAS.",
    "OSGOOD",
  ].join("\n");
  expect(toRecord(parseCable(text), "a.txt").distribution).toEqual([
    { role: "ACTION", office: "PM", copies: 5 },
    { role: "INFO", office: "OCT", copies: 1 },
    { role: "INFO", office: "ARA", copies: 11 },
    { role: "INFO", office: "ISO", copies: 0 },
  ]);
});

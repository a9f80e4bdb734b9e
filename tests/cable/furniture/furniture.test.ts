/** Furniture: the lines that machines and archives put between lines of text, and lines that only look like them. */

import { describe, expect, test } from "vitest";
import { furnitureTeller } from "../../../server/src/cable/furniture/furniture.ts";
import { SourceLines } from "../../../server/src/cable/source-lines.ts";
import type { PageBreak } from "../../../server/src/cable/tree.ts";
import { SourceText } from "../../../server/src/text/source-text.ts";

function read(line: string): { kind: string | null; breaks: (readonly [page: number | null, total: number | null])[] } {
  const found: PageBreak[] = [];
  const scan = new SourceLines(SourceText.plain(`The fish was\n${line}\ncold.\n`), furnitureTeller(found));
  expect(scan.count).toBe(4);
  return { kind: scan.kinds[1] ?? null, breaks: found.map(({ page, total }) => [page, total] as const) };
}

describe("a page break", () => {
  test.each([
    ["SHANGHAI 00009374  002 OF 003", "continuation", 2, 3],
    ["Shanghai 00009374 002 of 003", "continuation", 2, 3],
    ["RIO DE JAN 00009374  001.2 OF 003", "continuation", 1, 3],
    ["PORT-AU-PR 00009374  003.2 OF 004  ", "continuation", 3, 4],
    ["PAGE 02        BONN   99234  01 OF 02  281317Z", "page", 2, null],
    ["PAGE 02 STATE 286983 TOSEC 110023", "page", 2, null],
    ["PAGE 02 RUEHFB#9123 CONFIDENTIAL", "page", 2, null],
  ])("%s", (line, kind, page, total) => {
    expect(read(line)).toEqual({ kind, breaks: [[page, total]] });
  });
});

describe("no page break, but no text either", () => {
  test.each([
    ["CONFIDENTIAL", "marking"],
    ["C O N F I D E N T I A L", "marking"],
    ["LIMITED OFFICIAL USE", "marking"],
    ["SENSITIVE BUT UNCLASSIFIED - PLEASE HANDLE ACCORDINGLY", "marking"],
    ["Declassified/Released US Department of State EO Systematic Review 30 JUN 2005", "banner"],
    ["Anybody Q. Else Declassified/Released US Department of State EO Systematic Review 20 Mar 2014", "banner"],
    ["UNCLASSIFIED U.S. Department of State Case No. F-2014-99999 Doc No. C09999999 Date: 08/31/2015", "banner"],
    ["RELEASE IN PART B6", "banner"],
    ["HW 50999 DocId:32499999 Page 25", "banner"],
    ["Friday, 02 January 2009, 11:22", "banner"],
    ["Page 2 of 3", "banner"],
    ["*[Stamp: RELEASED IN FULL]*", "banner"],
  ])("%s", (line, kind) => {
    expect(read(line)).toEqual({ kind, breaks: [] });
  });
});

describe("text", () => {
  test.each([
    "SHANGHAI 374 of 2 people",
    "PAGE 02 of the report says so",
    "CONFIDENTIAL TALKS WENT ON",
    "The secret was out",
    "On Friday, 02 January 2009, at noon",
    "Released in part by the mayor",
    "002 OF 003",
  ])("%s", (line) => {
    expect(read(line)).toEqual({ kind: null, breaks: [] });
  });
});

/** Names of fields: those that are missing, in their order, in the spelling of the form. */

import { expect, test } from "vitest";
import { labels, taken } from "../../support/completions.ts";
import { draft, transmitted } from "./drafts.ts";

const of = "field-name";

test("all of them below the captions, in order", () => {
  expect(labels("UNCLAS SHANGHAI 099374\n\nSIPDIS\n\n$0", { of })).toEqual([
    "E.O. 13526:",
    "TAGS:",
    "SUBJECT:",
    "REF:",
  ]);
});

test("the executive order that was in force at the cable's date", () => {
  expect(labels(transmitted("E$0"), { of })).toEqual(["E.O. 12958:"]);
});

test("only what is missing; what follows the field above comes first", () => {
  const source = "UNCLAS SHANGHAI 099374\n\nE.O. 13526: N/A\nSUBJECT: FEES\n$0";
  expect(labels(source, { of })).toEqual(["REF:", "TAGS:"]);
});

test("a name that is half typed is replaced", () => {
  expect(taken("UNCLAS SHANGHAI 099374\n\nE.O. 13526: N/A\nta$0", "TAGS:")).toBe("TAGS: |");
});

test("who classified it, in classified cables only", () => {
  expect(labels("UNCLAS SHANGHAI 099374\n\nC$0", { of })).toEqual([]);
  expect(labels("CONFIDENTIAL SHANGHAI 099374\n\nE.O. 13526: DECL: 11/23/2036\nCla$0", { of })).toEqual([
    "Classified By:",
  ]);
});

test("TO and INFO below a transmission's beginning, and not below the classification", () => {
  expect(labels("R 280903Z AUG 09\nFM AMCONSUL SHANGHAI\nT$0", { of })).toEqual(["TO", "TAGS:"]);
  expect(labels(transmitted("T$0"), { of })).toEqual(["TAGS:"]);
});

test("the names of a wrapper of 2009, and of a military message", () => {
  const smart = "MRN: 10 STATE 99345\nDate/DTG: Sep 15, 2010 / 151503Z SEP 10\nFrom: SECSTATE WASHDC\n$0";
  expect(labels(smart, { of })).toEqual([
    "Action:",
    "Info:",
    "E.O.:",
    "TAGS:",
    "Captions:",
    "Reference:",
    "Pass Line:",
    "Subject:",
  ]);
  expect(labels("MSGID/GENADMIN/COMINVENTED//\nS$0", { of })).toEqual(["SUBJ/"]);
});

test("none in the text", () => {
  expect(labels(draft("1. (SBU) Text.\n\nS$0"), { of })).toEqual([]);
});

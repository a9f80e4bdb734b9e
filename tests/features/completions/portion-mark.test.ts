/** Portion marks: none above the cable's level, the previous paragraph's first. */

import { expect, test } from "vitest";
import { details, labels, taken } from "../../support/completions.ts";
import { draft, transmitted } from "./drafts.ts";

const of = "portion-mark";

test("up to the level of the cable, behind a paragraph's number", () => {
  expect(labels(draft("1. $0"), { of })).toEqual(["(SBU)", "(SBU/NF)", "(U)", "(U//FOUO)"]);
  expect(labels(transmitted("E.O. 12958: DECL: 08/28/2019\nTAGS: PGOV\nSUBJECT: X\n\n1. $0"), { of })).toEqual([
    "(C)",
    "(C//NF)",
    "(SBU)",
    "(SBU/NF)",
    "(U)",
  ]);
});

test("that of the paragraph before goes first", () => {
  expect(details(draft("1. (U) Text.\n\n2. $0"), { of })[0]).toBe("(U)  Unclassified");
});

test("bracket and letters that are typed are replaced, and the bracket that the editor closed", () => {
  expect(taken(draft("1. (U) Text.\n\n2. (S$0)"), "(SBU)")).toBe("2. (SBU) |");
  expect(taken(draft("1. (U) Text.\n\n2. ($0)Words."), "(SBU)")).toBe("2. (SBU) |Words.");
});

test("a bracket at the beginning of a paragraph without a number, and of the subject", () => {
  expect(labels(draft("1. (U) Text.\n\n(S$0"), { of })).toEqual(["(SBU)", "(SBU/NF)"]);
  expect(labels(transmitted("E.O. 12958: N/A\nTAGS: PGOV\nSUBJECT: ($0"), { of })).toContain("(C)");
});

test("none in the middle of a sentence", () => {
  expect(labels(draft("1. (SBU) The ministry ($0"), { of })).toEqual([]);
});

/** Abbreviations in the text: with what they stand for, and only where one is being typed. */

import { expect, test } from "vitest";
import { details, labels } from "../../support/completions.ts";
import { draft } from "./drafts.ts";

const of = "abbreviation";

test("those that begin so", () => {
  expect(details(draft("1. (SBU) The MF$0 said."), { of })).toEqual([
    "MFA  Ministry of Foreign Affairs",
    "MFM  Meeting of Foreign Ministers (of the Americas, 1974)",
  ]);
});

test("shorthand as a name is typed", () => {
  expect(labels(draft("1. (SBU) The Polo$0"), { of })).toEqual(["Poloff"]);
});

test("none while a word of prose is typed", () => {
  expect(labels(draft("1. (SBU) The ministry co$0"), { of })).toEqual([]);
  expect(labels(draft("1. (SBU) The ministry. Com$0"), { of })).toEqual([]);
  expect(labels("UNCLAS SHANGHAI 099374\n\nSUBJECT: MF$0", { of })).toEqual([]);
});

/** Labels behind `Ref `: each with what it stands for, none twice in one list. */

import { expect, test } from "vitest";
import { details, labels, taken } from "../../support/completions.ts";
import { draft } from "./drafts.ts";

const references = "A. BEIJING 99111\n     B. STATE 99222\n     C. 25 PARIS 99333";

test("with the entry they stand for", () => {
  expect(details(draft("1. (SBU) As Ref $0 says.", { references }))).toEqual([
    "A  BEIJING 99111",
    "B  STATE 99222",
    "C  25 PARIS 99333",
  ]);
});

test("those of a list that are named already are left out", () => {
  expect(labels(draft("1. (SBU) As refs A and $0", { references }))).toEqual(["B", "C"]);
  expect(labels(draft("1. (SBU) As (reftel B, $0)", { references }))).toEqual(["A", "C"]);
});

test("the letter that is typed is replaced", () => {
  expect(taken(draft("1. (SBU) Ref b$0 says", { references }), "B")).toBe("1. (SBU) Ref B| says");
});

test("none behind other words, or where there are no references", () => {
  expect(labels(draft("1. (SBU) The referee $0", { references }), { of: "label" })).toEqual([]);
  expect(labels("1. (SBU) Ref $0", { of: "label" })).toEqual([]);
});

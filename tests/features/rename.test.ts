/** A label takes another letter in its entry and in every mention, also where a range stands for it. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { renameAt } from "../../server/src/features/rename.ts";
import { SourceText } from "../../server/src/text/source-text.ts";

const HEAD = `R 020900Z AUG 09
UNCLAS TALLINN 099070
TAGS: PGOV
SUBJECT: HARBOR FEES
REF: A. RIGA 99012
     B. OSLO 99013
     C. BERN 99014

`;

/** The body after the label that the text `at` begins with is called otherwise; what is said where that is refused. */
function renamed(body: string, at: string, letter: string): { readonly entry: string; readonly body: string } | string {
  const text = `${HEAD}${body}\n`;
  const answer = renameAt(parseCable(text, ""), text.indexOf(at), letter);
  if (answer === null) return "nothing to rename";
  if ("refused" in answer) return answer.refused;
  const edits = answer.map(({ span, text: replacement }) => ({ ...span, replacement }));
  const lines = SourceText.edited(text, edits).text.trimEnd().split("\n");
  return { entry: lines[4]?.trim() ?? "", body: lines.slice(8).join("\n") };
}

const A = "A. RIGA";

test("a letter, in the case in which it is printed", () => {
  expect(renamed("1. (U) See Ref A and ref a, reftel A, para 2 of ref A, refs A and B.", A, "x")).toEqual({
    entry: "REF: X. RIGA 99012",
    body: "1. (U) See Ref X and ref x, reftel X, para 2 of ref X, refs X and B.",
  });
});

describe("a range", () => {
  test("is written out where the letters no longer follow each other", () => {
    expect(renamed("1. (U) See Refs A-C.", A, "Z")).toEqual({
      entry: "REF: Z. RIGA 99012",
      body: "1. (U) See Refs B, C and Z.",
    });
  });

  test("stays one where they do", () => {
    expect(renamed("1. (U) See refs A through C.", A, "D")).toMatchObject({ body: "1. (U) See refs B through D." });
  });

  test("is not what can be pointed at: which of its labels is meant is not to be seen", () => {
    expect(renamed("1. (U) See Refs A-C.", "A-C", "Z")).toBe("nothing to rename");
  });
});

test("a taken letter is refused, and what is no label", () => {
  expect(renamed("1. (U) See Ref A.", A, "B")).toBe("There is a Ref B already.");
  expect(renamed("1. (U) See Ref A.", A, "HARBOR")).toBe('"HARBOR" is no label: a letter or a number is.');
});

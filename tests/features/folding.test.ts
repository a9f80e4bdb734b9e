/** What folds: header, references, sections, paragraphs, trailers, each by its lines. */

import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { foldsOf } from "../../server/src/features/folding.ts";

function folds(text: string): string[] {
  return foldsOf(parseCable(text)).map(({ kind, startLine, endLine }) => `${kind} ${startLine}-${endLine}`);
}

test("header, references, sections and paragraphs fold; what has one line does not", () => {
  const text = `R 020900Z AUG 09
FM AMEMBASSY TALLINN
TO SECSTATE WASHDC
UNCLAS TALLINN 099070
TAGS: PGOV
SUBJECT: HARBOR FEES
REF: A. TALLINN 99066
     B. RIGA 99012

1. (U) Summary: The harbor raised its fees.
End summary.

Fees and Ships
--------------

2. (U) The fees are
high.

3. (U) One line.
`;
  expect(folds(text)).toEqual(["header 0-5", "references 6-7", "paragraph 9-10", "section 12-18", "paragraph 15-16"]);
});

test("nothing folds in an empty text", () => {
  expect(folds("")).toEqual([]);
});

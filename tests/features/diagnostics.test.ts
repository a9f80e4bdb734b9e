/** The rule on swallowed paragraph marks: on the digits, with the number that is meant, and not on `10.` */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { diagnose } from "../../server/src/features/diagnostics.ts";

test("finds the marks that the fixture lost", () => {
  const text = readFileSync(new URL("../fixtures/09SHANGHAI374.txt", import.meta.url), "utf8");
  const found = diagnose(parseCable(text));
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(["13", "14", "15", "16", "17", "18", "19"]);
  expect(found[0]).toMatchObject({
    code: "swallowed-paragraph-mark",
    severity: "info",
    message: "This is paragraph 3: the 1 of 13 was the mark ¶.",
  });
});

test("finds nothing in a cable whose marks are whole", () => {
  const paragraphs = Array.from({ length: 14 }, (_, index) => `${index + 1}. (U) Paragraph of some length.\n\n`).join(
    "",
  );
  expect(diagnose(parseCable(`R 020900Z AUG 09\nUNCLAS TALLINN 099070\nSUBJECT: FEES\n\n${paragraphs}`))).toEqual([]);
});

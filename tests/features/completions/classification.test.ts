/** Levels of classification: where a cable has none yet. */

import { expect, test } from "vitest";
import { labels } from "../../support/completions.ts";

const of = "classification";

test("at the beginning of a draft, and below a transmission header", () => {
  expect(labels("$0", { of })).toEqual(["UNCLAS", "CONFIDENTIAL", "SECRET", "TOP SECRET"]);
  expect(labels("R 281200Z JAN 74\nFM AMEMBASSY BONN\nTO SECSTATE WASHDC\n\nL$0", { of })).toEqual([
    "LIMITED OFFICIAL USE",
  ]);
});

test("none where there is one", () => {
  expect(labels("UNCLAS SHANGHAI 099374\n\n$0", { of })).toEqual([]);
});

test("the level itself stays offered while its last letter is typed", () => {
  expect(labels("UNCLAS$0", { of })).toEqual(["UNCLAS"]);
  expect(labels("UNCLAS$0")).not.toContain("cable, unclassified");
});

/** Headings and the words that open a paragraph: in the cable's own style. */

import { expect, test } from "vitest";
import { completionsOf, labels, taken } from "../../support/completions.ts";
import { draft } from "./drafts.ts";

const of = "heading";

test("on a line of their own with a rule below, as cables have it", () => {
  const [comment] = completionsOf(draft("1. (SBU) Text.\n\nCOMM$0"), { of }).items;
  expect(comment?.text).toBe("COMMENT\n-------\n");
});

test("without a rule and in title case where the others are so", () => {
  const source = draft("Background\n\n1. (SBU) Text.\n\n$0");
  expect(completionsOf(source, { of }).items.find(({ label }) => label === "Comment")?.text).toBe("Comment\n");
});

test("behind a paragraph's mark, as the text is", () => {
  expect(taken(draft("1. (SBU) Text.\n\n2. (SBU) $0"), "Comment", { of })).toBe("2. (SBU) Comment: |");
  expect(taken(draft("1. (SBU) SUM$0"), "SUMMARY", { of })).toBe("1. (SBU) SUMMARY: |");
});

test("the end of a summary that is open", () => {
  expect(taken(draft("1. (SBU) Summary: All is well. En$0"), "End summary.", { of })).toBe(
    "1. (SBU) Summary: All is well. End summary.|",
  );
  expect(labels(draft("1. (SBU) Summary: Well. End summary. En$0"), { of })).toEqual([]);
});

test("none that the cable has, none in the middle of a sentence, none in the head", () => {
  expect(labels(draft("COMMENT\n-------\n\n1. (SBU) Text.\n\nCOM$0"), { of })).toEqual([]);
  expect(labels(draft("1. (SBU) The Comm$0"), { of })).toEqual([]);
  expect(labels("UNCLAS SHANGHAI 099374\n\nS$0", { of })).toEqual([]);
});

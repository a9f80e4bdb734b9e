/** The summary of a cable: what opens it, what closes it, and what of it is only words around it. */

import { expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";

function summaryOf(body: string): string | null {
  return parseCable(`TAGS: PREL\nSUBJECT: FISH\n\nREF: STATE 99012\n\n${body}\n\nDOE\n`).summary?.value ?? null;
}

test.each([
  ["1. (C) Summary: The fish is cold. End summary.\n\n2. (C) It is.", "The fish is cold."],
  ["1.(SBU) SUMMARY AND COMMENT. The fish is cold. END SUMMARY AND COMMENT.", "The fish is cold."],
  ["1. (C) (U) SUMMARY - The fish is cold. [END SUMMARY]", "The fish is cold."],
  ["1. (C) Begin Summary: The fish is cold. End\nsummary.", "The fish is cold."],
  ["1. (C) SUMMARY:\n--------\nThe fish is cold.\n\n2. (C) It is.", "The fish is cold."],
  ["1. (C) Summary\n\nThe fish is cold.\n\n2. (C) It is.", "The fish is cold."],
  ["Summary: The fish is cold.\n\n1. (C) It is.", "The fish is cold."],
  ["SUMMARY\n-------\n1. (C) The fish.\n\n2. (C) Is cold.\n\nMORE\n----\n3. (C) It is.", "The fish. Is cold."],
  ["I. SUMMARY\n\n1. (C) The fish is cold.\n\nII. MORE\n\n2. (C) It is.", "The fish is cold."],
  ["1. (U) Handle with care.\n\n2. (C) Summary: The fish is cold. End summary.", "The fish is cold."],
])("of %j", (body, summary) => {
  expect(summaryOf(body)).toBe(summary);
});

test("closed without a word that opened it, is the paragraph that is closed", () => {
  expect(summaryOf("1. (C) The fish is cold. END SUMMARY.\n\n2. (C) It is.")).toBe("The fish is cold.");
});

test.each(["1. (C) Summary of events: the fish.", "1. (C) The summary: cold.", "1. (C) Comment: the fish is cold."])(
  "is none in %j",
  (body) => {
    expect(summaryOf(body)).toBeNull();
  },
);

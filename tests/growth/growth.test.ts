/** The work that a text makes grows with its length and no faster, counted in steps and not by a clock. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import { outlineOf } from "../../server/src/features/outline.ts";
import { refactored, refactoringsAt } from "../../server/src/features/refactor.ts";
import { HOSTILE_SHAPES } from "../support/hostile-shapes.ts";
import { stepsOf } from "../support/work.ts";

/** In characters; the second text is four times as long as the first. */
const SHORT = 5_000;
const FACTOR = 4;
/** What is sorted or looked up takes a little more than four times the work; what is compared with all before it, sixteen times. */
const MOST = 6.5;

const read = (text: string): void => {
  const tree = parseCable(text, "x.txt");
  toRecord(tree, "x.txt");
  outlineOf(tree);
};

describe("reading", () => {
  test.each(HOSTILE_SHAPES)("$name", ({ text }) => {
    read(text(SHORT));
    const growth = stepsOf(() => read(text(SHORT * FACTOR))) / stepsOf(() => read(text(SHORT)));
    expect(growth).toBeLessThan(MOST);
  });
});

/** Offers all refactorings of a whole text, and makes the edits of each. */
const refactor = (text: string): void => {
  const tree = parseCable(text, "x.txt");
  const wishes = { selection: { start: 0, end: text.length }, width: 72, now: null };
  for (const offered of refactoringsAt(tree, wishes)) refactored(tree, "x.txt", wishes, offered);
};

describe("refactoring", () => {
  test.each(HOSTILE_SHAPES.filter(({ name }) => name.endsWith(" in a paragraph")))("$name", ({ text }) => {
    refactor(text(SHORT));
    const growth = stepsOf(() => refactor(text(SHORT * FACTOR))) / stepsOf(() => refactor(text(SHORT)));
    expect(growth).toBeLessThan(MOST);
  });
});

/** The work that a text makes grows with its length and no faster, counted in steps and not by a clock. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import { cleanUp, fixAll } from "../../server/src/features/fixes/fix-all.ts";
import { formatted } from "../../server/src/features/formatting.ts";
import { hoverAnswerAt, hoverContext } from "../../server/src/features/hover.ts";
import { outlineOf } from "../../server/src/features/outline.ts";
import { refactored, refactoringsAt } from "../../server/src/features/refactor.ts";
import { printBlocks } from "../../server/src/features/rendering/html.ts";
import { readingOf } from "../../server/src/features/rendering/read.ts";
import { DEFAULT_RULE_SETTINGS } from "../../server/src/features/rules/support/settings.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { HOSTILE_SHAPES } from "../support/hostile-shapes.ts";
import { stepsOf } from "../support/work.ts";

/** In characters; the second text is four times as long as the first. */
const SHORT = 8_000;
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
  const wishes = { selection: { start: 0, end: text.length }, width: 72, now: null, isDraft: true };
  for (const offered of refactoringsAt(tree, wishes)) refactored(tree, "x.txt", wishes, offered);
};

describe("refactoring", () => {
  test.each(HOSTILE_SHAPES.filter(({ name }) => name.endsWith(" in a paragraph")))("$name", ({ text }) => {
    refactor(text(SHORT));
    const growth = stepsOf(() => refactor(text(SHORT * FACTOR))) / stepsOf(() => refactor(text(SHORT)));
    expect(growth).toBeLessThan(MOST);
  });
});

/** The shapes that were dense in what formatting, mending or the preview do. */
const DENSE = HOSTILE_SHAPES.filter(({ name }) =>
  /^(?:blank lines|paragraph marks without text|headings behind hashes|rows of tables|quotes|breaks|attributes|mentions|addressees on one line|paragraphs with portion marks) as a text$/.test(
    name,
  ),
);

const WORKS: Readonly<Record<string, (text: string) => void>> = {
  formatting: (text) => {
    formatted(parseCable(text, "x.txt"), "x.txt");
  },
  "mending all": (text) => {
    const tree = parseCable(text, "x.txt");
    fixAll(tree, "x.txt", DEFAULT_RULE_SETTINGS);
    cleanUp(tree, "x.txt", DEFAULT_RULE_SETTINGS);
  },
  "the preview": (text) => {
    const tree = parseCable(text, "x.txt");
    const document = { file: fileUri("file:///x.txt"), tree };
    const surroundings = { vocabulary: defaultVocabulary, cited: new Map(), isIndexing: false };
    printBlocks(readingOf(document, surroundings).blocks, tree.lines, "editor");
  },
};

describe.each(Object.entries(WORKS))("%s", (_, work) => {
  test.each(DENSE)("$name", ({ text }) => {
    work(text(SHORT));
    const growth = stepsOf(() => work(text(SHORT * FACTOR))) / stepsOf(() => work(text(SHORT)));
    expect(growth).toBeLessThan(MOST);
  });
});

describe("the hover on a cable's own number", () => {
  test.each([
    ["continuation lines", "SHANGHAI 00099374  002 OF 003\n"],
    ["page headings", "PAGE 02 SHANGH 99374 251717Z\n"],
  ])("with many %s", (_, line) => {
    const head = "R 280903Z AUG 09\nFM AMCONSUL SHANGHAI\nTO SECSTATE WASHDC\nUNCLAS SHANGHAI 099374\n\nSUBJECT: X\n\n";
    const steps = (length: number): number => {
      const unit = `1. Text.\n${line}`;
      const text = `${head}${unit.repeat(Math.ceil(length / unit.length))}`;
      const context = hoverContext(parseCable(text, "x.txt"), defaultVocabulary, () => null);
      const at = text.indexOf("099374");
      expect(hoverAnswerAt(context, at)).not.toBeNull();
      return stepsOf(() => hoverAnswerAt(context, at));
    };
    expect(steps(SHORT * FACTOR) / steps(SHORT)).toBeLessThan(MOST);
  });
});

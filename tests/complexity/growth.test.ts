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

/** The second text is so many times as long as the first. */
const FACTOR = 4;

/** How long the first text is, in characters, and how many times its work the second may take. */
interface Measure {
  readonly short: number;
  readonly most: number;
}

/**
 * What is sorted or looked up takes a little more than four times the work; what is compared with all before it, sixteen times. Where that
 * is a seventh of the work of the first text, it is seen.
 */
const USUAL: Measure = { short: 4_000, most: 5.5 };

/** Who classified is looked for in several lines at each line, up to a bound that a longer text reaches. */
const BOUNDED: Measure = { short: 8_000, most: 6.5 };

function measureFor(name: string): Measure {
  return name.endsWith(" behind Classified By") ? BOUNDED : USUAL;
}

/** Holds the work that a text makes to its length. */
function expectGrowth(work: (text: string) => void, text: (length: number) => string, { short, most } = USUAL): void {
  // Tables that are made at their first use are no work of the text's.
  work(text(short));
  const growth = stepsOf(() => work(text(short * FACTOR))) / stepsOf(() => work(text(short)));
  expect(growth).toBeLessThan(most);
}

const read = (text: string): void => {
  const tree = parseCable(text, "x.txt");
  toRecord(tree, "x.txt");
  outlineOf(tree);
};

describe("reading", () => {
  test.each(HOSTILE_SHAPES)("$name", ({ name, text }) => expectGrowth(read, text, measureFor(name)));
});

/** Offers all refactorings of a whole text, and makes the edits of each. */
const refactor = (text: string): void => {
  const tree = parseCable(text, "x.txt");
  const wishes = { selection: { start: 0, end: text.length }, width: 72, now: null, isDraft: true };
  for (const offered of refactoringsAt(tree, wishes)) refactored(tree, "x.txt", wishes, offered);
};

describe("refactoring", () => {
  test.each(HOSTILE_SHAPES.filter(({ name }) => name.endsWith(" in a paragraph")))("$name", ({ text }) =>
    expectGrowth(refactor, text),
  );
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
  test.each(DENSE)("$name", ({ text }) => expectGrowth(work, text));
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
    expect(steps(USUAL.short * FACTOR) / steps(USUAL.short)).toBeLessThan(USUAL.most);
  });
});

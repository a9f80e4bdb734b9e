/** Each refactoring does what its case shows, and none loses a paragraph, a TAG, a reference or a word, whatever the text. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import type { CableTree } from "../../../server/src/cable/tree.ts";
import { bodyWords } from "../../../server/src/features/fixes/keeps.ts";
import { entriesOfMention } from "../../../server/src/features/labels.ts";
import { type OfferedRefactoring, refactored, refactoringsAt } from "../../../server/src/features/refactor.ts";
import { REFACTORINGS } from "../../../server/src/features/refactorings/index.ts";
import type { RefactoringWishes } from "../../../server/src/features/refactorings/support/context.ts";
import { paragraphsOf } from "../../../server/src/features/symbol-at.ts";
import { SourceText } from "../../../server/src/text/source-text.ts";
import { anyText, KNOWN_TEXTS } from "../../support/arbitraries.ts";
import { readRefactoringCases } from "../../support/refactoring-cases.ts";

const NOW = { year: 2026, month: 3, day: 1, hour: 7, minute: 5 };
const cases = readRefactoringCases(readFileSync(new URL("cases.txt", import.meta.url), "utf8"));

function wishes(start: number, end: number, width = 40): RefactoringWishes {
  return { selection: { start, end }, width, now: NOW, isDraft: true };
}

function done(tree: CableTree, asked: RefactoringWishes, chosen: OfferedRefactoring): string | null {
  const edits = refactored(tree, null, asked, chosen);
  return edits === null ? null : SourceText.edited(tree.lines.text, edits).text;
}

test("a published cable keeps its words: only line breaks are offered to be moved", () => {
  const text = "1. (C) One.\n\n3. Two words that are long enough to be wrapped in a narrow column.\n";
  const names = (isDraft: boolean) =>
    new Set(refactoringsAt(parseCable(text), { ...wishes(0, text.length), isDraft }).map(({ name }) => name));
  expect([...names(true)]).toContain("renumber-paragraphs");
  expect([...names(false)]).toEqual(["wrap-paragraphs"]);
  const chosen = { name: "renumber-paragraphs", choice: "from 1" };
  expect(refactored(parseCable(text), null, { ...wishes(0, 0), isDraft: false }, chosen)).toBeNull();
});

describe("cases", () => {
  test.each(cases)("$name: $title", ({ name, title, before, after, start, end }) => {
    const tree = parseCable(before);
    const asked = wishes(start, end);
    const chosen = refactoringsAt(tree, asked).find((offered) => offered.name === name && offered.title === title);
    if (chosen === undefined) throw new Error("it is not offered");
    const text = done(tree, asked, chosen);
    expect(text).toBe(after);
    // What is in order already is not offered again.
    const again = refactoringsAt(parseCable(after), asked).map((offered) => offered.title);
    if (!/^(?:Insert|Split|Join|Set)/.test(title)) expect(again).not.toContain(title);
  });

  test("every refactoring has one", () => {
    expect([...new Set(cases.map(({ name }) => name))].sort()).toEqual(REFACTORINGS.map(({ name }) => name).sort());
  });
});

describe("not offered", () => {
  const offered = (text: string, at = 0): readonly string[] =>
    refactoringsAt(parseCable(text), wishes(at, at)).map(({ name }) => name);
  const CABLE = "UNCLAS TALLINN 099070\n\nE.O. 12958: N/A\nTAGS: PGOV, EN\nSUBJECT: FEES\nREF: A. RIGA 99012\n\n";

  test("numbering and lettering that are in order", () => {
    expect(offered(`${CABLE}1. (U) Fees fell.\n\n2. (U) Ships came.\n`)).not.toContain("renumber-paragraphs");
    expect(offered(`${CABLE}1. (U) Fees fell.\n`)).not.toContain("letter-references");
  });

  test("lettering anew where one letter stands for two references: which a mention means nobody knows", () => {
    const twice = CABLE.replace("RIGA 99012", "RIGA 99012\n     A. RIGA 99013");
    expect(offered(`${twice}1. (U) Fees fell (Ref A).\n`)).not.toContain("letter-references");
  });

  test("joining across a heading, and marks of which none covers the other", () => {
    const across = `${CABLE}1. (U) Fees fell.\n\nHARBOR\n------\n\n2. (U) Ships came.\n`;
    expect(offered(across, across.indexOf("Ships"))).not.toContain("join-paragraphs");
    const limits = `${CABLE.replace("UNCLAS", "S E C R E T")}1. (C/NF) Fees fell.\n\n2. (S) Ships came.\n`;
    expect(offered(limits, limits.indexOf("Ships"))).not.toContain("join-paragraphs");
  });

  test("the time, where nobody knows it", () => {
    const text = `R 280903Z AUG 09\nFM AMEMBASSY TALLINN\nTO SECSTATE WASHDC\n\n${CABLE}1. Fees fell.\n`;
    expect(offered(text)).toContain("date-time-group-now");
    const asked = { ...wishes(0, 0), now: null };
    expect(refactoringsAt(parseCable(text), asked).map(({ name }) => name)).not.toContain("date-time-group-now");
  });
});

/** Letters only: figures, marks and white space are what refactorings change. */
function letters(tree: CableTree): string {
  return bodyWords(tree)
    .join(" ")
    .replace(/\bend summary\b/i, "")
    .replace(/[^\p{L}]+/gu, "");
}

/** What a mention of a label leads to, by what is printed there. */
function ledTo(tree: CableTree): readonly unknown[] {
  return tree.mentions
    .filter(({ labels }) => labels.length > 0)
    .map((mention) =>
      entriesOfMention(tree, mention)
        .map(({ text }) => text.replace(/\s+/g, " "))
        .sort(),
    );
}

/** For each number in a mention of a paragraph, where that paragraph stands among all. */
function pointedTo(tree: CableTree): readonly number[] {
  const numbered = paragraphsOf(tree.outline).filter(({ number }) => number !== null);
  return tree.mentions
    .filter(({ kind, external }) => kind === "paragraph" && !external)
    .flatMap(({ numbers }) => numbers.map(({ value }) => numbered.findIndex(({ number }) => number === value)));
}

function expectNothingLost(before: CableTree, after: CableTree, name: string): void {
  expect(after.header.tags.map(({ value }) => value)).toEqual(before.header.tags.map(({ value }) => value));
  const entries = ({ references }: CableTree): string[] =>
    references.map(({ text }) => text.replace(/\s+/g, " ")).sort();
  expect(entries(after)).toEqual(entries(before));
  expect(letters(after).length).toBeGreaterThanOrEqual(letters(before).length);
  expect(ledTo(after)).toEqual(ledTo(before));
  const count = (tree: CableTree): number => paragraphsOf(tree.outline).filter(({ number }) => number !== null).length;
  if (name !== "join-paragraphs") expect(count(after)).toBeGreaterThanOrEqual(count(before));
}

test.each(KNOWN_TEXTS.map((text, index) => ({ index, text })))("nothing is lost in known text $index", ({ text }) => {
  const tree = parseCable(text);
  const places = [
    0,
    ...paragraphsOf(tree.outline).map(({ textStart, span }) => Math.floor((textStart + span.end) / 2)),
  ];
  for (const at of places.slice(0, 5)) {
    for (const chosen of refactoringsAt(tree, wishes(at, at))) {
      const after = done(tree, wishes(at, at), chosen);
      if (after === null) continue;
      const again = parseCable(after);
      expectNothingLost(tree, again, chosen.name);
      // Where each number stands once, every mention of one still leads to the same paragraph.
      const numbers = paragraphsOf(tree.outline).flatMap(({ number }) => number ?? []);
      const isClear = new Set(numbers).size === numbers.length && !pointedTo(tree).includes(-1);
      if (isClear && chosen.name === "renumber-paragraphs") expect(pointedTo(again)).toEqual(pointedTo(tree));
    }
  }
});

test("on any text none throws, overlaps or loses something", () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), fc.integer({ min: 20, max: 90 }), (text, one, other, width) => {
      const tree = parseCable(text);
      const places = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      const asked = wishes(places[0] ?? 0, other % 3 === 0 ? (places[1] ?? 0) : (places[0] ?? 0), width);
      for (const chosen of refactoringsAt(tree, asked)) {
        const edits = refactored(tree, null, asked, chosen);
        if (edits === null) continue;
        edits.forEach(({ start, end }, index) => {
          expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        });
        expectNothingLost(tree, parseCable(SourceText.edited(text, edits).text), chosen.name);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

/** A growing selection: word, sentence, paragraph, section, body, all; in the head its fields. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { selectionSteps } from "../../server/src/features/selection-ranges.ts";
import { sentenceAt } from "../../server/src/features/sentences.ts";
import { anyText } from "../support/arbitraries.ts";
import { fixture } from "../support/fixture.ts";

function steps(source: string): readonly string[] {
  const { text, cursor } = fixture(source).open;
  return selectionSteps(parseCable(text), cursor).map(({ start, end }) => text.slice(start, end));
}

const HEAD =
  "R 280903Z AUG 09\nUNCLAS SHANGHAI 099374\nTAGS: PGOV, ECON\nSUBJECT: NEW RULES\nREF: A. BEIJING 99111\n\n";

test("in the text", () => {
  const section = "Wages\n-----\n\n1. (U) Mr. Li left. He met the ambass$0ador in the U.S. capital. All is well.";
  const body = `${section}\n\nPrices\n------\n\n2. (U) They rose.`;
  const plain = (text: string): string => text.replace("$0", "");
  expect(steps(`${HEAD}${body}\n`)).toEqual([
    "ambassador",
    "He met the ambassador in the U.S. capital.",
    "Mr. Li left. He met the ambassador in the U.S. capital. All is well.",
    "1. (U) Mr. Li left. He met the ambassador in the U.S. capital. All is well.",
    plain(section),
    plain(body),
    plain(`${HEAD}${body}\n`),
  ]);
});

test("in the head", () => {
  const [tag, value, field] = steps(HEAD.replace("ECON", "EC$0ON"));
  expect([tag, value, field]).toEqual(["ECON", "PGOV, ECON", "TAGS: PGOV, ECON"]);
});

describe("a sentence", () => {
  const sentence = (source: string): string => {
    const { text, cursor } = fixture(source).open;
    const { start, end } = sentenceAt(text, { start: 0, end: text.length }, cursor);
    return text.slice(start, end);
  };

  test.each([
    ["One. Tw$0o. Three.", "Two."],
    ["On$0e. Two.", "One."],
    ["One.$0 Two.", "One."],
    ["One.  $0 Two.", "One."],
    [
      "He saw Mr. S$0mith of the U.S. Senate on Jan. 3. Then he left.",
      "He saw Mr. Smith of the U.S. Senate on Jan. 3.",
    ],
    ["He lives in the U.S. The ot$0her does not.", "The other does not."],
    ["See para. 3 of J. B. Do$0e's letter. It is long.", "See para. 3 of J. B. Doe's letter."],
    ['He said: "No." She l$0eft.', "She left."],
    ["Growth was 3.$05 percent. It fell.", "Growth was 3.5 percent."],
    ["Is it so?  It i$0s!", "It is!"],
    ["A line\nthat wra$0ps.\nAnother.", "A line\nthat wraps."],
  ])("%s", (source, expected) => {
    expect(sentence(source)).toBe(expected);
  });
});

test("of any text at any place: each step holds the one before it and is larger, the last is all", () => {
  fc.assert(
    fc.property(anyText, fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => {
      const offset = Math.floor(text.length * part);
      const found = selectionSteps(parseCable(text), offset);
      expect(found.at(-1)).toEqual({ start: 0, end: text.length });
      found.forEach(({ start, end }, index) => {
        expect(start).toBeLessThanOrEqual(offset);
        expect(end).toBeGreaterThanOrEqual(offset);
        const inner = found[index - 1];
        if (inner === undefined) return;
        expect(start).toBeLessThanOrEqual(inner.start);
        expect(end).toBeGreaterThanOrEqual(inner.end);
        expect(end - start).toBeGreaterThan(inner.end - inner.start);
      });
    }),
    { numRuns: 200 },
  );
});

/** An answer about a cable never depends on what was asked of it before. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { questionsFor } from "../support/answers.ts";
import { anyText, KNOWN_TEXTS } from "../support/arbitraries.ts";

const NAME = "99MADRID99001.txt";

/** The answers to the questions that are asked in an order, listed in the usual one. Each is asked twice. */
function answers(text: string, order: readonly number[]): string {
  const tree = parseCable(text, NAME);
  const questions = questionsFor(parseCable(text, NAME));
  const places = questions.map((_, index) => index);
  const ordered = [...places].sort((one, other) => (order[one] ?? 0) - (order[other] ?? 0));
  const given = new Map(ordered.map((index) => [index, JSON.stringify(questions[index]?.ask(tree))]));
  for (const index of ordered) expect(JSON.stringify(questions[index]?.ask(tree))).toBe(given.get(index));
  return places.map((index) => `${questions[index]?.name}: ${given.get(index)}`).join("\n");
}

/** Numbers by which questions are sorted: as many as there are questions, and some. */
const order = fc.array(fc.nat(1000), { minLength: 64, maxLength: 64 });

test("of whole texts, whichever question comes first", () => {
  const backwards = Array.from({ length: 64 }, (_, index) => -index);
  for (const text of KNOWN_TEXTS) expect(answers(text, backwards)).toBe(answers(text, []));
});

test("of cut and damaged texts, in any order", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyText, order, (text, asked) => {
      expect(answers(text, asked)).toBe(answers(text, []));
    }),
    { numRuns: 300 },
  );
});

test("there are questions about the header and about the text", () => {
  const names = questionsFor(parseCable("")).map(({ name }) => name);
  expect(names).toContain("header.subject");
  expect(names).toContain("mentions");
  expect(names.length).toBeGreaterThan(40);
});

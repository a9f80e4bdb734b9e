/** Lines that two texts have in common: the runs give both texts back, and the patch says how far the change reaches. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { lineRuns, unifiedDiff } from "../../server/src/text/line-differences.ts";

const textOf = (before: string, after: string, left: "-" | "+"): string =>
  lineRuns(before, after)
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join("");

test("the runs give both texts back", () => {
  const text = fc
    .array(fc.constantFrom("a\n", "b\n", "c\r\n", "\n", "d"), { maxLength: 12 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(textOf(before, after, "+")).toBe(before);
      expect(textOf(before, after, "-")).toBe(after);
    }),
  );
});

test("texts that have nothing in common are one change, however long", () => {
  const before = Array.from({ length: 2000 }, (_, line) => `old ${line}\n`).join("");
  const after = Array.from({ length: 2000 }, (_, line) => `new ${line}\n`).join("");
  expect(lineRuns(`same\n${before}`, `same\n${after}`)).toEqual([
    { kind: " ", text: "same\n" },
    { kind: "-", text: before },
    { kind: "+", text: after },
  ]);
  const patch = unifiedDiff({ name: "x", text: before }, { name: "x", text: `${after}end` });
  expect(patch.split("\n").slice(0, 4)).toEqual(["--- x", "+++ x", "@@ -1,2000 +1,2001 @@", "-old 0"]);
  expect(patch.endsWith("+end\n\\ No newline at end of file\n")).toBe(true);
});

test("nothing is said of texts that are the same", () => {
  expect(unifiedDiff({ name: "x", text: "a\n" }, { name: "y", text: "a\n" })).toBe("");
});

/** Which files may be cables: in capitals or not, as systems of other times name them. */

import { expect, test } from "vitest";
import { heeded, inAnyCase, wantedBy } from "../../server/src/host/file-filter.ts";
import { Glob } from "../../server/src/host/glob.ts";

test.each([
  ["B.CABLE", true],
  ["Old/1974.Txt", true],
  ["a.cable", true],
  ["a.pdf", false],
  ["Drafts/a.cable", true],
  ["drafts/a.cable", false],
])("%s: %s", (path, expected) => {
  const wanted = wantedBy(["**/*.{cable,txt}"], ["drafts/**"]);
  expect(wanted.file(path)).toBe(expected);
  expect(new Glob(inAnyCase("**/*.{cable,txt}")).matches(path)).toBe(!path.endsWith(".pdf"));
});

test("a pattern in any case leaves what is no letter, and sets, as they are", () => {
  expect(inAnyCase("**/0[1-9a]?.{txt,MD}")).toBe("**/0[1-9a]?.{[tT][xX][tT],[mM][dD]}");
});

test("hostile patterns are bounded, and said", () => {
  const many = Array.from({ length: 5000 }, (_, number) => `**/*.${number}`);
  expect(heeded(many, "include").problems).toEqual(["include has 5000 patterns: only the first 256 are heeded"]);
  expect(heeded(many, "include").patterns).toHaveLength(256);
  for (const pattern of [`${"{a,b}".repeat(8)}${"x".repeat(20_000)}`, "{a,b}".repeat(100), `{${"{".repeat(50_000)}`]) {
    const { patterns, problems } = heeded([pattern, "**/*.cable"], "include");
    expect(patterns.at(-1)).toBe("**/*.cable");
    if (patterns.length === 1)
      expect(problems[0]).toMatch(/^include: .{40}… stands for too many patterns: it is left out$/);
  }
  const extensions = Array.from({ length: 300 }, (_, number) => `x${number}`);
  const { patterns, problems } = heeded([`**/*.{${extensions.join(",")},cable}`], "include");
  expect([wantedBy(patterns, []).file("a/b.cable"), problems]).toEqual([true, []]);
});

/** Checks the scopes of the invented texts under `cases/`, and of the whole fixture against a reviewed snapshot. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { annotate, failures, readCases } from "./expectations.ts";
import { isColoured, loadGrammar, scopesOf } from "./grammar.ts";

const grammar = await loadGrammar();
const folder = join(import.meta.dirname, "cases");

for (const file of readdirSync(folder).sort()) {
  describe(file.replace(/\.txt$/, ""), () => {
    const cases = readCases(readFileSync(join(folder, file), "utf8"));
    test.each(cases)("$title", (each) => {
      expect(each.expectations.length).toBeGreaterThan(0);
      expect(failures(grammar, each)).toEqual([]);
    });
  });
}

test("the fixture is coloured as reviewed", async () => {
  const text = readFileSync("tests/fixtures/09SHANGHAI374.txt", "utf8");
  await expect(annotate(grammar, text.split("\n"))).toMatchFileSnapshot("__snapshots__/09SHANGHAI374.scopes.txt");
});

describe("a fragment of the fixture", () => {
  const lines = readFileSync("tests/fixtures/09SHANGHAI374.txt", "utf8").split("\n");
  const firstOfBody = lines.indexOf("(U) This message is sensitive but unclassified. Not for  ");

  /** What a theme sees: the innermost scope of each stretch that it could colour. */
  const coloursOf = (text: readonly string[]) =>
    scopesOf(grammar, text).map((spans) =>
      spans.flatMap(({ start, end, scopes }) => {
        const innermost = scopes.at(-1);
        return innermost !== undefined && isColoured(innermost) ? [`${start}-${end} ${innermost}`] : [];
      }),
    );
  const whole = coloursOf(lines);

  test("that begins behind any blank line is coloured as the whole is", () => {
    for (const [index, line] of lines.entries())
      if (line.trim() === "") expect(coloursOf(lines.slice(index + 1))).toEqual(whole.slice(index + 1));
  });

  test("has its body coloured as the whole, wherever the header was cut off", () => {
    expect(firstOfBody).toBeGreaterThan(40);
    const body = lines.slice(firstOfBody);
    for (let length = 0; length < firstOfBody; length += 1)
      expect(coloursOf([...lines.slice(0, length), "", ...body]).slice(length + 1)).toEqual(whole.slice(firstOfBody));
  });
});

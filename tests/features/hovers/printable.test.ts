/** Text of a cable is shown on one line, bounded, without characters that change what is around them. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { printable } from "../../../server/src/features/hovers/support/printable.ts";

test.each([
  ["blanks and line breaks are one blank", "a \t b\r\n  c ", "a b c"],
  ["marks that turn the direction of writing are taken out", "SAFE \u202eEFAS\u202c", "SAFE EFAS"],
  ["control characters are taken out", "a\u0000\u0007b\u001b[31m", "a b [31m"],
  ["invisible characters are taken out", "PG\u200bOV\ufeff", "PG OV"],
  ["half a character is taken out", "a\ud83d b", "a b"],
  ["whole characters stay", "São Tomé 😀", "São Tomé 😀"],
])("%s", (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});

test("a long text is cut at a word, and nothing beyond the bound is looked at", () => {
  expect(printable("one two three", 8)).toBe("one two…");
  expect(printable(`${"word ".repeat(1_000_000)}`, 20)).toBe("word word word word…");
});

test("any text comes out short, on one line, and the same when it is done again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 100 }), fc.integer({ min: 1, max: 80 }), (text, limit) => {
      const shown = printable(text, limit);
      expect(shown.length).toBeLessThanOrEqual(limit + 1);
      expect(shown).not.toMatch(/[\r\n\t]/);
      expect(printable(shown, limit + 1)).toBe(shown);
    }),
  );
  // Generous, for machines that do other things as well.
}, 60_000);

/** Enter below a numbered paragraph: the next number with the same mark, or an empty mark taken away. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { editsAfterEnter } from "../../server/src/features/on-type-formatting.ts";
import { SourceText } from "../../server/src/text/source-text.ts";
import { anyText } from "../support/arbitraries.ts";
import { fixture } from "../support/fixture.ts";

/** The text after Enter was pressed at the cursor. */
function entered(source: string): string {
  const { text, cursor } = fixture(source).open;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const typed = text.slice(0, cursor) + lineBreak + text.slice(cursor);
  return SourceText.edited(typed, editsAfterEnter(parseCable(typed), cursor + lineBreak.length)).text;
}

test("the next number and the same portion mark, a blank line between", () => {
  expect(entered("1. (SBU) The first.\n\n2. (SBU) The second.$0")).toBe(
    "1. (SBU) The first.\n\n2. (SBU) The second.\n\n3. (SBU) ",
  );
});

test("also behind the first paragraph of all, and below a short one without a full stop", () => {
  expect(entered("1. (U) The first.$0")).toBe("1. (U) The first.\n\n2. (U) ");
  expect(entered("1. (U) The first$0")).toBe("1. (U) The first\n\n2. (U) ");
});

test("in the cable's own style", () => {
  expect(entered("¶1. (C) One.\n¶2. (C) Two.$0")).toBe("¶1. (C) One.\n¶2. (C) Two.\n¶3. (C) ");
  expect(entered("(C) 1. One.\n\n(C) 2. Two.$0")).toBe("(C) 1. One.\n\n(C) 2. Two.\n\n(C) 3. ");
  expect(entered("1. ONE.\r\n\r\n2. TWO.$0")).toBe("1. ONE.\r\n\r\n2. TWO.\r\n\r\n3. ");
});

test("the next paragraphs get their new numbers, and so does what mentions them", () => {
  expect(entered("1. (U) One, see para 2.$0\n\n2. (U) Two.\n\n3. (U) Three.\n")).toBe(
    "1. (U) One, see para 3.\n\n2. (U) \n\n3. (U) Two.\n\n4. (U) Three.\n",
  );
});

test("an empty paragraph loses its mark, and the numbers close up again", () => {
  expect(entered("1. (U) One.\n\n2. (U) $0")).toBe("1. (U) One.\n\n");
  expect(entered("1. (U) One.\n\n2. (U) $0\n\n3. (U) Two.\n")).toBe("1. (U) One.\n\n\n\n2. (U) Two.\n");
});

test.each([
  ["in the middle of a paragraph", "1. (U) One sentence. $0Another one.\n"],
  ["in a paragraph that is wrapped by hand", "1. (U) The first line of a paragraph\nthat goes on and on$0"],
  ["behind a line that may be wrapped", "1. (U) The minister said to the ambassador that$0"],
  ["behind an abbreviation at the end of a line", "1. (U) The minister met with the visitor from the U.S. and Mr.$0"],
  ["behind an item of a list", "1. (U) Two things:\n-- the first.$0"],
  ["below a blank line", "1. (U) One.\n$0"],
  ["behind a heading", "1. (U) One.\n\nCOMMENT$0\n-------\n\n2. (U) Two.\n"],
  ["in the head", "UNCLAS SHANGHAI 099374\n\nSIPDIS$0\n\nE.O. 13526: N/A\nTAGS: PGOV\nSUBJECT: X\n\n1. (U) One.\n"],
])("nothing %s", (_, source) => {
  const { text, cursor } = fixture(source).open;
  expect(entered(source)).toBe(`${text.slice(0, cursor)}\n${text.slice(cursor)}`);
});

test("any text at any place has an answer, whose edits are in order", () => {
  fc.assert(
    fc.property(anyText, fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => {
      const at = Math.floor(text.length * part);
      const typed = `${text.slice(0, at)}\n${text.slice(at)}`;
      const edits = editsAfterEnter(parseCable(typed), at + 1);
      edits.forEach(({ start }, index) => {
        expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
      });
    }),
    { numRuns: 200 },
  );
});

/** Which paragraph the status bar names. */

import { expect, test } from "vitest";
import { paragraphPosition } from "../../client/src/features/explorer/paragraph-position.ts";

const paragraph = (number: number | null, start: number, end: number) => ({
  number,
  range: { start: { line: start, character: 0 }, end: { line: end, character: 9 } },
});

const NUMBERED = [paragraph(null, 2, 2), paragraph(1, 4, 6), paragraph(3, 8, 9)];
const UNNUMBERED = [paragraph(null, 2, 2), paragraph(null, 4, 6)];

test.each([
  ["a numbered one by its number", NUMBERED, 5, { number: 1, of: 3 }],
  ["its first line", NUMBERED, 8, { number: 3, of: 3 }],
  ["one without a number among others", NUMBERED, 2, { number: null, of: 3 }],
  ["none between two", NUMBERED, 7, null],
  ["none before the first", NUMBERED, 0, null],
  ["by its place where none has a number", UNNUMBERED, 6, { number: 2, of: 2 }],
  ["none in a cable without paragraphs", [], 0, null],
])("%s", (_, paragraphs, line, expected) => {
  expect(paragraphPosition(paragraphs, line)).toEqual(expected);
});

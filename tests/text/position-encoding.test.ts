/** Positions in three encodings lead to offsets and back, and none falls outside or inside a character. */

import { constantFrom, nat, property, assert as propertyHolds, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { LineTable } from "../../server/src/text/line-table.ts";
import { POSITION_ENCODINGS, PositionConverter, preferredEncoding } from "../../server/src/text/position-encoding.ts";

/** `¶` is two bytes in UTF-8, `–` three, `😀` four and two UTF-16 units. */
const TEXT = "¶3 – 😀 end\r\nsecond\n\nlast";

function converter(encoding: (typeof POSITION_ENCODINGS)[number], text = TEXT): PositionConverter {
  return new PositionConverter(new LineTable(text), encoding);
}

describe("positions", () => {
  test.each([
    ["utf-16", 5, 7, 11],
    ["utf-8", 8, 12, 16],
    ["utf-32", 5, 6, 10],
  ] as const)("%s counts in its own units", (encoding, beforeFace, afterFace, lineEnd) => {
    const positions = converter(encoding);
    const face = TEXT.indexOf("😀");
    expect(positions.positionAt(face)).toEqual({ line: 0, character: beforeFace });
    expect(positions.positionAt(face + 2)).toEqual({ line: 0, character: afterFace });
    expect(positions.positionAt(TEXT.indexOf("\r"))).toEqual({ line: 0, character: lineEnd });
    expect(positions.offsetAt({ line: 0, character: beforeFace })).toBe(face);
    expect(positions.offsetAt({ line: 0, character: afterFace })).toBe(face + 2);
    expect(positions.offsetAt({ line: 1, character: 3 })).toBe(TEXT.indexOf("ond"));
  });

  test("a position inside a character is taken to its start", () => {
    const face = TEXT.indexOf("😀");
    expect(converter("utf-16").offsetAt({ line: 0, character: 6 })).toBe(face);
    expect(converter("utf-16").positionAt(face + 1)).toEqual({ line: 0, character: 5 });
    for (const character of [9, 10, 11]) expect(converter("utf-8").offsetAt({ line: 0, character })).toBe(face);
    expect(converter("utf-8").offsetAt({ line: 0, character: 1 })).toBe(0);
  });

  test("a line may end in a character of two units", () => {
    const positions = converter("utf-16", "a😀");
    expect(positions.positionAt(3)).toEqual({ line: 0, character: 3 });
    expect(positions.offsetAt({ line: 0, character: 99 })).toBe(3);
  });

  test.each(POSITION_ENCODINGS)("%s takes what lies outside to the nearest end", (encoding) => {
    const positions = converter(encoding);
    expect(positions.offsetAt({ line: 99, character: 0 })).toBe(TEXT.length);
    expect(positions.offsetAt({ line: -1, character: -5 })).toBe(0);
    expect(positions.offsetAt({ line: Number.NaN, character: Number.NaN })).toBe(0);
    expect(positions.offsetAt({ line: 0, character: 9e15 })).toBe(TEXT.indexOf("\r"));
    expect(positions.offsetAt({ line: 2, character: 1 })).toBe(TEXT.indexOf("last") - 1);
    expect(positions.positionAt(TEXT.indexOf("\r") + 1)).toEqual(positions.positionAt(TEXT.indexOf("\r")));
    expect(positions.positionAt(9e15)).toEqual({ line: 3, character: 4 });
    expect(positions.positionAt(-1)).toEqual({ line: 0, character: 0 });
  });

  test("every offset that begins a character comes back, in whatever order they are asked", () => {
    propertyHolds(
      property(string({ unit: "binary" }), constantFrom(...POSITION_ENCODINGS), nat(), (text, encoding, seed) => {
        const lines = new LineTable(text);
        const positions = new PositionConverter(lines, encoding);
        for (let step = 0; step <= text.length; step++) {
          const offset = (seed + step * 7) % (text.length + 1);
          const expected = new PositionConverter(lines, encoding).positionAt(offset);
          expect(positions.positionAt(offset)).toEqual(expected);
          expect(positions.positionAt(positions.offsetAt(expected))).toEqual(expected);
        }
      }),
    );
  });
});

test("the first encoding of the client's list that is known decides", () => {
  expect(preferredEncoding(undefined)).toBe("utf-16");
  expect(preferredEncoding([])).toBe("utf-16");
  expect(preferredEncoding(["utf-7", "utf-32", "utf-8"])).toBe("utf-32");
});

/** Blanks and hyphens of word processors and web pages are read as typed ones, wherever they stand. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";

const CABLE = readFileSync(join(import.meta.dirname, "../fixtures/09SHANGHAI374.txt"), "utf8");

function recordOf(text: string) {
  return toRecord(parseCable(text, null), "cable");
}

describe("a cable copied from elsewhere", () => {
  test.each([
    ["no-break blanks", " ", "\u00a0"],
    ["narrow no-break blanks", " ", "\u202f"],
    ["em spaces", " ", "\u2003"],
    ["no-break hyphens", "-", "\u2011"],
  ])("with %s is read as one that was typed", (_, typed, pasted) => {
    const text = CABLE.replaceAll(typed, pasted);
    expect(text).not.toBe(CABLE);
    expect(recordOf(text)).toEqual(recordOf(CABLE));
    expect(parseCable(text).plainlyCable).toBe(true);
  });

  test("has its spans where they stand in its own text", () => {
    const text = CABLE.replaceAll(" ", "\u00a0");
    expect(parseCable(text).references.map(({ span }) => span)).toEqual(
      parseCable(CABLE).references.map(({ span }) => span),
    );
  });
});

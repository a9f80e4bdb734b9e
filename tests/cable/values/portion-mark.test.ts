/** Portion marks, and brackets that are none. */

import { describe, expect, test } from "vitest";
import { portionLevel, readPortionMark } from "../../../server/src/cable/values/portion-mark.ts";

describe("a portion mark", () => {
  test.each([
    ["(C) Text", "C"],
    ["(c) Text", "c"],
    ["( C ) Text", "C"],
    ["(C)Text", "C"],
    ["(U)", "U"],
    ["(SBU) Text", "SBU"],
    ["(SBU/NF) Text", "SBU/NF"],
    ["(S/NF) Text", "S/NF"],
    ["(S//NF) Text", "S//NF"],
    ["(S//FGI//NF) Text", "S//FGI//NF"],
    ["(S//REL TO USA, FVEY) Text", "S//REL TO USA, FVEY"],
    ["(C/REL NATO) Text", "C/REL NATO"],
    ["(SECRET/REL X) Text", "SECRET/REL X"],
    ["(U//FOUO) Text", "U//FOUO"],
    ["(C NF) Text", "C NF"],
    ["(S-NF) Text", "S-NF"],
    ["(SNF) Text", "SNF"],
    ["(N/SF) Text", "N/SF"],
    ["(C - ENTIRE TEXT)", "C - ENTIRE TEXT"],
    ["(C - Entire text.)", "C - Entire text."],
    ["(SECRET - ENTIRE TEXT)", "SECRET - ENTIRE TEXT"],
    ["(LOU) Text", "LOU"],
    ["(LIMITED OFFICIAL USE) Text", "LIMITED OFFICIAL USE"],
    ["(UNCLASSIFIED) Text", "UNCLASSIFIED"],
    ["(U/SBU) Text", "U/SBU"],
    ["(SUB) Text", "SUB"],
    ["(TS) Text", "TS"],
    ["{C) Text", "C"],
    ["(C] Text", "C"],
    ["(S//REL\nX) Text", "S//REL X"],
    ["(S/\n  NF) Text", "S/ NF"],
    ["C) Text", "C"],
    ["SBU) Text", "SBU"],
    ["C/NF) Text", "C/NF"],
  ])("%j", (text, value) => {
    const mark = readPortionMark(text, 0);
    expect(mark?.value).toBe(value);
    expect(mark?.start).toBe(0);
    expect(text.slice(0, mark?.end)).toMatch(/[)\]}]$/);
  });

  test.each([
    ["(Comment: he is late)"],
    ["(COMMENT)"],
    ["(Country) Text"],
    ["(U.S.) Text"],
    ["(Iran) Text"],
    ["(A) Text"],
    ["(1) Text"],
    ["(i) Text"],
    ["(NOTE: text)"],
    ["(NF) Text"],
    ["(S/CT) Text"],
    ["(SEE REF A)"],
    ["(Sources say)"],
    ["(s)he said"],
    ["(C)hina"],
    ["(C"],
    ["(C\n\nNF) Text"],
    ["()"],
    ["[C] Text"],
    ["A) Text"],
    ["c) Text"],
    ["(S//REL TO a list that never ends and never ends and never ends and never ends and never ends)"],
    [""],
  ])("%j is none", (text) => expect(readPortionMark(text, 0)).toBeNull());

  test("may have to have its bracket", () => {
    expect(readPortionMark("C) Text", 0, false)).toBeNull();
    expect(readPortionMark("(C) Text", 0, false)?.value).toBe("C");
  });

  test("may stand anywhere in a text", () => {
    expect(readPortionMark("3. (SBU) Text", 3)).toEqual({ value: "SBU", start: 3, end: 8 });
    expect(readPortionMark("3. (SBU) Text", 4)).toBeNull();
  });
});

test.each([
  ["U", "UNCLASSIFIED"],
  ["SBU/NF", "UNCLASSIFIED"],
  ["sbu", "UNCLASSIFIED"],
  ["LOU", "LIMITED OFFICIAL USE"],
  ["C//NF", "CONFIDENTIAL"],
  ["CNF", "CONFIDENTIAL"],
  ["S//REL TO USA, FVEY", "SECRET"],
  ["N/SF", "SECRET"],
  ["TS//SI", "TOP SECRET"],
  ["CONFIDENTIAL - ENTIRE TEXT", "CONFIDENTIAL"],
  ["X", null],
  ["N", null],
  ["", null],
])("%j is %s", (value, level) => expect(portionLevel(value)).toBe(level));

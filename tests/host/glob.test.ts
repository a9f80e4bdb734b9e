/** Patterns of paths mean what they mean in editors' settings, and cost no more than their length. */

import { describe, expect, test } from "vitest";
import { Glob } from "../../server/src/host/glob.ts";

describe("a pattern", () => {
  test.each([
    ["**/*.{cable,txt}", "09SHANGHAI374.txt", true],
    ["**/*.{cable,txt}", "2009/august/09SHANGHAI374.cable", true],
    ["**/*.{cable,txt}", "09SHANGHAI374.pdf", false],
    ["**/*.txt", "2009/a.txt/b.pdf", false],
    ["*.txt", "a.txt", true],
    ["*.txt", "2009/a.txt", false],
    ["2009/**", "2009/8/a.txt", true],
    ["2009/**", "2010/a.txt", false],
    ["**/old/**", "a/old/b.txt", true],
    ["**/old/**", "older/b.txt", false],
    ["0?SHANGHAI*.txt", "09SHANGHAI374.txt", true],
    ["0?SHANGHAI*.txt", "0/SHANGHAI374.txt", false],
    ["[0-2]*", "1974", true],
    ["[!0-2]*", "1974", false],
    ["{a,{b,c}}/x", "c/x", true],
    ["a{b", "a{b", true],
    ["\\*", "*", true],
    ["[", "[", true],
    ["", "a", false],
  ])("%s against %s: %s", (pattern, path, expected) => {
    expect(new Glob(pattern).matches(path)).toBe(expected);
  });

  test("of many stars or braces answers as soon as any other", () => {
    expect(new Glob(`${"*a".repeat(200)}b`).matches("a".repeat(2000))).toBe(false);
    expect(new Glob(`${"**/".repeat(200)}b`).matches("a/".repeat(1000))).toBe(false);
    expect(new Glob("{a,b}".repeat(40)).matches("a".repeat(40))).toBe(false);
  });
});

/** No expression of the product backtracks without a bound: each takes at most linear time on any text, as a tool proves by the automaton it makes of it. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { judge } from "./judge-expression.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** All expressions of the sources, as they are written, with where each stands first. */
function literals(): ReadonlyMap<string, string> {
  const files = execFileSync("git", ["ls-files", "server/src/*.ts", "client/*.ts"], { cwd: ROOT, encoding: "utf8" });
  const found = new Map<string, string>();
  for (const file of files.trim().split("\n")) {
    const source = ts.createSourceFile(file, readFileSync(ROOT + file, "utf8"), ts.ScriptTarget.Latest, false);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) {
        found.set(node.text, `${file}:${source.getLineAndCharacterOfPosition(node.end).line + 1}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

test("every expression takes at most linear time on any text", { timeout: 240_000 }, async () => {
  const all = literals();
  expect(all.size).toBeGreaterThan(1000);
  const slow: string[] = [];
  for (const [text, where] of all) {
    const verdict = await judge(text).catch((error: Error) => error.message);
    if (verdict !== "linear") slow.push(`${where} ${text}: ${verdict}`);
  }
  expect(slow).toEqual([]);
});

describe("the check of expressions", () => {
  test.each([
    ["/[A-Z]+/g", "linear"],
    ["/[A-Z]+$/", "2nd degree polynomial"],
    ["/(?<![A-Z])[A-Z]+$/", "linear"],
    ["/[A-Z]+\\d/y", "linear"],
    ["/\\s*\\n/", "2nd degree polynomial"],
    ["/(?:a|a)*b/", "exponential"],
    ["/(?:[a-z]+ ?)+\\./", "exponential"],
    ["/\\{[^}]*\\}/", "2nd degree polynomial"],
    ["/x.*$/s", "linear"],
  ])("judges %s", async (literal, verdict) => {
    expect(await judge(literal)).toBe(verdict);
  });

  test("refuses a look-behind without a bound", async () => {
    await expect(judge("/(?<=a+)b/")).rejects.toThrow("a look-behind without a bound");
  });
});

/**
 * No expression of the product looks for a run at the end of a text from every place in it. `/[A-Z]+$/` does: each place inside a run
 * that ends elsewhere begins one more search, so time grows with the square. A look-behind, by which a run is only tried from its first
 * character, or a loop from the end, takes that away.
 */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** One unit or class with no upper bound, and then the end of the text: a whole branch of an expression. */
const RUN_AT_THE_END = /^(?:\[(?:[^\]\\]|\\.)+\]|\\[sdwSDW]|\\[^\w]|\.)(?:[*+]|\{\d+,\})\$$/;

/** The branches of an expression, those within its groups not parted. */
function branchesOf(pattern: string): readonly string[] {
  const branches = [""];
  let depth = 0;
  for (const [part] of pattern.matchAll(/\\[\s\S]|\[(?:[^\]\\]|\\[\s\S])*\]|[\s\S]/g)) {
    if (part === "(") depth++;
    if (part === ")") depth--;
    if (part === "|" && depth === 0) branches.push("");
    else branches[branches.length - 1] += part;
  }
  return branches;
}

interface Literal {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** All expressions of the sources, as they are written. */
function literals(): readonly Literal[] {
  const files = execFileSync("git", ["ls-files", "server/src/*.ts", "client/*.ts"], { cwd: ROOT, encoding: "utf8" });
  return files
    .trim()
    .split("\n")
    .flatMap((file) => {
      const found: Literal[] = [];
      const source = ts.createSourceFile(file, readFileSync(ROOT + file, "utf8"), ts.ScriptTarget.Latest, false);
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const { line } = source.getLineAndCharacterOfPosition(node.end);
          found.push({ file, line: line + 1, text: node.text });
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}

test("no expression looks for a run at the end of a text from every place in it", () => {
  const all = literals();
  expect(all.length).toBeGreaterThan(500);
  const slow = all.filter(({ text }) => {
    const [, pattern = "", flags = ""] = /^\/([\s\S]*)\/([a-z]*)$/.exec(text) ?? [];
    return !flags.includes("y") && branchesOf(pattern).some((branch) => RUN_AT_THE_END.test(branch));
  });
  expect(slow.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
});

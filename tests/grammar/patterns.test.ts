/** Checks the patterns of the grammars one by one: that each is safe on any text, and that the files keep their own conventions. */
import { readFile } from "node:fs/promises";
import { check } from "recheck";
import { describe, expect, test } from "vitest";
import { createOnigScanner } from "vscode-oniguruma";
import { loadGrammar, readGrammar } from "./grammar.ts";
import { worstCase } from "./pattern-safety.ts";

/** A rule of a grammar file, as far as it is looked at here. */
interface Rule {
  readonly [key: string]: unknown;
}

/** Every rule in a grammar file, with the path to it. */
function rulesOf(value: unknown, path: string): { path: string; rule: Rule }[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => rulesOf(each, `${path}/${key}`));
  return [{ path, rule: value as Rule }, ...inner];
}

/** What stands under one of these keys in any rule, with the path to it. */
function textsOf(rules: readonly { path: string; rule: Rule }[], keys: readonly string[]) {
  return rules.flatMap(({ path, rule }) =>
    keys.flatMap((key) => {
      const text = rule[key];
      return typeof text === "string" ? [{ path: `${path}/${key}`, text }] : [];
    }),
  );
}

const files = ["syntaxes/cable.tmLanguage.json", "syntaxes/cable.markdown-injection.tmLanguage.json"];
const grammars = await Promise.all(
  files.map(async (file) => {
    const grammar: unknown = await readGrammar(file);
    return { file, grammar, rules: rulesOf(grammar, "") };
  }),
);
const patternKeys = ["match", "begin", "end", "while"];

/** What recheck says about an expression by the automaton it makes of it: a proof, not a trial with made-up texts. */
async function judge(source: string, flags: string): Promise<string> {
  const result = await check(source, flags, { checker: "automaton", timeout: 60_000 });
  if (result.checker !== "automaton" || result.status === "unknown") return result.status;
  return result.status === "safe" ? "linear" : result.complexity.summary;
}

describe.each(grammars)("$file", ({ grammar, rules }) => {
  const patterns = textsOf(rules, patternKeys);
  const scopeNames = textsOf(rules, ["name", "contentName"]).flatMap(({ path, text }) =>
    path === "/name" ? [] : [text],
  );

  test("every pattern takes at most linear time on any line", { timeout: 240_000 }, async () => {
    expect(patterns.length).toBeGreaterThan(0);
    const slow: string[] = [];
    for (const text of new Set(patterns.map((pattern) => pattern.text))) {
      const { source, flags } = worstCase(text);
      const verdict = await judge(source, flags);
      if (verdict !== "linear") slow.push(`${text}: ${verdict}`);
    }
    expect(slow).toEqual([]);
  });

  test("every pattern is one that the engine takes", async () => {
    await loadGrammar();
    for (const { text } of patterns) expect(() => createOnigScanner([text]), text).not.toThrow();
  });

  test("every scope begins as TextMate's conventions have it and ends in the name of its language", () => {
    const conventional =
      /^(?:(?:comment|constant|entity\.name|keyword|markup|meta|punctuation|storage|string|variable)\.[a-z.-]+\.cable|[a-z_.]+\.markdown)$/;
    expect(scopeNames.flatMap((name) => name.split(" ")).filter((scope) => !conventional.test(scope))).toEqual([]);
  });

  test("every theme can colour every scope", () => {
    // What all of VS Code's own themes colour. Where a better name is coloured by some only, one of these stands around it.
    const everywhere =
      /^(?:comment|constant\.language|constant\.numeric|entity\.name\.tag|keyword\.(?:control|other)|markup\.heading|storage|string)\./;
    const within = /^(?:meta|punctuation|markup\.strikethrough|entity\.name\.section)\.|\.markdown$/;
    expect(scopeNames.filter((name) => !everywhere.test(name) && !within.test(name))).toEqual([]);
  });

  test("every rule that is included exists, and every rule that exists is included", () => {
    const included = new Set(textsOf(rules, ["include"]).map(({ text }) => text));
    const own = Object.keys((grammar as { repository?: object }).repository ?? {}).map((name) => `#${name}`);
    expect([...included].filter((name) => name.startsWith("#") && !own.includes(name))).toEqual([]);
    expect(own.filter((name) => !included.has(name))).toEqual([]);
  });
});

test("docs/grammar.md says what each scope is, and of none that there is not", async () => {
  // What comes from the reading is told behind that, in words of the editor.
  const [page = ""] = (await readFile("docs/grammar.md", "utf8")).split(/^## What the reading adds$/m);
  const documented = [...page.matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([a-z][a-z.-]+)`/g)].map(([, scope]) => scope),
  );
  const scopes = grammars
    .flatMap(({ rules }) => textsOf(rules, ["name", "contentName"]))
    .flatMap(({ text }) => text.split(" "))
    .filter((scope) => scope.endsWith(".cable") && !scope.startsWith("meta.embedded."))
    // The two ends of a pair need one word only.
    .map((scope) => scope.replace(/\.cable$/, "").replace(/(\.portion)\.(?:begin|end)$/, "$1"));
  expect([...new Set(documented)].sort()).toEqual([...new Set(scopes)].sort());
});

describe("the check of patterns", () => {
  test.each([
    ["^a*$", "linear"],
    ["\\G(?:SECTION|PAGE) {1,4}[0-9]+", "linear"],
    ["\\b[A-Z]{1,20} [0-9]{6}\\b", "linear"],
    ["[.]\\s*$", "linear"],
    ["\\s*$", "2nd degree polynomial"],
    ["[A-Z]+/", "2nd degree polynomial"],
    ["\\G[a-z ]*[a-z]*x", "2nd degree polynomial"],
    ["\\G\\s*(?=.*x)", "2nd degree polynomial"],
    ["(?=.*x)", "2nd degree polynomial"],
    ["\\G(?:[a-z]* ?){0,9}x", "2nd degree polynomial"],
  ])("finds the worst case of %s", async (pattern, verdict) => {
    const { source, flags } = worstCase(pattern);
    expect(await judge(source, flags)).toBe(verdict);
  });

  test.each([
    ["(?:a|b)*", "a repetition without a bound of more than one character"],
    ["(?:a+)+", "a repetition without a bound of more than one character"],
    ["a++", "a quantifier of a quantifier"],
    ["a+?", "a quantifier of a quantifier"],
    ["(?<=a+)b", "a look-behind without a bound"],
    ["\\w", "an unknown construct"],
    ["(?>a)", "an unknown construct"],
    ["[a&&[b]]", "an unknown construct"],
    ["(a", "a group that is not closed"],
    ["a)", "a group that is not open"],
  ])("refuses %s", (pattern, why) => {
    expect(() => worstCase(pattern)).toThrow(why);
  });
});

/** Each rule finds what its case file marks, fixes what it promises to fix, and says nothing of what is right. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { type CableDiagnostic, diagnose } from "../../../server/src/features/diagnostics.ts";
import { withFixes } from "../../../server/src/features/fixes/fix-all.ts";
import { RULES } from "../../../server/src/features/rules/index.ts";
import type { Rule } from "../../../server/src/features/rules/rule.ts";
import { NO_WORKSPACE, type RuleEnvironment } from "../../../server/src/features/rules/support/rule-environment.ts";
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from "../../../server/src/features/rules/support/settings.ts";
import { type RuleCase, readRuleCases } from "../../support/rule-cases.ts";
import { rulePage, ruleTable } from "../../support/rule-pages.ts";
import { MemoryWorkspace } from "../../support/workspace.ts";

const folder = new URL("./", import.meta.url);

/** How the name of a case begins that `reftel.drafting` makes a draft of, whatever its text says. */
const A_DRAFT_BY_SETTING = "a draft by the setting";
const codes = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -".txt".length));

test("every rule has a case file, and every case file a rule", () => {
  expect(codes.sort()).toEqual(RULES.map(({ code }) => code).sort());
});

describe.each(RULES.filter(({ code }) => codes.includes(code)).map((rule) => ({ code: rule.code, rule })))(
  "$code",
  ({ code, rule }) => {
    const all = casesOf(code);
    const cases = all.filter(({ kind }) => kind !== "beside");
    const surroundings = besides(all.filter(({ kind }) => kind === "beside"));

    test.each(cases.map((one, index) => ({ title: titleOf(one, index), one, index })))("$title", ({ one, index }) => {
      if (one.kind === "fixed") {
        const wrong = cases[index - 1];
        expect(wrong === undefined ? null : fixedBy(rule, wrong, surroundings)).toBe(one.text);
        expect(fixedBy(rule, { ...one, name: wrong?.name ?? "" }, surroundings)).toBe(one.text);
      }
      const found = findings(rule, one, surroundings);
      expect(found.map(({ span }) => placed(one.text, span))).toEqual(
        one.expected.map(({ span }) => placed(one.text, span)),
      );
      for (const [at, { message }] of one.expected.entries()) {
        if (message !== null) expect(found[at]?.message).toBe(message);
      }
    });

    test("its page is up to date (vitest -u writes it)", async () => {
      await expect(rulePage(rule, cases)).toMatchFileSnapshot(`../../../docs/rules/${code}.md`);
    });
  },
);

test("the list of pages is up to date (vitest -u writes it)", async () => {
  await expect(ruleTable(RULES)).toMatchFileSnapshot("../../../docs/rules/README.md");
});

test("codes are in kebab case, once each, and named like their files", () => {
  const all = RULES.map(({ code }) => code);
  expect(new Set(all).size).toBe(all.length);
  for (const code of all) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(existsSync(new URL(`../../../server/src/features/rules/${code}.ts`, import.meta.url))).toBe(true);
  }
});

function casesOf(code: string): readonly RuleCase[] {
  return readRuleCases(readFileSync(new URL(`${code}.txt`, folder), "utf8"));
}

function findings(rule: Rule, { text, name }: RuleCase, surroundings: RuleEnvironment): readonly CableDiagnostic[] {
  const settings: RuleSettings = {
    ...DEFAULT_RULE_SETTINGS,
    // Rules that are off by default are tried all the same.
    severities: rule.severity === "off" ? { [rule.code]: "hint" } : {},
    drafting: name.startsWith(A_DRAFT_BY_SETTING) ? "always" : "auto",
  };
  return diagnose(parseCable(text), settings, surroundings).filter(({ code }) => code === rule.code);
}

/** A workspace with these cables and no others, all read. */
function besides(cables: readonly RuleCase[]): RuleEnvironment {
  const files = cables.map(({ text }, position) => ({ name: `beside-${position}.cable`, text }));
  return cables.length === 0 ? NO_WORKSPACE : { ...NO_WORKSPACE, index: new MemoryWorkspace(files).index };
}

function fixedBy(rule: Rule, one: RuleCase, surroundings: RuleEnvironment): string {
  const certain = findings(rule, one, surroundings).flatMap(
    ({ fixes }) => fixes?.find(({ sureness }) => sureness === "certain") ?? [],
  );
  return withFixes(one.text, certain);
}

function titleOf({ kind, name }: RuleCase, index: number): string {
  return `${index + 1} ${kind}${name === "" ? "" : `: ${name}`}`;
}

/** Readable in the difference of two lists: where it stands, and what is printed there. */
function placed(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}-${end} ${text.slice(start, end)}`;
}

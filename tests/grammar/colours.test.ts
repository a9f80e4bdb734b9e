/** In VS Code's own themes the parts of a header have different colours, by the grammar alone and with what the server adds. */

import { describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { loadGrammar, scopesOf } from "./grammar.ts";

/** What the themes say of the scopes that matter here: colour and style by the beginning of a scope. */
const THEMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Dark Modern": {
    "constant.language": "#569cd6",
    "constant.numeric": "#b5cea8",
    "entity.name.tag": "#569cd6",
    "entity.name.type": "#4ec9b0",
    keyword: "#569cd6",
    "markup.heading": "#569cd6 bold",
    "markup.underline": "underline",
    string: "#ce9178",
    variable: "#9cdcfe",
  },
  "Light Modern": {
    "constant.language": "#0000ff",
    "constant.numeric": "#098658",
    "entity.name.tag": "#800000",
    "entity.name.type": "#267f99",
    keyword: "#0000ff",
    "markup.heading": "#800000 bold",
    "markup.underline": "underline",
    string: "#a31515",
    variable: "#001080",
  },
  "Dark High Contrast": {
    "constant.language": "#569cd6",
    "constant.numeric": "#b5cea8",
    "entity.name.tag": "#569cd6",
    "entity.name.type": "#4ec9b0",
    keyword: "#569cd6",
    "markup.heading": "#6796e6 bold",
    "markup.underline": "underline",
    string: "#ce9178",
    variable: "#9cdcfe",
  },
};

const HEADER = ["UNCLAS MADRID 099002", "", "TAGS: PREL", "SUBJECT: FEES", "", "REF: MADRID 99001", "", "1. Text."];

const grammar = await loadGrammar();
const semantic: Readonly<Record<string, readonly string[]>> =
  packageJson.contributes.semanticTokenScopes.find(({ language }) => language === "cable")?.scopes ?? {};

/** The rule of a theme for one scope: that of the longest beginning. */
function ruleOf(theme: Readonly<Record<string, string>>, scope: string): string | undefined {
  const names = Object.keys(theme).filter((name) => scope === name || scope.startsWith(`${name}.`));
  const longest = names.sort((one, other) => other.length - one.length)[0];
  return longest === undefined ? undefined : theme[longest];
}

function firstRule(theme: Readonly<Record<string, string>>, scopes: readonly string[]): string | undefined {
  return scopes.map((scope) => ruleOf(theme, scope)).find((rule) => rule !== undefined);
}

/** The scopes of a word of the header, the innermost first. */
function scopesAt(word: string): readonly string[] {
  const line = HEADER.findIndex((text) => text.includes(word));
  const at = HEADER[line]?.indexOf(word) ?? -1;
  const spans = scopesOf(grammar, HEADER)[line] ?? [];
  return [...(spans.find(({ start, end }) => start <= at && at < end)?.scopes ?? [])].reverse();
}

describe.each(Object.entries(THEMES))("in %s", (_, theme) => {
  test("a field's name, a TAG, the subject, a reference and one that is not there look each different", () => {
    const colours = {
      field: firstRule(theme, scopesAt("TAGS")),
      tag: firstRule(theme, scopesAt("PREL")),
      subject: firstRule(theme, scopesAt("FEES")),
      reference: firstRule(theme, semantic["variable.resolved"] ?? []),
      missing: firstRule(theme, semantic["variable.unresolved"] ?? []),
    };
    expect(Object.values(colours)).not.toContain(undefined);
    expect(new Set(Object.values(colours)).size).toBe(5);
  });

  test("a TAG has the same colour before the server has looked at it and after", () => {
    expect(firstRule(theme, semantic.enumMember ?? [])).toBe(firstRule(theme, scopesAt("PREL")));
  });
});

/** Settings come in many wrappings, and half of them may be wrong. */

import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { DEFAULT_SETTINGS, readSettings } from "../../server/src/lsp/settings.ts";

test("what is sent counts, with or without the name around it", () => {
  const expected = { ...DEFAULT_SETTINGS, index: { include: ["*.x"], exclude: DEFAULT_SETTINGS.index.exclude } };
  expect(readSettings({ reftel: { index: { include: ["*.x"] } } }, DEFAULT_SETTINGS)).toEqual(expected);
  expect(readSettings({ index: { include: ["*.x"] } }, DEFAULT_SETTINGS)).toEqual(expected);
});

test.each([null, undefined, 7, "x", [], { index: null }, { index: { include: "*" } }, { index: { include: 7 } }])(
  "%j changes nothing",
  (sent) => {
    expect(readSettings(sent, DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  },
);

test("of a list only the patterns count", () => {
  expect(readSettings({ index: { include: ["*.x", 7, "", null] } }, DEFAULT_SETTINGS).index.include).toEqual(["*.x"]);
});

test("the server's own settings are those of the extension's manifest", () => {
  const { properties } = packageJson.contributes.configuration;
  expect(DEFAULT_SETTINGS.index).toEqual({
    include: properties["reftel.index.include"].default,
    exclude: properties["reftel.index.exclude"].default,
  });
});

test("severities and exceptions of rules are taken where the rule is known", () => {
  const { rules } = readSettings(
    {
      rules: {
        "unknown-tag": "information",
        "repeated-tag": "off",
        "no-such-rule": "off",
        overmarked: "loud",
        __proto__: 7,
      },
      exceptions: { "unknown-tag": ["XQQZ", 7], "no-such-rule": ["X"], overmarked: "X" },
      drafting: "never",
    },
    DEFAULT_SETTINGS,
  );
  expect(rules).toEqual({
    severities: { "unknown-tag": "info", "repeated-tag": "off" },
    exceptions: { "unknown-tag": ["XQQZ"] },
    drafting: "never",
  });
});

test.each([{ rules: [] }, { rules: 7 }, { exceptions: "x" }, { drafting: "sometimes" }])(
  "%j changes no rule",
  (sent) => {
    expect(readSettings(sent, DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  },
);

test("the settings of rules have the defaults of the extension's manifest", () => {
  const { properties } = packageJson.contributes.configuration;
  expect(DEFAULT_SETTINGS.rules).toEqual({
    severities: properties["reftel.rules"].default,
    exceptions: properties["reftel.exceptions"].default,
    drafting: properties["reftel.drafting"].default,
  });
});

/** The settings of rules and the schemas of a folder's own files: each rule by its code, and what the reader takes the schema takes. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import strings from "../../package.nls.json" with { type: "json" };
import { RULES } from "../../server/src/features/rules/index.ts";
import { readOwnRows } from "../../server/src/vocabulary/own-rows.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const schema = (name: string) =>
  new Ajv({ strict: false }).compile(JSON.parse(readFileSync(`${ROOT}schemas/${name}`, "utf8")));
const codes = RULES.map(({ code }) => code).sort();

describe("the setting of rules", () => {
  const { properties } = manifest.contributes.configuration;

  test("offers each rule by its code, with what it asks for", () => {
    const offered: Record<string, { markdownDescription: string }> = properties["reftel.rules"].properties;
    expect(Object.keys(offered).sort()).toEqual(codes);
    const texts: Record<string, string> = strings;
    for (const { code, title } of RULES) {
      expect(texts[offered[code]?.markdownDescription.slice(1, -1) ?? ""]).toBe(title);
    }
    expect([...properties["reftel.exceptions"].propertyNames.enum].sort()).toEqual(codes);
  });
});

describe("the schema of .reftel/settings.json", () => {
  const takes = schema("settings.schema.json");

  test("takes the names of the editor's settings, and the same without the prefix", () => {
    expect(takes({ rules: { "line-too-long": "warning" }, "reftel.exceptions": { "unknown-tag": ["XQQZ"] } })).toBe(
      true,
    );
    expect(takes({ rules: { "line-too-long": "loud" } })).toBe(false);
    expect(takes({ exceptions: { "no-such-rule": ["XQQZ"] } })).toBe(false);
  });
});

describe("the schema of .reftel/vocabulary.json", () => {
  const takes = schema("vocabulary.schema.json");

  test.each([
    [{ glossary: { POTATO: "an invented thing" } }, true],
    [{ glossary: [{ term: "POTATO", meaning: "an invented thing", anyCase: true }] }, true],
    [{ stations: [{ name: "FREDBURG", timeZone: "Europe/Tallinn", aliases: ["FRED"] }] }, true],
    [{ offices: [{ symbol: "XX/Y" }] }, false],
    [{ stations: { FREDBURG: "a post" } }, false],
    [{ posts: [] }, false],
  ])("agrees with what the server reads of %j", (value, right) => {
    expect(takes(value)).toBe(right);
    expect(readOwnRows(value, "a file").problems.length === 0).toBe(right);
  });
});

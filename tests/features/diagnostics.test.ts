/** What the rules find in the fixture and in a whole cable, and what settings make of it. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { diagnose } from "../../server/src/features/diagnostics.ts";
import { DEFAULT_RULE_SETTINGS } from "../../server/src/features/rules/support/settings.ts";

const text = readFileSync(new URL("../fixtures/09SHANGHAI374.txt", import.meta.url), "utf8");

test("finds the marks that the fixture lost", () => {
  const found = diagnose(parseCable(text)).filter(({ code }) => code === "swallowed-paragraph-mark");
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(["13", "14", "15", "16", "17", "18", "19"]);
  expect(found[0]).toMatchObject({
    code: "swallowed-paragraph-mark",
    severity: "info",
    message: "This is paragraph 3: the 1 of 13 was the mark ¶.",
  });
});

test("finds nothing in a cable whose marks are whole", () => {
  const paragraphs = Array.from({ length: 14 }, (_, index) => `${index + 1}. (U) Paragraph of some length.\n\n`).join(
    "",
  );
  expect(diagnose(parseCable(`R 020900Z AUG 09\nUNCLAS TALLINN 099070\nSUBJECT: FEES\n\n${paragraphs}`))).toEqual([]);
});

test("finds nothing in the fixture that is worse than information: it is a published cable", () => {
  expect(diagnose(parseCable(text)).filter(({ severity }) => severity === "error" || severity === "warning")).toEqual(
    [],
  );
});

const DRAFT = "UNCLAS TALLINN 099070\n\nE.O. 12958: N/A\nTAGS: PGOV, EN, XQQZ\nSUBJECT: FEES\n\n1. (U) Fees fell.\n";

test.each([
  [{}, ["unknown-tag warning"]],
  [{ severities: { "unknown-tag": "off" as const } }, []],
  [{ severities: { "unknown-tag": "info" as const } }, ["unknown-tag info"]],
  [{ exceptions: { "unknown-tag": ["xqqz"] } }, []],
  [{ exceptions: { "unknown-tag": ["PGOV"], "repeated-tag": ["XQQZ"] } }, ["unknown-tag warning"]],
  [{ drafting: "never" as const }, ["unknown-tag hint"]],
])("settings %j", (settings, expected) => {
  const found = diagnose(parseCable(DRAFT), { ...DEFAULT_RULE_SETTINGS, ...settings });
  expect(found.map(({ code, severity }) => `${code} ${severity}`)).toEqual(expected);
});

test("rules on drafting say nothing of a cable with a date-time group, unless a setting says so", () => {
  const sent = `R 280903Z AUG 09\nFM AMEMBASSY TALLINN\nTO SECSTATE WASHDC\n\n${DRAFT.replace("SUBJECT: FEES\n", "")}`;
  const codes = (drafting: "auto" | "always") =>
    diagnose(parseCable(sent), { ...DEFAULT_RULE_SETTINGS, drafting }).map(({ code }) => code);
  expect(codes("auto")).not.toContain("missing-subject");
  expect(codes("always")).toContain("missing-subject");
});

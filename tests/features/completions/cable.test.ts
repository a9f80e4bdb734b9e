/** Whole cables to begin with: of every form, each of which reads as what it is. */

import { expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { newCables } from "../../../server/src/features/completions/cable.ts";
import rows from "../../../server/src/features/completions/support/cable-templates.json" with { type: "json" };
import { defaultVocabulary } from "../../../server/src/vocabulary/vocabulary.ts";
import { completionsOf, labels, TODAY } from "../../support/completions.ts";
import { MemoryWorkspace } from "../../support/workspace.ts";

const of = "cable";

test("are offered in an empty document, and by their first letters", () => {
  expect(labels("$0")).toEqual(expect.arrayContaining(rows.map(({ label }) => label)));
  expect(labels("$0")[0]).toBe("cable, unclassified");
  expect(labels("smart$0", { of })).toEqual(["smart cable"]);
});

test("are not offered once something else is typed", () => {
  expect(labels("UNCLAS SHANGHAI 099374\n\n$0", { of })).toEqual([]);
});

test.each([
  ["cable, unclassified", "acp127"],
  ["cable, sensitive", "acp127"],
  ["cable, confidential", "acp127"],
  ["cable, secret", "acp127"],
  ["telegram, as transmitted", "acp127"],
  ["smart cable", "smart"],
  ["genadmin message", "genadmin"],
  ["telegram of 1973-79", "archive"],
])("%s is a cable of the form %s", (label, form) => {
  const item = completionsOf("$0").items.find((one) => one.label === label);
  const tree = parseCable(item?.text ?? "");
  expect(tree.form).toBe(form);
  expect(tree.header.subject).not.toBeNull();
  expect(tree.outline.length).toBeGreaterThan(0);
});

test("have today's order, dates and date-time group; the name of the file gives station and number", () => {
  const { items } = completionsOf("//- 26LAPAZ99012.cable\n$0", { now: { ...TODAY, hour: 9, minute: 5 } });
  const text = (label: string) => items.find((one) => one.label === label)?.text;
  expect(text("cable, confidential")).toContain("C O N F I D E N T I A L LA PAZ 099012\n");
  expect(text("cable, confidential")).toContain("E.O. 13526: DECL: 11/23/2036\n");
  expect(text("telegram, as transmitted")).toContain("R 230905Z NOV 26\nFM AMEMBASSY LA PAZ\n");
});

test("every row is filled in: no brace and no dollar sign is left in the plain text", () => {
  for (const { text, snippet } of completionsOf("$0", { of }).items) {
    expect(text).not.toMatch(/[{}$]/);
    expect(snippet).toMatch(/\$0/);
  }
});

test("New Cable offers the stations of the workspace, that with most cables first, and one of another name before them", () => {
  const cables = ["RIGA 099001", "LA PAZ 099002", "LA PAZ 099003"];
  const files = cables.map((number) => ({
    name: `26${number.replaceAll(" ", "")}.cable`,
    text: `UNCLAS ${number}\n\nE.O. 13526: N/A\nTAGS: EN\nSUBJECT: FEES\n\n1. Text.\n`,
  }));
  const { index } = new MemoryWorkspace(files);
  const beginning = { vocabulary: defaultVocabulary, now: { ...TODAY, hour: 9, minute: 5 } };
  const snippets = (text: string) =>
    newCables({ ...beginning, tree: parseCable(text) }, index).map((one) => one.snippet);
  expect(snippets("")[0]).toMatch(/^UNCLAS \$\{1\|STATION,LA PAZ,RIGA\|\} \$\{2:000000\}\n/);
  const archive = snippets("").find((snippet) => snippet.startsWith("CONFIDENTIAL\n")) ?? "";
  expect(archive.match(/\$\{1\|STATION,LA PAZ,RIGA\|\}|\$1(?!\d)/g)).toHaveLength(3);
  expect(snippets("UNCLAS TALLINN 099070")[0]).toMatch(/^UNCLAS \$\{1:TALLINN\}/);
});

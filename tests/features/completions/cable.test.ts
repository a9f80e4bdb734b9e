/** Whole cables to begin with: of every form, each of which reads as what it is. */

import { expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import rows from "../../../server/src/features/completions/support/cable-templates.json" with { type: "json" };
import { completionsOf, labels, TODAY } from "../../support/completions.ts";

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

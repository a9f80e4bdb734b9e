/** TAGS: those first that cables like this one carry; none twice, none out of its time. */

import { expect, test } from "vitest";
import { completionsOf, details, labels, taken } from "../../support/completions.ts";
import { draft, transmitted } from "./drafts.ts";

test("by their codes, with their meanings", () => {
  expect(details(draft("", { tags: "PGOV, PHU$0" }))).toEqual(["PHUM  Human Rights"]);
});

test("by words of their meanings", () => {
  const [first] = completionsOf(draft("", { tags: "refugees$0" })).items;
  expect(first).toMatchObject({ label: "PREF", filter: "PREF Refugees", text: "PREF" });
});

test("what stands on the line is not offered again, before or behind the cursor", () => {
  const offered = labels(draft("", { tags: "PGOV, P$0, PREL" }));
  expect(offered).not.toContain("PGOV");
  expect(offered).not.toContain("PREL");
  expect(offered).toContain("PHUM");
});

test("also where the list goes on in the next line", () => {
  expect(labels(draft("", { tags: "PGOV, PREL,\nPH$0" }))).toContain("PHUM");
});

test("the whole word is replaced", () => {
  expect(taken(draft("", { tags: "PGOV, P$0GO, PREL" }), "PHUM")).toBe("TAGS: PGOV, PHUM|, PREL");
});

test("none that was withdrawn long before, or came long after", () => {
  const of1974 =
    "R 281200Z JAN 74\nFM AMEMBASSY BONN\nTO SECSTATE WASHDC\n\nUNCLAS BONN 99234\n\nE.O. 11652: N/A\nTAGS: ";
  expect(labels(`${of1974}PFO$0\nSUBJECT: TALKS`)).toEqual(["PFOR"]);
  expect(labels(`${of1974}KHI$0\nSUBJECT: TALKS`)).toEqual([]);
  expect(labels(transmitted("TAGS: KHI$0"))).toEqual(["KHIV"]);
  expect(labels(transmitted("TAGS: PFO$0"))).toEqual([]);
});

test("a draft is of today, when what was in use in 2010 still is", () => {
  expect(labels(draft("", { tags: "PRE$0" })).slice(0, 2)).toEqual(["PREL", "PREF"]);
});

const CORPUS = [
  ["26SHANGHAI99001", "SHANGHAI", "ELAB, PHUM, CN"],
  ["26SHANGHAI99002", "SHANGHAI", "ELAB, ECON, CN"],
  ["26PARIS99003", "PARIS", "PGOV, EFIN"],
  ["26PARIS99004", "PARIS", "SNAR, EFIN"],
  ["26PARIS99005", "PARIS", "SNAR, EFIN"],
]
  .map(
    ([name, station, tags]) =>
      `//- ${name}.txt\nUNCLAS ${station} ${name?.slice(-5)}\n\nE.O. 13526: N/A\nTAGS: ${tags}\nSUBJECT: X\n\n1. (U) Text.\n`,
  )
  .join("");

test("those of the station's cables and of cables with these TAGS go first", () => {
  const offered = labels(`${CORPUS}//- draft.cable\n${draft("", { tags: "PGOV, $0" })}`);
  // Twice in Shanghai; once there; beside PGOV elsewhere: each before what no such cable bears.
  expect(offered.slice(0, 2)).toEqual(["CN", "ELAB"]);
  expect(offered.slice(2, 5).sort()).toEqual(["ECON", "EFIN", "PHUM"]);
  expect(offered.indexOf("SNAR")).toBeGreaterThan(4);
});

test("a person's name in brackets is no TAG", () => {
  expect(labels(draft("", { tags: "PINR (DO$0" }))).toEqual([]);
});

test("while the index is being built, the list is not the last word", () => {
  expect(completionsOf(draft("", { tags: "PHU$0" }), { isIndexing: true }).isIncomplete).toBe(true);
  expect(completionsOf(draft("", { tags: "PHU$0" })).isIncomplete).toBe(false);
});

test("the line below the TAGS is the next field's, unless a comma or an indent goes on", () => {
  expect(labels("UNCLAS SHANGHAI 099374\n\nTAGS: PGOV\nSU$0")).toEqual(["SUBJECT:"]);
  expect(labels("UNCLAS SHANGHAI 099374\n\nTAGS: PGOV\n      PHU$0")).toEqual(["PHUM"]);
});

/** Missing references: what the index and a stream of cables say is cited and not there, and how it is written. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { type MissingCables, scanMissing } from "../../../server/src/corpus/facets/missing-cables.ts";
import { fileUri } from "../../../server/src/corpus/file-uri.ts";
import { summaryOf } from "../../../server/src/corpus/index-record.ts";
import { MissingCollector } from "../../../server/src/features/missing/collector.ts";
import { missingCsv, missingMarkdown, missingRequests } from "../../../server/src/features/missing/write-missing.ts";
import { resultOf } from "../../support/result-of.ts";
import { MemoryWorkspace } from "../../support/workspace.ts";

function cable(station: string, serial: number, day: string, refs: string): string {
  return `R ${day}1200Z AUG 09\nFM AMEMBASSY ${station}\nTO SECSTATE WASHDC\n\nUNCLAS ${station} 0${serial}\n\nTAGS: PGOV\nSUBJECT: X\n\nREF: ${refs}\n\n1. (U) X.\n`;
}

const FILES = [
  {
    name: "a/one.cable",
    text: cable("TALLINN", 99001, "03", "A. RIGA 99010\n     B. 09 TALLINN 99002\n     C. 78 BONN 99050"),
  },
  { name: "a/two.cable", text: cable("TALLINN", 99002, "01", "RIGA 99010") },
  { name: "a/copy.cable", text: cable("TALLINN", 99002, "01", "RIGA 99010") },
  { name: "b/three.cable", text: cable("VILNIUS", 99003, "02", "A. RIGA 99009\n     B. 68 PARIS 99060") },
];

/** An index without a cable. */
const NOTHING = new MemoryWorkspace([]).index;

function scan(folders: readonly string[] | null = null, limit = 100): MissingCables {
  const { index } = new MemoryWorkspace(FILES);
  const work = scanMissing(
    index.columns(),
    folders?.map((folder) => fileUri(`file:///${folder}`)) ?? null,
    limit,
    (mrn) => index.has(mrn),
  );
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

function collected() {
  const collector = new MissingCollector();
  for (const { name, text } of FILES) collector.add(summaryOf(parseCable(text, name)), name);
  return collector.missing(NOTHING);
}

describe("the index", () => {
  test("most cited first; a cable and its copy cite once; what is there is not missing", () => {
    const { cables, total } = scan();
    expect(total).toBe(4);
    expect(cables.map(({ mrn, citing, citers }) => [mrn, citing, citers])).toEqual([
      ["09RIGA99010", 2, ["09TALLINN99002", "09TALLINN99001"]],
      ["09RIGA99009", 1, ["09VILNIUS99003"]],
      ["68PARIS99060", 1, ["09VILNIUS99003"]],
      ["78BONN99050", 1, ["09TALLINN99001"]],
    ]);
    expect(cables[0]?.before).toBe(Date.UTC(2009, 7, 1, 12) / 60_000);
  });

  test("of copies that differ the earliest counts, whichever was written last", () => {
    const copies = [
      { name: "one.cable", text: cable("TALLINN", 99002, "28", "RIGA 99010") },
      { name: "two.cable", text: cable("TALLINN", 99002, "01", "RIGA 99010") },
      { name: "three.cable", text: cable("VILNIUS", 99003, "01", "RIGA 99010") },
    ];
    for (const files of [copies, copies.toReversed(), [...copies.slice(1), ...copies.slice(0, 1)]]) {
      const { index } = new MemoryWorkspace(files);
      const { cables } = resultOf(scanMissing(index.columns(), null, 10, (mrn) => index.has(mrn)));
      expect(cables).toEqual([
        {
          ...{ mrn: "09RIGA99010", citing: 2, citers: ["09TALLINN99002", "09VILNIUS99003"] },
          before: Date.UTC(2009, 7, 1, 12) / 60_000,
          likely: null,
        },
      ]);
      const collector = new MissingCollector();
      for (const { name, text } of files) collector.add(summaryOf(parseCable(text, name)), name);
      expect(collector.missing(NOTHING)).toEqual(cables);
    }
  });

  test("of folders, and cut to a limit", () => {
    expect(scan(["b"]).cables.map(({ mrn }) => mrn)).toEqual(["09RIGA99009", "68PARIS99060"]);
    expect(scan(["c"])).toEqual({ cables: [], total: 0 });
    expect(scan(null, 2)).toMatchObject({ cables: [{ mrn: "09RIGA99010" }, { mrn: "09RIGA99009" }], total: 4 });
  });

  test("says what a stream of the same cables says", () => {
    expect(collected()).toEqual(scan().cables);
  });
});

test("a table to read", () => {
  expect(missingMarkdown(collected().slice(0, 2), 4)).toBe(`# Missing references

4 cables are cited and not there; the 2 most cited are shown. *Before*: the day on which the first cable that cites it was sent. *Likely days*: by the numbers and dates of its station’s other cables.

| MRN         | As typed      | Year | Station | Serial | Before     | Cited by | Citing cables                      | Likely days |
| ----------- | ------------- | ---- | ------- | ------ | ---------- | -------- | ---------------------------------- | ----------- |
| 09RIGA99010 | 09 RIGA 99010 | 2009 | RIGA    | 99010  | 2009-08-01 | 2        | 09 TALLINN 99002; 09 TALLINN 99001 |             |
| 09RIGA99009 | 09 RIGA 99009 | 2009 | RIGA    | 99009  | 2009-08-02 | 1        | 09 VILNIUS 99003                   |             |
`);
  expect(missingMarkdown([], 0)).toBe("# Missing references\n\nEvery cable that is cited is there.\n");
});

test("rows for a spreadsheet, in which no value runs as a formula", () => {
  const [first] = collected();
  if (first === undefined) throw new Error("nothing is missing");
  expect(missingCsv([first])).toBe(
    'MRN,As typed,Year,Station,Serial,Before,Cited by,Citing cables,Likely days\r\n09RIGA99010,09 RIGA 99010,2009,RIGA,99010,2009-08-01,2,"09 TALLINN 99002; 09 TALLINN 99001",\r\n',
  );
  const strange = { ...first, mrn: "=HYPERLINK" as typeof first.mrn };
  expect(missingCsv([strange]).split("\r\n")[1]).toMatch(/^'=HYPERLINK,'=HYPERLINK,,'=HYPERLINK,/);
});

test("a letter to each archive that may have some of them", () => {
  const letters = missingRequests(collected());
  expect([...letters.matchAll(/^## (.+)$/gm)].map(([, name]) => name)).toEqual([
    "National Archives (before 1973)",
    "National Archives (1973–79)",
    "Department of State (FOIA)",
  ]);
  expect(letters).toContain("copies of the following 2 cables, each identified");
  expect(letters).toContain(
    "1. 09 RIGA 99010 (AMEMBASSY RIGA; sent before or on 2009-08-01; cited in 09 TALLINN 99002, 09 TALLINN 99001)\n2. 09 RIGA 99009",
  );
  expect(letters).toContain(
    "1. 78 BONN 99050 (AMEMBASSY BONN; sent before or on 2009-08-03; cited in 09 TALLINN 99001)",
  );
  expect(missingRequests([])).toBe("");
});

/** The quick reader of heads says what the parser says, or nothing. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { array, constantFrom, integer, property, assert as propertyHolds, tuple } from "fast-check";
import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { quickSummary } from "../../server/src/corpus/quick-head.ts";
import { type CableSummary, summarise } from "../../server/src/corpus/summary.ts";

const CORPUS = fileURLToPath(new URL("../corpus/", import.meta.url));

function quickOf(text: string, name: string | null = null): CableSummary | null {
  return quickSummary(Buffer.from(text), true, name);
}

function disagreement(text: string): unknown {
  const quick = quickOf(text);
  return quick === null ? null : { quick, parsed: summarise(parseCable(text)) };
}

test("on every text of the corpus", () => {
  const files = readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".cable.txt"),
  );
  expect(files.length).toBeGreaterThan(50);
  for (const name of files) {
    const text = readFileSync(`${CORPUS}/${name}`, "utf8");
    const quick = quickOf(text);
    if (quick !== null) expect(quick, name).toEqual(summarise(parseCable(text)));
  }
});

const LINES: readonly (readonly string[])[] = [
  ["VZCZCXRO3238", "VZCZCXRO3238\nPP RUEHC RUEHGH"],
  ["RR RUEHCN", "OO RUEHC", ""],
  ["DE RUEHGH #0374/01 2400903"],
  ["ZNR UUUUU ZZH", "ZNY CCCCC ZZH"],
  ["R 280903Z AUG 09", "O P 010000Z JAN 05", "P 310903Z FEB 09", "R 280903Z AUG 09 ZDK"],
  ["FM AMCONSUL SHANGHAI"],
  ["TO RUEHC/SECSTATE WASHDC 8243"],
  ["INFO RUEHOO/CHINA POSTS COLLECTIVE", "INFO RUEHBJ/AMEMBASSY BEIJING 1234\nRUCPDOC/USDOC WASHDC", "BT"],
  [""],
  [
    "UNCLAS SHANGHAI 099374",
    "C O N F I D E N T I A L SECTION 01 OF 03 LA PAZ 000374",
    "SECRET STATE 123456",
    "UNCLAS E F T O RIGA 000012",
  ],
  [""],
  ["SIPDIS", "SENSITIVE\nSIPDIS", "NOFORN\n", "RIGA 00000374 001.2 OF 003"],
  ["DEPT FOR EAP/CM", "STATE PASS USTR FOR STRATFORD\nNSC FOR BUSBY", "THE FOLLOWING IS A NOTE.", ""],
  ["E.O. 12958: N/A", "E.O. 12958: DECL: 12/31/2019", "EO 12958 N/A"],
  [
    "TAGS: PGOV, ECON, CH",
    "TAGS: PGOV ECON",
    "TAGS: PGOV, ECON,\nELAB",
    "TAGS: PREL (DOE, JOHN), CH",
    "TAGS: PGOV, PGOV",
  ],
  [
    "SUBJECT: HARBOR FEES",
    "SUBJECT: HARBOR FEES AND\nOTHER THINGS",
    "SUBJECT: (U) FEES",
    "SUBJECT: FEES (SBU)",
    "SUBJECT: FEES REF: RIGA 12",
  ],
  ["", "\n"],
  [
    "REF: SHANGHAI 66\n",
    "REF: A. SHANGHAI 66\n     B. 08 LA PAZ 57\n",
    "REF: A. STATE 12 B. RIGA 13\n",
    "REF: (A) RIGA 12 (NOTAL)\n",
    "REF: A. RIGA 12\n     C. RIGA 14\n",
    "REFTEL: RIGA 12, RIGA 13\n",
    "",
  ],
  [
    "Classified By: Consul John Doe for reasons 1.4 (b) and (d).\n",
    "CLASSIFIED BY: DCM A. PERSON. REASONS 1.4(B)\nAND (D)\n",
    "",
  ],
  [
    "1. (U) Text follows.",
    "1. Text follows.",
    "SUMMARY\n-------\n1. (SBU) Text.",
    "-------\nSummary\n-------",
    "A. RIGA 15",
    "Prose without a number.",
  ],
  ["2. More text."],
  ["SMITH", ""],
];

const heads = tuple(...LINES.map((choices) => constantFrom(...choices))).map((lines) => `${lines.join("\n")}\n`);

test("on heads of every usual line", () => {
  let quick = 0;
  propertyHolds(
    property(heads, (text) => {
      const found = disagreement(text) as { quick: unknown; parsed: unknown } | null;
      if (found === null) return;
      quick++;
      expect(found.quick).toEqual(found.parsed);
    }),
    { numRuns: 400 },
  );
  expect(quick).toBeGreaterThan(0);
});

test("on heads with lines lost, doubled and in the wrong place", () => {
  const damage = array(tuple(constantFrom("lose", "double", "swap", "blank"), integer({ min: 0, max: 40 })), {
    minLength: 1,
    maxLength: 3,
  });
  propertyHolds(
    property(heads, damage, (text, all) => {
      const lines = text.split("\n");
      for (const [kind, at] of all) {
        const index = at % lines.length;
        const line = lines[index] ?? "";
        if (kind === "lose") lines.splice(index, 1);
        else if (kind === "double") lines.splice(index, 0, line);
        else if (kind === "blank") lines.splice(index, 0, "");
        else {
          lines[index] = lines[0] ?? "";
          lines[0] = line;
        }
      }
      const found = disagreement(lines.join("\n")) as { quick: unknown; parsed: unknown } | null;
      if (found !== null) expect(found.quick).toEqual(found.parsed);
    }),
    { numRuns: 400 },
  );
});

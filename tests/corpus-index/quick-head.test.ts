/** The quick reader of heads says what the parser says, or nothing. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { array, constantFrom, integer, property, assert as propertyHolds, tuple } from "fast-check";
import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { readReferences } from "../../server/src/cable/references/references.ts";
import { classifiedBy, classifiedLine } from "../../server/src/corpus/heads/classified-lines.ts";
import { plainStation, stationCitedAs } from "../../server/src/corpus/heads/known-lines.ts";
import { QuickHead, quickSummary } from "../../server/src/corpus/heads/quick-head.ts";
import { type IndexRecord, toIndexRecord } from "../../server/src/corpus/index-record.ts";
import { JoinedText } from "../../server/src/text/joined-text.ts";
import { SourceText } from "../../server/src/text/source-text.ts";
import { defaultStations } from "../../server/src/vocabulary/stations.ts";

const NOTICE =
  "This record is a partial extract of the original cable. The full text of the original cable is not available.";

const CORPUS = fileURLToPath(new URL("../corpus/", import.meta.url));

function quickOf(text: string, name: string | null = null): IndexRecord | null {
  return quickSummary(Buffer.from(text), true, name);
}

function expectAgreement(text: string, name: string | null = null): boolean {
  const quick = quickOf(text, name);
  if (quick !== null) expect(quick).toEqual(toIndexRecord(parseCable(text, name)));
  return quick !== null;
}

/** Files whose names say what their texts lack. */
const NAMES = [null, "09SHANGHAI374.txt", "05PARIS8983.cable", "notes.txt"];

test("on every text of the corpus", () => {
  const files = readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".cable.txt"),
  );
  expect(files.length).toBeGreaterThan(50);
  for (const name of files) {
    const text = readFileSync(`${CORPUS}/${name}`, "utf8");
    const quick = quickOf(text);
    if (quick !== null) expect(quick, name).toEqual(toIndexRecord(parseCable(text)));
  }
});

const LINES: readonly (readonly string[])[] = [
  ["VZCZCXRO3238", "VZCZCXRO3238\nPP RUEHC RUEHGH"],
  ["RR RUEHCN", "OO RUEHC", ""],
  ["DE RUEHGH #0374/01 2400903"],
  ["ZNR UUUUU ZZH", "ZNY CCCCC ZZH"],
  ["R 280903Z AUG 09", "R 280903Z AUG 09", "O P 010000Z JAN 05", "P 310903Z FEB 09", "R 280903Z AUG 09 ZDK"],
  ["FM AMCONSUL SHANGHAI"],
  ["TO RUEHC/SECSTATE WASHDC 8243", "TO SECSTATE WASHDC PRIORITY 6973"],
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
    "TAGS PGOV, ECON",
    "TAGS:   KIPR KPAO SP",
    "TAGS: PGOV\n",
  ],
  [
    "SUBJECT: HARBOR FEES",
    "SUBJECT: HARBOR FEES AND\nOTHER THINGS",
    "SUBJECT: (U) FEES",
    "SUBJECT: FEES (SBU)",
    "SUBJECT: FEES REF: RIGA 12",
    "SUBJECT: FEES AND\nRECENT DRAFT\nTO POLICE: 12958 TIMES",
    'SUBJECT: Fees, "ports"  and others; 2009',
    "SUBJECT: FEES\nSECRET TALKS OF 2003",
    "SUBJECT: PLANS TO RAISE FEES AND\nREQUESTS OF RIO DE RESENDE TO REPORT",
    "SUBJECT: FEES TO RUEHC/SECSTATE WASHDC",
    "SUBJECT: REQUEST FOR INFO RUMOURS AND INFO RUEHBJ/AMEMBASSY BEIJING",
  ],
  ["", "\n", "RIGA 00000374 001.2 OF 003\n"],
  [
    "REF: SHANGHAI 66\n",
    "REF: A. SHANGHAI 66\n     B. 08 LA PAZ 57\n",
    "REF: A. STATE 12 B. RIGA 13\n",
    "REF: (A) RIGA 12 (NOTAL)\n",
    "REF: A. RIGA 12\n     C. RIGA 14\n",
    "REFTEL: RIGA 12, RIGA 13\n",
    "REF: A) RIGA 12 (NOTAL) B) STATE 13\n",
    "REF: (A) RIGA 12\n     (B) 08 PARTO 10\n     (C) PARTO 11\n",
    "REF: RIO DE JANEIRO 0012\n",
    "REFS: A. RIGA 12 AND PREVIOUS\n",
    "REF: A. 09 NOWHERE 12\n     B. NOWHERE 13\n",
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
    "Summary\n\n1. (U) Text.",
    "B. BACKGROUND\n\n1. Text.",
    "FOR: ARA/BC/B\n\n1. Text.",
    "¶1. (SBU) Text about State 1234.",
    "1. RIGA 15",
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
      if (expectAgreement(text)) quick++;
    }),
    { numRuns: 400 },
  );
  expect(quick).toBeGreaterThan(50);
});

const place = integer({ min: 0, max: 40 });
const damage = array(tuple(constantFrom("lose", "double", "swap", "move", "blank", "indent", "small"), place, place), {
  minLength: 1,
  maxLength: 4,
});

function damaged(text: string, all: readonly (readonly [string, number, number])[]): string {
  const lines = text.split("\n");
  for (const [kind, at, to] of all) {
    const index = at % lines.length;
    const other = to % lines.length;
    const line = lines[index] ?? "";
    if (kind === "lose") lines.splice(index, 1);
    else if (kind === "double") lines.splice(other, 0, line);
    else if (kind === "blank") lines.splice(index, 0, "");
    else if (kind === "indent") lines[index] = `  ${line}`;
    else if (kind === "small") lines[index] = line.toLowerCase();
    else if (kind === "move") lines.splice(other, 0, ...lines.splice(index, 1));
    else {
      lines[index] = lines[other] ?? "";
      lines[other] = line;
    }
  }
  return lines.join("\n");
}

test("on heads with lines lost, doubled and in the wrong place", () => {
  propertyHolds(
    property(heads, damage, constantFrom(...NAMES), (text, all, name) => {
      expectAgreement(damaged(text, all), name);
    }),
    { numRuns: 800 },
  );
});

test("on heads with carriage returns, and on those of copies that lost the transmission header", () => {
  propertyHolds(
    property(heads, damage, constantFrom(...NAMES), (text, all, name) => {
      expectAgreement(text.replaceAll("\n", "\r\n"), name);
      const copy = text.slice(Math.max(0, text.search(/^(?:UNCLAS|SECRET|C O N F)/m)));
      expectAgreement(copy, name);
      expectAgreement(`${NOTICE}\n\n${damaged(copy, all)}`, name);
    }),
    { numRuns: 200 },
  );
});

test("says nothing of a head whose fields come too late to be signs of a cable", () => {
  const addressees = (count: number): string =>
    Array.from({ length: count }, (_, index) => `RUEHBJ/AMEMBASSY BEIJING ${1000 + index}`).join("\n");
  const head = (count: number): string =>
    `R 280903Z AUG 09\nFM AMCONSUL SHANGHAI\nTO RUEHC/SECSTATE WASHDC 8243\n${addressees(count)}\nUNCLAS RIGA 000012\nTAGS: CH\nSUBJECT: FEES\n\n1. (U) Text.\n`;
  expect([100, 180, 195, 200, 230].map((count) => expectAgreement(head(count)))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("reads words of a subject that only begin as an addressee's line does", () => {
  const head = (subject: string): string =>
    `R 280903Z AUG 09\nFM AMCONSUL SHANGHAI\nTO RUEHC/SECSTATE WASHDC 8243\n\nUNCLAS RIGA 000012\nTAGS: CH\nSUBJECT: ${subject}\n\n1. (U) Text.\n`;
  const subjects = ["PLANS TO REPORT FEES", "VALE DE RESENDE", "INFO REQUESTED", "PLANS TO RUEHC/SECSTATE"];
  expect(subjects.map((subject) => expectAgreement(head(subject)))).toEqual([true, true, true, false]);
});

test("one after the other, in one buffer", () => {
  const buffer = Buffer.alloc(8192);
  const head = new QuickHead();
  propertyHolds(
    property(heads, (text) => {
      const length = buffer.write(text);
      if (head.read(buffer, length, true, () => null)) expect(head.summary()).toEqual(toIndexRecord(parseCable(text)));
    }),
  );
});

test("on every name of a station and every TAG that it takes by itself", () => {
  const names = defaultStations().stations.flatMap(({ id, name }) => [id, name]);
  const context = { year: 2009, station: null, form: "acp127" } as const;
  let taken = 0;
  for (const name of new Set(names)) {
    if (!/^[A-Z ]+$/.test(name) || stationCitedAs(name) === null) continue;
    taken++;
    for (const label of ["", "A. ", "(A) "]) {
      const text = `${label}${name} 5374`;
      const value = new JoinedText(SourceText.plain(text), [{ start: 0, end: text.length }]);
      const [entry, more] = readReferences(value, context);
      expect([entry?.kind, entry?.mrn?.station, entry?.span.start, entry?.span.end, more], text).toEqual([
        "cable",
        stationCitedAs(name),
        label.length,
        text.length,
        undefined,
      ]);
    }
  }
  expect(taken).toBeGreaterThan(300);
});

test("on every name of a station behind every level, as it reads both apart", () => {
  const names = new Set(defaultStations().stations.flatMap(({ id, name }) => [id, name]));
  const openings = ["UNCLAS", "CONFIDENTIAL", "SECRET", "C O N F I D E N T I A L", "S E C R E T", "UNCLASSIFIED"];
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  let taken = 0;
  for (const opening of openings.flatMap((level) => [level, `${level} SECTION 02 OF 03`])) {
    for (const name of names) {
      if (!/^[A-Z ]+$/.test(name) || plainStation(name) === null) continue;
      taken++;
      const beginning = `${opening} ${name} `;
      const read = classifiedLine(bytesOf(`${beginning}000374`), 0, beginning.length);
      expect(read, beginning).toEqual(classifiedBy(`${beginning}0`));
    }
  }
  expect(taken).toBeGreaterThan(3000);
});

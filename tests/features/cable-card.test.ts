/** What stands beside an open cable. */

import { expect, test } from "vitest";
import { cableCard } from "../../server/src/features/cable-card.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { MemoryWorkspace } from "../support/workspace.ts";

const CITING = `R 020900Z AUG 09
FM AMEMBASSY RIGA
TO RUEHC/SECSTATE WASHDC 8243

C O N F I D E N T I A L RIGA 099012

SIPDIS

E.O. 12958: DECL: 08/02/2019
TAGS: PGOV, EWWT, ZQXJ
SUBJECT: PORT TALKS
REF: A. TALLINN 99066
     B. VILNIUS 99001
     C. SMITH-JONES E-MAIL OF JULY 1

1. (U) See Ref A and ref B.

2. (C) More.
`;
const CITED = `R 020900Z JUL 09
FM AMEMBASSY TALLINN
TO RUEHC/SECSTATE WASHDC 8243

UNCLAS TALLINN 099066

TAGS: PGOV
SUBJECT: <script>alert(1)</script> [fees](command:evil)

An opening without a number.

1. Text.
`;

const workspace = new MemoryWorkspace([
  { name: "citing.cable", text: CITING },
  // A copy, which is the same cable.
  { name: "citing_a.cable", text: CITING },
  { name: "cited.cable", text: CITED },
]);
const card = (name: string) => cableCard(workspace.document(name), workspace.index, defaultVocabulary);

test("the card of a cable has its details, with the meanings of its TAGS", () => {
  expect(card("citing.cable")).toMatchObject({
    mrn: "09RIGA99012",
    subject: "PORT TALKS",
    dtg: "020900Z AUG 09",
    sent: "2009-08-02T09:00:00Z",
    from: "AMEMBASSY RIGA",
    precedence: "ROUTINE",
    classification: "CONFIDENTIAL",
    captions: ["SIPDIS"],
    tags: [{ code: "PGOV", title: "Internal Governmental Affairs" }, { code: "EWWT" }, { code: "ZQXJ", title: null }],
  });
});

test("what it cites is there, is not there, or is no cable", () => {
  const { cites } = card("citing.cable");
  expect(cites.map(({ label, kind, mrn, hits }) => [label, kind, mrn, hits.map(({ file }) => file)])).toEqual([
    ["A", "cable", "09TALLINN99066", ["file:///cited.cable"]],
    ["B", "cable", "09VILNIUS99001", []],
    ["C", "email", null, []],
  ]);
});

test("what cites it points at the entry that does", () => {
  expect(card("cited.cable").citedBy).toEqual({
    total: 1,
    cables: [
      {
        mrn: "09RIGA99012",
        subject: "PORT TALKS",
        classification: "CONFIDENTIAL",
        file: "file:///citing.cable",
        place: { line: 11, character: 8, endLine: 11, endCharacter: 21 },
      },
    ],
  });
});

test("paragraphs have their true numbers and the names of the outline", () => {
  expect(card("citing.cable").paragraphs.map(({ number, name }) => [number, name])).toEqual([
    [1, "¶1 (U) See Ref A and ref B."],
    [2, "¶2 (C) More."],
  ]);
  expect(card("cited.cable").paragraphs.map(({ number }) => number)).toEqual([null, 1]);
});

test("text of a cable is handed on as text", () => {
  expect(card("cited.cable").subject).toBe("<script>alert(1)</script> [fees](command:evil)");
});

test("a text without anything of a cable has an empty card", () => {
  const empty = new MemoryWorkspace([{ name: "empty.txt", text: "" }]);
  expect(cableCard(empty.document("empty.txt"), empty.index, defaultVocabulary)).toEqual({
    mrn: null,
    subject: null,
    dtg: null,
    sent: null,
    from: null,
    precedence: null,
    classification: null,
    captions: [],
    tags: [],
    cites: [],
    citedBy: { cables: [], total: 0 },
    paragraphs: [],
  });
});

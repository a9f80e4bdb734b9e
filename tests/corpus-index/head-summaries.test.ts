/** Of a text in memory the head tells what the parser would, or nothing. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import { HeadSummaries } from "../../server/src/corpus/heads/head-summaries.ts";
import { toIndexRecord } from "../../server/src/corpus/index-record.ts";

const FILE = fileUri("file:///cables/a.txt");
const PLAIN = `VZCZCXRO1234
RR RUEHC
DE RUEHRA #0012 2451021
ZNR UUUUU ZZH
R 020900Z SEP 09
FM AMEMBASSY RIGA
TO RUEHC/SECSTATE WASHDC 8243

UNCLAS RIGA 000012

SIPDIS

E.O. 12958: N/A
TAGS: PGOV, EWWT, LG
SUBJECT: HARBOR FEES

REF: A. TALLINN 66

1. (U) Fees rose.
`;

const heads = new HeadSummaries();
const parsed = (text: string) => toIndexRecord(parseCable(text, "a.txt"));

test("of a usual head it tells all", () => {
  expect(heads.of(PLAIN, FILE)).toEqual(parsed(PLAIN));
  expect(parsed(PLAIN)?.citations).toHaveLength(1);
});

test.each([
  ["more text than a head", `${PLAIN}${"2. (U) Text without end. ".repeat(1000)}`],
  ["characters of several bytes", PLAIN.replace("HARBOR", "CAFÉ 😀").replace("rose", "rosé")],
  ["only such characters", "é😀\uD800".repeat(5000)],
  ["carriage returns", PLAIN.replaceAll("\n", "\r\n")],
  ["an end in the middle of a line", PLAIN.slice(0, PLAIN.indexOf("HARBOR") + 3)],
  ["no cable", "Dear all,\nsee 09 RIGA 12.\n"],
  ["nothing", ""],
  ["the fixture", readFileSync(new URL("../fixtures/09SHANGHAI374.txt", import.meta.url), "utf8")],
])("with %s it tells the same or nothing", (_, text) => {
  const told = heads.of(text, FILE);
  if (told !== null) expect(told).toEqual(parsed(text));
});

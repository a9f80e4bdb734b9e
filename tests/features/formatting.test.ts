/** Formatting: white space and the case of field names, and nothing that is read as anything else. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import { formatted, type LineRange } from "../../server/src/features/formatting.ts";
import { SourceText } from "../../server/src/text/source-text.ts";
import { anyText, KNOWN_TEXTS } from "../support/arbitraries.ts";

function format(text: string, range: LineRange | null = null): string {
  return SourceText.edited(text, formatted(parseCable(text), null, range)).text;
}

/** The record without its places. */
function reading(text: string): unknown {
  const places = new Set(["line", "character", "endLine", "endCharacter"]);
  const json = JSON.stringify(toRecord(parseCable(text), ""), (key, value: unknown) =>
    places.has(key) ? undefined : value,
  );
  return JSON.parse(json) as unknown;
}

const UNTIDY = `UNCLAS SHANGHAI 099374  


SENSITIVE
SIPDIS
 e.o.13526 : N/A
Tags:PGOV ,ECON,  PHUM
subject:  NEW RULES
Ref:   A. BEIJING 99111


1.(SBU)  Text of the first.	
Its second line.
2.  (SBU) Text of the second.

 3. (U) The third.


4. (U) The fourth.`;

const TIDY = `UNCLAS SHANGHAI 099374

SENSITIVE
SIPDIS
E.O. 13526: N/A
TAGS: PGOV, ECON, PHUM
SUBJECT: NEW RULES
REF: A. BEIJING 99111

1. (SBU) Text of the first.
Its second line.

2. (SBU) Text of the second.

3. (U) The third.

4. (U) The fourth.
`;

test("a draft that was typed in haste", () => {
  expect(format(UNTIDY)).toBe(TIDY);
});

test("what is tidy stays as it is, and line breaks stay of their kind", () => {
  expect(formatted(parseCable(TIDY), null)).toEqual([]);
  expect(format(UNTIDY.replaceAll("\n", "\r\n"))).toBe(TIDY.replaceAll("\n", "\r\n"));
});

test("only the lines that are asked for", () => {
  const lines = UNTIDY.split("\n");
  const after = format(UNTIDY, { first: 6, last: 6 }).split("\n");
  expect(after).toEqual(lines.map((line, index) => (index === 6 ? "TAGS: PGOV, ECON, PHUM" : line)));
});

test("columns of a wrapper of 2009 and its own spelling are kept", () => {
  const smart =
    "MRN:        10 STATE 99345\nDate/DTG:   Sep 15, 2010 / 151503Z SEP 10\nsubject:    (U) Guidance\n\n1. (U) Text.\n";
  expect(format(smart)).toBe(smart.replace("subject:", "Subject:"));
});

describe("of any text", () => {
  const words = (text: string): string => text.replace(/\s+/g, "").toUpperCase();

  test("changes nothing but white space and case, and nothing that is read", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const after = format(text);
        expect(words(after)).toBe(words(text));
        expect(reading(after)).toEqual(reading(text));
      }),
      { numRuns: 150 },
    );
  });

  test("twice is once", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = format(text);
        expect(format(once)).toBe(once);
      }),
      { numRuns: 150 },
    );
  });

  test("all annotated cables come out as they are read", () => {
    for (const text of KNOWN_TEXTS) {
      const once = format(text);
      expect(reading(once)).toEqual(reading(text));
      expect(format(once)).toBe(once);
    }
  });
});

/** Two copies of one cable: what one has and the other withholds, lacks or says otherwise. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { areSame, compareCopies } from "../../../server/src/features/comparing/compare.ts";
import { copyText } from "../../../server/src/features/comparing/copy-text.ts";
import { redactionsIn } from "../../../server/src/features/comparing/redactions.ts";

const HEAD = `R 281200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
C O N F I D E N T I A L MADRID 099001

E.O. 12958: DECL: 08/28/2019
TAGS: PREL, SP
SUBJECT: FEES FOR THE HARBOUR

CLASSIFIED BY: AMBASSADOR JANE DOE. REASONS 1.4 (B) AND (D).

`;

const WHOLE = `${HEAD}1. (C) The harbour master, Pedro Ejemplo, told us that fees will
rise in May.

2. (C) He would rather sell his boat to the bishop.

3. (U) The feast was well attended.
DOE
`;

const copy = (change: (text: string) => string) => parseCable(change(WHOLE), "copy.txt");
const whole = parseCable(WHOLE, "whole.txt");

const told = (text: string): readonly string[] => {
  const { units, fields } = compareCopies(whole, parseCable(text, "copy.txt"));
  return [
    ...fields.map(({ name, one, other }) => `${name}: ${one} / ${other}`),
    ...units.flatMap((unit) =>
      unit.differences.map(({ kind, by, one, other }) => {
        const number = unit.one?.number ?? unit.other?.number ?? null;
        return `¶${number} ${kind}${by === null ? "" : ` by ${by}`}: ${one} / ${other}`;
      }),
    ),
  ];
};

describe("two copies", () => {
  test("are the same, however their lines are broken and their pages cut", () => {
    const other = copy((text) =>
      text.replace("told us that fees will\nrise", "told us\nthat fees\n\nMADRID 00099001  002 OF 002\n\nwill rise"),
    );
    expect(areSame(compareCopies(whole, other))).toBe(true);
  });

  test("one withholds a name: the other has the words", () => {
    const text = WHOLE.replace("Pedro Ejemplo", "XXXXXXXXXXXX");
    expect(told(text)).toEqual(["¶1 withheld by other: Pedro Ejemplo / XXXXXXXXXXXX"]);
    const { one, other } = compareCopies(whole, parseCable(text, "copy.txt"));
    expect(other.redactions).toEqual({ "crossed-out": 1, bracketed: 0, "blacked-out": 0, "exemption-code": 0 });
    expect([other.withheldWords, one.withheldWords, one.words - other.words]).toEqual([2, 0, 2]);
  });

  test("one withholds a paragraph, and says so", () => {
    const text = WHOLE.replace("He would rather sell his boat to the bishop.", "[2 lines not declassified]");
    expect(told(text)).toEqual([
      "¶2 withheld by other: He would rather sell his boat to the bishop / [2 lines not declassified]",
    ]);
  });

  test("one withholds a paragraph by a code on a line of its own", () => {
    const text = WHOLE.replace(
      "He would rather sell his boat to the bishop.",
      "He would rather\n\nB6\n\nto the bishop.",
    );
    expect(told(text)).toEqual(["¶2 withheld by other: sell his boat / "]);
  });

  test("one lacks a paragraph without a word", () => {
    const text = WHOLE.replace("3. (U) The feast was well attended.\n", "");
    expect(told(text)).toEqual(["¶3 lacking by other: The feast was well attended / "]);
  });

  test("words are changed", () => {
    expect(told(WHOLE.replace("rise in May", "fall in May"))).toEqual(["¶1 changed: rise / fall"]);
  });

  test("fields are changed", () => {
    expect(told(WHOLE.replace("TAGS: PREL, SP", "TAGS: PREL, PGOV, SP"))).toEqual(["TAGS: PREL, SP / PREL, PGOV, SP"]);
  });

  test("nothing of one is in the other", () => {
    const other = parseCable("1. A letter about bread.\n", "x.txt");
    expect(compareCopies(whole, other).units.length).toBeGreaterThan(0);
    expect(areSame(compareCopies(other, other))).toBe(true);
  });

  test("of many paragraphs that all differ", () => {
    const many = (word: string): string =>
      HEAD + Array.from({ length: 1500 }, (_, at) => `${at + 1}. (U) ${word} ${at} ${word}.\n\n`).join("");
    const { units } = compareCopies(parseCable(many("red"), "a"), parseCable(many("blue green grey"), "b"));
    expect(units.filter(({ differences }) => differences.length > 0).length).toBeGreaterThan(900);
  });
});

describe("marks of redaction", () => {
  test.each([
    ["met XXXXXXXXXXXX and XXXXXXXX today", ["XXXXXXXXXXXX", "XXXXXXXX"]],
    ["met XXXXXXXXXXXX XXXXXXXXXXXX today", ["XXXXXXXXXXXX XXXXXXXXXXXX"]],
    [
      "[REDACTED], [name redacted] and [less than 1 line not declassified]",
      ["[REDACTED]", "[name redacted]", "[less than 1 line not declassified]"],
    ],
    ["exempt (b)(1) and 1.4(B), B1, and [B6]", ["(b)(1)", "1.4(B), B1", "[B6]"]],
    ["███ said", ["███"]],
    ["B1 visas, an XXL shirt, B-6, Group B2, REASON: 1.4 (b), (d); reasons 1.4(b) and 1.4(d)", []],
  ])("%s", (text, marks) => {
    expect(redactionsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(marks);
  });
});

test("a copy reads as one text, a paragraph a line", () => {
  expect(copyText(whole)).toBe(`09MADRID99001
CONFIDENTIAL
281200Z AUG 09
FROM: AMEMBASSY MADRID
TO: SECSTATE WASHDC
E.O. 12958: DECL: 08/28/2019
TAGS: PREL, SP
SUBJECT: FEES FOR THE HARBOUR

1. (C) The harbour master, Pedro Ejemplo, told us that fees will rise in May.

2. (C) He would rather sell his boat to the bishop.

3. (U) The feast was well attended.

DOE
`);
});

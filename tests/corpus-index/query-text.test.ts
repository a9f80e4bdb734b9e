/** Words and phrases are found in the text as it is read: over line ends, pages and broken words; bytes never say otherwise than the parsed text. */

import { readdirSync, readFileSync } from "node:fs";
import { array, boolean, constantFrom, integer, property, assert as propertyHolds, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { byteTest, openParts } from "../../server/src/corpus/query/byte-test.ts";
import { AskedCable } from "../../server/src/corpus/query/cable-test.ts";
import { compileQuery } from "../../server/src/corpus/query/compile-query.ts";
import { type Condition, phrasesOf } from "../../server/src/corpus/query/condition.ts";
import { MAYBE, YES } from "../../server/src/corpus/query/row-test.ts";
import { textMatches } from "../../server/src/corpus/query/text-matches.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";

const TEXT = `O 011200Z MAY 09
FM AMEMBASSY BRASILIA
TO SECSTATE WASHDC IMMEDIATE
INFO AMEMBASSY LIMA
C O N F I D E N T I A L SECTION 01 OF 02 BRASILIA 099001

NODIS

E.O. 12958: DECL: 05/01/2019
TAGS: ENRG, PINR (SILVA, JOANNA)
SUBJECT: TALKS ON CLIMATE
AND ETHANOL

1. (C) The minister spoke of climate
change and of an agree-
ment on Ação Verde. He named the new power

BRASILIA 00099001  002 OF 002

station at Pedra, which is well-
known for its turbines.

2. (U) Nothing was said of that. Change
comes slowly.
SOBEL
`;

const compile = (query: string): Condition => {
  const { condition, problems } = compileQuery(query, { vocabulary: defaultVocabulary, stations: [], tags: [] });
  expect(problems).toEqual([]);
  return condition;
};
const cable = (text: string): AskedCable => new AskedCable(parseCable(text, null), "file:///cables/one.txt");
const bytesOf = (text: string): Parameters<ReturnType<typeof byteTest>>[0] => {
  const bytes = Buffer.from(text);
  return { text: bytes.toString("latin1"), hasAccents: () => [0xc3, 0xc4, 0xc5].some((lead) => bytes.includes(lead)) };
};

describe("what holds of a cable", () => {
  test.each([
    ["climate", true],
    ['"climate change"', true],
    ["agreement", true],
    ['"agreement on acao"', true],
    ['"power station at pedra"', true],
    ['"well-known for its"', true],
    ["wellknown", true],
    ['"that change"', true],
    // Paragraphs, and fields of the head, are not joined.
    ['"turbines nothing"', false],
    ['"ethanol the minister"', false],
    ['"climate and ethanol"', true],
    ["limat", false],
    ["minist*", true],
    ["-turbines", false],
    ["turbines -slowly", false],
    ["turbines OR nowhere", true],
    ["to:secstate", true],
    ["to:lima", false],
    ["info:lima", true],
    ["person:silva", true],
    ['person:"silva joanna"', true],
    ["person:sobel", false],
    ["signed:sobel", true],
    ["caption:nodis", true],
    ["caption:exdis", false],
    ["from:brasilia year:2009 tag:energy class:c sent:2009-05", true],
    ["subject:change", false],
    ["mrn:09BRASILIA99001 file:cables/", true],
    // A page heading is no text.
    ["00099001", false],
  ])("%s: %s", (query, expected) => {
    const condition = compile(query);
    expect(cable(TEXT).fits(condition)).toBe(expected);
    const { answer } = byteTest(condition)(bytesOf(TEXT));
    if (answer !== MAYBE) expect(answer === YES).toBe(expected);
  });

  test("words stand in their lines, with paragraph and portion mark", () => {
    const { matches, total } = textMatches(
      cable(TEXT),
      phrasesOf(compile('"climate change" OR agreement OR slowly')),
      10,
    );
    expect(total).toBe(3);
    expect(
      matches.map(({ paragraph, portion, text, marks }) => [
        paragraph,
        portion,
        text,
        marks.map(({ start, end }) => text.slice(start, end)),
      ]),
    ).toEqual([
      [1, "C", "1. (C) The minister spoke of climate", ["climate"]],
      [1, "C", "change and of an agree-", ["agree-"]],
      [2, "U", "comes slowly.", ["slowly"]],
    ]);
  });

  test("words of the head are told with the name of their field", () => {
    const { matches } = textMatches(cable(TEXT), phrasesOf(compile("ethanol")), 10);
    expect(matches.map(({ heading, text }) => [heading, text])).toEqual([["Subject", "AND ETHANOL"]]);
  });
});

/** The texts of the corpus of this project. */
const CORPUS = new URL("../corpus/", import.meta.url);
const texts = readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(?:txt|cable|md)$/.test(name) && !name.endsWith("README.md"))
  .map((name) => readFileSync(new URL(name.replaceAll("\\", "/"), CORPUS), "utf8"));

describe("bytes and the parsed text", () => {
  test("agree on every text of the corpus, wherever bytes are sure", () => {
    expect(texts.length).toBeGreaterThan(20);
    let sure = 0;
    propertyHolds(
      property(
        constantFrom(...texts),
        integer({ min: 0, max: 5000 }),
        array(tuple(boolean(), integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 2 }),
        (text, at, shapes) => {
          const words = (text.slice(at % Math.max(1, text.length)).match(/[A-Za-z0-9]+/g) ?? ["none"]).slice(1, 20);
          const parts = shapes.map(([isPrefix, length], index) => {
            const phrase = words.slice(index * 3, index * 3 + length).join(" ") || "none";
            return `${index > 0 ? "-" : ""}"${phrase}${isPrefix ? "*" : ""}"`;
          });
          const condition = openParts(compile(parts.join(" ")));
          const { answer } = byteTest(condition)(bytesOf(text));
          if (answer === MAYBE) return;
          sure++;
          expect([parts, cable(text).fits(condition)]).toEqual([parts, answer === YES]);
        },
      ),
      { numRuns: 600 },
    );
    // Else the law would say nothing.
    expect(sure).toBeGreaterThan(100);
  });
});

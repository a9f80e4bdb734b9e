/** The query language: what is read as what, what is wrong and where, and the laws of its spelling. */

import { array, constantFrom, letrec, oneof, property, assert as propertyHolds, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { formatQuery, LONGEST_QUERY, parseQuery } from "../../server/src/corpus/query/parse-query.ts";
import type { QueryNode } from "../../server/src/corpus/query/query-node.ts";

/** A tree in one line: `all(from:brasilia, any(energy, "climate change"))`. */
function shape(node: QueryNode | null): string {
  if (node === null) return "nothing";
  switch (node.kind) {
    case "all":
    case "any":
      return `${node.kind}(${node.parts.map(shape).join(", ")})`;
    case "not":
      return `not(${shape(node.part)})`;
    default:
      return formatQuery(node);
  }
}

const problemsOf = (query: string): string[] =>
  parseQuery(query).problems.map(({ message, span }) => `${span.start}-${span.end} ${message}`);

describe("queries", () => {
  test.each([
    ["", "nothing"],
    ["energy", "energy"],
    ["brasilia 2009 energy", "all(brasilia, 2009, energy)"],
    ['"climate change" energ*', 'all("climate change", energ*)'],
    ["“climate change”", '"climate change"'],
    ["from:brasilia tag:PGOV,PREL", "all(from:brasilia, tag:PGOV,PREL)"],
    ['from:"buenos aires"', 'from:"buenos aires"'],
    ["year: 2009 from: “buenos aires”", 'all(year:2009, from:"buenos aires")'],
    ["-tag: PINR note: fees", 'all(not(tag:PINR), "note:", fees)'],
    ["from:(brasilia OR bogota)", "from:brasilia,bogota"],
    ["a OR b c", "all(any(a, b), c)"],
    ["a b OR c", "all(a, any(b, c))"],
    ["(a b) OR c", "any(all(a, b), c)"],
    ["a AND b", "all(a, b)"],
    ["-tag:PINR -(a OR b) NOT c", "all(not(tag:PINR), not(any(a, b)), not(c))"],
    ["well-known", "well-known"],
    ["sent:2009-05..2009-08", "sent:2009-05..2009-08"],
    ["FROM:brasilia", "from:brasilia"],
    ["https://example.test/a", '"https://example.test/a"'],
    ["or and not", "all(or, and, not)"],
    ["--a", "a"],
    ["file:2009/*.cable", "file:2009/*.cable"],
  ])("%s", (query, expected) => {
    expect(shape(parseQuery(query).root)).toBe(expected);
  });

  test.each([
    ['a "b c', ["2-3 nothing closes this quote"]],
    ["(a b", ["0-1 nothing closes this bracket"]],
    ["a b)", ["3-4 nothing opens this bracket"]],
    ["()", ["0-2 nothing stands in these brackets"]],
    ["a OR", ["2-4 OR joins two parts; one is missing"]],
    ["OR a", ["0-2 OR joins two parts; one is missing"]],
    ["a AND", ["2-5 AND joins two parts; one is missing"]],
    ["NOT", ["0-3 nothing follows that it could leave out"]],
    ["e*gy", ["0-4 an asterisk stands for any ending: it can only be the last sign of a word"]],
    ["*** a", ["0-3 an asterisk stands for any ending: it can only be the last sign of a word"]],
    ["fish year:", ["5-10 year: has no value"]],
    ["subject: OR a", ["0-8 subject: has no value"]],
    ['""', ["0-2 no word stands in these quotes"]],
    ["+ a", ['0-1 "+" has no letter or digit']],
    ["from:(a OR -b)", ["11-12 only values and OR stand in the brackets of from:"]],
  ])("%s: says what is wrong and where", (query, expected) => {
    expect(problemsOf(query)).toEqual(expected);
  });

  test("a query of ten thousand characters is refused in one line", () => {
    const { root, problems } = parseQuery("a ".repeat(5000));
    expect(root).toBeNull();
    expect(problems.map(({ message }) => message)).toEqual([
      `a query has at most ${LONGEST_QUERY} characters, this one has 10000`,
    ]);
  });

  test.each([
    ["(".repeat(20), "0-1 nothing closes this bracket"],
    [`a ${")".repeat(1900)}`, "2-3 nothing opens this bracket"],
  ])("many brackets with one fault are one line, at the first", (query, expected) => {
    expect(problemsOf(query)).toEqual([expected]);
  });

  test("brackets in brackets are read to a depth", () => {
    const query = `${"(".repeat(900)}a${")".repeat(900)} b`;
    const { root, problems } = parseQuery(query);
    expect(shape(root)).toBe("b");
    expect(problems.map(({ message }) => message)).toContain("brackets stand in at most 30 others");
  });
});

const word = constantFrom("energy", "climate", "OR", "a", "Lula's", "2009", "x-y", "a:b", "Ação");
const value = tuple(word, constantFrom(true, false), constantFrom(true, false)).map(([text, isQuoted, isPrefix]) => ({
  text,
  isQuoted,
  isPrefix,
  span: { start: 0, end: 0 },
}));
const span = { start: 0, end: 0 };
const { node } = letrec<{ node: QueryNode; leaf: QueryNode }>((tie) => ({
  leaf: oneof(
    value.map((one): QueryNode => ({ kind: "words", value: one, span })),
    tuple(constantFrom("from", "tag", "nofield"), array(value, { minLength: 1, maxLength: 3 })).map(
      ([name, values]): QueryNode => ({ kind: "field", name, nameSpan: span, values, span }),
    ),
  ),
  node: oneof(
    { depthSize: "small" },
    tie("leaf"),
    tuple(constantFrom("all", "any"), array(tie("node"), { minLength: 2, maxLength: 3 })).map(
      ([kind, parts]): QueryNode => ({ kind, parts, span }),
    ),
    tie("node").map((part): QueryNode => ({ kind: "not", part, span })),
  ),
}));

describe("laws", () => {
  test("what is written from a tree is read as what is written from it again", () => {
    propertyHolds(
      property(node, (tree) => {
        const once = parseQuery(formatQuery(tree));
        expect(once.problems).toEqual([]);
        const again = parseQuery(formatQuery(once.root ?? tree));
        expect(shape(again.root)).toBe(shape(once.root));
      }),
    );
  });

  test("any text is read without a fault, and every problem has its place in it", () => {
    const signs = array(
      constantFrom('"', "(", ")", "-", "OR", "AND", "NOT", " ", "a", "from:", ",", "*", "“", ":", "..", "é"),
      {
        maxLength: 40,
      },
    ).map((parts) => parts.join(""));
    propertyHolds(
      property(oneof(signs, string({ maxLength: 60, unit: "grapheme" })), (query) => {
        const { root, problems } = parseQuery(query);
        for (const { span: at, message } of problems) {
          expect(message).not.toContain("\n");
          expect(at.start).toBeLessThanOrEqual(at.end);
          expect(at.end).toBeLessThanOrEqual(query.length);
        }
        if (root === null && problems.length === 0) expect(query.trim().replaceAll("-", "")).toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

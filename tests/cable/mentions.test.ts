/** The mentions in a cable's body: one line of text with what is found in it. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citedKey } from "../../server/src/cable/mentions/inline-message-numbers.ts";
import { type MentionContext, readMentions } from "../../server/src/cable/mentions/mentions.ts";
import { canonicalMrn } from "../../server/src/cable/mrn.ts";
import type { Mention } from "../../server/src/cable/tree.ts";
import { SourceText } from "../../server/src/text/source-text.ts";
import type { Span } from "../../server/src/text/span.ts";
import { canonicalStation } from "../../server/src/vocabulary/stations.ts";

const WITH_LABELS: MentionContext = { citing: { year: 2006 }, labels: ["A", "B", "C", "D"] };
const WITHOUT_LABELS: MentionContext = { citing: { year: 2006 }, labels: [] };

/** `label "refs A-C" A,B,C`, with the number of a message and a `!` behind what is another document's. */
function mentionOnOneLine({ kind, text, labels, numbers, mrn, external }: Mention): string {
  const values = [...labels.map(({ value }) => value), ...numbers.map(({ value }) => value)];
  const what = mrn === null ? values.join() : canonicalMrn(mrn);
  return `${kind} "${text}"${what === "" ? "" : ` ${what}`}${external ? "!" : ""}`;
}

function find(text: string, context: MentionContext, furniture: readonly Span[] = []): string[] {
  return readMentions(SourceText.plain(text), 0, text.length, furniture, context).map(mentionOnOneLine);
}

/** A text and the mentions in it. */
type Case = readonly [text: string, mentions: readonly string[]];

function table(title: string, context: MentionContext, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases)("%j", (text, mentions) => {
      expect(find(text, context)).toEqual(mentions);
    });
  });
}

table("labels", WITH_LABELS, [
  ["As told in Ref A, it did.", ['label "Ref A" A']],
  ["(ref b)", ['label "ref b" B']],
  ["REFTEL A AND REF B", ['label "REFTEL A" A', 'label "REF B" B']],
  ["refs a, c and D", ['label "refs a, c and D" A,C,D']],
  ["Refs A,B and C", ['label "Refs A,B and C" A,B,C']],
  ["refs X & Y", ['label "refs X & Y" X,Y']],
  ["refs A/B", ['label "refs A/B" A,B']],
  ["ref B and C; ref A or B", ['label "ref B and C" B,C', 'label "ref A or B" A,B']],
  ["ref \"A\" and Refs 'B' and “C”", ['label "ref "A"" A', "label \"Refs 'B' and “C”\" B,C"]],
  ["refs A and/or B", ['label "refs A and/or B" A,B']],
  ["refs A as well as B", ['label "refs A as well as B" A,B']],
  ["RefA and RefB", ['label "RefA" A', 'label "RefB" B']],
  ["reftel a week ago", ['reftel "reftel"']],
  ["reftels D and E", ['label "reftels D and E" D,E']],
  ["refs A-C and REFS A-G", ['label "refs A-C" A,B,C', 'label "REFS A-G" A,B,C,D,E,F,G']],
  ["Refs A through D", ['label "Refs A through D" A,B,C,D']],
  ["Ref(A), ref (B), Ref  (C)", ['label "Ref(A)" A', 'label "ref (B)" B', 'label "Ref (C)" C']],
  ["Refs (A) and (B)", ['label "Refs (A) and (B)" A,B']],
  ["refs (A, B and C)", ['label "refs (A, B and C)" A,B,C']],
  ["Ref. A and ref A's end", ['label "Ref. A" A', 'label "ref A" A']],
  ["Refs A, B. Doe said so.", ['label "Refs A, B" A,B']],
  ["REF A AND REF B", ['label "REF A" A', 'label "REF B" B']],
  ["Ref E, which the list lacks", ['label "Ref E" E']],
  ["refs Z and AA", ['label "refs Z and AA" Z,AA']],
]);

table("what only looks like a label", WITHOUT_LABELS, [
  ["ref a meeting", []],
  ["REF I BELIEVE", []],
  ["ref e-mail, Ref U.S. position, ref d'Example, ref B12", []],
  ["REFTEL A DECISION", ['reftel "REFTEL"']],
  ["Reftel A decided", ['label "Reftel A" A']],
  ["per ref a, it did", ['label "ref a" A']],
  ["REFS B AND A REPORT", ['label "REFS B" B']],
  ["REF A AND I BELIEVE", ['label "REF A" A']],
  ["Refs A, B. Doe said", ['label "Refs A, B" A,B']],
  ["Ref A, B. Doe said", ['label "Ref A" A']],
  ["(A) alone and (B)", []],
]);

table("reftel and septel", WITH_LABELS, [
  ["Reftel, reftels, REFTEL's", ['reftel "Reftel"', 'reftel "reftels"', 'reftel "REFTEL"']],
  ["septel and SEPTELS", ['septel "septel"', 'septel "SEPTELS"']],
  ["(ref) and (see refs)", ['reftel "ref"', 'reftel "refs"']],
  ["REF-\nTEL", ['reftel "REF- TEL"']],
]);

table("paragraphs", WITH_LABELS, [
  ["see para 3", ['paragraph "para 3" 3']],
  ["Para. 3, PAR 4, paragraph 7 below", ['paragraph "Para. 3" 3', 'paragraph "PAR 4" 4', 'paragraph "paragraph 7" 7']],
  ["paras 4-6", ['paragraph "paras 4-6" 4,5,6']],
  ["paras 8 and 9 above", ['paragraph "paras 8 and 9" 8,9']],
  ["paragraphs 3, 5 and 7", ['paragraph "paragraphs 3, 5 and 7" 3,5,7']],
  ["PARAGRAPHS 4 TO 6 BELOW", ['paragraph "PARAGRAPHS 4 TO 6" 4,5,6']],
  ["paragraph four, paras two and three", ['paragraph "paragraph four" 4', 'paragraph "paras two and three" 2,3']],
  ["PARAGRAPH NO. 2", ['paragraph "PARAGRAPH NO. 2" 2']],
  ["para 3(b) and para 4 a", ['paragraph "para 3" 3', 'paragraph "para 4" 4']],
  ["in para 3 and 10 others", ['paragraph "para 3" 3']],
  ["paras 3 and 4, 200 people", ['paragraph "paras 3 and 4" 3,4']],
  ["PARA-\nGRAPH 3", ['paragraph "PARA- GRAPH 3" 3']],
]);

table("paragraphs of other documents", WITH_LABELS, [
  ["WITH REFERENCE PARA 2 REF A, HARBOR", ['paragraph "PARA 2 REF A" A,2!']],
  ["Para 10 of Ref A", ['paragraph "Para 10 of Ref A" A,10!']],
  ["paras 3 and 4 of refs A and B", ['paragraph "paras 3 and 4 of refs A and B" A,B,3,4!']],
  ["para 4 reftel B", ['paragraph "para 4 reftel B" B,4!']],
  ["REF A, PARA 2", ['label "REF A" A', 'paragraph "PARA 2" A,2!']],
  ["ref A (para 3)", ['label "ref A" A', 'paragraph "para 3" A,3!']],
  ["para 3 (ref A)", ['paragraph "para 3" 3', 'label "ref A" A']],
  ["PARAGRAPH 2, REFTEL", ['paragraph "PARAGRAPH 2, REFTEL" 2!']],
  ["PARAGRAPH 5 OF REFTEL", ['paragraph "PARAGRAPH 5 OF REFTEL" 5!']],
  ["paras 3 and 4 of reftels", ['paragraph "paras 3 and 4 of reftels" 3,4!']],
  ["reftel para 4", ['reftel "reftel"', 'paragraph "para 4" 4!']],
  ["paragraph 7 of the resolution", ['paragraph "paragraph 7" 7!']],
  ["operative paragraph 4", ['paragraph "paragraph 4" 4!']],
  ["UNSCR 1701, para 2", ['paragraph "para 2" 2!']],
  ["para 3 of this cable", ['paragraph "para 3" 3']],
  ["ref A; para 3", ['label "ref A" A', 'paragraph "para 3" 3']],
]);

table("message numbers", WITH_LABELS, [
  ["08 STATE 99345 and 2008 State 99345", ['mrn "08 STATE 99345" 08STATE99345', 'mrn "2008 State 99345" 08STATE99345']],
  ["09SHANGHAI99374 and 1974BONN09234", ['mrn "09SHANGHAI99374" 09SHANGHAI99374', 'mrn "1974BONN09234" 74BONN9234']],
  ["STATE 99345 asks", ['mrn "STATE 99345" 06STATE99345']],
  ["(PARIS 9234)", ['mrn "PARIS 9234" 06PARIS9234']],
  ["see Moscow 99234 for it", ['mrn "Moscow 99234" 06MOSCOW99234']],
  ["ON MAY 08 STATE 99345", ['mrn "STATE 99345" 06STATE99345']],
  ["UNCLAS SECTION 01 OF 03 SHANGHAI 099374", []],
]);

table("what is no message number", WITH_LABELS, [
  ["BEIJING 2008 and PARIS 1974 MEETING", []],
  ["GENEVA 2 and Geneva 2", []],
  ["in Paris 12,000 men", []],
  ["LA PAZ 300 PEOPLE", []],
  ["IN 2008 PARIS 500 PEOPLE", []],
  ["In 2006 President Doe had 12345 votes", []],
  ["2006 LA PAZ 12 PERCENT", []],
  ["ROME 99234 002 OF 003", []],
  ["Deptel 286, Urtel 245, TOSEC 99023", []],
]);

table("words that are no mentions", WITH_LABELS, [
  ["reference, referenced, refers, refugee, Refcord 3, Xref A, cross-ref A", []],
  ["Para state, in Para, 3 men, para-military, per a, Paraguay 3", []],
  ["para 2006, para 3%, para 1,200, par 15 voix", []],
  ["septuagenarian, separate", []],
  ["Ref\n\nA", []],
]);

test("a message number without a year is none where no year is known", () => {
  expect(find("STATE 99345 and 08 STATE 99345", { citing: { year: null }, labels: [] })).toEqual([
    'mrn "08 STATE 99345" 08STATE99345',
  ]);
});

describe("wraps", () => {
  test("over the end of a line", () => {
    expect(find("See Ref\nA, para\n3, and refs A\nand B.", WITH_LABELS)).toEqual([
      'label "Ref A" A',
      'paragraph "para 3" A,3!',
      'label "refs A and B" A,B',
    ]);
  });

  test("over page furniture, with blank lines around it", () => {
    const lines = [
      "Wait for refs A",
      "",
      "FREDBURG 00099012 002 OF 003",
      "",
      "CONFIDENTIAL",
      "and B.",
      "REF A 12",
      "Ref C.",
    ];
    const text = lines.join("\n");
    const furniture = [lines[2], lines[4], lines[6]].map((line = "") => {
      const start = text.indexOf(line);
      return { start, end: start + line.length + 1 };
    });
    expect(find(text, WITH_LABELS, furniture)).toEqual(['label "refs A and B" A,B', 'label "Ref C" C']);
  });
});

test("spans of a mention, its labels and its numbers are the document's", () => {
  const document = "> See para 2\n> of refs A-C.";
  const source = SourceText.edited(document, [
    { start: 0, end: 2, replacement: "" },
    { start: 13, end: 15, replacement: "" },
  ]);
  const [mention] = readMentions(source, 0, source.text.length, [], WITH_LABELS);
  const cut = (span: Span | undefined): string => document.slice(span?.start, span?.end);
  expect(cut(mention?.span)).toBe("para 2\n> of refs A-C");
  expect(mention?.text).toBe("para 2 of refs A-C");
  expect(mention?.labels.map(({ value, span }) => `${value} ${cut(span)}`)).toEqual(["A A-C", "B A-C", "C A-C"]);
  expect(mention?.numbers.map(({ value, span }) => `${value} ${cut(span)}`)).toEqual(["2 2"]);
});

test("a number that the REF line has needs nothing around it, even one that reads like a year", () => {
  const context: MentionContext = {
    ...WITHOUT_LABELS,
    cited: new Map([[citedKey(canonicalStation("LA PAZ"), 1972), { year: 2006, inferred: true }]]),
  };
  expect(find("WE REPORTED IN LA PAZ 1972 THAT", context)).toEqual(['mrn "LA PAZ 1972" 06LAPAZ1972']);
  expect(find("WE REPORTED IN LA PAZ 1972 THAT", WITHOUT_LABELS)).toEqual([]);
});

test("only the range asked for is read", () => {
  const text = "Ref A. Ref B. Ref C.";
  expect(readMentions(SourceText.plain(text), 6, 13, [], WITH_LABELS).map(({ text }) => text)).toEqual(["Ref B"]);
  expect(readMentions(SourceText.plain(text), 6, 11, [], WITH_LABELS)).toEqual([]);
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."Ref|refs|reftel|REF-\nTEL|septel|para|paras|paragraph|PAR| A| B|(C)| a| and| or|,| -|-| 3| 10|.|)|(|\n|\n\n| of| STATE| 12345|08| 2008| LA PAZ|99012|FURNITURE\n|é|x".split(
      "|",
    ),
  );
  const bodies = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")),
  );

  test("is read without a fault; mentions are in order, within the range, and say what stands there", () => {
    fc.assert(
      fc.property(bodies, fc.nat(20), fc.nat(20), (text, cutStart, cutEnd) => {
        const start = Math.min(cutStart, text.length);
        const end = Math.max(start, text.length - cutEnd);
        const furniture = [...text.matchAll(/(?<=^|\n)FURNITURE\n/g)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
        }));
        let last = start;
        for (const mention of readMentions(SourceText.plain(text), start, end, furniture, WITH_LABELS)) {
          expect(mention.span.start).toBeGreaterThanOrEqual(last);
          expect(mention.span.end).toBeGreaterThan(mention.span.start);
          expect(mention.span.end).toBeLessThanOrEqual(end);
          last = mention.span.end;
          const printed = text.slice(mention.span.start, mention.span.end).replaceAll(/(?<=\n)FURNITURE\n/g, "");
          expect(mention.text).toBe(printed.replaceAll(/\s+/g, " ").trim());
          expect(mention.kind === "mrn").toBe(mention.mrn !== null);
          expect(mention.kind === "paragraph").toBe(mention.numbers.length > 0);
          if (mention.kind === "label") expect(mention.labels.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

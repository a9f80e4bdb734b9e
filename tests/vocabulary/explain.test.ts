/** Explanations: all that a code may be, at its date, and how it is told. */

import { expect, test } from "vitest";
import { parseCableDate } from "../../server/src/vocabulary/date.ts";
import { explain } from "../../server/src/vocabulary/explain.ts";
import { certaintyOf, sourcesOf } from "../../server/src/vocabulary/explanation.ts";
import {
  renderExplanationMarkdown,
  renderExplanationsMarkdown,
  renderExplanationText,
} from "../../server/src/vocabulary/render.ts";
import { sourceInFull } from "../../server/src/vocabulary/sources.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";

const at = (code: string, date: string) => explain(code, parseCableDate(date));

test.each([
  ["PGOV", ["TAG"]],
  ["RUEHGH", ["routing indicator"]],
  ["SHANGHAI", ["station"]],
  ["SIPDIS", ["caption"]],
  ["RR", ["precedence"]],
  ["ZNR", ["operating signal"]],
  ["UUUUU", ["operating signal"]],
  ["(C//NF)", ["portion mark"]],
  ["C//NF", ["portion mark"]],
  ["SBU", ["portion mark", "abbreviation"]],
  ["CONFIDENTIAL", ["portion mark", "classification"]],
  ["EAP/CM", ["office symbol"]],
  ["EAP/XYZ", ["office symbol"]],
  ["POLOFF", ["abbreviation"]],
  ["12958", ["executive order"]],
  ["E.O. 12958", ["executive order"]],
  ["DECL: 08/28/2019", ["declassification mark"]],
  ["1.4(b)", ["reason code"]],
  ["VZCZCXRO3238", ["header line"]],
  ["#0374/01 2400903", ["header line"]],
  ["CA", ["TAG", "office symbol", "abbreviation"]],
])("%s may be %j", (code, kinds) => {
  expect(at(code, "2009-08-28").map(({ kind }) => kind)).toEqual(kinds);
});

test.each(["", "   ", "ZZQQ", "GEORGE", "GOLD", "the", "(S KOREA)", "constructor", "__proto__", "x".repeat(100_000)])(
  "%.20s is nothing known",
  (code) => {
    expect(explain(code)).toEqual([]);
  },
);

test("a code is told by the meaning it had at the date, and the others with their lists", () => {
  expect(at("CH", "2009-08-28")[0]).toMatchObject({
    title: "China",
    validity: "list of 2003–10",
    otherMeanings: [
      { title: "China (Mainland)", validity: "list of 1974" },
      { title: "Switzerland", validity: "list of 2024" },
    ],
  });
  expect(at("CH", "2024-05-01")[0]?.title).toBe("Switzerland");
  expect(at("PGOV", "1974-01-24")[0]).toMatchObject({
    title: "Government",
    otherMeanings: [{ title: "Internal Governmental Affairs", validity: "list of 2022" }],
  });
});

test("a code of a later list says so", () => {
  expect(at("SK", "2009-08-28")[0]?.note).toMatch(/^A later code/);
});

test("an order that was not in force says so", () => {
  expect(at("12356", "2009-08-28")[0]?.note).toMatch(/^Not in force on 28 August 2009\./);
  expect(at("12958", "2009-08-28")[0]?.note ?? "").not.toMatch(/Not in force/);
});

test("an addressee is the station that is meant and whose its indicator is", () => {
  expect(explain("RUEHC/SECSTATE").map(({ kind }) => kind)).toEqual(["station", "routing indicator"]);
  expect(explain("RUEHC/DEPT OF LABOR WASHINGTON DC").map(({ code }) => code)).toEqual(["DEPT OF LABOR", "RUEHC"]);
});

test("the name of a field is told", () => {
  expect(explain("TAGS").map(({ kind, title }) => [kind, title])).toEqual([
    ["header field", "Traffic Analysis by Geography and Subject"],
  ]);
});

test("no note speaks of how the tables were made", () => {
  for (const code of ["10501", "12065", "12356", "12958", "13526", "SIPDIS"]) {
    for (const { note } of explain(code)) expect(note ?? "").not.toMatch(/corpus|checked against|knowledge of/);
  }
});

test("the day of the year is resolved", () => {
  expect(at("#0374/01 2400903", "2009-08-28")[0]?.meaning).toContain("filed on 28 August 2009 at 09:03Z");
  expect(explain("#0374/01 2400903")[0]?.meaning).toContain("filed on day 240 of the year");
});

test.each([
  ["General list, 2004", "high", "documented"],
  ["general knowledge", "medium", "likely"],
  ["general knowledge", "high", "likely"],
  ["FRUS 1977–80 XXI; general knowledge", "medium", "likely"],
  ["FRUS 1977–80 XXI; general knowledge", "high", "documented"],
  ["headers of cables; meaning not found", "low", "uncertain"],
] as const)("a row from %s, %s, is %s", (source, confidence, certainty) => {
  expect(certaintyOf(source, confidence)).toBe(certainty);
});

test("sources are told one by one; a semicolon within parentheses parts none", () => {
  expect(sourcesOf("one; two (a; b)", null, "one; three")).toEqual(["one", "two (a; b)", "three"]);
});

test.each([
  [
    "5 FAH-3 H-414",
    "United States Department of State, Foreign Affairs Handbook, volume 5, handbook 3 (TAGS/Terms Handbook), 5 FAH-3 H-414, CT:TAGS-96, 4 March 2024",
  ],
  [
    "ACP 127(G) 133",
    "Allied Communications Publication 127, Communications Instructions: Tape Relay Procedures, paragraph 133, ACP 127(G), November 1988",
  ],
  ["Fredburg yearbook", "Fredburg yearbook"],
  ["general knowledge", "general knowledge; no document was looked up"],
])("the source %s in full", (short, full) => {
  expect(sourceInFull(short)).toBe(full);
});

test("text for the command line has sources in full, Markdown for hovers has them short", () => {
  const [tag] = at("CH", "2024-05-01");
  expect(tag === undefined ? "" : renderExplanationText(tag)).toContain("(TAGS/Terms Handbook), 5 FAH-3 H-4");
  expect(tag === undefined ? "" : renderExplanationMarkdown(tag)).not.toContain("Terms Handbook");
});

test("S/CT is told as an office before a guess at a portion mark", () => {
  expect(at("S/CT", "2009-08-28").map(({ kind, certainty }) => [kind, certainty === "uncertain"])).toEqual([
    ["office symbol", false],
    ["portion mark", true],
  ]);
});

test("as text", () => {
  expect(
    at("CH", "2009-08-28")
      .map((one) => renderExplanationText(one))
      .join(""),
  ).toMatch(
    /^CH: TAG, geographic\n {2}China \(list of 2003–10\)\n {2}Other meanings: China \(Mainland\) \(list of 1974\); Switzerland \(list of 2024\)\n(?: {2}Source: .+\n){2}$/,
  );
});

test("a likely meaning is worded as one, an unknown one as such", () => {
  const [likely] = at("EUR/WE", "2009-08-28");
  expect(likely?.certainty).toBe("likely");
  expect(likely === undefined ? "" : renderExplanationText(likely)).toMatch(
    /\n {2}Likely: Office of Western European Affairs.*\n(?:.*\n)* {2}Not, or not wholly, from an official document\.\n/,
  );
  const [unknown] = at("KBIO", "2009-08-28");
  expect(unknown === undefined ? "" : renderExplanationText(unknown)).toContain(
    "Known to be in use; its meaning was not found.",
  );
});

test("as Markdown: a title line, the meaning, the source", () => {
  const [tag] = at("CH", "2009-08-28");
  const paragraphs = tag === undefined ? [] : renderExplanationMarkdown(tag).split("\n\n");
  expect(paragraphs[0]).toBe("**CH** · TAG, geographic");
  expect(paragraphs[1]).toBe("China (list of 2003–10)");
  expect(paragraphs.at(-1)).toMatch(/^\*Source: .+\*$/);
  expect(renderExplanationsMarkdown(at("CA", "2009-08-28")).split("\n\n---\n\n")).toHaveLength(3);
});

test("every code of the vocabulary is explained, with a source, and with no Markdown of its own", () => {
  const codes = [
    ...defaultVocabulary.tags.codes,
    ...defaultVocabulary.routingIndicators.codes,
    ...defaultVocabulary.stations.stations.map(({ id }) => id),
    ...defaultVocabulary.captions.codes,
    ...defaultVocabulary.precedences.codes,
    ...defaultVocabulary.operatingSignals.codes,
    ...defaultVocabulary.classifications.codes,
    ...defaultVocabulary.offices.symbols,
    ...defaultVocabulary.acronyms.abbreviations.filter((abbreviation) => !abbreviation.includes("?")),
    ...defaultVocabulary.executiveOrders.numbers,
  ];
  for (const code of codes) {
    const explanations = explain(code);
    expect.soft(explanations.length, code).toBeGreaterThan(0);
    for (const explanation of explanations) {
      expect.soft(explanation.sources.length, code).toBeGreaterThan(0);
      const body = renderExplanationMarkdown(explanation).split("\n\n").slice(1, -1).join("\n");
      expect.soft(body, code).not.toMatch(/(?<!\\)[`*[\]<]/);
    }
  }
});

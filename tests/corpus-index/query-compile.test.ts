/** What queries mean: names of stations and TAGS, dates and numbers; what is not known is said with what may have been meant. */

import { describe, expect, test } from "vitest";
import { compileQuery, problemLine } from "../../server/src/corpus/query/compile-query.ts";
import type { QueryEnvironment } from "../../server/src/corpus/query/field-values.ts";
import { narrowRows } from "../../server/src/corpus/query/row-test.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { MemoryWorkspace } from "../support/workspace.ts";

const cable = (
  mrn: string,
  date: string,
  tags: string,
  subject: string,
  refs = "",
): { name: string; text: string } => ({
  name: `${mrn}.txt`,
  text: `O ${date}
FM AMEMBASSY ${/[A-Z]+/.exec(mrn)?.[0] ?? ""}
TO SECSTATE WASHDC IMMEDIATE
${subject.startsWith("SECRET") ? "S E C R E T" : "C O N F I D E N T I A L"} ${mrn.slice(2).replace(/(?<=[A-Z])(?=\d)/, " ")}

TAGS: ${tags}
SUBJECT: ${subject}
${refs === "" ? "" : `REF: ${refs}\n`}
1. Invented text about nothing.
`,
});

const { index } = new MemoryWorkspace([
  cable("09BRASILIA99001", "011200Z MAY 09", "ENRG, SENV, BR", "TALKS ON CLIMATE AND ETHANOL", "08LIMA99002"),
  cable("09BRASILIA99003", "011200Z AUG 09", "PGOV, BR", "PARTY CONGRESS"),
  cable("08LIMA99002", "021200Z JUN 08", "PREL, PE", "SECRET VISIT"),
  cable("09RIGA99004", "301200Z AUG 09", "TRGY, LG", "POWER LINES"),
]);

const environment: QueryEnvironment = {
  vocabulary: defaultVocabulary,
  stations: index.columns().names.stations,
  tags: index.columns().names.tags,
};

/** The numbers of the cables that a query holds of for certain, and those that only a reader could tell, with a question mark. */
function found(query: string, isTyping = false): string[] {
  const { condition, problems } = compileQuery(query, { ...environment, isTyping });
  expect(problems.map(problemLine)).toEqual([]);
  const { certain, open } = narrowRows(condition, index.columns());
  const name = (row: number): string => index.hitOfRow(row).mrn ?? "";
  return [...Array.from(certain, name), ...Array.from(open, (row) => `${name(row)}?`)].sort();
}

const problems = (query: string, isTyping = false): string[] =>
  compileQuery(query, { ...environment, isTyping }).problems.map(problemLine);

describe("fields that the index knows", () => {
  test.each([
    ["from:brasilia", ["09BRASILIA99001", "09BRASILIA99003"]],
    ["from:amembassy-brasilia year:2009 tag:energy", ["09BRASILIA99001"]],
    ["from:brazil", ["09BRASILIA99001", "09BRASILIA99003"]],
    ["from:lima,riga", ["08LIMA99002", "09RIGA99004"]],
    ["from:bras*", ["09BRASILIA99001", "09BRASILIA99003"]],
    ["tag:energy", ["09BRASILIA99001", "09RIGA99004"]],
    ["tag:ENRG", ["09BRASILIA99001"]],
    ["tag:latvia", ["09RIGA99004"]],
    ["year:2009 -tag:BR", ["09RIGA99004"]],
    ["year:2007..2008", ["08LIMA99002"]],
    ["sent:2009-05..2009-08-29", ["09BRASILIA99001", "09BRASILIA99003"]],
    ["sent:2009-08-30", ["09RIGA99004"]],
    ["sent:..2008", ["08LIMA99002"]],
    ["class:secret", ["08LIMA99002"]],
    ["class:s,ts OR from:riga", ["08LIMA99002", "09RIGA99004"]],
    ["class:none", []],
    ["mrn:09BRASILIA99001", ["09BRASILIA99001"]],
    ['mrn:"2009 Brasilia 099001"', ["09BRASILIA99001"]],
    ["mrn:09BRASILIA*", ["09BRASILIA99001", "09BRASILIA99003"]],
    ["cites:08LIMA99002", ["09BRASILIA99001"]],
    ["citedby:09BRASILIA99001", ["08LIMA99002"]],
    ["subject:ethanol", ["09BRASILIA99001"]],
    ['subject:"climate and ethanol"', ["09BRASILIA99001"]],
    ["subject:thanol", []],
    ["subject:ethan*", ["09BRASILIA99001"]],
    ["file:09riga", ["09RIGA99004"]],
    ["file:0*lima", ["08LIMA99002"]],
    ["file:9*lima", []],
  ])("%s", (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  test("words are of the subject, the station, the year or the number for certain, of the text perhaps", () => {
    expect(found("2009 brasilia climate")).toEqual([
      "08LIMA99002?",
      "09BRASILIA99001",
      "09BRASILIA99003?",
      "09RIGA99004?",
    ]);
    expect(found("2009 brasilia climate from:brasilia")).toEqual(["09BRASILIA99001", "09BRASILIA99003?"]);
    expect(found("09BRASILIA99001 year:2009 from:brasilia")).toEqual(["09BRASILIA99001", "09BRASILIA99003?"]);
    expect(found('"climate and ethanol" from:lima')).toEqual(["08LIMA99002?"]);
  });

  test("a number with its year is the same word however it is typed", () => {
    const asWord = found("09BRASILIA99001");
    expect(asWord[0]).toBe("08LIMA99002?");
    expect(asWord).toContain("09BRASILIA99001");
    expect(found("09 Brasilia 99001")).toEqual(asWord);
    expect(found(" 2009 BRASILIA 099001 ")).toEqual(asWord);
  });

  test("what is typed still may go on", () => {
    expect(found("from:bras", true)).toEqual(["09BRASILIA99001", "09BRASILIA99003"]);
    expect(found("from:lima subject:vis", true)).toEqual(["08LIMA99002"]);
    expect(found("tag:SEN", true)).toEqual(["09BRASILIA99001"]);
  });
});

describe("what is not known is said", () => {
  test.each([
    ["from:brasilxa energy", ['at 6: from: knows no station "brasilxa"; did you mean brasilia?']],
    ["form:brasilia", ["at 1: there is no field form:; did you mean from?"]],
    ["tag:energie", ['at 5: tag: knows no TAG "energie", by code or by meaning; did you mean energ']],
    ["year:09", ["at 6: year: takes a year or a range: 2009, 1973..1979"]],
    ["sent:2009-02-30", ["at 6: sent: takes a date or a range: 2009, 2009-05, 2009-05-28, 2009-05..2009-08"]],
    ["cites:brasilia", ["at 7: cites: takes a cable's whole number: 09BRASILIA1540"]],
    ["caption:NODISS", ['at 9: caption: knows no caption "NODISS"; did you mean NODIS']],
    ["class:topsecrt", ['at 7: class: knows no classification "topsecrt"; did you mean top secret']],
  ])("%s", (query, expected) => {
    const said = problems(query);
    expect(said).toHaveLength(expected.length);
    // More names may follow.
    for (const [at, start] of expected.entries()) expect(said[at]).toContain(start.replace(/\?$/, ""));
  });

  test("names are told what they were taken for", () => {
    const { meanings } = compileQuery("tag:energy from:brazil", environment);
    expect(meanings[0]).toEqual({ typed: "tag:energy", meaning: "ENRG (Energy and Power), TRGY (Energy Technology)" });
    expect(meanings[1]?.meaning).toContain("BRASILIA");
  });
});

describe("Go to Cable", () => {
  const numbers = (query: string): string[] => index.search(query, 10).map(({ mrn }) => mrn ?? "");
  test.each([
    ["2009 brasilia climate", ["09BRASILIA99001"]],
    ["2008 brasilia climate", []],
    ["brasilia tag:energy", ["09BRASILIA99001"]],
    ["from:bras", ["09BRASILIA99003", "09BRASILIA99001"]],
    ["cites:08LIMA99002", ["09BRASILIA99001"]],
    ["-from:brasilia year:2009", ["09RIGA99004"]],
    ['"climate and ethanol"', ["09BRASILIA99001"]],
    ["from:brasilia -ethanol", ["09BRASILIA99003"]],
  ])("%s", (query, expected) => {
    expect(numbers(query)).toEqual(expected);
  });
});

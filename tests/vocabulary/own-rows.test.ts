/** People's own rows: taken, merged, checked. */

import { expect, test } from "vitest";
import { explain } from "../../server/src/vocabulary/explain.ts";
import { joinOwnRows, NO_OWN_ROWS, readOwnRows } from "../../server/src/vocabulary/own-rows.ts";
import { createVocabulary, defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";

const vocabularyOf = (value: unknown) => createVocabulary(readOwnRows(value, "settings"));

test("own terms come first, and the shipped meaning is told as another", () => {
  const vocabulary = vocabularyOf({ glossary: [{ term: "COS", meaning: "Council of Seven", note: "Invented." }] });
  expect(vocabulary.problems).toEqual([]);
  expect(vocabulary.acronyms.find("COS")).toMatchObject({
    expansion: "Council of Seven",
    otherMeanings: ["Chief of staff", "chief of station"],
    note: "Invented.",
    source: "settings",
  });
  expect(explain("COS", null, vocabulary).map(({ title }) => title)).toContain("Council of Seven");
});

test("glossary and offices may be written as code and meaning", () => {
  const vocabulary = vocabularyOf({
    glossary: { QZX: "Queue of Zones", qzy: { meaning: "Another", anyCase: true, source: "Fredburg yearbook" } },
    offices: { "EAP/QQ": "Office of Invented Affairs" },
  });
  expect(vocabulary.problems).toEqual([]);
  expect(vocabulary.acronyms.find("QZX")?.expansion).toBe("Queue of Zones");
  expect(vocabulary.acronyms.find("qzx")).toBeUndefined();
  expect(vocabulary.acronyms.find("QZY")).toMatchObject({
    expansion: "Another",
    source: "Fredburg yearbook (settings)",
  });
  expect(vocabulary.offices.find("EAP/QQ")).toMatchObject({
    title: "Office of Invented Affairs",
    within: [{ symbol: "EAP" }],
  });
});

test("an own station is found by its names and has its time zone", () => {
  const vocabulary = vocabularyOf({
    stations: [
      {
        name: "New Fredburg",
        aliases: ["NFBG", "FREDBERG"],
        post: "AMEMBASSY NEW FREDBURG",
        country: "Freedonia",
        timeZone: "Europe/Paris",
      },
    ],
  });
  expect(vocabulary.problems).toEqual([]);
  for (const name of ["New Fredburg", "NEWFREDBURG", "AMEMBASSY NEW FREDBURG", "NFBG", "Fredberg"]) {
    expect(vocabulary.stations.canonical(name)).toBe("NEWFREDBURG");
  }
  expect(vocabulary.timeZones.find(vocabulary.stations.canonical("NFBG"))?.zone).toBe("Europe/Paris");
  expect(vocabulary.stations.canonical("SECSTATE")).toBe("STATE");
});

test("an own row of a shipped station adds to it", () => {
  const vocabulary = vocabularyOf({ stations: [{ name: "SHANGHAI", aliases: ["SHG"] }] });
  expect(vocabulary.stations.find("SHG")).toMatchObject({
    id: "SHANGHAI",
    post: "AMCONSUL SHANGHAI",
    kind: "consulate",
  });
  expect(vocabulary.stations.canonical("AMCONSUL SHANGHAI")).toBe("SHANGHAI");
});

test("an own alias may not be another station's name", () => {
  const vocabulary = vocabularyOf({ stations: [{ name: "FREDBURG", aliases: ["LA PAZ", "FBG"] }] });
  expect(vocabulary.problems).toEqual([
    { table: "stations", row: "FREDBURG", message: "alias LA PAZ is the name of another station" },
  ]);
  expect(vocabulary.stations.canonical("LA PAZ")).toBe("LAPAZ");
  expect(vocabulary.stations.canonical("FBG")).toBe("FREDBURG");
});

test.each([
  [[], "must be an object with glossary, stations or offices"],
  ["text", "must be an object with glossary, stations or offices"],
  [{ glosary: [] }, "is no table: glossary, stations and offices are"],
  [{ glossary: "text" }, "must be a list of rows"],
  [{ stations: { FREDBURG: "x" } }, "must be a list of rows"],
  [{ glossary: [{ term: "X1Z" }] }, "meaning is missing"],
  [{ glossary: [{ term: 5, meaning: "x" }] }, "term must be a text of 1 to 2000 characters"],
  [{ glossary: [{ term: "A", meaning: "x".repeat(2001) }] }, "meaning must be a text of 1 to 2000 characters"],
  [{ glossary: [null] }, "must be an object"],
  [{ glossary: [{ term: "A", meaning: "b", alsoMeans: "c" }] }, "alsoMeans must be a list of texts"],
  [{ glossary: [{ term: "A", meaning: "b", anyCase: "yes" }] }, "anyCase must be true or false"],
  [{ stations: [{ name: "FREDBURG", timeZone: "Mars/Base" }] }, "timeZone is no known time zone: Mars/Base"],
  [{ stations: [{ name: "---" }] }, "name has no letters"],
  [{ offices: { "EAP/QQ": 7 } }, "title must be a text of 1 to 2000 characters"],
])("%j is reported and left out: %s", (value, message) => {
  const own = readOwnRows(value, "settings");
  expect(own.problems.map((problem) => problem.message)).toContain(message);
  expect([...own.glossary, ...own.stations, ...own.offices]).toEqual([]);
});

test("a bad row does not spoil the others", () => {
  const own = readOwnRows({ glossary: [{ term: "A1A" }, { term: "B1B", meaning: "fine" }] }, "settings");
  expect(own.problems).toEqual([{ table: "glossary", row: "0", message: "meaning is missing" }]);
  expect(own.glossary.map(({ abbr }) => abbr)).toEqual(["B1B"]);
});

test("without own rows it is the vocabulary as shipped", () => {
  expect(readOwnRows(undefined, "settings")).toBe(NO_OWN_ROWS);
  expect(createVocabulary(NO_OWN_ROWS)).toBe(defaultVocabulary);
});

test("rows of several places are joined, the first before the others", () => {
  const joined = joinOwnRows([
    readOwnRows({ glossary: { QZX: "first" } }, "settings"),
    readOwnRows({ glossary: { QZX: "second" } }, "file"),
  ]);
  expect(createVocabulary(joined).acronyms.find("QZX")).toMatchObject({
    expansion: "first",
    otherMeanings: ["second"],
  });
});

test("a name that an object inherits is no row", () => {
  const own = readOwnRows(JSON.parse('{"glossary": {"__proto__": "x", "constructor": "y"}}'), "settings");
  expect(own.glossary.map(({ abbr }) => abbr)).toEqual(["__proto__", "constructor"]);
  expect(createVocabulary(NO_OWN_ROWS).acronyms.find("constructor")).toBeUndefined();
});

/** The law of the index: brought up to date by differences, it equals one built from nothing. */

import {
  array,
  boolean,
  constantFrom,
  integer,
  option,
  property,
  assert as propertyHolds,
  record,
  tuple,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { type CanonicalMrn, canonicalMrn } from "../../server/src/cable/mrn.ts";
import { mrnKey, mrnOfKey } from "../../server/src/corpus/columns/mrn-key.ts";
import { blockOf } from "../../server/src/corpus/file-list-chunk.ts";
import { type FileUri, fileUri } from "../../server/src/corpus/file-uri.ts";
import type { IndexRecord } from "../../server/src/corpus/index-record.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { BatchWriter, FOUND } from "../../server/src/corpus/record-batch.ts";
import { resultOf } from "../support/result-of.ts";

const MRNS = ["09TALLINN99066", "09RIGA99012", "74LAPAZ99001"] as CanonicalMrn[];
const TAGS = ["PGOV", "EWWT", "EN"];
const FILES = ["a.txt", "b.txt", "deep/c.cable"].map((name) => fileUri(`file:///${name}`));
const QUERIES = ["tallinn", "09TALLINN99066", "riga 99012", "harbor", "fees tallinn", "99001"];

const mrn = constantFrom(...MRNS);
const place = integer({ min: 0, max: 3 }).map((line) => ({ line, character: 5, endLine: line, endCharacter: 9 }));
const summary = record<IndexRecord>(
  {
    mrn: option(mrn),
    sent: option(integer({ min: 0, max: 5 })),
    classification: constantFrom(null, "UNCLASSIFIED", "SECRET"),
    subject: constantFrom(null, "HARBOR FEES", "Größere Häfen", "HARBORS"),
    place,
    tags: array(constantFrom(...TAGS), { maxLength: 3 }).map((tags) => [...new Set(tags)]),
    tagsPlace: place,
    citations: array(record({ mrn, yearInferred: boolean(), place }, { noNullPrototype: true }), { maxLength: 4 }),
  },
  { noNullPrototype: true },
);
const updates = array(tuple(constantFrom(...FILES), option(summary)), { maxLength: 30 });

/** All that can be asked of an index. */
function contents(index: PackedCableIndex): unknown {
  return {
    size: index.size,
    others: index.others,
    cables: MRNS.map((of) => [
      index.has(of),
      index.filesOf(of),
      index.hitsOf(of),
      index.citationsOf(of, 100),
      index.citationsOf(of, 2),
      index.citingCables(of),
    ]),
    tags: TAGS.map((tag) => index.carrying(tag, 2)),
    found: QUERIES.map((query) => index.search(query, 10)),
    summaries: FILES.map((file) => index.summaryOf(file)),
    files: [...index.files()].sort(),
  };
}

function builtFrom(last: ReadonlyMap<FileUri, IndexRecord | null>): PackedCableIndex {
  const anew = new PackedCableIndex();
  for (const [file, one] of [...last].reverse()) anew.update(file, one);
  return anew;
}

const ONE: IndexRecord = {
  mrn: MRNS[0] ?? null,
  sent: null,
  classification: null,
  subject: "HARBOR FEES",
  place: { line: 3, character: 9, endLine: 3, endCharacter: 20 },
  tags: ["PGOV"],
  tagsPlace: { line: 2, character: 6, endLine: 2, endCharacter: 10 },
  citations: [],
};

describe("an index after any updates", () => {
  test("equals one that only saw the last of each file, and one that went through its columns", () => {
    propertyHolds(
      property(updates, (all) => {
        const updated = new PackedCableIndex();
        const last = new Map<FileUri, IndexRecord | null>();
        for (const [file, one] of all) {
          updated.update(file, one);
          last.set(file, one);
        }
        const expected = contents(builtFrom(last));
        expect(contents(updated)).toEqual(expected);
        expect(contents(new PackedCableIndex(updated.columns()))).toEqual(expected);
      }),
    );
  });

  test("is the same when they came in batches", () => {
    propertyHolds(
      property(updates, (all) => {
        const last = new Map(all);
        const writer = new BatchWriter();
        for (const [, one] of last) {
          if (one === null) writer.add(FOUND.missing);
          else writer.addCable(one, { size: 1, modified: 2 });
        }
        const taken = new PackedCableIndex();
        const { missing } = resultOf(taken.take(blockOf([...last.keys()]), writer.finish(), new Set()));
        expect(missing).toEqual([...last].filter(([, one]) => one === null).map(([file]) => file));
        expect(contents(taken)).toEqual(contents(builtFrom(last)));
      }),
    );
  });
});

test("several files of one MRN are one cable, files without one count each", () => {
  const index = new PackedCableIndex();
  const [first, second, third] = FILES as [FileUri, FileUri, FileUri];
  index.update(second, ONE);
  index.update(first, ONE);
  index.update(third, { ...ONE, mrn: null });
  expect(index.size).toEqual({ files: 3, cables: 2 });
  expect(index.filesOf(MRNS[0] as CanonicalMrn)).toEqual([first, second]);
});

test("a file that holds no cable is remembered with its stamp until it does", () => {
  const index = new PackedCableIndex();
  const [file] = FILES as [FileUri];
  index.passOver(file, { size: 7, modified: 8 });
  expect([index.isKnown(file), index.others, index.size.files]).toEqual([true, 1, 0]);
  expect(index.stampOf(file)).toEqual({ size: 7, modified: 8 });
  index.update(file, ONE);
  expect([index.others, index.size.files]).toEqual([0, 1]);
  index.update(file, null);
  expect(index.isKnown(file)).toBe(false);
});

describe("a search", () => {
  const index = new PackedCableIndex();
  const cable = (number: string, subject: string, sent: number): void =>
    index.update(fileUri(`file:///${number}.txt`), { ...ONE, mrn: number as CanonicalMrn, subject, sent });
  cable("09SHANGHAI374", "Stability in the harbor", 30);
  cable("09SHANGHAI37", "Fees", 20);
  cable("08SHANGHAI374", "Port talks", 10);
  cable("09TALLINN374", "SHANGHAI TALKS", 40);
  cable("09RIODEJANEIRO12", "Ports", 5);
  cable("09BERLIN9", "Streik der Ärzte", 4);

  test.each([
    ["09SHANGHAI374", ["09SHANGHAI374"]],
    ["2009 shanghai 374", ["09SHANGHAI374"]],
    ["shanghai 37", ["09SHANGHAI37", "09SHANGHAI374", "08SHANGHAI374"]],
    ["shanghai", ["09SHANGHAI374", "09SHANGHAI37", "08SHANGHAI374", "09TALLINN374"]],
    ["shang talks", ["09TALLINN374", "08SHANGHAI374"]],
    ["rio de janeiro 12", ["09RIODEJANEIRO12"]],
    ["bility", ["09SHANGHAI374"]],
    ["ärzte", ["09BERLIN9"]],
    ["talks shanghai tall", ["09TALLINN374"]],
    ["374", ["09TALLINN374", "09SHANGHAI374", "08SHANGHAI374"]],
    ["2009SHANGHAI00374_a", ["09SHANGHAI374"]],
    ["2008", ["08SHANGHAI374"]],
    ["09", ["09BERLIN9", "09TALLINN374", "09SHANGHAI374", "09SHANGHAI37", "09RIODEJANEIRO12"]],
    ["", []],
    ["no such words", []],
  ])("for %j finds %j, best first", (query, numbers) => {
    expect(index.search(query, 100).map((hit) => hit.mrn)).toEqual(numbers);
  });
});

test("a search of which part was made ready before finds what came and went since", () => {
  const index = new PackedCableIndex();
  const [first, second] = FILES as [FileUri, FileUri];
  index.update(first, ONE);
  expect(index.prepareSearch(1)).toBe(true);
  index.update(second, { ...ONE, subject: "HARBOR TALKS" });
  index.update(first, null);
  expect(index.prepareSearch(0)).toBe(false);
  expect(index.search("harbor", 5).map(({ subject }) => subject)).toEqual(["HARBOR TALKS"]);
});

test("an MRN goes into small numbers and back", () => {
  for (const text of ["09SHANGHAI374", "74TF05", "09TF1023", "09X0", "09X12345678901", "", "X1", "091"]) {
    expect(mrnOfKey(mrnKey(text as CanonicalMrn))).toBe(text);
  }
  const station = "LAPAZ" as Parameters<typeof canonicalMrn>[0]["station"];
  expect(mrnKey(canonicalMrn({ year: 1974, station, serial: 526 }))).toEqual({
    year: 74,
    station: "LAPAZ",
    serial: 526,
  });
});

test("the files below a folder are found by whole names of folders, at any depth, as long as they are known", () => {
  const index = new PackedCableIndex();
  const files = ["a/b/one.txt", "a/b/c/two.txt", "a/bc/three.txt", "a/four.txt"].map((name) =>
    fileUri(`file:///${name}`),
  );
  for (const file of files) index.passOver(file);
  const below = (...folders: readonly string[]) =>
    [...index.knownBelow(new Set(folders.map((name) => fileUri(`file:///${name}`))))].sort();
  expect(below("a/b")).toEqual([files[1], files[0]]);
  expect(below("a/b/c", "a/bc")).toEqual([files[1], files[2]]);
  expect(below("a/b/one.txt", "b")).toEqual([]);
  for (const file of files) index.update(file, null);
  expect(below("a")).toEqual([]);
});

/** Groups and lists of cables agree with the summaries that they were made of, whatever the index went through. */

import { array, constantFrom, integer, option, property, assert as propertyHolds, record, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import type { CableFilter } from "../../server/src/corpus/cable-filter.ts";
import type { Facet, FacetValue } from "../../server/src/corpus/facets/cable-rows.ts";
import { monthNumber } from "../../server/src/corpus/facets/months.ts";
import { type FileUri, fileUri } from "../../server/src/corpus/file-uri.ts";
import type { IndexRecord } from "../../server/src/corpus/index-record.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { cableGroups, cableList, MOST_LISTED } from "../../server/src/features/cable-list.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { anySummary, FILE_NAMES, TAG_CODES } from "../support/summaries.ts";

const FACETS: readonly Facet[] = ["station", "numberYear", "tag", "year", "month", "classification"];
const ALL = { from: 0, limit: 100 };

const filters = record<CableFilter>(
  {
    facets: record(
      {
        station: array(constantFrom<FacetValue>("RIGA", "LAPAZ", "NOWHERE", null), { maxLength: 2 }),
        numberYear: array(constantFrom<FacetValue>(2009, 1974, 1963, null), { maxLength: 2 }),
        tag: array(constantFrom<FacetValue>(...TAG_CODES, "ZZZZ", null), { maxLength: 2 }),
        year: array(constantFrom<FacetValue>(2009, 2010, 1963, null), { maxLength: 2 }),
        month: array(constantFrom<FacetValue>(1, 12, null), { maxLength: 2 }),
        classification: array(constantFrom<FacetValue>("SECRET", null), { maxLength: 2 }),
      },
      { noNullPrototype: true, requiredKeys: [] },
    ),
    from: option(integer({ min: monthNumber(1963, 5), max: monthNumber(2010, 2) })),
    to: option(integer({ min: monthNumber(1963, 5), max: monthNumber(2010, 2) })),
    words: constantFrom("", "harbor", "FEES harbor", "häfen", "größere", "nothing"),
  },
  { noNullPrototype: true, requiredKeys: [] },
);
const updates = array(tuple(constantFrom(...FILE_NAMES), option(anySummary)), { maxLength: 24 });

/** What the rules of the facets say, by dates of the calendar and texts. */
function valuesOf({ mrn, sent, tags, classification }: IndexRecord, facet: Facet): readonly FacetValue[] {
  const date = sent === null ? null : new Date(sent * 60_000);
  const digits = mrn === null ? null : Number(mrn.slice(0, 2));
  const century = digits === null ? null : digits >= 66 ? 1900 + digits : 2000 + digits;
  const numberYear =
    date !== null && digits !== null && date.getUTCFullYear() % 100 === digits ? date.getUTCFullYear() : century;
  switch (facet) {
    case "station":
      return [mrn === null ? null : (/[A-Z]+/.exec(mrn)?.[0] ?? null)];
    case "numberYear":
      return [numberYear];
    case "tag":
      return tags.length === 0 ? [null] : tags;
    case "year":
      return [date === null ? numberYear : date.getUTCFullYear()];
    case "month":
      return [date === null ? null : date.getUTCMonth() + 1];
    case "classification":
      return [classification];
  }
}

function fits(summary: IndexRecord, { facets = {}, from, to, words = "" }: CableFilter): boolean {
  const month =
    summary.sent === null
      ? null
      : new Date(summary.sent * 60_000).getUTCFullYear() * 12 + new Date(summary.sent * 60_000).getUTCMonth();
  const subject = (summary.subject ?? "").toUpperCase();
  return (
    FACETS.every((facet) => {
      const wanted = facets[facet] ?? [];
      return wanted.length === 0 || valuesOf(summary, facet).some((value) => wanted.includes(value));
    }) &&
    (from == null || (month !== null && month >= from)) &&
    (to == null || (month !== null && month <= to)) &&
    words.split(" ").every((word) => subject.includes(word.toUpperCase()))
  );
}

/** What a cable is known by: its number, or its file where it has none. */
const keyOf = (file: FileUri, { mrn }: IndexRecord): string => mrn ?? file;

function indexOf(all: readonly (readonly [FileUri, IndexRecord | null])[]): PackedCableIndex {
  const index = new PackedCableIndex();
  for (const [file, one] of all) index.update(file, one);
  return index;
}

describe("for any index and any filter", () => {
  test("groups count each cable that fits once for each of its values", () => {
    propertyHolds(
      property(updates, filters, constantFrom(...FACETS), (all, filter, by) => {
        const fitting = [...new Map(all)].flatMap(([file, one]) =>
          one !== null && fits(one, filter) ? [{ file, one }] : [],
        );
        const expected = new Map<FacetValue, Set<string>>();
        for (const { file, one } of fitting) {
          for (const value of valuesOf(one, by)) {
            expected.set(value, (expected.get(value) ?? new Set()).add(keyOf(file, one)));
          }
        }
        const { groups, total } = cableGroups(filter, by, indexOf(all), defaultVocabulary);
        expect(new Map(groups.map(({ value, cables }) => [value, cables]))).toEqual(
          new Map([...expected].map(([value, keys]) => [value, keys.size])),
        );
        expect(total).toBe(new Set(fitting.map(({ file, one }) => keyOf(file, one))).size);
      }),
    );
  });

  test("a list has each cable once, newest first, and its pages make the whole", () => {
    propertyHolds(
      property(updates, filters, (all, filter) => {
        const last = new Map(all);
        const fitting = [...last].flatMap(([file, one]) => (one !== null && fits(one, filter) ? [{ file, one }] : []));
        const index = indexOf(all);
        const { cables, total } = cableList(filter, ALL, index);
        expect(new Set(cables.map(({ file, mrn }) => mrn ?? file))).toEqual(
          new Set(fitting.map(({ file, one }) => keyOf(file, one))),
        );
        expect(total).toBe(cables.length);
        const dates = cables.map(({ sent }) => sent ?? Number.NEGATIVE_INFINITY);
        expect(dates).toEqual([...dates].sort((one, other) => other - one));
        const pages = [0, 1, 2, 3, 4].flatMap((from) => cableList(filter, { from, limit: 1 }, index).cables);
        expect(pages).toEqual(cables.slice(0, 5));
        // The order of updates is forgotten.
        expect(cableList(filter, ALL, indexOf([...last].reverse())).cables).toEqual(cables);
      }),
    );
  });

  test("the list of a group is as long as the group says", () => {
    propertyHolds(
      property(updates, constantFrom(...FACETS), (all, by) => {
        const index = indexOf(all);
        for (const { value, cables } of cableGroups({}, by, index, defaultVocabulary).groups) {
          expect(cableList({ facets: { [by]: [value] } }, ALL, index).total).toBe(cables);
        }
      }),
    );
  });
});

describe("groups", () => {
  const index = new PackedCableIndex();
  const cable = (number: string, more: Partial<IndexRecord>): void =>
    index.update(fileUri(`file:///${number}.txt`), {
      mrn: number as CanonicalMrn,
      sent: null,
      classification: null,
      subject: null,
      place: { line: 0, character: 0, endLine: 0, endCharacter: 0 },
      tags: [],
      tagsPlace: { line: 0, character: 0, endLine: 0, endCharacter: 0 },
      citations: [],
      ...more,
    });
  cable("09SHANGHAI374", { tags: ["PGOV", "ZQXJ"], sent: Date.UTC(2009, 7, 28) / 60_000 });
  cable("09XYZZY1", {});
  cable("08SHANGHAI12", { tags: ["PGOV"], sent: Date.UTC(2008, 0, 2) / 60_000 });

  test("are named by the vocabulary, and have none where it has none", () => {
    expect(cableGroups({}, "station", index, defaultVocabulary).groups).toEqual([
      { value: "SHANGHAI", cables: 2, title: "AMCONSUL SHANGHAI, China" },
      { value: "XYZZY", cables: 1, title: null },
    ]);
    expect(cableGroups({}, "tag", index, defaultVocabulary).groups).toEqual([
      { value: "PGOV", cables: 2, title: "Internal Governmental Affairs" },
      { value: "ZQXJ", cables: 1, title: null },
      { value: null, cables: 1, title: null },
    ]);
  });

  test("of years come newest first, those without one last", () => {
    expect(cableGroups({}, "year", index, defaultVocabulary).groups.map(({ value }) => value)).toEqual([2009, 2008]);
    expect(cableGroups({}, "month", index, defaultVocabulary).groups.map(({ value }) => value)).toEqual([8, 1, null]);
  });
});

test("no page is longer than the bound, however long one is asked for", () => {
  const index = new PackedCableIndex();
  for (let serial = 1; serial <= MOST_LISTED + 5; serial++) {
    index.update(fileUri(`file:///${serial}.txt`), {
      mrn: `09RIGA${serial}` as CanonicalMrn,
      sent: serial,
      classification: null,
      subject: null,
      place: { line: 0, character: 0, endLine: 0, endCharacter: 0 },
      tags: [],
      tagsPlace: { line: 0, character: 0, endLine: 0, endCharacter: 0 },
      citations: [],
    });
  }
  const { cables, total } = cableList({}, { from: 0, limit: 1e9 }, index);
  expect([cables.length, total, cables[0]?.mrn]).toEqual([MOST_LISTED, MOST_LISTED + 5, `09RIGA${MOST_LISTED + 5}`]);
});

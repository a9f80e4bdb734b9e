/** Counts by month agree with the lists of those months. */

import { array, constantFrom, option, property, assert as propertyHolds, tuple } from "fast-check";
import { expect, test } from "vitest";
import { monthNumber } from "../../server/src/corpus/facets/months.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { cableList } from "../../server/src/features/cable-list.ts";
import { timeline } from "../../server/src/features/timeline.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { anySummary, FILE_NAMES } from "../support/summaries.ts";

const ALL = { from: 0, limit: 100 };

test("for any index each bar is as high as the list of its month is long", () => {
  const updates = array(tuple(constantFrom(...FILE_NAMES), option(anySummary)), { maxLength: 16 });
  const by = constantFrom("station" as const, "tag" as const, "classification" as const);
  propertyHolds(
    property(updates, by, constantFrom("", "harbor"), (all, facet, words) => {
      const index = new PackedCableIndex();
      for (const [file, one] of all) index.update(file, one);
      const answer = timeline({ words }, facet, index, defaultVocabulary);
      const { first, counts, total, undated, groups } = answer;
      expect(total).toBe(cableList({ words }, ALL, index).total);
      expect(undated).toBe(cableList({ words, facets: { month: [null] } }, ALL, index).total);
      const lengthOf = (month: number, value?: (typeof groups)[number]["value"]): number =>
        cableList(
          { words, from: month, to: month, facets: value === undefined ? {} : { [facet]: [value] } },
          ALL,
          index,
        ).total;
      counts.forEach((count, at) => {
        if (count > 0 || at % 100 === 0) expect(count).toBe(lengthOf((first ?? 0) + at));
      });
      for (const { value, cables, counts: own } of groups) {
        expect(cables).toBe(cableList({ words, facets: { [facet]: [value] } }, ALL, index).total);
        own.forEach((count, at) => {
          if (count > 0) expect(count).toBe(lengthOf((first ?? 0) + at, value));
        });
      }
      if (counts.length > 0) expect([counts[0] === 0, counts.at(-1) === 0]).toEqual([false, false]);
    }),
  );
});

test("without dates there are no months", () => {
  expect(timeline({}, null, new PackedCableIndex(), defaultVocabulary)).toEqual({
    first: null,
    counts: [],
    total: 0,
    undated: 0,
    groups: [],
    allGroups: 0,
  });
  expect(monthNumber(2009, 1)).toBe(2009 * 12);
});

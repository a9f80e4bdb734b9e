/** The best of many rows are those that a plain sort puts first. */

import { array, integer, property, assert as propertyHolds } from "fast-check";
import { expect, test } from "vitest";
import { BestRows } from "../../server/src/corpus/search/top-k.ts";

test("the best rows are the first of all in order, whatever the order in which they come", () => {
  propertyHolds(
    property(array(integer({ min: -3, max: 3 }), { maxLength: 60 }), integer({ min: 0, max: 70 }), (keys, limit) => {
      // Rows of equal keys: the higher ones first.
      const best = new BestRows(limit, keys.length, (one, other) => other - one);
      keys.forEach((key, row) => {
        best.add(row, key);
      });
      const sorted = keys.map((key, row) => ({ key, row })).sort((a, b) => a.key - b.key || b.row - a.row);
      expect([...best.finish()]).toEqual(sorted.slice(0, limit).map(({ row }) => row));
    }),
  );
});

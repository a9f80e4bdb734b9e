/** The law of the index: brought up to date by differences, it equals one built from nothing. */

import { array, constantFrom, integer, option, property, assert as propertyHolds, record, tuple } from "fast-check";
import { expect, test } from "vitest";
import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import { MemoryCableIndex } from "../../server/src/corpus/cable-index.ts";
import { type FileUri, fileUri } from "../../server/src/corpus/file-uri.ts";
import type { CableSummary } from "../../server/src/corpus/summary.ts";

const MRNS = ["09TALLINN99066", "09RIGA99012", "74LAPAZ99001"] as CanonicalMrn[];
const FILES = ["a.txt", "b.txt", "c.cable"].map((name) => fileUri(`file:///${name}`));

const mrn = constantFrom(...MRNS);
const summary = record<CableSummary>({
  mrn: option(mrn),
  sent: option(integer({ min: 0, max: 5 })),
  citations: array(
    record({
      mrn,
      place: integer({ min: 0, max: 3 }).map((line) => ({ line, character: 5, endLine: line, endCharacter: 9 })),
    }),
    { maxLength: 4 },
  ),
});
const updates = array(tuple(constantFrom(...FILES), option(summary)), { maxLength: 30 });

/** All that can be asked of an index. */
function contents(index: MemoryCableIndex): unknown {
  return {
    size: index.size,
    cables: MRNS.map((of) => [index.has(of), index.filesOf(of), index.citationsOf(of, 100), index.citationsOf(of, 2)]),
    files: [...index.files()].sort(),
  };
}

test("an index after any updates equals one that only saw the last of each file", () => {
  propertyHolds(
    property(updates, (all) => {
      const updated = new MemoryCableIndex();
      const last = new Map<FileUri, CableSummary | null>();
      for (const [file, one] of all) {
        updated.update(file, one);
        last.set(file, one);
      }
      const anew = new MemoryCableIndex();
      for (const [file, one] of [...last].reverse()) anew.update(file, one);
      expect(contents(updated)).toEqual(contents(anew));
    }),
  );
});

test("several files of one MRN are one cable, files without one count each", () => {
  const index = new MemoryCableIndex();
  const [first, second, third] = FILES as [FileUri, FileUri, FileUri];
  const one: CableSummary = { mrn: MRNS[0] ?? null, sent: null, citations: [] };
  index.update(second, one);
  index.update(first, one);
  index.update(third, { ...one, mrn: null });
  expect(index.size).toEqual({ files: 3, cables: 2 });
  expect(index.filesOf(MRNS[0] as CanonicalMrn)).toEqual([first, second]);
});

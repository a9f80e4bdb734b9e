/** An index is written anew without what was left behind in it, also while it changes all the time. */

import { array, boolean, constantFrom, option, property, assert as propertyHolds, tuple } from "fast-check";
import { expect, test } from "vitest";
import type { UpdatableCableIndex } from "../../server/src/corpus/cable-index.ts";
import { compacted } from "../../server/src/corpus/compaction.ts";
import type { FileUri } from "../../server/src/corpus/file-uri.ts";
import type { IndexRecord } from "../../server/src/corpus/index-record.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { anySummary, FILE_NAMES, NUMBERS } from "../support/summaries.ts";

const anyChange = tuple(constantFrom(...FILE_NAMES), option(anySummary), boolean());

type Change = readonly [file: FileUri, summary: IndexRecord | null, isOther: boolean];

function change(index: UpdatableCableIndex, [file, summary, isOther]: Change, stamp: number): void {
  if (isOther) index.passOver(file, { size: stamp, modified: stamp });
  else index.update(file, summary, { size: stamp, modified: stamp });
}

/** What both must agree upon, whatever the order of their rows. */
function contents(index: UpdatableCableIndex): unknown {
  const { size, others } = index;
  return {
    size,
    others,
    known: FILE_NAMES.map((file) => [index.isKnown(file), index.summaryOf(file), index.stampOf(file)]),
    cables: NUMBERS.map((mrn) => [index.hitsOf(mrn), index.citationsOf(mrn, 100)]),
  };
}

test("what changes at any step meanwhile is in the new index as well", () => {
  const changes = array(anyChange, { minLength: 1, maxLength: 20 });
  propertyHolds(
    property(changes, changes, (before, meanwhile) => {
      const index = new PackedCableIndex();
      let stamp = 0;
      for (const one of before) change(index, one, ++stamp);
      const work = compacted(index);
      let piece = work.next();
      for (const one of meanwhile) {
        if (piece.done === true) break;
        change(index, one, ++stamp);
        piece = work.next();
      }
      while (piece.done !== true) piece = work.next();
      expect(contents(piece.value)).toEqual(contents(index));
      expect(piece.value.revision).toBeGreaterThan(index.revision);
    }),
  );
});

test("nothing is left behind in it but what changed meanwhile", () => {
  const index = new PackedCableIndex();
  for (let round = 0; round < 30; round++) {
    for (const file of FILE_NAMES) index.update(file, null);
    for (const file of FILE_NAMES) index.passOver(file);
  }
  const work = compacted(index);
  let piece = work.next();
  while (piece.done !== true) piece = work.next();
  expect(index.rows).toBe(30 * FILE_NAMES.length);
  expect(piece.value.rows).toBe(FILE_NAMES.length);
});

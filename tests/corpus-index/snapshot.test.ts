/** A snapshot comes back as it was, or not at all. */

import { integer, property, assert as propertyHolds, tuple } from "fast-check";
import { expect, test } from "vitest";
import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { readSnapshot, snapshotParts } from "../../server/src/corpus/snapshot.ts";

const FILE = fileUri("file:///cables/a.txt");
const PLACE = { line: 1, character: 2, endLine: 1, endCharacter: 9 };

function kept(): Uint8Array {
  const index = new PackedCableIndex();
  index.update(
    FILE,
    {
      mrn: "09TALLINN99066" as CanonicalMrn,
      sent: 5,
      classification: "SECRET",
      subject: "FEES",
      place: PLACE,
      tags: ["PGOV"],
      tagsPlace: PLACE,
      citations: [{ mrn: "09RIGA99012" as CanonicalMrn, yearInferred: false, place: PLACE }],
    },
    { size: 7, modified: 1234.5 },
  );
  return Uint8Array.from(snapshotParts(index.columns(), "key").flatMap((part) => [...part]));
}

test("comes back as it was, and can be changed", () => {
  const columns = readSnapshot(kept(), "key");
  expect(columns).not.toBeNull();
  const index = new PackedCableIndex(columns);
  expect(index.summaryOf(FILE)).toMatchObject({ subject: "FEES", classification: "SECRET", tags: ["PGOV"] });
  expect(index.stampOf(FILE)).toEqual({ size: 7, modified: 1234.5 });
  index.update(FILE, null);
  expect(index.size).toEqual({ files: 0, cables: 0 });
});

test("of something else is none", () => {
  expect(readSnapshot(kept(), "another key")).toBeNull();
  expect(readSnapshot(new Uint8Array(), "key")).toBeNull();
});

test("is none when any byte of it is wrong, or its end is missing", () => {
  const whole = kept();
  const good = JSON.stringify(readSnapshot(whole, "key"));
  propertyHolds(
    property(integer({ min: 0, max: whole.length - 1 }), integer({ min: 1, max: 255 }), (at, change) => {
      const broken = whole.slice();
      broken[at] = (broken[at] ?? 0) ^ change;
      // What pads a column may say anything, or be missing at the end.
      for (const read of [readSnapshot(broken, "key"), readSnapshot(whole.slice(0, at), "key")]) {
        if (read !== null) expect(JSON.stringify(read)).toBe(good);
      }
    }),
  );
});

test("is none when two places of it have the same wrong bit", () => {
  const whole = kept();
  const good = JSON.stringify(readSnapshot(whole, "key"));
  propertyHolds(
    property(
      tuple(integer({ min: 0, max: whole.length - 1 }), integer({ min: 0, max: whole.length - 1 })),
      integer({ min: 0, max: 7 }),
      ([one, other], bit) => {
        const broken = whole.slice();
        broken[one] = (broken[one] ?? 0) ^ (1 << bit);
        broken[other] = (broken[other] ?? 0) ^ (1 << bit);
        const read = readSnapshot(broken, "key");
        if (read !== null) expect(JSON.stringify(read)).toBe(good);
      },
    ),
    { numRuns: 2000 },
  );
});

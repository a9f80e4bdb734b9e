/** The check of an index tells what differs from one built anew, and nothing where nothing does. */

import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { type FileUri, fileUri } from "../../server/src/corpus/file-uri.ts";
import { toIndexRecord } from "../../server/src/corpus/index-record.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { differencesOf } from "../../server/src/host/index-check.ts";
import { Slices } from "../../server/src/host/time-slicer.ts";

const FILES = ["a", "b", "c"].map((name) => fileUri(`file:///cables/${name}.txt`));

function summary(serial: number) {
  return toIndexRecord(
    parseCable(`R 020900Z AUG 09\nUNCLAS TALLINN ${serial}\nTAGS: PGOV\nSUBJECT: FEES\nREF: TALLINN 99001\n1. Text.\n`),
  );
}

function check(index: PackedCableIndex, now: (file: FileUri) => number) {
  const slices = new Slices({ now: () => 0, pause: () => Promise.resolve() });
  return differencesOf(index, async (file) => summary(now(file)), slices);
}

test("an index that followed its files is the same, one that did not is another", async () => {
  const index = new PackedCableIndex();
  for (const [serial, file] of FILES.entries()) index.update(file, summary(99001 + serial));
  const now = (file: FileUri): number => 99001 + FILES.indexOf(file);
  expect(await check(index, now)).toEqual([]);
  const [first = fileUri("file:///none")] = FILES;
  expect(await check(index, (file) => (file === first ? 99009 : now(file)))).toEqual(
    expect.arrayContaining([`${first} holds something else`, "09TALLINN99009 has other files or is cited otherwise"]),
  );
});

/** An index without what changed and vanished files left in it: rows are never taken out of the columns, so that it grows with every change. */

import type { UpdatableCableIndex } from "./cable-index.ts";
import { PackedCableIndex } from "./packed-index.ts";
import { NO_STAMP } from "./summary-batch.ts";

/** Fewer rows than this are not worth the work: they take two or three megabytes. */
const FEW_ROWS = 10_000;

/** More of all rows than this (0 to 1) may not be behind: then the index takes half as much again as it would take anew. */
const MOST_WASTE = 1 / 3;

/** Whether so much is left behind in an index that it should be written anew. */
export function needsCompaction({ waste, rows }: UpdatableCableIndex): boolean {
  return waste > MOST_WASTE && waste * rows > FEW_ROWS;
}

/** The index written anew, a file at each step; null where it changed meanwhile. The new one's revision follows on the old one's. */
export function* compacted(index: UpdatableCableIndex): Generator<undefined, UpdatableCableIndex | null> {
  const { revision } = index;
  const anew = new PackedCableIndex(null, revision + 1);
  for (const file of index.knownFiles()) {
    const stamp = index.stampOf(file) ?? NO_STAMP;
    const summary = index.summaryOf(file);
    if (summary === null) anew.passOver(file, stamp);
    else anew.update(file, summary, stamp);
    yield;
    if (index.revision !== revision) return null;
  }
  return anew;
}

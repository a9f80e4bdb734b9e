/** An index without what changed and vanished files left in it: rows are never taken out of the columns, so that it grows with every change. */

import type { UpdatableCableIndex } from "./cable-index.ts";
import type { FileUri } from "./file-uri.ts";
import { PackedCableIndex } from "./packed-index.ts";
import { NO_STAMP } from "./record-batch.ts";

/** Fewer rows than this are not worth the work: they take two or three megabytes. */
const FEW_ROWS = 10_000;

/** More of all rows than this (0 to 1) may not be behind: then the index takes half as much again as it would take anew. */
const MOST_WASTE = 1 / 3;

/** Whether so much is left behind in an index that it should be written anew. */
export function needsCompaction({ waste, rows }: UpdatableCableIndex): boolean {
  return waste > MOST_WASTE && waste * rows > FEW_ROWS;
}

/** The search in this many files is made ready at a step, in about a millisecond. */
const SEARCH_ROWS = 500;

/** So many files that changed meanwhile are written in one step: about a millisecond. */
const LAST_STEP = 64;

/**
 * The index written anew, a file at each step. It may change in between, and under steady changes always does: what changed is written once
 * more at the end. Whoever goes on with the new one takes it in the same step, before the old one changes again.
 */
export function* compacted(index: UpdatableCableIndex): Generator<undefined, UpdatableCableIndex> {
  const anew = new PackedCableIndex();
  const changed = new Set<FileUri>();
  index.noteChanges(changed);
  try {
    for (const file of index.knownFiles()) {
      if (!changed.has(file)) copy(file, index, anew);
      yield;
    }
    while (!anew.prepareSearch(SEARCH_ROWS)) yield;
    // What is added to a set while one goes through it comes in the end. The last ones are one step, or something would always be left.
    for (const file of changed) {
      if (changed.size > LAST_STEP) yield;
      changed.delete(file);
      copy(file, index, anew);
    }
  } finally {
    index.noteChanges(null);
  }
  anew.standInFor(index);
  return anew;
}

function copy(file: FileUri, index: UpdatableCableIndex, anew: UpdatableCableIndex): void {
  const summary = index.summaryOf(file);
  const stamp = index.stampOf(file) ?? NO_STAMP;
  if (summary !== null || !index.isKnown(file)) anew.update(file, summary, stamp);
  else anew.passOver(file, stamp);
}

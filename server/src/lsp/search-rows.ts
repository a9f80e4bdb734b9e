/** The rows of the index that a query's condition holds of, texts that stand open in the editor as they are there. */

import type { Condition } from "../corpus/query/condition.ts";
import { searchCables } from "../host/cable-search.ts";
import { Slices } from "../host/time-slicer.ts";
import type { Session } from "./session.ts";

/** The newest first, for who needs all of them and no progress. Empty where it was cancelled before any was found. */
export async function searchRows(
  session: Session,
  condition: Condition,
  isCancelled: () => boolean,
): Promise<Int32Array> {
  const { rows } = await searchCables(condition, {
    index: session.indexer.index,
    files: session.files,
    bulk: session.searcher,
    slices: new Slices(session.background),
    openText: (file) => session.documents.ofFile(file)?.lines.text ?? null,
    open: Array.from(session.documents.all(), ({ file }) => file),
    isCancelled,
    found: () => {},
  });
  return rows;
}

/** Looks for a query's condition in the cables of a session, texts that stand open in the editor as they are there. */

import type { Condition } from "../corpus/query/condition.ts";
import { type FoundRows, searchCables } from "../host/cable-search.ts";
import { Slices } from "../host/time-slicer.ts";
import type { Session } from "./session.ts";

/** What who searches may tell and be told; see `searchCables`. */
type Search = Pick<Parameters<typeof searchCables>[1], "isCancelled" | "found">;

export function searchSession(session: Session, condition: Condition, search: Search): Promise<FoundRows> {
  return searchCables(condition, {
    index: session.indexer.index,
    files: session.files,
    bulk: session.searcher,
    slices: new Slices(session.background),
    openText: (file) => session.documents.ofFile(file)?.lines.text ?? null,
    open: Array.from(session.documents.all(), ({ file }) => file),
    ...search,
  });
}

/** The rows alone, the newest first, for who needs all of them and no progress. Empty where it was cancelled before any was found. */
export async function searchRows(
  session: Session,
  condition: Condition,
  isCancelled: () => boolean,
): Promise<Int32Array> {
  const { rows } = await searchSession(session, condition, { isCancelled, found: () => {} });
  return rows;
}

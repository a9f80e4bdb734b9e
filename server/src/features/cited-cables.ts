/** What the workspace has of the cables that are cited somewhere, for whoever tells what they are: hovers and readings. */

import type { CanonicalMrn } from "../cable/mrn.ts";
import { fileName } from "../corpus/file-uri.ts";
import type { CableDocument, CableWorkspace } from "../corpus/workspace.ts";
import type { CitedCable } from "./hovers/hover.ts";

/** By their numbers. Those that are not in the workspace are not there. */
export type CitedCables = ReadonlyMap<CanonicalMrn, CitedCable>;

/** So many are read at once: one after the other each would wait for its turn several times, and all would be parsed in one go. */
const READ_AT_ONCE = 8;

/** What the workspace has of some cables. */
export async function citedCables(all: readonly CanonicalMrn[], workspace: CableWorkspace): Promise<CitedCables> {
  const cited = new Map<CanonicalMrn, CitedCable>();
  for (let at = 0; at < all.length; at += READ_AT_ONCE) {
    const group = all.slice(at, at + READ_AT_ONCE);
    const found = await Promise.all(group.map(async (mrn) => ({ mrn, documents: await workspace.open(mrn) })));
    for (const { mrn, documents } of found) {
      const [first] = documents;
      if (first !== undefined) cited.set(mrn, citedCable(first));
    }
  }
  return cited;
}

/** What is told of a cable that is cited. */
export function citedCable({ file, tree }: CableDocument): CitedCable {
  const { subject, dtg, classification } = tree.header;
  return {
    subject: subject?.value ?? null,
    dtg: dtg?.value.text ?? null,
    classification: classification?.value ?? null,
    summary: tree.summary?.value ?? null,
    fileName: fileName(file),
  };
}

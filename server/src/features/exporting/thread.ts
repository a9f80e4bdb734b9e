/** The thread of a cable: what it cites and what cites it, and so on for some steps. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import type { CableIndex } from "../../corpus/cable-index.ts";
import type { FileUri } from "../../corpus/file-uri.ts";
import { MOST_COLLECTED } from "./collection.ts";

/** The files of a cable and of those that so many citations lead to, in either direction. At most `MOST_COLLECTED`. */
export function threadOf(start: CanonicalMrn, steps: number, index: CableIndex): readonly FileUri[] {
  const seen = new Set<CanonicalMrn>([start]);
  const files = new Set<FileUri>(index.filesOf(start));
  let ring: readonly CanonicalMrn[] = [start];
  for (let step = 0; step < steps && ring.length > 0; step++) {
    const next: CanonicalMrn[] = [];
    for (const mrn of ring) {
      for (const neighbour of neighboursOf(mrn, index)) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        next.push(neighbour);
        for (const file of index.filesOf(neighbour)) files.add(file);
        if (files.size >= MOST_COLLECTED) return [...files].slice(0, MOST_COLLECTED);
      }
    }
    ring = next;
  }
  return [...files];
}

function neighboursOf(mrn: CanonicalMrn, index: CableIndex): readonly CanonicalMrn[] {
  const cited = index.filesOf(mrn).flatMap((file) => index.summaryOf(file)?.citations.map((one) => one.mrn) ?? []);
  const citing = index
    .citationsOf(mrn, MOST_COLLECTED)
    .citations.flatMap(({ file }) => index.summaryOf(file)?.mrn ?? []);
  return [...new Set([...cited, ...citing])];
}

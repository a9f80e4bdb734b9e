/** Gathers what chosen cables cite, cable by cable, and tells at the end what of it is missing. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import type { CableIndex } from "../../corpus/cable-index.ts";
import { earliestFirst, type MissingCable, MOST_CITERS, mostCitedFirst } from "../../corpus/facets/missing-cables.ts";
import type { IndexRecord } from "../../corpus/index-record.ts";

/** The cables that cite one, by their MRNs, and when each was first sent, in minutes; those without an MRN by another name. */
interface Cited {
  readonly named: Map<CanonicalMrn, number>;
  readonly unnamed: Map<string, number>;
}

/** What is missing among cables that come one by one. Kept of each cable are numbers alone. */
export class MissingCollector {
  readonly #here = new Set<CanonicalMrn>();
  readonly #cited = new Map<CanonicalMrn, Cited>();

  /** Adds a cable; `name` stands for one without an MRN. */
  add({ mrn, sent, citations }: Pick<IndexRecord, "mrn" | "sent" | "citations">, name: string): void {
    if (mrn !== null) this.#here.add(mrn);
    for (const cited of new Set(citations.map((citation) => citation.mrn))) {
      let entry = this.#cited.get(cited);
      if (entry === undefined) {
        entry = { named: new Map(), unnamed: new Map() };
        this.#cited.set(cited, entry);
      }
      const time = sent ?? Number.POSITIVE_INFINITY;
      if (mrn === null) keepEarliest(entry.unnamed, name, time);
      else keepEarliest(entry.named, mrn, time);
    }
  }

  /** What is cited and was not added nor is in the index, most cited first. */
  missing(index: Pick<CableIndex, "has" | "likelyDays">): readonly MissingCable[] {
    const missing: MissingCable[] = [];
    for (const [mrn, { named, unnamed }] of this.#cited) {
      if (this.#here.has(mrn) || index.has(mrn)) continue;
      let before = Number.POSITIVE_INFINITY;
      for (const times of [named, unnamed]) for (const time of times.values()) before = Math.min(before, time);
      const latest = Number.isFinite(before) ? before : null;
      missing.push({
        mrn,
        citing: named.size + unnamed.size,
        citers: earliestFirst(named).slice(0, MOST_CITERS),
        before: latest,
        likely: index.likelyDays(mrn, latest),
      });
    }
    return missing.sort(mostCitedFirst);
  }
}

function keepEarliest<Id>(times: Map<Id, number>, id: Id, time: number): void {
  times.set(id, Math.min(times.get(id) ?? Number.POSITIVE_INFINITY, time));
}

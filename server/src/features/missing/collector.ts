/** Gathers what cables cite and what is there, cable by cable, and tells at the end what is missing. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import { type MissingCable, MOST_CITERS, mostCitedFirst } from "../../corpus/facets/missing-cables.ts";
import type { IndexRecord } from "../../corpus/index-record.ts";

interface Cited {
  readonly citers: Set<string>;
  /** MRNs of citing cables with their times, as many as are shown. */
  first: { readonly mrn: CanonicalMrn; readonly sent: number }[];
  before: number;
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
        entry = { citers: new Set(), first: [], before: Number.POSITIVE_INFINITY };
        this.#cited.set(cited, entry);
      }
      const time = sent ?? Number.POSITIVE_INFINITY;
      entry.before = Math.min(entry.before, time);
      const id = mrn ?? name;
      if (entry.citers.has(id)) continue;
      entry.citers.add(id);
      if (mrn === null) continue;
      entry.first.push({ mrn, sent: time });
      entry.first.sort((one, other) => (one.sent === other.sent ? 0 : one.sent - other.sent));
      entry.first.length = Math.min(entry.first.length, MOST_CITERS);
    }
  }

  /** What is cited and was not added, most cited first. `isHere` is asked about what may be known elsewhere. */
  missing(isHere: (mrn: CanonicalMrn) => boolean = () => false): readonly MissingCable[] {
    const missing: MissingCable[] = [];
    for (const [mrn, { citers, first, before }] of this.#cited) {
      if (this.#here.has(mrn) || isHere(mrn)) continue;
      missing.push({
        mrn,
        citing: citers.size,
        citers: first.map((one) => one.mrn),
        before: Number.isFinite(before) ? before : null,
      });
    }
    return missing.sort(mostCitedFirst);
  }
}

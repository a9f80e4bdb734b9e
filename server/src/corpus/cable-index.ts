/** The index of many cables: which files hold a cable, and which REF entries cite it. */

import type { CanonicalMrn } from "../cable/mrn.ts";
import type { FileUri } from "./file-uri.ts";
import { type CableSummary, type RecordedPlace, sameSummary } from "./summary.ts";

/** A REF entry of some file that cites the cable asked for. */
export interface Citation {
  readonly file: FileUri;
  readonly place: RecordedPlace;
}

/** Part of a longer list, and how long the whole is. */
export interface Citations {
  readonly citations: readonly Citation[];
  readonly total: number;
}

/** What features may ask of the index. None of these looks at more than what it answers with. */
export interface CableIndex {
  /** Whether a file of this cable is known. */
  has(mrn: CanonicalMrn): boolean;
  /** The files of a cable (transmission sections, corrected and re-sent copies), by the code units of their names. */
  filesOf(mrn: CanonicalMrn): readonly FileUri[];
  /** The REF entries that cite a cable: newest cable first, undated ones last, then by file and place. At most `limit`. */
  citationsOf(mrn: CanonicalMrn, limit: number): Citations;
  /** How many files hold a cable, and how many different cables they are (a file without an MRN counts as one). */
  readonly size: { readonly files: number; readonly cables: number };
}

/** What those who read files may do to it. */
export interface UpdatableCableIndex extends CableIndex {
  /**
   * Puts what a file holds in place of what it held before; null takes it out. Costs as much as the difference is large,
   * nothing when there is none. Whatever the order of updates, the index equals one built anew from the last of each file.
   */
  update(file: FileUri, summary: CableSummary | null): void;
  /** What a file holds as far as the index knows; null for a file that is not in it. */
  summaryOf(file: FileUri): CableSummary | null;
  /** All files in it, in no particular order. */
  files(): Iterable<FileUri>;
}

/** An index of maps in memory. */
export class MemoryCableIndex implements UpdatableCableIndex {
  readonly #summaries = new Map<FileUri, CableSummary>();
  readonly #filesByMrn = new Map<CanonicalMrn, Set<FileUri>>();
  readonly #citingFiles = new Map<CanonicalMrn, Set<FileUri>>();
  #withoutMrn = 0;

  get size(): { readonly files: number; readonly cables: number } {
    return { files: this.#summaries.size, cables: this.#filesByMrn.size + this.#withoutMrn };
  }

  has(mrn: CanonicalMrn): boolean {
    return this.#filesByMrn.has(mrn);
  }

  filesOf(mrn: CanonicalMrn): readonly FileUri[] {
    return [...(this.#filesByMrn.get(mrn) ?? [])].sort(byCodeUnits);
  }

  citationsOf(mrn: CanonicalMrn, limit: number): Citations {
    const citing = [...(this.#citingFiles.get(mrn) ?? [])].sort(
      (one, other) => this.#sent(other) - this.#sent(one) || byCodeUnits(one, other),
    );
    const citations: Citation[] = [];
    let total = 0;
    for (const file of citing) {
      for (const citation of this.#summaries.get(file)?.citations ?? []) {
        if (citation.mrn !== mrn) continue;
        total++;
        if (citations.length < limit) citations.push({ file, place: citation.place });
      }
    }
    return { citations, total };
  }

  update(file: FileUri, summary: CableSummary | null): void {
    const before = this.#summaries.get(file) ?? null;
    if (sameSummary(before, summary)) return;
    if (before !== null) this.#remove(file, before);
    if (summary !== null) this.#add(file, summary);
  }

  summaryOf(file: FileUri): CableSummary | null {
    return this.#summaries.get(file) ?? null;
  }

  files(): Iterable<FileUri> {
    return this.#summaries.keys();
  }

  #add(file: FileUri, summary: CableSummary): void {
    this.#summaries.set(file, summary);
    if (summary.mrn === null) this.#withoutMrn++;
    else addTo(this.#filesByMrn, summary.mrn, file);
    for (const citation of summary.citations) addTo(this.#citingFiles, citation.mrn, file);
  }

  #remove(file: FileUri, summary: CableSummary): void {
    this.#summaries.delete(file);
    if (summary.mrn === null) this.#withoutMrn--;
    else removeFrom(this.#filesByMrn, summary.mrn, file);
    for (const citation of summary.citations) removeFrom(this.#citingFiles, citation.mrn, file);
  }

  #sent(file: FileUri): number {
    return this.#summaries.get(file)?.sent ?? Number.MIN_SAFE_INTEGER;
  }
}

function addTo(sets: Map<CanonicalMrn, Set<FileUri>>, mrn: CanonicalMrn, file: FileUri): void {
  const set = sets.get(mrn);
  if (set === undefined) sets.set(mrn, new Set([file]));
  else set.add(file);
}

function removeFrom(sets: Map<CanonicalMrn, Set<FileUri>>, mrn: CanonicalMrn, file: FileUri): void {
  const set = sets.get(mrn);
  set?.delete(file);
  if (set?.size === 0) sets.delete(mrn);
}

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

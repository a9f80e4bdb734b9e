/** Several cables that are taken away as one: which they are, in which order, and under which names they stand. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import type { ClassificationLevel } from "../../cable/record.ts";
import type { CableIndex } from "../../corpus/cable-index.ts";
import type { FileUri } from "../../corpus/file-uri.ts";
import type { CableDocument } from "../../corpus/workspace.ts";
import { dayWords } from "../citing/cite.ts";

/** More cables are not taken away as one: nobody reads them, and no reader opens the file. */
export const MOST_COLLECTED = 5_000;

/** A cable of a collection as the contents list it. */
export interface CollectedCable {
  readonly file: FileUri;
  /** Letters, digits and hyphens; no two cables of a collection have the same. */
  readonly id: string;
  readonly mrn: CanonicalMrn | null;
  readonly station: string | null;
  /** In words; null for a cable without a day. */
  readonly day: string | null;
  readonly classification: ClassificationLevel | null;
  readonly subject: string | null;
}

/** A cable that one of the collection cites and that is not in it. */
export interface MissingFromCollection {
  readonly mrn: CanonicalMrn;
  /** The ids of those that cite it, in order. */
  readonly citedBy: readonly string[];
}

export class Collection {
  readonly title: string;
  /** By day; those without one last. */
  readonly cables: readonly CollectedCable[];
  readonly #ids = new Map<CanonicalMrn, string>();
  readonly #missing = new Map<CanonicalMrn, Set<string>>();

  /** The files are those of the index; others are left out. */
  constructor(title: string, files: readonly FileUri[], index: CableIndex) {
    this.title = title;
    const taken = new Set<string>();
    this.cables = inOrder(files, index).map(({ file, hit }): CollectedCable => {
      const id = idOf(hit.mrn, taken);
      if (hit.mrn !== null && !this.#ids.has(hit.mrn)) this.#ids.set(hit.mrn, id);
      return {
        file,
        id,
        mrn: hit.mrn,
        station: hit.station,
        day: hit.sent === null ? null : dayOf(hit.sent),
        classification: hit.classification,
        subject: hit.subject,
      };
    });
  }

  /** The id of a cable; null for one that is not in the collection. */
  idOf(mrn: CanonicalMrn): string | null {
    return this.#ids.get(mrn) ?? null;
  }

  /** Takes note of what a cable cites: what is not here is missing. */
  note(id: string, cited: readonly CanonicalMrn[]): void {
    for (const mrn of cited) {
      if (this.#ids.has(mrn)) continue;
      const citing = this.#missing.get(mrn);
      if (citing === undefined) this.#missing.set(mrn, new Set([id]));
      else citing.add(id);
    }
  }

  /** What is missing as far as it was noted, by number. */
  missing(): readonly MissingFromCollection[] {
    return [...this.#missing]
      .map(([mrn, citing]) => ({ mrn, citedBy: [...citing] }))
      .sort((one, other) => (one.mrn < other.mrn ? -1 : 1));
  }

  /** `12 cables, January 3, 1974 – March 5, 1974` */
  facts(): string {
    const days = this.cables.flatMap(({ day }) => day ?? []);
    const [first] = days;
    const last = days[days.length - 1];
    const count = `${this.cables.length} ${this.cables.length === 1 ? "cable" : "cables"}`;
    if (first === undefined || last === undefined) return count;
    return `${count}, ${first === last ? first : `${first} – ${last}`}`;
  }
}

/** How cables are read, one at a time: null where a file can't be read any more. */
export type ReadCollected = (file: FileUri) => Promise<CableDocument | null>;

function inOrder(files: readonly FileUri[], index: CableIndex) {
  const found = files.flatMap((file) => {
    const row = index.rowOf(file);
    return row < 0 ? [] : [{ file, hit: index.hitOfRow(row) }];
  });
  const late = Number.POSITIVE_INFINITY;
  return found.sort(
    (one, other) =>
      (one.hit.sent ?? late) - (other.hit.sent ?? late) ||
      compare(one.hit.mrn ?? "", other.hit.mrn ?? "") ||
      compare(one.file, other.file),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function idOf(mrn: CanonicalMrn | null, taken: Set<string>): string {
  const name = mrn === null ? "unnumbered" : mrn.replace(/[^A-Za-z0-9]/g, "-");
  let id = name;
  for (let copy = 2; taken.has(id); copy++) id = `${name}-${copy}`;
  taken.add(id);
  return id;
}

const DAY = 24 * 60;

/** The day of minutes since 1970. */
function dayOf(minutes: number): string {
  const date = new Date(Math.floor(minutes / DAY) * DAY * 60_000);
  return dayWords({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

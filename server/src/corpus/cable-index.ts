/** The index of many cables: which files hold a cable, and which REF entries cite it. */

import type { CanonicalMrn } from "../cable/mrn.ts";
import type { ClassificationLevel } from "../cable/record.ts";
import type { PackedColumns } from "./columns/packed-columns.ts";
import type { FileBlock } from "./file-list-chunk.ts";
import type { FileUri } from "./file-uri.ts";
import type { CitationSummary, IndexRecord, RecordedPlace } from "./index-record.ts";
import type { CitedNumber, CitingCable, MeantCable } from "./meant-cable.ts";
import type { RecordBatch, Stamp } from "./record-batch.ts";
import type { LikelyDays } from "./serial-series.ts";

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

/** A file that holds a cable, and what a list shows of it. */
export interface CableHit {
  readonly file: FileUri;
  /** Null for a cable without one; so are its parts. */
  readonly mrn: CanonicalMrn | null;
  readonly station: string | null;
  readonly serial: number | null;
  /** Minutes since 1970 in UTC. */
  readonly sent: number | null;
  readonly classification: ClassificationLevel | null;
  readonly subject: string | null;
  /** Where to point: the subject, else the classification line, else the beginning. */
  readonly place: RecordedPlace;
}

/** A TAG and how much speaks for it: 0 for none. */
export interface WeightedTag {
  readonly tag: string;
  readonly weight: number;
}

/** What features may ask of the index. None of these looks at more than what it answers with, but for a pass over columns of numbers. */
export interface CableIndex {
  /** Whether a file of this cable is known. */
  has(mrn: CanonicalMrn): boolean;
  /** The files of a cable (transmission sections, corrected and re-sent copies), by the code units of their names. */
  filesOf(mrn: CanonicalMrn): readonly FileUri[];
  /** The REF entries that mean a cable: newest cable first, undated ones last, then by file and place. At most `limit`. */
  citationsOf(mrn: CanonicalMrn, limit: number): Citations;
  /** Which cable a reference means, by all cables that are known: definition, graph and missing list follow it. */
  meant(cited: CitedNumber, citing: CitingCable): MeantCable;
  /** When a cable that is not there was sent, by those of its station; `before` in minutes since 1970. Null where these do not tell. */
  likelyDays(mrn: CanonicalMrn, before: number | null): LikelyDays | null;
  /** The serials of a station's cables that are there and dated, in a year of two digits; rising. */
  serialsOf(station: string, year: number): readonly number[];
  /** What a file cites, in document order, each as it is meant; none for a file that is not in the index. */
  citedIn(file: FileUri): readonly CitationSummary[];
  /** The files of a cable as a list shows them, in the order of `filesOf`. */
  hitsOf(mrn: CanonicalMrn): readonly CableHit[];
  /** How many different cables cite a cable. */
  citingCables(mrn: CanonicalMrn): number;
  /** The cables that carry a TAG, by the places of their TAGS, in the order of `citationsOf`. At most `limit`. */
  carrying(tag: string, limit: number): Citations;
  /**
   * The TAGS of cables of a station and of cables with these TAGS, the likeliest first, these TAGS left out. A cable counts the more the
   * more of these TAGS it bears, and twice if it is of the station. At most `limit`.
   */
  tagsBeside(station: string | null, tags: readonly string[], limit: number): readonly WeightedTag[];
  /**
   * The cables that fit what was typed: a number in any spelling (`09SHANGHAI374`, `shanghai 374`), a station or its beginning, words of
   * subjects, those of a letter or two only where a word begins. Best first: whole numbers, stations, beginnings of them, words; of equals the
   * newest. At most `limit`.
   */
  search(query: string, limit: number): readonly CableHit[];
  /** The same as rows of `columns`: for who answers with thousands. */
  searchRows(query: string, limit: number): Int32Array;
  /** The row of a file in `columns`; -1 where there is none. */
  rowOf(file: FileUri): number;
  /** What a file holds as far as the index knows; null for a file that is not in it. */
  summaryOf(file: FileUri): IndexRecord | null;
  /** All columns as they stand, good until the next change: for what counts or chooses among all cables in one pass over numbers. */
  columns(): PackedColumns;
  /** What a list shows of the file of a row of `columns`. */
  hitOfRow(row: number): CableHit;
  /** How many files hold a cable, and how many different cables they are (a file without an MRN counts as one). */
  readonly size: { readonly files: number; readonly cables: number };
}

/** Some files: a set, or a map by files. */
export interface FileSet {
  has(file: FileUri): boolean;
  keys(): Iterable<FileUri>;
}

/** What the index can't do about files that it was told of. */
export interface LeftToDo {
  /** Files that are not there. */
  readonly missing: readonly FileUri[];
  /** Files that turned out to be folders. */
  readonly folders: readonly FileUri[];
}

/** What those who read files may do to it. */
export interface UpdatableCableIndex extends CableIndex {
  /**
   * Puts what a file holds in place of what it held before; null takes it out. Costs as much as the difference is large,
   * nothing when there is none. Whatever the order of updates, the index equals one built anew from the last of each file.
   */
  update(file: FileUri, summary: IndexRecord | null, stamp?: Stamp): void;
  /** Notes that a file holds no cable, so that it need not be read again while its stamp stays the same. */
  passOver(file: FileUri, stamp?: Stamp): void;
  /**
   * Takes in what was found at the files of a block, few of them at a step, so that others may ask in between; those in `left` are left as
   * they are. Answers what is left to do elsewhere.
   */
  take(block: FileBlock, batch: RecordBatch, left: FileSet): Generator<undefined, LeftToDo>;
  /**
   * Size and time of each file of a block as they are known, one behind the other, -1 where they are not; null where no file of it is known. Sets
   * the byte in `seen` of each known file's number.
   */
  stampsOf(block: FileBlock, seen: Uint8Array): Float64Array<ArrayBuffer> | null;
  /** All numbers of files are below this. */
  readonly rows: number;
  /** Makes ready the search in so many more files; answers whether all are. A search does what is left of it first. */
  prepareSearch(rows: number): boolean;
  /** Size and time by which a file was read; null where it is not known, or was not read from a disk. */
  stampOf(file: FileUri): Stamp | null;
  /** Whether a file was read, whatever it holds. */
  isKnown(file: FileUri): boolean;
  /** How many files are known to hold no cable. */
  readonly others: number;
  /** The known files among those of the first numbers whose byte in `seen` is 0. */
  unseen(seen: Uint8Array): Iterable<FileUri>;
  /** Numbers that no file stands behind any more are this share of all (0 to 1). */
  readonly waste: number;
  /** Rises with every change. */
  readonly revision: number;
  /** From now on adds each file of which something changes to `changed`; null ends that. */
  noteChanges(changed: Set<FileUri> | null): void;
  /** All files that were read, in no particular order. */
  knownFiles(): Iterable<FileUri>;
  /** Those of them of which size and time are not known: what was open in the editor, or was not read in bulk. */
  unstamped(): Iterable<FileUri>;
  /** Those of them that lie below some folders, at any depth: costs as much as there are folders, unless these hold files. */
  knownBelow(folders: ReadonlySet<FileUri>): Iterable<FileUri>;
  /** All files that hold a cable, in no particular order. */
  files(): Iterable<FileUri>;
}

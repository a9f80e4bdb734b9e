/** Adds rows to the index and lets them go, and counts what the living ones hold. */

import type { FileUri } from "../file-uri.ts";
import { type BatchReader, type Stamp, UNDATED } from "../record-batch.ts";
import type { CitationRows } from "./citation-rows.ts";
import { LINE_FEED } from "./columns.ts";
import type { FileRows, RowName } from "./file-rows.ts";
import type { GrowingColumns } from "./growing-columns.ts";
import type { MrnRows } from "./mrn-rows.ts";
import { CABLE, GONE, NONE, OTHER, PLACE } from "./packed-columns.ts";

export class RowWriter {
  readonly #columns: GrowingColumns;
  readonly #names: FileRows;
  readonly #mrns: MrnRows;
  readonly #citations: CitationRows;
  #files = 0;
  #others = 0;
  #cables = 0;
  /** Rises with every change, so that who keeps answers knows when they are old. */
  #revision = 0;
  /** Takes the files of all rows that change, where somebody wants to know. */
  changed: Set<FileUri> | null = null;

  constructor(columns: GrowingColumns, names: FileRows, mrns: MrnRows, citations: CitationRows) {
    this.#columns = columns;
    this.#names = names;
    this.#mrns = mrns;
    this.#citations = citations;
    this.#count();
  }

  /** How many files hold a cable. */
  get files(): number {
    return this.#files;
  }

  /** How many files are known to hold none. */
  get others(): number {
    return this.#others;
  }

  /** How many different cables the files hold. */
  get cables(): number {
    return this.#cables;
  }

  get revision(): number {
    return this.#revision;
  }

  /** No revision is below this one from now on. */
  countFrom(revision: number): void {
    this.#revision = Math.max(this.#revision, revision);
  }

  /** Adds the row of a cable from a batch. */
  addCable(name: RowName, stamp: Stamp, reader: BatchReader): void {
    const { int32, uint8, tags, names } = this.#columns;
    const mrn = this.#mrns.read(reader);
    if (mrn === NONE || this.#mrns.firstRowOf(mrn) === NONE) this.#cables++;
    this.#files++;
    const row = this.#start(name, stamp, CABLE, mrn);
    int32.sent.push(reader.next());
    uint8.classification.push(reader.next());
    const length = reader.next();
    if (length >= 0) {
      uint8.subjectBytes.push(LINE_FEED);
      const { texts } = reader.batch;
      uint8.subjectBytes.appendPart(texts, reader.text, reader.text + length);
      reader.text += length;
    }
    for (let part = 0; part < PLACE; part++) int32.places.push(reader.next());
    for (let left = reader.next(); left > 0; left--) tags.push(reader.tag(names.tags));
    for (let part = 0; part < PLACE; part++) int32.places.push(reader.next());
    for (let left = reader.next(); left > 0; left--) {
      const cited = this.#mrns.read(reader);
      this.#citations.add(row, cited, reader);
    }
    this.#note(row);
  }

  /** Adds the row of a file that holds no cable. */
  addOther(name: RowName, stamp: Stamp): void {
    const { int32, uint8 } = this.#columns;
    const row = this.#start(name, stamp, OTHER, NONE);
    int32.sent.push(UNDATED);
    uint8.classification.push(0);
    for (let part = 0; part < 2 * PLACE; part++) int32.places.push(0);
    this.#others++;
    this.#note(row);
  }

  /** Lets a row go. */
  remove(row: number): void {
    const { int32, uint8 } = this.#columns;
    const state = uint8.state.at(row);
    uint8.state.set(row, GONE);
    this.#note(row);
    if (state === OTHER) {
      this.#others--;
      return;
    }
    this.#files--;
    const mrn = int32.mrn.at(row);
    if (mrn === NONE || this.#mrns.firstRowOf(mrn) === NONE) this.#cables--;
  }

  setStamp(row: number, stamp: Stamp): void {
    const { int32, modified } = this.#columns;
    const size = boundedSize(stamp);
    if (int32.size.at(row) === size && modified.at(row) === stamp.modified) return;
    int32.size.set(row, size);
    modified.set(row, stamp.modified);
    this.#note(row);
  }

  #note(row: number): void {
    this.#revision++;
    this.changed?.add(this.#names.fileOf(row));
  }

  /** Pushes what all rows have, and where the row's stretches of other columns begin; answers the row. */
  #start(name: RowName, stamp: Stamp, state: number, mrn: number): number {
    const { int32, uint8, modified, tags } = this.#columns;
    const row = uint8.state.push(state);
    this.#names.add(name);
    int32.size.push(boundedSize(stamp));
    modified.push(stamp.modified);
    int32.subjectAt.push(uint8.subjectBytes.length);
    int32.tagsAt.push(tags.length);
    int32.citationsAt.push(this.#citations.length);
    int32.mrn.push(mrn);
    this.#mrns.addRow(mrn, row);
    return row;
  }

  #count(): void {
    const { int32, uint8, rows } = this.#columns;
    for (let row = 0; row < rows; row++) {
      const state = uint8.state.at(row);
      if (state === OTHER) this.#others++;
      if (state !== CABLE) continue;
      this.#files++;
      if (int32.mrn.at(row) === NONE) this.#cables++;
    }
    for (let mrn = 0; mrn < this.#mrns.length; mrn++) if (this.#mrns.firstRowOf(mrn) !== NONE) this.#cables++;
  }
}

/** The size as a column holds it: of what is larger than fits, none is known. */
function boundedSize({ size }: Stamp): number {
  return size > 0x7fffffff ? -1 : size;
}

/** The index as columns of numbers: no object per cable, citations chained both ways, to disk and back as it is. */

import type { CanonicalMrn } from "../cable/mrn.ts";
import { bestRows } from "./best-rows.ts";
import type {
  CableHit,
  Citation,
  Citations,
  FileSet,
  LeftToDo,
  UpdatableCableIndex,
  WeightedTag,
} from "./cable-index.ts";
import { CLASSIFICATION_LEVELS } from "./classification-codes.ts";
import {
  bytesOf,
  type Column,
  float64,
  HashChains,
  hashBytes,
  int32,
  LINE_FEED,
  mix,
  Names,
  textOf,
  textsOf,
  uint8,
  uint16,
} from "./columns.ts";
import { type FileBlock, splitFile } from "./file-block.ts";
import type { FileUri } from "./file-uri.ts";
import { mrnKey, mrnOfKey } from "./mrn-key.ts";
import {
  boundsOf,
  CABLE,
  columnOf,
  endOf,
  GONE,
  INT32_COLUMNS,
  type Int32Name,
  NAME_LISTS,
  type NameList,
  OTHER,
  type PackedColumns,
  recordOf,
  stretchOf,
  UINT8_COLUMNS,
  type Uint8Name,
} from "./packed-columns.ts";
import { rowRanks } from "./row-ranks.ts";
import { cableSearch, NO_RANK } from "./search.ts";
import { SubjectWords } from "./subject-words.ts";
import { type CableSummary, type CitationSummary, type RecordedPlace, sameSummary } from "./summary.ts";
import { BatchReader, BatchWriter, FOUND, NO_STAMP, type Stamp, type SummaryBatch, UNDATED } from "./summary-batch.ts";
import { tagsBeside } from "./tags-beside.ts";

const NONE = -1;

/** So many files of a block are taken in at a step: a fraction of a millisecond. */
const FILES_A_STEP = 64;

/** The numbers of a place, and of a citation with its row, its MRN, and the next that cites the same. */
const PLACE = 4;
const CITATION = 3 + PLACE;

/** A file's name as the columns hold it. */
interface RowName {
  readonly folder: number;
  /** The bytes that `[start, end)` of is the name. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

export class PackedCableIndex implements UpdatableCableIndex {
  readonly #int32: Record<Int32Name, Column<Int32Array>>;
  readonly #uint8: Record<Uint8Name, Column<Uint8Array>>;
  readonly #modified: Column<Float64Array>;
  readonly #tags: Column<Uint16Array>;
  readonly #names: Record<NameList, Names>;
  readonly #rowsByFile: HashChains;
  readonly #mrnsByKey: HashChains;
  /** Made when somebody searches, or has time: it is not kept on disk. */
  readonly #subjectWords = new SubjectWords();
  /** A cable that is not of a batch is made one. */
  readonly #writer = new BatchWriter();
  #rows = 0;
  #files = 0;
  #others = 0;
  #cables = 0;
  /** Rises with every change, so that who keeps answers knows when they are old. */
  #revision: number;

  /** `revision` is the first one, for an index that stands in for another. */
  constructor(saved: PackedColumns | null = null, revision = 0) {
    this.#revision = revision;
    const ints = (name: Int32Name) => columnOf(int32, saved?.int32[name]);
    const bytes = (name: Uint8Name) => columnOf(uint8, saved?.uint8[name]);
    this.#int32 = recordOf(INT32_COLUMNS, ints);
    this.#uint8 = recordOf(UINT8_COLUMNS, bytes);
    this.#modified = columnOf(float64, saved?.modified);
    this.#tags = columnOf(uint16, saved?.tags);
    this.#names = recordOf(NAME_LISTS, (name) => new Names(saved?.names[name]));
    this.#rows = this.#uint8.state.length;
    const mrns = this.#int32.mrnYear.length;
    this.#rowsByFile = new HashChains(this.#rows);
    this.#mrnsByKey = new HashChains(mrns);
    for (let row = 0; row < this.#rows; row++) this.#rowsByFile.add(this.#hashOfRow(row));
    for (let mrn = 0; mrn < mrns; mrn++) this.#mrnsByKey.add(this.#hashOfMrn(mrn));
    if (saved !== null) this.#count();
  }

  get size(): { readonly files: number; readonly cables: number } {
    return { files: this.#files, cables: this.#cables };
  }

  /** How many files are known to hold no cable. */
  get others(): number {
    return this.#others;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Rows in all, those of files that changed or vanished included: a row's number is below it for good. */
  get rows(): number {
    return this.#rows;
  }

  /** All columns as they stand: good until the next change. */
  columns(): PackedColumns {
    return {
      int32: recordOf(INT32_COLUMNS, (name) => this.#int32[name].view()),
      uint8: recordOf(UINT8_COLUMNS, (name) => this.#uint8[name].view()),
      modified: this.#modified.view(),
      tags: this.#tags.view(),
      names: recordOf(NAME_LISTS, (name) => this.#names[name].all()),
    };
  }

  has(mrn: CanonicalMrn): boolean {
    const id = this.#findMrn(mrn);
    return id !== NONE && this.#firstRowOf(id) !== NONE;
  }

  filesOf(mrn: CanonicalMrn): readonly FileUri[] {
    const id = this.#findMrn(mrn);
    return id === NONE
      ? []
      : this.#rowsOf(id)
          .map((row) => this.#fileOf(row))
          .sort(byCodeUnits);
  }

  hitsOf(mrn: CanonicalMrn): readonly CableHit[] {
    const id = this.#findMrn(mrn);
    if (id === NONE) return [];
    return this.#rowsOf(id)
      .map((row) => this.hitOfRow(row))
      .sort((one, other) => byCodeUnits(one.file, other.file));
  }

  citationsOf(mrn: CanonicalMrn, limit: number): Citations {
    const byRow = new Map<number, number[]>();
    let total = 0;
    for (const citation of this.#citationsOf(mrn)) {
      total++;
      const row = this.#citation(citation, 0);
      const list = byRow.get(row);
      if (list === undefined) byRow.set(row, [citation]);
      else list.push(citation);
    }
    const citations: Citation[] = [];
    for (const row of this.#newestFirst([...byRow.keys()])) {
      if (citations.length >= limit) break;
      const file = this.#fileOf(row);
      // The chain has the last entry of a row first.
      for (const citation of (byRow.get(row) ?? []).sort((one, other) => one - other)) {
        if (citations.length < limit)
          citations.push({ file, place: this.#placeAt(this.#int32.citations, citation * CITATION + 3) });
      }
    }
    return { citations, total };
  }

  citingCables(mrn: CanonicalMrn): number {
    const cables = new Set<number>();
    for (const citation of this.#citationsOf(mrn)) {
      const row = this.#citation(citation, 0);
      const own = this.#int32.mrn.at(row);
      cables.add(own === NONE ? -2 - row : own);
    }
    return cables.size;
  }

  carrying(tag: string, limit: number): Citations {
    const number = this.#names.tags.find(tag);
    const rows: number[] = [];
    if (number >= 0) {
      // One pass over the numbers of all TAGS, a few milliseconds for a quarter of a million cables.
      const tags = this.#tags.view();
      for (let at = tags.indexOf(number); at >= 0; at = tags.indexOf(number, at + 1)) {
        const row = this.#rowAt(this.#int32.tagsAt, at);
        if (this.#uint8.state.at(row) === CABLE) rows.push(row);
      }
    }
    const shown = this.#newestFirst(rows, limit);
    return {
      citations: shown.map((row) => ({
        file: this.#fileOf(row),
        place: this.#placeAt(this.#int32.places, row * 2 * PLACE + PLACE),
      })),
      total: rows.length,
    };
  }

  tagsBeside(station: string | null, tags: readonly string[], limit: number): readonly WeightedTag[] {
    return tagsBeside(this.columns(), station, tags, limit);
  }

  search(query: string, limit: number): readonly CableHit[] {
    const search = cableSearch(query, this.#names.stations.all());
    if (search === null) return [];
    this.prepareSearch(this.#rows);
    const ranks = rowRanks(search, this.columns(), this.#subjectWords);
    const state = this.#uint8.state.view();
    const found: number[] = [];
    for (let row = 0; row < ranks.length; row++) if (ranks[row] !== NO_RANK && state[row] === CABLE) found.push(row);
    const best = this.#newestFirst(found, limit, (one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0));
    return this.#hitsOfRows(best);
  }

  prepareSearch(rows: number): boolean {
    const end = Math.min(this.#rows, this.#subjectWords.rows + rows);
    const bytes = this.#uint8.subjectBytes.view();
    const { subjectAt } = this.#int32;
    for (let row = this.#subjectWords.rows; row < end; row++) {
      this.#subjectWords.add(bytes, subjectAt.at(row), endOf(subjectAt, row, bytes.length));
    }
    return end === this.#rows;
  }

  update(file: FileUri, summary: CableSummary | null, stamp: Stamp = NO_STAMP): void {
    const row = this.#rowOfFile(file);
    if (row === NONE && summary === null) return;
    if (row !== NONE && summary !== null && this.#uint8.state.at(row) === CABLE) {
      if (sameSummary(this.#summary(row), summary)) {
        this.#setStamp(row, stamp);
        return;
      }
    }
    if (row !== NONE) this.#remove(row);
    if (summary === null) return;
    this.#writer.addCable(summary, stamp);
    const reader = new BatchReader(this.#writer.finish());
    reader.next();
    this.#addCable(this.#nameOfFile(file), stamp, reader);
  }

  passOver(file: FileUri, stamp: Stamp = NO_STAMP): void {
    const row = this.#rowOfFile(file);
    if (row !== NONE && this.#uint8.state.at(row) === OTHER) {
      this.#setStamp(row, stamp);
      return;
    }
    if (row !== NONE) this.#remove(row);
    this.#addOther(this.#nameOfFile(file), stamp);
  }

  summaryOf(file: FileUri): CableSummary | null {
    const row = this.#rowOfFile(file);
    return row === NONE || this.#uint8.state.at(row) !== CABLE ? null : this.#summary(row);
  }

  isKnown(file: FileUri): boolean {
    return this.#rowOfFile(file) !== NONE;
  }

  stampOf(file: FileUri): Stamp | null {
    const row = this.#rowOfFile(file);
    const size = row === NONE ? NONE : this.#int32.size.at(row);
    return size < 0 ? null : { size, modified: this.#modified.at(row) };
  }

  *files(): Iterable<FileUri> {
    for (let row = 0; row < this.#rows; row++) if (this.#uint8.state.at(row) === CABLE) yield this.#fileOf(row);
  }

  *knownFiles(): Iterable<FileUri> {
    for (let row = 0; row < this.#rows; row++) if (this.#uint8.state.at(row) !== GONE) yield this.#fileOf(row);
  }

  *unstamped(): Iterable<FileUri> {
    for (let row = 0; row < this.#rows; row++) {
      if (this.#int32.size.at(row) < 0 && this.#uint8.state.at(row) !== GONE) yield this.#fileOf(row);
    }
  }

  *knownBelow(folders: ReadonlySet<FileUri>): Iterable<FileUri> {
    const below = new Set<number>();
    this.#names.folders.all().forEach((folder, number) => {
      for (let end = folder.lastIndexOf("/"); end > 0; end = folder.lastIndexOf("/", end - 1)) {
        if (folders.has(folder.slice(0, end) as FileUri)) below.add(number);
      }
    });
    if (below.size === 0) return;
    for (let row = 0; row < this.#rows; row++) {
      if (this.#uint8.state.at(row) !== GONE && below.has(this.#int32.folder.at(row))) yield this.#fileOf(row);
    }
  }

  *take(block: FileBlock, batch: SummaryBatch, left: FileSet): Generator<undefined, LeftToDo> {
    const missing: FileUri[] = [];
    const folders: FileUri[] = [];
    // After a start nearly all of them are: the names need not be looked at.
    if (batch.numbers.length === block.size && batch.numbers.every((found) => found === FOUND.unchanged)) {
      return { missing, folders };
    }
    const reader = new BatchReader(batch);
    let leftFolders = foldersOf(left);
    let index = 0;
    for (const { name, folder } of this.#namesOf(block)) {
      if (index > 0 && index % FILES_A_STEP === 0) {
        yield;
        leftFolders = foldersOf(left);
      }
      const stamp = { size: batch.stamps[index * 2] ?? -1, modified: batch.stamps[index * 2 + 1] ?? -1 };
      index++;
      const found = reader.next();
      if (found === FOUND.unchanged) continue;
      const file = (): FileUri => (folder + textOf(name.bytes.subarray(name.start, name.end))) as FileUri;
      if (found === FOUND.missing) missing.push(file());
      else if (found === FOUND.folder) folders.push(file());
      else {
        const isLeft = leftFolders.has(folder) && left.has(file());
        this.#takeFile(name, file, stamp, found === FOUND.cable ? reader : null, isLeft);
      }
    }
    return { missing, folders };
  }

  /** Takes in the next file of a batch: a cable where there is a reader, which it brings behind the cable. */
  #takeFile(name: RowName, file: () => FileUri, stamp: Stamp, reader: BatchReader | null, isLeft: boolean): void {
    const isNew = this.#rowOfName(name) === NONE;
    if (reader !== null) {
      if (isNew && !isLeft) this.#addCable(name, stamp, reader);
      else {
        const summary = reader.summary();
        if (!isLeft) this.update(file(), summary, stamp);
      }
    } else if (!isLeft) {
      if (isNew) this.#addOther(name, stamp);
      else this.passOver(file(), stamp);
    }
  }

  stampsOf(block: FileBlock, seen: Uint8Array): Float64Array<ArrayBuffer> | null {
    if (this.#rows === 0) return null;
    const stamps = new Float64Array(block.size * 2).fill(-1);
    let index = 0;
    let isKnown = false;
    for (const { name } of this.#namesOf(block)) {
      const row = this.#rowOfName(name);
      if (row !== NONE) {
        seen[row] = 1;
        isKnown = true;
        stamps[index * 2] = this.#int32.size.at(row);
        stamps[index * 2 + 1] = this.#modified.at(row);
      }
      index++;
    }
    return isKnown ? stamps : null;
  }

  /** The known files among the first rows whose byte in `seen` is 0. */
  *unseen(seen: Uint8Array): Iterable<FileUri> {
    for (let row = 0; row < seen.length; row++) {
      if (seen[row] === 0 && this.#uint8.state.at(row) !== GONE) yield this.#fileOf(row);
    }
  }

  get waste(): number {
    return this.#rows === 0 ? 0 : 1 - (this.#files + this.#others) / this.#rows;
  }

  // Rows

  #nameOfFile(file: FileUri): RowName {
    const { folder, name } = splitFile(file);
    const bytes = bytesOf(name);
    const number = this.#names.folders.number(folder);
    return { folder: number, bytes, start: 0, end: bytes.length, hash: hashBytes(bytes, mix(number)) };
  }

  #rowOfFile(file: FileUri): number {
    const { folder, name } = splitFile(file);
    const number = this.#names.folders.find(folder);
    if (number < 0) return NONE;
    const bytes = bytesOf(name);
    return this.#rowOfName({
      folder: number,
      bytes,
      start: 0,
      end: bytes.length,
      hash: hashBytes(bytes, mix(number)),
    });
  }

  #rowOfName({ folder, bytes, start, end, hash }: RowName): number {
    const { nameAt } = this.#int32;
    const { state, nameBytes } = this.#uint8;
    let row = this.#rowsByFile.first(hash);
    for (; row !== NONE; row = this.#rowsByFile.next(row)) {
      if (this.#int32.folder.at(row) !== folder || state.at(row) === GONE) continue;
      const at = nameAt.at(row);
      if (endOf(nameAt, row, nameBytes.length) - at !== end - start) continue;
      let same = 0;
      while (start + same < end && nameBytes.at(at + same) === bytes[start + same]) same++;
      if (start + same === end) return row;
    }
    return NONE;
  }

  /** The names of a block one after the other, with their folders. */
  *#namesOf(block: FileBlock): Iterable<{ readonly name: RowName; readonly folder: string }> {
    const bytes = bytesOf(block.names);
    let start = 0;
    for (const [index, text] of block.folders.entries()) {
      const folder = this.#names.folders.number(text);
      const from = mix(folder);
      for (let left = block.counts[index] ?? 0; left > 0; left--) {
        let end = start;
        while (end < bytes.length && bytes[end] !== LINE_FEED) end++;
        yield { name: { folder, bytes, start, end, hash: hashBytes(bytes, from, start, end) }, folder: text };
        start = end + 1;
      }
    }
  }

  #hashOfRow(row: number): number {
    return hashBytes(this.#nameOf(row), mix(this.#int32.folder.at(row)));
  }

  #nameOf(row: number): Uint8Array {
    return stretchOf(this.#uint8.nameBytes, this.#int32.nameAt, row);
  }

  #fileOf(row: number): FileUri {
    return (this.#names.folders.text(this.#int32.folder.at(row)) + textOf(this.#nameOf(row))) as FileUri;
  }

  #subjectOf(row: number): string | null {
    const bytes = stretchOf(this.#uint8.subjectBytes, this.#int32.subjectAt, row);
    // A subject begins behind a line feed, so that an empty stretch is none.
    return bytes.length === 0 ? null : textOf(bytes.subarray(1));
  }

  /** Adds the row of a cable from a batch. */
  #addCable(name: RowName, stamp: Stamp, reader: BatchReader): void {
    const columns = this.#int32;
    const mrn = this.#readMrn(reader);
    if (mrn === NONE || this.#firstRowOf(mrn) === NONE) this.#cables++;
    this.#files++;
    this.#start(name, stamp, CABLE, mrn);
    columns.sent.push(reader.next());
    this.#uint8.classification.push(reader.next());
    const length = reader.next();
    if (length >= 0) {
      this.#uint8.subjectBytes.push(LINE_FEED);
      const { texts } = reader.batch;
      this.#uint8.subjectBytes.appendPart(texts, reader.text, reader.text + length);
      reader.text += length;
    }
    for (let part = 0; part < PLACE; part++) columns.places.push(reader.next());
    for (let left = reader.next(); left > 0; left--) this.#tags.push(reader.tag(this.#names.tags));
    for (let part = 0; part < PLACE; part++) columns.places.push(reader.next());
    for (let left = reader.next(); left > 0; left--) this.#addCitation(reader);
    this.#rows++;
    this.#revision++;
  }

  #addCitation(reader: BatchReader): void {
    const { citations, mrnCitations } = this.#int32;
    const cited = this.#readMrn(reader);
    const number = citations.length / CITATION;
    citations.push(this.#rows);
    citations.push(cited);
    citations.push(mrnCitations.at(cited));
    for (let part = 0; part < PLACE; part++) citations.push(reader.next());
    mrnCitations.set(cited, number);
  }

  /** Adds the row of a file that holds no cable. */
  #addOther(name: RowName, stamp: Stamp): void {
    const columns = this.#int32;
    this.#start(name, stamp, OTHER, NONE);
    columns.sent.push(UNDATED);
    this.#uint8.classification.push(0);
    for (let part = 0; part < 2 * PLACE; part++) columns.places.push(0);
    this.#others++;
    this.#rows++;
    this.#revision++;
  }

  /** Pushes what all rows have, and where the row's stretches of other columns begin. */
  #start({ folder, bytes, start, end, hash }: RowName, stamp: Stamp, state: number, mrn: number): void {
    const columns = this.#int32;
    columns.folder.push(folder);
    columns.nameAt.push(this.#uint8.nameBytes.appendPart(bytes, start, end));
    columns.size.push(boundedSize(stamp));
    this.#modified.push(stamp.modified);
    this.#uint8.state.push(state);
    columns.subjectAt.push(this.#uint8.subjectBytes.length);
    columns.tagsAt.push(this.#tags.length);
    columns.citationsAt.push(columns.citations.length / CITATION);
    columns.mrn.push(mrn);
    columns.nextOfMrn.push(mrn === NONE ? NONE : columns.mrnRows.at(mrn));
    if (mrn !== NONE) columns.mrnRows.set(mrn, this.#rows);
    this.#rowsByFile.add(hash);
  }

  #remove(row: number): void {
    const state = this.#uint8.state.at(row);
    this.#uint8.state.set(row, GONE);
    this.#revision++;
    if (state === OTHER) {
      this.#others--;
      return;
    }
    this.#files--;
    const mrn = this.#int32.mrn.at(row);
    if (mrn === NONE || this.#firstRowOf(mrn) === NONE) this.#cables--;
  }

  #setStamp(row: number, stamp: Stamp): void {
    const size = boundedSize(stamp);
    if (this.#int32.size.at(row) === size && this.#modified.at(row) === stamp.modified) return;
    this.#int32.size.set(row, size);
    this.#modified.set(row, stamp.modified);
    this.#revision++;
  }

  #summary(row: number): CableSummary {
    const mrn = this.#int32.mrn.at(row);
    const sent = this.#int32.sent.at(row);
    const tags: string[] = [];
    for (let at = this.#int32.tagsAt.at(row); at < endOf(this.#int32.tagsAt, row, this.#tags.length); at++) {
      tags.push(this.#names.tags.text(this.#tags.at(at)));
    }
    const citations: CitationSummary[] = [];
    const last = endOf(this.#int32.citationsAt, row, this.#int32.citations.length / CITATION);
    for (let citation = this.#int32.citationsAt.at(row); citation < last; citation++) {
      citations.push({
        mrn: this.#mrnText(this.#citation(citation, 1)),
        place: this.#placeAt(this.#int32.citations, citation * CITATION + 3),
      });
    }
    return {
      mrn: mrn === NONE ? null : this.#mrnText(mrn),
      sent: sent === UNDATED ? null : sent,
      classification: CLASSIFICATION_LEVELS[this.#uint8.classification.at(row)] ?? null,
      subject: this.#subjectOf(row),
      place: this.#placeAt(this.#int32.places, row * 2 * PLACE),
      tags,
      tagsPlace: this.#placeAt(this.#int32.places, row * 2 * PLACE + PLACE),
      citations,
    };
  }

  hitOfRow(row: number): CableHit {
    return this.#hitOf(row, this.#fileOf(row), this.#subjectOf(row));
  }

  /** The same of many at once. */
  #hitsOfRows(rows: readonly number[]): readonly CableHit[] {
    const { nameBytes, subjectBytes } = this.#uint8;
    const names = textsOf(nameBytes.view(), boundsOf(this.#int32.nameAt, rows, nameBytes.length));
    // The line feed that a subject begins behind is left out; where there is none, it has no bytes at all.
    const subjects = boundsOf(this.#int32.subjectAt, rows, subjectBytes.length);
    const isSubject = rows.map((_, index) => (subjects[2 * index] ?? 0) < (subjects[2 * index + 1] ?? 0));
    isSubject.forEach((is, index) => {
      if (is) subjects[2 * index] = (subjects[2 * index] ?? 0) + 1;
    });
    const texts = textsOf(subjectBytes.view(), subjects);
    return rows.map((row, index) => {
      const file = this.#names.folders.text(this.#int32.folder.at(row)) + (names[index] ?? "");
      return this.#hitOf(row, file as FileUri, isSubject[index] === true ? (texts[index] ?? "") : null);
    });
  }

  #hitOf(row: number, file: FileUri, subject: string | null): CableHit {
    const mrn = this.#int32.mrn.at(row);
    const sent = this.#int32.sent.at(row);
    return {
      file,
      mrn: mrn === NONE ? null : this.#mrnText(mrn),
      station: mrn === NONE ? null : this.#names.stations.text(this.#int32.mrnStation.at(mrn)),
      serial: mrn === NONE ? null : this.#int32.mrnSerial.at(mrn),
      sent: sent === UNDATED ? null : sent,
      classification: CLASSIFICATION_LEVELS[this.#uint8.classification.at(row)] ?? null,
      subject,
      place: this.#placeAt(this.#int32.places, row * 2 * PLACE),
    };
  }

  #placeAt(column: Column<Int32Array>, at: number): RecordedPlace {
    return {
      line: column.at(at),
      character: column.at(at + 1),
      endLine: column.at(at + 2),
      endCharacter: column.at(at + 3),
    };
  }

  #count(): void {
    for (let row = 0; row < this.#rows; row++) {
      const state = this.#uint8.state.at(row);
      if (state === OTHER) this.#others++;
      if (state !== CABLE) continue;
      this.#files++;
      if (this.#int32.mrn.at(row) === NONE) this.#cables++;
    }
    for (let mrn = 0; mrn < this.#int32.mrnRows.length; mrn++) if (this.#firstRowOf(mrn) !== NONE) this.#cables++;
  }

  /** Rows in the order of answers: by `first`, then newest first, undated ones last, then by file. At most `limit`. */
  #newestFirst(
    rows: readonly number[],
    limit: number = rows.length,
    first: (one: number, other: number) => number = () => 0,
  ): readonly number[] {
    const sent = this.#int32.sent.view();
    return bestRows(
      rows,
      limit,
      (one, other) => first(one, other) || (sent[other] ?? 0) - (sent[one] ?? 0) || this.#byFile(one, other),
    );
  }

  /** The order of files by the code units of their names, mostly by the bytes: texts of names are made only where one folder is in the other. */
  #byFile(one: number, other: number): number {
    const folder = this.#int32.folder.at(one);
    const otherFolder = this.#int32.folder.at(other);
    if (folder !== otherFolder) {
      const text = this.#names.folders.text(folder);
      const otherText = this.#names.folders.text(otherFolder);
      if (!text.startsWith(otherText) && !otherText.startsWith(text)) return byCodeUnits(text, otherText);
      return byCodeUnits(this.#fileOf(one), this.#fileOf(other));
    }
    const { nameBytes } = this.#uint8;
    const { nameAt } = this.#int32;
    const at = nameAt.at(one);
    const otherAt = nameAt.at(other);
    const length = endOf(nameAt, one, nameBytes.length) - at;
    const otherLength = endOf(nameAt, other, nameBytes.length) - otherAt;
    for (let index = 0; index < length && index < otherLength; index++) {
      const difference = nameBytes.at(at + index) - nameBytes.at(otherAt + index);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }

  /** The row whose stretch of another column holds `at`: `starts` has where each begins. */
  #rowAt(starts: Column<Int32Array>, at: number): number {
    let low = 0;
    let high = this.#rows - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts.at(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // MRNs

  #findMrn(mrn: CanonicalMrn): number {
    const { year, station, serial } = mrnKey(mrn);
    const number = this.#names.stations.find(station);
    return number < 0 ? NONE : this.#findKey(year, number, serial);
  }

  #findKey(year: number, station: number, serial: number): number {
    const { mrnYear, mrnStation, mrnSerial } = this.#int32;
    let mrn = this.#mrnsByKey.first(hashOfKey(year, station, serial));
    while (mrn !== NONE) {
      if (mrnSerial.at(mrn) === serial && mrnStation.at(mrn) === station && mrnYear.at(mrn) === year) break;
      mrn = this.#mrnsByKey.next(mrn);
    }
    return mrn;
  }

  /** The number of the MRN that a batch goes on with, a new one where it has none; -1 for a cable without one. */
  #readMrn(reader: BatchReader): number {
    const station = reader.station(this.#names.stations);
    if (station < 0) return NONE;
    const year = reader.next();
    const serial = reader.next();
    const known = this.#findKey(year, station, serial);
    if (known !== NONE) return known;
    this.#mrnsByKey.add(hashOfKey(year, station, serial));
    this.#int32.mrnYear.push(year);
    this.#int32.mrnStation.push(station);
    this.#int32.mrnRows.push(NONE);
    this.#int32.mrnCitations.push(NONE);
    return this.#int32.mrnSerial.push(serial);
  }

  #mrnText(mrn: number): CanonicalMrn {
    return mrnOfKey({
      year: this.#int32.mrnYear.at(mrn),
      station: this.#names.stations.text(this.#int32.mrnStation.at(mrn)),
      serial: this.#int32.mrnSerial.at(mrn),
    });
  }

  #hashOfMrn(mrn: number): number {
    return hashOfKey(this.#int32.mrnYear.at(mrn), this.#int32.mrnStation.at(mrn), this.#int32.mrnSerial.at(mrn));
  }

  /** The first living row of an MRN; -1 where there is none. */
  #firstRowOf(mrn: number): number {
    let row = this.#int32.mrnRows.at(mrn);
    while (row !== NONE && this.#uint8.state.at(row) !== CABLE) row = this.#int32.nextOfMrn.at(row);
    return row;
  }

  #rowsOf(mrn: number): number[] {
    const rows: number[] = [];
    for (let row = this.#firstRowOf(mrn); row !== NONE; row = this.#int32.nextOfMrn.at(row)) {
      if (this.#uint8.state.at(row) === CABLE) rows.push(row);
    }
    return rows;
  }

  *#citationsOf(mrn: CanonicalMrn): Iterable<number> {
    const id = this.#findMrn(mrn);
    if (id === NONE) return;
    for (let at = this.#int32.mrnCitations.at(id); at !== NONE; at = this.#citation(at, 2)) {
      if (this.#uint8.state.at(this.#citation(at, 0)) === CABLE) yield at;
    }
  }

  #citation(citation: number, part: number): number {
    return this.#int32.citations.at(citation * CITATION + part);
  }
}

/** The folders of some files, with the stroke behind each. */
function foldersOf(files: FileSet): ReadonlySet<string> {
  return new Set(Array.from(files.keys(), (file) => splitFile(file).folder));
}

/** The size as a column holds it: of what is larger than fits, none is known. */
function boundedSize({ size }: Stamp): number {
  return size > 0x7fffffff ? -1 : size;
}

function hashOfKey(year: number, station: number, serial: number): number {
  return mix(Math.imul(serial, 0x9e3779b1) ^ (station << 8) ^ year);
}

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The index as columns of numbers: what is asked of it and told it, without an object per cable; to disk and back as it is. */

import { type CanonicalMrn, fullYear } from "../cable/mrn.ts";
import { defaultVocabulary } from "../vocabulary/vocabulary.ts";
import type {
  CableHit,
  Citation,
  Citations,
  FileSet,
  LeftToDo,
  UpdatableCableIndex,
  WeightedTag,
} from "./cable-index.ts";
import { CitationRows } from "./columns/citation-rows.ts";
import { textOf } from "./columns/columns.ts";
import { FileRows, type RowName } from "./columns/file-rows.ts";
import { endOf, GrowingColumns, rowAt } from "./columns/growing-columns.ts";
import { mrnKey, mrnOfKey } from "./columns/mrn-key.ts";
import { MrnRows } from "./columns/mrn-rows.ts";
import { GONE, NONE, OTHER, type PackedColumns } from "./columns/packed-columns.ts";
import { RowContents } from "./columns/row-contents.ts";
import { RowWriter } from "./columns/row-writer.ts";
import { StationSeries } from "./columns/station-series.ts";
import { tagsBeside } from "./facets/tag-cooccurrence.ts";
import { type FileBlock, splitFile } from "./file-list-chunk.ts";
import type { FileUri } from "./file-uri.ts";
import { type CitationSummary, type IndexRecord, sameSummary } from "./index-record.ts";
import { type CitedNumber, type CitingCable, type MeantCable, meantCable } from "./meant-cable.ts";
import { compileQuery, hasSigns } from "./query/compile-query.ts";
import { indexTest } from "./query/row-test.ts";
import { BatchReader, BatchWriter, FOUND, NO_STAMP, type RecordBatch, type Stamp, UNDATED } from "./record-batch.ts";
import { SubjectWords } from "./search/inverted-index.ts";
import { RankedRows, rankRows } from "./search/match-ranks.ts";
import { AnswerOrder } from "./search/result-order.ts";
import { cableSearch } from "./search/search.ts";
import type { LikelyDays } from "./serial-series.ts";

/** So many files of a block are taken in at a step: a fraction of a millisecond. */
const FILES_A_STEP = 64;

export class PackedCableIndex implements UpdatableCableIndex {
  readonly #columns: GrowingColumns;
  readonly #files: FileRows;
  readonly #mrns: MrnRows;
  readonly #citations: CitationRows;
  readonly #contents: RowContents;
  readonly #rowWriter: RowWriter;
  /** Made when somebody searches, or has time: it is not kept on disk. */
  readonly #subjectWords = new SubjectWords();
  readonly #ranked = new RankedRows();
  /** The serials of the stations, as long as nothing changes. */
  #series: { readonly revision: number; readonly of: StationSeries } | null = null;
  /** A cable that is not of a batch is made one. */
  readonly #batchWriter = new BatchWriter();

  constructor(saved: PackedColumns | null = null) {
    this.#columns = new GrowingColumns(saved);
    this.#files = new FileRows(this.#columns);
    this.#mrns = new MrnRows(this.#columns);
    this.#citations = new CitationRows(this.#columns);
    this.#contents = new RowContents(this.#columns, this.#files, this.#mrns, this.#citations);
    this.#rowWriter = new RowWriter(this.#columns, this.#files, this.#mrns, this.#citations);
  }

  get size(): { readonly files: number; readonly cables: number } {
    const { files, cables } = this.#rowWriter;
    return { files, cables };
  }

  get others(): number {
    return this.#rowWriter.others;
  }

  get revision(): number {
    return this.#rowWriter.revision;
  }

  /** Rows in all, those of files that changed or vanished included: a row's number is below it for good. */
  get rows(): number {
    return this.#columns.rows;
  }

  get waste(): number {
    const { files, others } = this.#rowWriter;
    return this.rows === 0 ? 0 : 1 - (files + others) / this.rows;
  }

  columns(): PackedColumns {
    return this.#columns.view();
  }

  // A cable and who cites it

  has(mrn: CanonicalMrn): boolean {
    const id = this.#mrns.find(mrn);
    return id !== NONE && this.#mrns.firstRowOf(id) !== NONE;
  }

  filesOf(mrn: CanonicalMrn): readonly FileUri[] {
    return this.#rowsOf(mrn).map((row) => this.#files.fileOf(row));
  }

  hitsOf(mrn: CanonicalMrn): readonly CableHit[] {
    return this.#rowsOf(mrn).map((row) => this.#contents.hit(row));
  }

  hitOfRow(row: number): CableHit {
    return this.#contents.hit(row);
  }

  meant(cited: CitedNumber, citing: CitingCable): MeantCable {
    if (!cited.yearInferred) return { mrn: cited.mrn, by: "cited" };
    const series = this.#stationSeries();
    return meantCable(cited, citing, {
      has: (mrn) => this.has(mrn),
      seriesOf: (station, year) => series.of(station, year),
    });
  }

  likelyDays(mrn: CanonicalMrn, before: number | null): LikelyDays | null {
    const { year, station, serial } = mrnKey(mrn);
    return year < 0 || serial < 0 ? null : this.#stationSeries().of(station, year).likelyDays(serial, before);
  }

  serialsOf(station: string, year: number): readonly number[] {
    return this.#stationSeries().of(station, year).serials;
  }

  #stationSeries(): StationSeries {
    if (this.#series?.revision !== this.revision) {
      this.#series = { revision: this.revision, of: new StationSeries(this.columns()) };
    }
    return this.#series.of;
  }

  citedIn(file: FileUri): readonly CitationSummary[] {
    const row = this.#files.rowOf(file);
    const summary = this.summaryOf(file);
    if (row === NONE || summary === null) return [];
    return summary.citations.map((citation) => ({ ...citation, mrn: this.meant(citation, this.#citingOf(row)).mrn }));
  }

  citationsOf(mrn: CanonicalMrn, limit: number): Citations {
    const byRow = new Map<number, number[]>();
    let total = 0;
    for (const citation of this.#meaning(mrn)) {
      total++;
      const row = this.#citations.rowOf(citation);
      const list = byRow.get(row);
      if (list === undefined) byRow.set(row, [citation]);
      else list.push(citation);
    }
    const citations: Citation[] = [];
    for (const row of this.#answerOrder(limit).addAll(byRow.keys()).finish()) {
      if (citations.length >= limit) break;
      const file = this.#files.fileOf(row);
      // The chain has the last entry of a row first.
      for (const citation of (byRow.get(row) ?? []).sort((one, other) => one - other)) {
        if (citations.length < limit) citations.push({ file, place: this.#citations.placeOf(citation) });
      }
    }
    return { citations, total };
  }

  citingCables(mrn: CanonicalMrn): number {
    const cables = new Set<number>();
    for (const citation of this.#meaning(mrn)) {
      const row = this.#citations.rowOf(citation);
      const own = this.#columns.int32.mrn.at(row);
      cables.add(own === NONE ? -2 - row : own);
    }
    return cables.size;
  }

  // Cables by TAGS and by words

  carrying(tag: string, limit: number): Citations {
    const { tags: numbers, names, int32 } = this.#columns;
    const number = names.tags.find(tag);
    const order = this.#answerOrder(limit);
    let total = 0;
    if (number >= 0) {
      // One pass over the numbers of all TAGS, a few milliseconds for a quarter of a million cables.
      const tags = numbers.view();
      for (let at = tags.indexOf(number); at >= 0; at = tags.indexOf(number, at + 1)) {
        const row = rowAt(int32.tagsAt, at);
        if (!this.#columns.isCable(row)) continue;
        order.add(row);
        total++;
      }
    }
    return {
      citations: Array.from(order.finish(), (row) => ({
        file: this.#files.fileOf(row),
        place: this.#contents.tagsPlaceOf(row),
      })),
      total,
    };
  }

  tagsBeside(station: string | null, tags: readonly string[], limit: number): readonly WeightedTag[] {
    return tagsBeside(this.columns(), station, tags, limit);
  }

  search(query: string, limit: number): readonly CableHit[] {
    return this.#contents.hits(this.searchRows(query, limit));
  }

  searchRows(query: string, limit: number): Int32Array {
    if (hasSigns(query)) return this.#queryRows(query, limit);
    const search = cableSearch(query, this.#columns.names.stations.all());
    if (search === null) return new Int32Array();
    this.prepareSearch(this.rows);
    const ranked = this.#ranked;
    rankRows(search, this.columns(), this.#subjectWords, ranked);
    const order = this.#answerOrder(Math.min(limit, ranked.rows.length));
    for (const row of ranked.rows) if (this.#columns.isCable(row)) order.add(row, ranked.rank(row));
    return order.finish();
  }

  /** The newest rows of which a query holds, as far as the index knows: of words it knows those of subjects. */
  #queryRows(query: string, limit: number): Int32Array {
    const { stations, tags } = this.#columns.names;
    const known = { vocabulary: defaultVocabulary, stations: stations.all(), tags: tags.all() };
    const { condition } = compileQuery(query, { ...known, isTyping: true });
    const test = indexTest(condition, this.columns());
    const order = this.#answerOrder(Math.min(limit, this.rows));
    for (let row = 0; row < this.rows; row++) if (this.#columns.isCable(row) && test(row)) order.add(row);
    return order.finish();
  }

  prepareSearch(rows: number): boolean {
    const end = Math.min(this.rows, this.#subjectWords.rows + rows);
    const bytes = this.#columns.uint8.subjectBytes.view();
    const { subjectAt } = this.#columns.int32;
    for (let row = this.#subjectWords.rows; row < end; row++) {
      this.#subjectWords.add(bytes, subjectAt.at(row), endOf(subjectAt, row, bytes.length));
    }
    return end === this.rows;
  }

  // Files

  summaryOf(file: FileUri): IndexRecord | null {
    const row = this.#files.rowOf(file);
    return row === NONE || !this.#columns.isCable(row) ? null : this.#contents.summary(row);
  }

  rowOf(file: FileUri): number {
    return this.#files.rowOf(file);
  }

  isKnown(file: FileUri): boolean {
    return this.#files.rowOf(file) !== NONE;
  }

  stampOf(file: FileUri): Stamp | null {
    const row = this.#files.rowOf(file);
    const size = row === NONE ? NONE : this.#columns.int32.size.at(row);
    return size < 0 ? null : { size, modified: this.#columns.modified.at(row) };
  }

  files(): Iterable<FileUri> {
    return this.#filesWhere((row) => this.#columns.isCable(row));
  }

  knownFiles(): Iterable<FileUri> {
    return this.#filesWhere(() => true);
  }

  unstamped(): Iterable<FileUri> {
    return this.#filesWhere((row) => this.#columns.int32.size.at(row) < 0);
  }

  knownBelow(folders: ReadonlySet<FileUri>): Iterable<FileUri> {
    const below = this.#files.foldersBelow(folders);
    return below.size === 0 ? [] : this.#filesWhere((row) => below.has(this.#columns.int32.folder.at(row)));
  }

  /** The known files among the first rows whose byte in `seen` is 0. */
  unseen(seen: Uint8Array): Iterable<FileUri> {
    return this.#filesWhere((row) => seen[row] === 0);
  }

  // What changes it

  noteChanges(changed: Set<FileUri> | null): void {
    this.#rowWriter.changed = changed;
  }

  /** Takes the place of another index: its revisions go on behind those of the other. */
  standInFor({ revision }: { readonly revision: number }): void {
    this.#rowWriter.countFrom(revision + 1);
  }

  update(file: FileUri, summary: IndexRecord | null, stamp: Stamp = NO_STAMP): void {
    const row = this.#files.rowOf(file);
    if (row === NONE && summary === null) return;
    if (row !== NONE && summary !== null && this.#columns.isCable(row)) {
      if (sameSummary(this.#contents.summary(row), summary)) {
        this.#rowWriter.setStamp(row, stamp);
        return;
      }
    }
    if (row !== NONE) this.#rowWriter.remove(row);
    if (summary === null) return;
    this.#batchWriter.addCable(summary, stamp);
    const reader = new BatchReader(this.#batchWriter.finish());
    reader.next();
    this.#rowWriter.addCable(this.#files.name(file), stamp, reader);
  }

  passOver(file: FileUri, stamp: Stamp = NO_STAMP): void {
    const row = this.#files.rowOf(file);
    if (row !== NONE && this.#columns.uint8.state.at(row) === OTHER) {
      this.#rowWriter.setStamp(row, stamp);
      return;
    }
    if (row !== NONE) this.#rowWriter.remove(row);
    this.#rowWriter.addOther(this.#files.name(file), stamp);
  }

  *take(block: FileBlock, batch: RecordBatch, left: FileSet): Generator<undefined, LeftToDo> {
    const missing: FileUri[] = [];
    const folders: FileUri[] = [];
    // After a start nearly all of them are: the names need not be looked at.
    if (batch.numbers.length === block.size && batch.numbers.every((found) => found === FOUND.unchanged)) {
      return { missing, folders };
    }
    const reader = new BatchReader(batch);
    let leftFolders = foldersOf(left);
    let index = 0;
    for (const { name, folder } of this.#files.namesOf(block)) {
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

  stampsOf(block: FileBlock, seen: Uint8Array): Float64Array<ArrayBuffer> | null {
    if (this.rows === 0) return null;
    const stamps = new Float64Array(block.size * 2).fill(-1);
    let index = 0;
    let isKnown = false;
    for (const { name } of this.#files.namesOf(block)) {
      const row = this.#files.rowOfName(name);
      if (row !== NONE) {
        seen[row] = 1;
        isKnown = true;
        stamps[index * 2] = this.#columns.int32.size.at(row);
        stamps[index * 2 + 1] = this.#columns.modified.at(row);
      }
      index++;
    }
    return isKnown ? stamps : null;
  }

  /** Takes in the next file of a batch: a cable where there is a reader, which it brings behind the cable. */
  #takeFile(name: RowName, file: () => FileUri, stamp: Stamp, reader: BatchReader | null, isLeft: boolean): void {
    const isNew = this.#files.rowOfName(name) === NONE;
    if (reader !== null) {
      if (isNew && !isLeft) this.#rowWriter.addCable(name, stamp, reader);
      else {
        const summary = reader.summary();
        if (!isLeft) this.update(file(), summary, stamp);
      }
    } else if (!isLeft) {
      if (isNew) this.#rowWriter.addOther(name, stamp);
      else this.passOver(file(), stamp);
    }
  }

  *#filesWhere(isAsked: (row: number) => boolean): Iterable<FileUri> {
    const { state } = this.#columns.uint8;
    // Rows that are added while somebody goes through these are not among them: there might be no end.
    const { rows } = this;
    for (let row = 0; row < rows; row++) {
      if (state.at(row) !== GONE && isAsked(row)) yield this.#files.fileOf(row);
    }
  }

  /** The rows of a cable, in the order of their files. */
  #rowsOf(mrn: CanonicalMrn): readonly number[] {
    const id = this.#mrns.find(mrn);
    return id === NONE ? [] : this.#mrns.rowsOf(id).sort((one, other) => this.#files.compare(one, other));
  }

  /** The citations that mean a cable: those of its own number, and those of the year behind it that no year is printed of. */
  *#meaning(mrn: CanonicalMrn): Iterable<number> {
    const key = mrnKey(mrn);
    for (const year of key.year < 0 ? [key.year] : [key.year, (key.year + 1) % 100]) {
      const number = mrnOfKey({ ...key, year });
      const id = this.#mrns.find(number);
      if (id === NONE) continue;
      for (const citation of this.#citations.citing(id)) {
        const yearInferred = this.#citations.isYearInferred(citation);
        if (!yearInferred && number !== mrn) continue;
        const citing = this.#citingOf(this.#citations.rowOf(citation));
        if (this.meant({ mrn: number, yearInferred }, citing).mrn === mrn) yield citation;
      }
    }
  }

  /** The cable of a row as one that cites. */
  #citingOf(row: number): CitingCable {
    const sent = this.#columns.int32.sent.at(row);
    if (sent !== UNDATED) return { year: new Date(sent * 60_000).getUTCFullYear(), sent };
    const own = this.#columns.int32.mrn.at(row);
    const year = own === NONE ? NONE : this.#columns.int32.mrnYear.at(own);
    return { year: year < 0 ? null : fullYear(year), sent: null };
  }

  #answerOrder(limit: number): AnswerOrder {
    return new AnswerOrder(this.#columns, this.#files, limit);
  }
}

/** The folders of some files, with the stroke behind each. */
function foldersOf(files: FileSet): ReadonlySet<string> {
  return new Set(Array.from(files.keys(), (file) => splitFile(file).folder));
}

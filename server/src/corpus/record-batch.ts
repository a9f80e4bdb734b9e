/** Summaries of many files in three buffers, so that a worker hands them over without a copy and without an object per file. */

import type { CanonicalMrn } from "../cable/mrn.ts";
import { CLASSIFICATION_LEVELS } from "./columns/classification-codes.ts";
import { bytesOf, Column, float64, int32, Names, textOf, uint8 } from "./columns/columns.ts";
import { mrnKey, mrnOfKey } from "./columns/mrn-key.ts";
import type { CitationSummary, IndexRecord, RecordedPlace } from "./index-record.ts";

/** What was found at a file. The numbers are what the buffers hold. */
export const FOUND = { unchanged: 0, cable: 1, other: 2, skipped: 3, missing: 4, folder: 5 } as const;

export type Found = (typeof FOUND)[keyof typeof FOUND];

/** Size in bytes and time of the last change in milliseconds since 1970, by which a file is known again. */
export interface Stamp {
  readonly size: number;
  readonly modified: number;
}

/** Size and time of a file of which neither is known: it equals no stamp, itself included. */
export const NO_STAMP: Stamp = { size: -1, modified: -1 };

/** Answers for a list of files, in its order. Only plain arrays and buffers, so that it travels between threads. */
export interface RecordBatch {
  /** Per file what was found; behind each `FOUND.cable` its summary in numbers. */
  readonly numbers: Int32Array<ArrayBuffer>;
  /** Per file size and time. */
  readonly stamps: Float64Array<ArrayBuffer>;
  /** The subjects, one behind the other, in UTF-8. */
  readonly texts: Uint8Array<ArrayBuffer>;
  /** Stations and TAGS that the numbers speak of. */
  readonly names: readonly string[];
  /** The files that can't be read, by their places in the list, and why: `is binary`. */
  readonly skipped: readonly { readonly index: number; readonly reason: string }[];
}

/** Stands for a date-time group that is missing. */
export const UNDATED = -0x80000000;

/** Fills a batch, file by file, and then the next one. */
export class BatchWriter {
  readonly #numbers = new Column(int32);
  readonly #stamps = new Column(float64);
  readonly #texts = new Column(uint8);
  #names = new Names();
  #skipped: { readonly index: number; readonly reason: string }[] = [];

  /** Adds a file that holds no cable that is new. */
  add(found: Exclude<Found, typeof FOUND.cable | typeof FOUND.skipped>, stamp: Stamp = NO_STAMP): void {
    this.#numbers.push(found);
    this.#stamp(stamp);
  }

  addSkipped(reason: string, stamp: Stamp = NO_STAMP): void {
    this.#numbers.push(FOUND.skipped);
    this.#skipped.push({ index: this.#stamps.length / 2, reason });
    this.#stamp(stamp);
  }

  addCable(summary: IndexRecord, stamp: Stamp): void {
    const numbers = this.#numbers;
    numbers.push(FOUND.cable);
    this.#stamp(stamp);
    this.#mrn(summary.mrn);
    numbers.push(summary.sent ?? UNDATED);
    numbers.push(CLASSIFICATION_LEVELS.indexOf(summary.classification));
    const subject = summary.subject === null ? null : bytesOf(summary.subject);
    numbers.push(subject === null ? -1 : subject.length);
    if (subject !== null) this.#texts.append(subject);
    this.#place(summary.place);
    numbers.push(summary.tags.length);
    for (const tag of summary.tags) numbers.push(this.#names.number(tag));
    this.#place(summary.tagsPlace);
    numbers.push(summary.citations.length);
    for (const { mrn, yearInferred, place } of summary.citations) {
      this.#mrn(mrn);
      numbers.push(Number(yearInferred));
      this.#place(place);
    }
  }

  /** The batch as far as it was filled; what comes now is of the next one. */
  finish(): RecordBatch {
    const batch = {
      numbers: this.#numbers.view().slice(),
      stamps: this.#stamps.view().slice(),
      texts: this.#texts.view().slice(),
      names: this.#names.all(),
      skipped: this.#skipped,
    };
    for (const column of [this.#numbers, this.#stamps, this.#texts]) column.clear();
    this.#names = new Names();
    this.#skipped = [];
    return batch;
  }

  #stamp({ size, modified }: Stamp): void {
    this.#stamps.push(size);
    this.#stamps.push(modified);
  }

  #mrn(mrn: CanonicalMrn | null): void {
    if (mrn === null) {
      this.#numbers.push(-1);
      return;
    }
    const { year, station, serial } = mrnKey(mrn);
    this.#numbers.push(this.#names.number(station));
    this.#numbers.push(year);
    this.#numbers.push(serial);
  }

  #place({ line, character, endLine, endCharacter }: RecordedPlace): void {
    const numbers = this.#numbers;
    numbers.push(line);
    numbers.push(character);
    numbers.push(endLine);
    numbers.push(endCharacter);
  }
}

/** Reads a batch, file by file, as a writer filled it. */
export class BatchReader {
  readonly batch: RecordBatch;
  /** Where the next subject begins in the batch's texts. */
  text = 0;
  #at = 0;
  /** Per name of the batch 1 + its number as a station and as a TAG in the index that takes it; 0 where it was not asked for. */
  readonly #stations: Int32Array;
  readonly #tags: Int32Array;

  constructor(batch: RecordBatch) {
    this.batch = batch;
    this.#stations = new Int32Array(batch.names.length);
    this.#tags = new Int32Array(batch.names.length);
  }

  next(): number {
    return this.batch.numbers[this.#at++] ?? FOUND.missing;
  }

  /** The number that the next name has among `stations`; -1 where none is named. */
  station(stations: Names): number {
    return this.#numberIn(stations, this.#stations);
  }

  /** The number that the next name has among `tags`. */
  tag(tags: Names): number {
    return this.#numberIn(tags, this.#tags);
  }

  #numberIn(names: Names, numbers: Int32Array): number {
    const name = this.next();
    if (name < 0) return -1;
    const known = numbers[name] ?? 0;
    if (known > 0) return known - 1;
    const number = names.number(this.batch.names[name] ?? "");
    numbers[name] = number + 1;
    return number;
  }

  summary(): IndexRecord {
    const mrn = this.#mrn();
    const sent = this.next();
    const classification = CLASSIFICATION_LEVELS[this.next()] ?? null;
    const length = this.next();
    let subject: string | null = null;
    if (length >= 0) {
      subject = textOf(this.batch.texts.subarray(this.text, this.text + length));
      this.text += length;
    }
    const place = this.#place();
    const tags = Array.from({ length: this.next() }, () => this.#name());
    const tagsPlace = this.#place();
    const citations: CitationSummary[] = [];
    for (let left = this.next(); left > 0; left--) {
      const cited = this.#mrn();
      const yearInferred = this.next() === 1;
      const at = this.#place();
      if (cited !== null) citations.push({ mrn: cited, yearInferred, place: at });
    }
    return { mrn, sent: sent === UNDATED ? null : sent, classification, subject, place, tags, tagsPlace, citations };
  }

  #name(): string {
    return this.batch.names[this.next()] ?? "";
  }

  #mrn(): CanonicalMrn | null {
    const station = this.next();
    if (station < 0) return null;
    const year = this.next();
    return mrnOfKey({ year, station: this.batch.names[station] ?? "", serial: this.next() });
  }

  #place(): RecordedPlace {
    return { line: this.next(), character: this.next(), endLine: this.next(), endCharacter: this.next() };
  }
}

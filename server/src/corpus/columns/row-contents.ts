/** What a row of the index says of its cable, as objects: for the few rows that an answer is about. */

import type { CableHit } from "../cable-index.ts";
import type { FileUri } from "../file-uri.ts";
import type { IndexRecord, RecordedPlace } from "../index-record.ts";
import { UNDATED } from "../record-batch.ts";
import type { CitationRows } from "./citation-rows.ts";
import { CLASSIFICATION_LEVELS } from "./classification-codes.ts";
import { textOf, textsOf } from "./columns.ts";
import type { FileRows } from "./file-rows.ts";
import { boundsOf, endOf, type GrowingColumns, placeAt, stretchOf } from "./growing-columns.ts";
import type { MrnRows } from "./mrn-rows.ts";
import { NONE, PLACE } from "./packed-columns.ts";

export class RowContents {
  readonly #columns: GrowingColumns;
  readonly #files: FileRows;
  readonly #mrns: MrnRows;
  readonly #citations: CitationRows;

  constructor(columns: GrowingColumns, files: FileRows, mrns: MrnRows, citations: CitationRows) {
    this.#columns = columns;
    this.#files = files;
    this.#mrns = mrns;
    this.#citations = citations;
  }

  /** All that the index was told of the row's file. */
  summary(row: number): IndexRecord {
    const { int32, uint8, tags: numbers, names } = this.#columns;
    const mrn = int32.mrn.at(row);
    const sent = int32.sent.at(row);
    const tags: string[] = [];
    for (let at = int32.tagsAt.at(row); at < endOf(int32.tagsAt, row, numbers.length); at++) {
      tags.push(names.tags.text(numbers.at(at)));
    }
    return {
      mrn: mrn === NONE ? null : this.#mrns.text(mrn),
      sent: sent === UNDATED ? null : sent,
      classification: CLASSIFICATION_LEVELS[uint8.classification.at(row)] ?? null,
      subject: this.#subjectOf(row),
      place: this.#placeOf(row),
      tags,
      tagsPlace: this.tagsPlaceOf(row),
      citations: Array.from(this.#citations.citedBy(row), (citation) => ({
        mrn: this.#mrns.text(this.#citations.citedOf(citation)),
        yearInferred: this.#citations.isYearInferred(citation),
        place: this.#citations.placeOf(citation),
      })),
    };
  }

  tagsPlaceOf(row: number): RecordedPlace {
    return placeAt(this.#columns.int32.places, row * 2 * PLACE + PLACE);
  }

  /** What a list shows of the row's file. */
  hit(row: number): CableHit {
    return this.#hitOf(row, this.#files.fileOf(row), this.#subjectOf(row));
  }

  /** The same of many at once. */
  hits(rows: Int32Array): readonly CableHit[] {
    const { int32, uint8, names } = this.#columns;
    const { nameBytes, subjectBytes } = uint8;
    const fileNames = textsOf(nameBytes.view(), boundsOf(int32.nameAt, rows, nameBytes.length));
    // The line feed that a subject begins behind is left out; where there is none, it has no bytes at all.
    const subjects = boundsOf(int32.subjectAt, rows, subjectBytes.length);
    const isSubject = Array.from(rows, (_, index) => (subjects[2 * index] ?? 0) < (subjects[2 * index + 1] ?? 0));
    isSubject.forEach((is, index) => {
      if (is) subjects[2 * index] = (subjects[2 * index] ?? 0) + 1;
    });
    const texts = textsOf(subjectBytes.view(), subjects);
    return Array.from(rows, (row, index) => {
      const file = names.folders.text(int32.folder.at(row)) + (fileNames[index] ?? "");
      return this.#hitOf(row, file as FileUri, isSubject[index] === true ? (texts[index] ?? "") : null);
    });
  }

  #hitOf(row: number, file: FileUri, subject: string | null): CableHit {
    const { int32, uint8 } = this.#columns;
    const mrn = int32.mrn.at(row);
    const sent = int32.sent.at(row);
    return {
      file,
      mrn: mrn === NONE ? null : this.#mrns.text(mrn),
      station: mrn === NONE ? null : this.#mrns.station(mrn),
      serial: mrn === NONE ? null : this.#mrns.serial(mrn),
      sent: sent === UNDATED ? null : sent,
      classification: CLASSIFICATION_LEVELS[uint8.classification.at(row)] ?? null,
      subject,
      place: this.#placeOf(row),
    };
  }

  #placeOf(row: number): RecordedPlace {
    return placeAt(this.#columns.int32.places, row * 2 * PLACE);
  }

  #subjectOf(row: number): string | null {
    const { int32, uint8 } = this.#columns;
    const bytes = stretchOf(uint8.subjectBytes, int32.subjectAt, row);
    // A subject begins behind a line feed, so that an empty stretch is none.
    return bytes.length === 0 ? null : textOf(bytes.subarray(1));
  }
}

/** Who cites whom: the citations of each row one behind the other, and those of each MRN chained. */

import type { RecordedPlace } from "../index-record.ts";
import type { BatchReader } from "../record-batch.ts";
import { endOf, type GrowingColumns, placeAt } from "./growing-columns.ts";
import { CITATION, NONE, PLACE } from "./packed-columns.ts";

export class CitationRows {
  readonly #columns: GrowingColumns;

  constructor(columns: GrowingColumns) {
    this.#columns = columns;
  }

  /** How many there are, those of rows that are gone included. */
  get length(): number {
    return this.#columns.int32.citations.length / CITATION.length;
  }

  /** Adds a citation of `cited` by a row; whether its year is inferred, and its place, from a batch. */
  add(row: number, cited: number, reader: BatchReader): void {
    const { citations, mrnCitations } = this.#columns.int32;
    const number = this.length;
    citations.push(row);
    citations.push(cited);
    citations.push(mrnCitations.at(cited));
    citations.push(reader.next());
    for (let part = 0; part < PLACE; part++) citations.push(reader.next());
    mrnCitations.set(cited, number);
  }

  /** The citations of an MRN by living rows: those of the row that was added last first, the last entry of a row first. */
  *citing(mrn: number): Iterable<number> {
    for (let at = this.#columns.int32.mrnCitations.at(mrn); at !== NONE; at = this.#part(at, CITATION.next)) {
      if (this.#columns.isCable(this.rowOf(at))) yield at;
    }
  }

  /** The citations in a row, in document order. */
  *citedBy(row: number): Iterable<number> {
    const { citationsAt } = this.#columns.int32;
    const end = endOf(citationsAt, row, this.length);
    for (let citation = citationsAt.at(row); citation < end; citation++) yield citation;
  }

  /** The row that cites. */
  rowOf(citation: number): number {
    return this.#part(citation, CITATION.row);
  }

  /** The MRN that is cited. */
  citedOf(citation: number): number {
    return this.#part(citation, CITATION.mrn);
  }

  /** Whether its year is printed nowhere. */
  isYearInferred(citation: number): boolean {
    return this.#part(citation, CITATION.yearInferred) === 1;
  }

  placeOf(citation: number): RecordedPlace {
    return placeAt(this.#columns.int32.citations, citation * CITATION.length + CITATION.place);
  }

  #part(citation: number, part: number): number {
    return this.#columns.int32.citations.at(citation * CITATION.length + part);
  }
}

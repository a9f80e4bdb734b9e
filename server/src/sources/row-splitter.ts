/** Cuts rows into cables: reads them, finds out which columns there are, and has each row put together. */

import { COLUMN_NAMES, type ColumnUse, columnName, RELEASE_COLUMNS } from "./columns.ts";
import { CsvReader, delimiterOf } from "./csv-reader.ts";
import type { Cutter, Finding } from "./source.ts";

/** The columns of rows. */
export interface Columns {
  /** As the header row has them; null where there is none. */
  readonly names: readonly string[] | null;
  /** Where each use is found; -1 where it is not. */
  readonly id: number;
  readonly header: number;
  readonly body: number;
}

/** Puts a cable's text together from a row; "" where the row has none. */
export type Compose = (fields: readonly string[], columns: Columns) => string;

/** A number in any spelling, alone in its column. */
const ID = /^(?:19|20)?\d\d[ _-]?[A-Z][A-Z .'_-]{1,30}?[ _-]?\d{1,6}(?:_[a-z])?$/i;

export class RowSplitter implements Cutter {
  readonly #reader: CsvReader;
  readonly #compose: Compose;
  #columns: Columns | null = null;
  /** How many values a row must have that no header row counts. */
  #width = 0;

  constructor(head: string, compose: Compose) {
    this.#reader = new CsvReader(delimiterOf(head));
    this.#compose = compose;
  }

  push(text: string): readonly Finding[] {
    return this.#findings(this.#reader.push(text));
  }

  finish(): readonly Finding[] {
    return this.#findings(this.#reader.finish());
  }

  #findings(results: ReturnType<CsvReader["push"]>): Finding[] {
    const findings: Finding[] = [];
    for (const result of results) {
      const place = { line: result.line, record: result.number };
      if (result.read === "damage") {
        findings.push({ found: "nothing", reason: result.reason, place });
        continue;
      }
      const { fields } = result;
      if (this.#columns === null) {
        this.#columns = columnsOf(fields);
        if (fields.length >= RELEASE_COLUMNS.length) this.#width = RELEASE_COLUMNS.length;
        if (this.#columns.names !== null) continue;
      }
      const { id, names } = this.#columns;
      const expected = names?.length ?? this.#width;
      if (fields.length < expected) {
        const reason = `has ${fields.length} of ${expected} values`;
        findings.push({ found: "nothing", reason, place });
        continue;
      }
      const text = this.#compose(fields, this.#columns);
      const named = fields[id]?.trim() ?? "";
      findings.push(
        text.trim() === ""
          ? { found: "nothing", reason: named === "" ? "has no text" : `(${printable(named)}) has no text`, place }
          : { found: "cable", text, id: named === "" ? null : named, place },
      );
    }
    return findings;
  }
}

/** The columns by the first row: by their names, else by their number and what the row holds. */
export function columnsOf(first: readonly string[]): Columns {
  const names = first.map(columnName);
  const known = names.filter((name) => Object.values(COLUMN_NAMES).some((list) => list.includes(name)));
  if (known.length >= 2 && known.length * 3 >= names.length && !first.some((field) => field.length > 100)) {
    return {
      names: first.map((name) => name.trim()),
      id: at(names, "id"),
      header: at(names, "header"),
      body: at(names, "body"),
    };
  }
  const id = first.findIndex((field) => ID.test(field.trim()));
  const use = (one: ColumnUse): number => RELEASE_COLUMNS.indexOf(one);
  // The first row's number may be misspelt; where one stands elsewhere, the columns have another order.
  if (first.length === RELEASE_COLUMNS.length && (id < 0 || ID.test(first[use("id")]?.trim() ?? ""))) {
    return { names: null, id: use("id"), header: use("header"), body: use("body") };
  }
  // Rows of another make: the number is what looks like one, the header what begins like one, the text what is longest of the others.
  const header = first.findIndex((field) => TRANSMISSION.test(field) && !SUBJECT.test(field));
  const body = first.reduce(
    (most, field, index) => (index !== header && field.length > (first[most]?.length ?? -1) ? index : most),
    -1,
  );
  return { names: null, id, header, body };
}

/** The lines that open a transmission; in a value that has the subject as well, they are part of the whole text. */
const TRANSMISSION = /^\s{0,20}(?:VZCZ|[OPRZ]{1,2} [A-Z\d]|DE R|FM )/;
const SUBJECT = /^SUBJ(?:ECT)?:/m;

/** Whether a first row is one of rows that hold cables: named so, or with a cable's number among its values. */
export function holdsCables(first: readonly string[]): boolean {
  if (first.length < 2) return false;
  const { names, id, body } = columnsOf(first);
  // A list of numbers without their texts is told of row by row.
  return names !== null ? body >= 0 || id >= 0 : first.some((field) => ID.test(field.trim()));
}

/** The first row of a head; [] where it does not end in it. */
export function firstRow(head: string): readonly string[] {
  const reader = new CsvReader(delimiterOf(head));
  const first = [...reader.push(head), ...reader.finish()][0];
  return first?.read === "record" ? first.fields : [];
}

function at(names: readonly string[], use: ColumnUse): number {
  const name = COLUMN_NAMES[use].find((one) => names.includes(one));
  return name === undefined ? -1 : names.indexOf(name);
}

/** A value as a message may quote it. */
function printable(value: string): string {
  return value.slice(0, 60).replace(/[^\x20-\x7E]/g, "?");
}

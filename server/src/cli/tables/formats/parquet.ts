/** Tables as Parquet: types fixed by the columns, never guessed from a batch; lists as Parquet's own. */

import { appendFileSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { SchemaElement } from "hyparquet";
import {
  type Cell,
  type Column,
  type ColumnType,
  type Row,
  SCHEMA_VERSION,
  type Table,
} from "../../../features/tables/columns.ts";
import type * as Parquet from "../../../libraries/parquet.ts";
import { HELD, sizeOfRow, type TableFormat, type TableWriter } from "./format.ts";
import { cellOf } from "./jsonl.ts";

const DAY = 86_400_000;

/** Columns whose texts are long and each its own: a dictionary of them and the least and greatest of them serve nobody. */
const PROSE: ReadonlySet<string> = new Set(["text", "summary"]);

/** What a file begins with: `PAR1`. */
const HEADER_BYTES = 4;

/** The memory that all writers fill by turns: each writes a row group and hands it to its file at once, and there are many of them, some for each year. */
class LentMemory {
  #buffer = new ArrayBuffer(0);

  lend(bytes: Parquet.ByteWriter): void {
    bytes.buffer = this.#buffer;
    bytes.view = new DataView(this.#buffer);
    bytes.index = 0;
  }

  /** It may have grown. */
  takeBack(bytes: Parquet.ByteWriter): void {
    if (bytes.buffer.byteLength > this.#buffer.byteLength) this.#buffer = bytes.buffer;
    bytes.buffer = NOTHING;
    bytes.view = new DataView(NOTHING);
    bytes.index = 0;
  }
}

const NOTHING = new ArrayBuffer(0);
const lent = new LentMemory();

/** The format, once the library is loaded. */
export async function loadParquet(): Promise<TableFormat> {
  const library = await import("../../../libraries/parquet.ts");
  return {
    name: "parquet",
    writer: (path, table) => new ParquetTableWriter(library, path, table),
    read: (path, table) => readParquet(library, path, table),
  };
}

class ParquetTableWriter implements TableWriter {
  readonly #path: string;
  readonly #table: Table;
  readonly #bytes: Parquet.ByteWriter;
  readonly #parquet: Parquet.ParquetWriter;
  #columns: Cell[][];
  #held = 0;

  constructor({ ByteWriter, ParquetWriter }: typeof Parquet, path: string, table: Table) {
    this.#path = path;
    this.#table = table;
    this.#columns = table.columns.map(() => []);
    this.#bytes = new ByteWriter(HEADER_BYTES);
    this.#parquet = new ParquetWriter({
      writer: this.#bytes,
      schema: schemaOf(table),
      createdBy: "reftel",
      kvMetadata: [{ key: "reftel.schema", value: String(SCHEMA_VERSION) }],
    });
    writeFileSync(path, "");
    this.#flush();
  }

  write(rows: readonly Row[]): void {
    for (const row of rows) {
      for (let index = 0; index < this.#columns.length; index++) this.#columns[index]?.push(row[index] ?? null);
      this.#held += sizeOfRow(row);
      if (this.#held >= HELD) this.#writeGroup();
    }
  }

  finish(): void {
    this.#writeGroup();
    lent.lend(this.#bytes);
    void this.#parquet.finish();
    this.#flush();
  }

  /** What is held becomes one row group. */
  #writeGroup(): void {
    const count = this.#columns[0]?.length ?? 0;
    if (count === 0) return;
    lent.lend(this.#bytes);
    void this.#parquet.write({
      columnData: this.#table.columns.map(({ name, type }, index) => ({
        name,
        data: physical(this.#columns[index] ?? [], type),
        ...(PROSE.has(name) ? { encoding: "PLAIN", statistics: false } : {}),
      })),
      rowGroupSize: count,
    });
    this.#columns = this.#table.columns.map(() => []);
    this.#held = 0;
    this.#flush();
  }

  /** The library counts offsets on, whatever of its buffer is written through. */
  #flush(): void {
    appendFileSync(this.#path, this.#bytes.getBytes());
    lent.takeBack(this.#bytes);
  }
}

/** The values as the library takes them. */
function physical(cells: readonly Cell[], type: ColumnType): unknown[] {
  switch (type) {
    case "instant":
      return cells.map((cell) => (typeof cell === "string" ? BigInt(Date.parse(cell)) : null));
    case "date":
      return cells.map((cell) => (typeof cell === "string" ? Math.round(Date.parse(cell) / DAY) : null));
    default:
      return [...cells];
  }
}

function schemaOf({ name, columns }: Table): SchemaElement[] {
  return [{ name, num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ name, type, isNullable }: Column): readonly SchemaElement[] {
  const repetition_type = isNullable ? "OPTIONAL" : "REQUIRED";
  switch (type) {
    case "text":
      return [{ name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type }];
    case "integer":
      return [{ name, type: "INT32", repetition_type }];
    case "boolean":
      return [{ name, type: "BOOLEAN", repetition_type }];
    case "instant":
      return [
        {
          name,
          type: "INT64",
          converted_type: "TIMESTAMP_MILLIS",
          logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
          repetition_type,
        },
      ];
    case "date":
      return [{ name, type: "INT32", converted_type: "DATE", repetition_type }];
    case "texts":
      return listOf(name, { name: "element", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" });
    case "integers":
      return listOf(name, { name: "element", type: "INT32", repetition_type: "REQUIRED" });
  }
}

function listOf(name: string, element: SchemaElement): readonly SchemaElement[] {
  return [
    { name, converted_type: "LIST", repetition_type: "REQUIRED", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    element,
  ];
}

async function* readParquet(library: typeof Parquet, path: string, table: Table): AsyncGenerator<readonly Row[]> {
  const handle = await open(path, "r");
  try {
    const file = {
      byteLength: (await handle.stat()).size,
      slice: (start: number, end?: number) => slice(handle, start, end),
    };
    const metadata = await library.parquetMetadataAsync(file);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      let rows: readonly (readonly unknown[])[] = [];
      await library.parquetRead({
        file,
        metadata,
        rowStart,
        rowEnd,
        columns: table.columns.map(({ name }) => name),
        onComplete: (read) => {
          rows = read;
        },
      });
      yield rows.map((row): Row => table.columns.map(({ type }, index) => logical(row[index], type)));
      rowStart = rowEnd;
    }
  } finally {
    await handle.close();
  }
}

async function slice(handle: FileHandle, start: number, end?: number): Promise<ArrayBuffer> {
  const to = end ?? (await handle.stat()).size;
  const bytes = new Uint8Array(Math.max(to - start, 0));
  await handle.read(bytes, 0, bytes.length, start);
  return bytes.buffer;
}

/** A value that the library read, as the cell that was written. */
function logical(value: unknown, type: ColumnType): Cell {
  if (value instanceof Date) {
    const iso = value.toISOString();
    return type === "date" ? iso.slice(0, 10) : iso.replace(".000Z", "Z");
  }
  return cellOf(value, type);
}

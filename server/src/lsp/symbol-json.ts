/** Workspace symbols as JSON, straight from the columns of the index: a bare station brings thousands while somebody types. */

import { SymbolKind } from "vscode-languageserver";
import { bytesOf } from "../corpus/columns/columns.ts";
import { type PackedColumns, PLACE } from "../corpus/columns/packed-columns.ts";
import { CableRows, NOTHING } from "../corpus/facets/cable-rows.ts";
import type { PositionEncoding } from "../text/position-encoding.ts";
import { type JsonBytes, jsonText, SpareJson } from "./json-bytes.ts";
import { WrittenJson } from "./written-json.ts";

export interface SymbolStyle {
  /** Where the symbol's name stands in its file, in this encoding; null for clients that ask for it once one is chosen. */
  readonly ranges: PositionEncoding | null;
  /** How the client writes the URIs of rows of which it has an own spelling. */
  readonly uris: ReadonlyMap<number, string>;
}

/** Of a symbol, in bytes, and some more. */
const USUAL_LENGTH = 400;

const SPARE = new SpareJson();

/** What stands between the values. */
const JSON_OF = {
  open: bytesOf("["),
  name: bytesOf('{"name":"'),
  container: bytesOf(`","kind":${SymbolKind.File},"containerName":"`),
  blank: bytesOf(" "),
  uri: bytesOf('","location":{"uri":"'),
  line: bytesOf('","range":{"start":{"line":'),
  character: bytesOf(',"character":'),
  endLine: bytesOf('},"end":{"line":'),
  endOfRange: bytesOf("}}}}"),
  endWithoutRange: bytesOf('"}}'),
  comma: bytesOf(","),
  close: bytesOf("]"),
};

/**
 * A symbol for each of some rows: named by the MRN, or what else there is to tell the cable by. The container's name has station, serial and
 * subject: by these the editor chooses among them when more is typed.
 */
export function symbolJson(columns: PackedColumns, rows: Int32Array, style: SymbolStyle): WrittenJson {
  const json = SPARE.take(rows.length * USUAL_LENGTH);
  const symbols = new SymbolWriter(columns, json, style);
  json.add(JSON_OF.open);
  rows.forEach((row, index) => {
    if (index > 0) json.add(JSON_OF.comma);
    symbols.add(row);
  });
  json.add(JSON_OF.close);
  return new WrittenJson(json.view(), () => SPARE.giveBack(json));
}

class SymbolWriter {
  readonly #columns: PackedColumns;
  readonly #rows: CableRows;
  readonly #json: JsonBytes;
  readonly #style: SymbolStyle;
  /** Names that many rows share, by their numbers. */
  readonly #stations: SharedTexts;
  readonly #folders: SharedTexts;

  constructor(columns: PackedColumns, json: JsonBytes, style: SymbolStyle) {
    this.#columns = columns;
    this.#rows = new CableRows(columns);
    this.#json = json;
    this.#style = style;
    this.#stations = new SharedTexts(columns.names.stations);
    this.#folders = new SharedTexts(columns.names.folders);
  }

  add(row: number): void {
    const json = this.#json;
    const { subjectBytes } = this.#columns.uint8;
    const station = this.#rows.station(row);
    const serial = this.#rows.serial(row);
    // A subject begins behind a line feed; where there is none, it has no bytes at all.
    const subject = (this.#columns.int32.subjectAt[row] ?? 0) + 1;
    const subjectEnd = this.#columns.int32.subjectAt[row + 1] ?? subjectBytes.length;
    json.add(JSON_OF.name);
    if (station !== NOTHING) this.#addMrn(row, station, serial);
    else if (subject < subjectEnd) json.addText(subjectBytes, subject, subjectEnd);
    else this.#addFileName(row);
    json.add(JSON_OF.container);
    if (station !== NOTHING) json.add(this.#stations.get(station));
    if (serial !== NOTHING) {
      json.add(JSON_OF.blank);
      json.addNumber(serial);
    }
    if (subject <= subjectEnd) {
      if (station !== NOTHING) json.add(JSON_OF.blank);
      json.addText(subjectBytes, subject, subjectEnd);
    }
    json.add(JSON_OF.uri);
    this.#addUri(row);
    if (this.#style.ranges === null) json.add(JSON_OF.endWithoutRange);
    else this.#addRange(row, isPlain(subjectBytes, subject, subjectEnd) || this.#style.ranges === "utf-16");
  }

  /** As `mrnOfKey` writes it: a number that could not be taken apart is all in the station's place. */
  #addMrn(row: number, station: number, serial: number): void {
    const year = this.#columns.int32.mrnYear[this.#rows.mrn(row)] ?? NOTHING;
    if (year !== NOTHING && year < 10) this.#json.addNumber(0);
    if (year !== NOTHING) this.#json.addNumber(year);
    this.#json.add(this.#stations.get(station));
    if (serial !== NOTHING) this.#json.addNumber(serial);
  }

  #addUri(row: number): void {
    const own = this.#style.uris.get(row);
    if (own !== undefined) {
      this.#json.add(jsonText(own));
      return;
    }
    this.#json.add(this.#folders.get(this.#columns.int32.folder[row] ?? 0));
    this.#addFileName(row);
  }

  #addFileName(row: number): void {
    const { nameAt } = this.#columns.int32;
    const { nameBytes } = this.#columns.uint8;
    this.#json.addText(nameBytes, nameAt[row] ?? 0, nameAt[row + 1] ?? nameBytes.length);
  }

  /** In the client's encoding where that is known without the file: else the beginning of the line. */
  #addRange(row: number, isKnown: boolean): void {
    const { places } = this.#columns.int32;
    const at = row * 2 * PLACE;
    const line = places[at] ?? 0;
    const character = places[at + 1] ?? 0;
    const endLine = places[at + 2] ?? 0;
    const endCharacter = places[at + 3] ?? 0;
    const json = this.#json;
    json.add(JSON_OF.line);
    json.addNumber(line);
    json.add(JSON_OF.character);
    json.addNumber(isKnown ? character : 0);
    json.add(JSON_OF.endLine);
    json.addNumber(isKnown ? endLine : line);
    json.add(JSON_OF.character);
    json.addNumber(isKnown ? endCharacter : 0);
    json.add(JSON_OF.endOfRange);
  }
}

/** Texts by number as they stand in JSON, each made when it is first asked for. */
class SharedTexts {
  readonly #texts: readonly string[];
  readonly #json: Uint8Array[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    this.#json = MADE.get(texts) ?? [];
    MADE.set(texts, this.#json);
  }

  get(number: number): Uint8Array {
    const known = this.#json[number];
    if (known !== undefined) return known;
    const made = jsonText(this.#texts[number] ?? "");
    this.#json[number] = made;
    return made;
  }
}

/** What was made of the names of an index, which keep their numbers as long as it lives. */
const MADE = new WeakMap<readonly string[], Uint8Array[]>();

function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}

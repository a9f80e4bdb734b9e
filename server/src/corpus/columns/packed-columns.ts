/** The columns that an index is made of, by their names, and how their numbers are laid out. */

/** What a row is. A row is never changed: a file that changes gets another. */
export const GONE = 0;
export const CABLE = 1;
/** A file that is known to hold no cable, so that it need not be read again. */
export const OTHER = 2;

/** Stands for a row, an MRN or a citation where there is none. */
export const NONE = -1;

/** The numbers of a place: line, character, line and character of its end. A row has two of them: where to point, and the TAGS. */
export const PLACE = 4;
/** The numbers of a citation: its row, the MRN, the next citation of the same MRN, 1 where its year is inferred, and the place of the entry. */
export const CITATION = { row: 0, mrn: 1, next: 2, yearInferred: 3, place: 4, length: 4 + PLACE } as const;

/** All that goes to disk. Texts are lists of UTF-8 parted by a zero byte, which no URI, station or TAG has. */
export interface PackedColumns {
  readonly int32: Readonly<Record<Int32Name, Int32Array>>;
  readonly modified: Float64Array;
  readonly uint8: Readonly<Record<Uint8Name, Uint8Array>>;
  readonly tags: Uint16Array;
  readonly names: Readonly<Record<NameList, readonly string[]>>;
}

export const INT32_COLUMNS = [
  "folder",
  "nameAt",
  "size",
  "mrn",
  "nextOfMrn",
  "sent",
  "subjectAt",
  "tagsAt",
  "citationsAt",
  "places",
  "mrnYear",
  "mrnStation",
  "mrnSerial",
  "mrnRows",
  "mrnCitations",
  "citations",
] as const;
export const UINT8_COLUMNS = ["state", "classification", "nameBytes", "subjectBytes"] as const;
export const NAME_LISTS = ["folders", "stations", "tags"] as const;

export type Int32Name = (typeof INT32_COLUMNS)[number];
export type Uint8Name = (typeof UINT8_COLUMNS)[number];
export type NameList = (typeof NAME_LISTS)[number];

/** A value for each of some names. */
export function recordOf<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}

/** What the columns of rows are called, and what they hold. */

/** What a column can hold that is of use here: the cable's number, its transmission header, its text. */
export type ColumnUse = "id" | "header" | "body" | "other";

/** The eight columns of the public release's rows, which have no header row. */
export const RELEASE_COLUMNS: readonly ColumnUse[] = [
  "other", // a running number
  "other", // date
  "id",
  "other", // origin
  "other", // classification
  "other", // references
  "header",
  "body",
];

/** Names of columns in header rows, by letters alone and in small ones. Of several for one use the first in the list that occurs is taken. */
export const COLUMN_NAMES: Readonly<Record<ColumnUse, readonly string[]>> = {
  id: [
    "mrn",
    "messagereferencenumber",
    "referenceid",
    "refid",
    "canonicalid",
    "cableid",
    "documentnumber",
    "docnumber",
    "docnbr",
    "identifier",
    "reference",
    "id",
  ],
  header: ["header", "transmissionheader", "cableheader", "head"],
  body: ["body", "cablebody", "messagetext", "fulltext", "cabletext", "content", "text", "message", "cable"],
  other: [
    "date",
    "created",
    "released",
    "datetime",
    "sent",
    "dtg",
    "origin",
    "from",
    "to",
    "office",
    "station",
    "post",
    "classification",
    "references",
    "refs",
    "number",
    "no",
    "row",
    "url",
    "subject",
    "tags",
  ],
};

/** A column's name as the lists above have it. */
export function columnName(printed: string): string {
  return printed.toLowerCase().replace(/[^a-z]/g, "");
}

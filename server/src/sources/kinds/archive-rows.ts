/** Rows that the National Archives export: a column for each attribute of a telegram, one of them its text. */

import { ARCHIVE_ATTRIBUTES } from "../../cable/trailers/archive-attributes.ts";
import { columnName } from "../columns.ts";
import { type Columns, columnsOf, firstRow, RowSplitter } from "../row-splitter.ts";
import { type SourceKind, tidied } from "../source.ts";

const ATTRIBUTES: ReadonlyMap<string, string> = new Map(ARCHIVE_ATTRIBUTES.map((name) => [columnName(name), name]));

/** Fewer attributes may be columns of any table. */
const LEAST_ATTRIBUTES = 3;

export const archiveRows: SourceKind = {
  name: "rows of the National Archives",
  recognises: (head) => {
    const { names, body } = columnsOf(firstRow(head));
    if (names === null || body < 0) return false;
    return names.filter((name) => ATTRIBUTES.has(columnName(name))).length >= LEAST_ATTRIBUTES;
  },
  cutter: (head) => new RowSplitter(head, compose),
};

/** The telegram as the archive prints it: its text, and its attributes behind it. */
function compose(fields: readonly string[], { names, body }: Columns): string {
  const text = tidied(fields[body] ?? "");
  if (text === "" || /^[ \t]*Message Attributes[ \t]*$/m.test(text)) return text;
  const attributes = (names ?? []).flatMap((name, index) => {
    const printed = ATTRIBUTES.get(columnName(name));
    const value = (fields[index] ?? "").replace(/\s+/g, " ").trim();
    return printed === undefined || index === body ? [] : [`${printed}: ${value}`];
  });
  const title = /^[ \t]*Message Text[ \t]*$/m.test(text) ? "" : "Message Text\n\n";
  return `${title}${text}\n\nMessage Attributes\n\n${attributes.join("\n")}`;
}

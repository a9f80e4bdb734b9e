/** Rows of a public release: number, date, reference, origin, classification, references, header, body; with or without a header row. */

import { firstRow, holdsCables, RowSplitter } from "../row-splitter.ts";
import { type SourceKind, tidied } from "../source.ts";

export const releaseRows: SourceKind = {
  name: "rows of a public release",
  recognises: (head) => holdsCables(firstRow(head)),
  cutter: (head) =>
    new RowSplitter(head, (fields, { header, body }) =>
      [fields[header], fields[body]]
        .map((part) => tidied(part ?? ""))
        .filter((part) => part !== "")
        .join("\n\n"),
    ),
};

/** Rows of a public release: number, date, reference, origin, classification, references, header, body; with or without a header row. */

import { firstRow, holdsCables, RowCutter } from "../row-cutter.ts";
import { type SourceKind, tidied } from "../source.ts";

export const releaseRows: SourceKind = {
  name: "rows of a public release",
  recognises: (head) => holdsCables(firstRow(head)),
  cutter: (head) =>
    new RowCutter(head, (fields, { header, body }) =>
      [fields[header], fields[body]]
        .map((part) => tidied(part ?? ""))
        .filter((part) => part !== "")
        .join("\n\n"),
    ),
};

/** A cable as an item of CSL JSON, which reference managers read. */

import type { CitationParts } from "./parts.ts";

/** A list of one item, without a line break at the end. What the cable lacks is left out, as the format has it. */
export function cslJson({ words, day, year, title, tags }: CitationParts): string {
  const date = day === null ? (year === null ? undefined : [year]) : [day.year, day.month, day.day];
  const note = [words.recipient === "" ? "" : `To ${words.recipient}`, words.locator]
    .filter((part) => part !== "")
    .join(", ");
  const item = {
    id: words.mrn || `${words.sender} ${words.serial}`.trim(),
    type: "report",
    genre: words.kind,
    title: title ?? `${words.kind} ${words.serial}`.trim(),
    author: [{ literal: words.sender }],
    issued: date === undefined ? undefined : { "date-parts": [date] },
    number: words.typedMrn || words.serial || undefined,
    archive: words.collection || undefined,
    archive_location: words.document || undefined,
    keyword: tags.length === 0 ? undefined : tags.join(", "),
    note: note || undefined,
  };
  return JSON.stringify([item], null, 2);
}

/** A cable as an item of CSL JSON, which reference managers read. */

import type { CitationParts } from "./parts.ts";

/** An item of type `report`, as the schema of CSL data has it. What the cable lacks is left out. */
export interface CslItem {
  readonly id: string;
  readonly type: "report";
  readonly genre: string;
  readonly title?: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly number?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly keyword?: string;
  readonly note?: string;
}

export function cslItem({ words, day, year, title, tags }: CitationParts, id?: string): CslItem {
  const date = day === null ? (year === null ? null : [year]) : [day.year, day.month, day.day];
  const note = [words.recipient === "" ? "" : `To ${words.recipient}`, words.locator]
    .filter((part) => part !== "")
    .join(", ");
  const number = words.typedMrn || words.serial;
  // What is the number is not said twice.
  const place = words.document.startsWith(number)
    ? words.document.slice(number.length).replace(/^, /, "")
    : words.document;
  return {
    id: id ?? (words.mrn || `${words.sender} ${words.serial}`.trim()),
    type: "report",
    genre: words.kind,
    title: title ?? `${words.kind} ${words.serial}`.trim(),
    author: [{ literal: words.sender }],
    ...(date === null ? {} : { issued: { "date-parts": [date] } }),
    ...(number === "" ? {} : { number }),
    ...(words.collection === "" ? {} : { archive: words.collection }),
    ...(place === "" ? {} : { archive_location: place }),
    ...(tags.length === 0 ? {} : { keyword: tags.join(", ") }),
    ...(note === "" ? {} : { note }),
  };
}

/** A list of one item, without a line break at the end. */
export function cslJson(parts: CitationParts): string {
  return JSON.stringify([cslItem(parts)], null, 2);
}

/** A cable as a record of RIS, which Zotero, EndNote and others read. */

import type { CitationParts } from "./parts.ts";

/** The record's lines, without a line break at the end. A tag stands as often as there are values; what the cable lacks is left out. */
export function ris({ words, day, year, title, tags }: CitationParts): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const fields: readonly (readonly [string, string])[] = [
    ["TY", "RPRT"],
    ["ID", words.mrn],
    ["AU", words.sender],
    ["TI", title ?? `${words.kind} ${words.serial}`.trim()],
    ["PY", year === null ? "" : String(year)],
    ["DA", day === null ? "" : `${day.year}/${two(day.month)}/${two(day.day)}/`],
    ["M3", words.kind],
    ["SN", words.typedMrn || words.serial],
    ["PB", words.sender],
    ...tags.map((tag) => ["KW", tag] as const),
    [
      "N1",
      [words.recipient === "" ? "" : `To ${words.recipient}`, words.locator].filter((one) => one !== "").join(", "),
    ],
    ["DB", words.collection],
    ["AN", words.document],
    ["Y2", words.accessed],
    ["ER", ""],
  ];
  return fields
    .filter(([tag, value]) => tag === "ER" || value !== "")
    .map(([tag, value]) => `${tag}  - ${value.replace(/[\p{Cc}\s]+/gu, " ").trim()}`)
    .join("\n");
}

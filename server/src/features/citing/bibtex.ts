/** A cable as an entry of a BibTeX or a BibLaTeX file. */

import type { CitationParts } from "./parts.ts";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\textbackslash{}"],
  ["{", "\\{"],
  ["}", "\\}"],
  ["$", "\\$"],
  ["&", "\\&"],
  ["%", "\\%"],
  ["#", "\\#"],
  ["_", "\\_"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
  ["<", "\\textless{}"],
  [">", "\\textgreater{}"],
  ["|", "\\textbar{}"],
  ['"', "\\textquotedbl{}"],
]);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** `@techreport{74BONN99234, …}`, without a line break at the end. Double braces keep names and capitals as they are. */
export function bibtex(parts: CitationParts): string {
  const { words, day, year } = parts;
  const month = day === null ? undefined : MONTHS[day.month - 1];
  return entry("techreport", parts, [
    ["year", year === null ? "" : `{${year}}`],
    ["month", month ?? ""],
    ["date", day === null ? "" : `{${isoDay(day)}}`],
    ["howpublished", words.collection === "" ? "" : `{${escaped(words.collection)}}`],
  ]);
}

/** `@report{74BONN99234, …}`: fields as BibLaTeX has them, the day in one. */
export function biblatex(parts: CitationParts): string {
  const { words, day, year } = parts;
  return entry("report", parts, [
    ["date", day === null ? (year === null ? "" : `{${year}}`) : `{${isoDay(day)}}`],
    ["library", words.document === "" ? "" : `{${escaped(words.document)}}`],
    ["addendum", words.collection === "" ? "" : `{${escaped(words.collection)}}`],
  ]);
}

/** In this order; those of one kind of entry stand where BibTeX files have them. */
const ORDER = [
  "author",
  "title",
  "type",
  "number",
  "institution",
  "year",
  "month",
  "date",
  "keywords",
  "note",
  "library",
  "addendum",
  "howpublished",
];

function entry(
  type: string,
  { words, year, title, tags }: CitationParts,
  own: readonly (readonly [string, string])[],
): string {
  const note = [words.recipient === "" ? "" : `To ${words.recipient}`, words.locator]
    .filter((part) => part !== "")
    .join(", ");
  const fields: readonly (readonly [string, string])[] = [
    ["author", `{{${escaped(words.sender)}}}`],
    ["title", `{{${escaped(title ?? `${words.kind} ${words.serial}`.trim())}}}`],
    ["type", `{${escaped(words.kind)}}`],
    ["number", words.typedMrn === "" && words.serial === "" ? "" : `{${escaped(words.typedMrn || words.serial)}}`],
    ["institution", `{${escaped(words.sender)}}`],
    ["keywords", tags.length === 0 ? "" : `{${escaped(tags.join(", "))}}`],
    ["note", note === "" ? "" : `{${escaped(note)}}`],
    ...own,
  ];
  const lines = fields
    .filter(([, value]) => value !== "")
    .sort(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other))
    .map(([name, value]) => `  ${name} = ${value}`);
  return `@${type}{${keyOf(words.mrn, words.sender, words.serial, year)},\n${lines.join(",\n")}\n}`;
}

export function isoDay({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function keyOf(mrn: string, sender: string, serial: string, year: number | null): string {
  return mrn !== "" ? mrn : `${sender}${year ?? ""}-${serial}`.replace(/[^A-Za-z0-9-]/g, "").replace(/-$/, "");
}

function escaped(text: string): string {
  return text.replace(/[\\{}$&%#_~^<>|"]/g, (sign) => ESCAPES.get(sign) ?? sign);
}

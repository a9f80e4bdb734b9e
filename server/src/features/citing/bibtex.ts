/** A cable as an entry of a BibTeX file. */

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
export function bibtex({ words, day, year, title, tags }: CitationParts): string {
  const note = [words.recipient === "" ? "" : `To ${words.recipient}`, words.locator]
    .filter((part) => part !== "")
    .join(", ");
  const month = day === null ? undefined : MONTHS[day.month - 1];
  const fields: readonly (readonly [string, string])[] = [
    ["author", `{{${escaped(words.sender)}}}`],
    ["title", `{{${escaped(title ?? `${words.kind} ${words.serial}`.trim())}}}`],
    ["type", `{${escaped(words.kind)}}`],
    ["number", words.typedMrn === "" && words.serial === "" ? "" : `{${escaped(words.typedMrn || words.serial)}}`],
    ["institution", `{${escaped(words.sender)}}`],
    ["year", year === null ? "" : `{${year}}`],
    ["month", month ?? ""],
    ["date", day === null ? "" : `{${isoDay(day)}}`],
    ["keywords", tags.length === 0 ? "" : `{${escaped(tags.join(", "))}}`],
    ["note", note === "" ? "" : `{${escaped(note)}}`],
    ["howpublished", words.collection === "" ? "" : `{${escaped(words.collection)}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === "" ? [] : [`  ${name} = ${value}`]));
  return `@techreport{${keyOf(words.mrn, words.sender, words.serial, year)},\n${lines.join(",\n")}\n}`;
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

/** The recipes of a page, section by section, and the cables that they are tried with. */

import { type CodeBlock, codeBlocks, pages } from "../docs/pages.ts";

/** The blocks of code of one language below a heading of the second level, in order. */
export function recipes(page: string, heading: string, language: string): readonly string[] {
  const found = pages().find(({ name }) => name === page);
  const start = found?.text.indexOf(`\n## ${heading}\n`) ?? -1;
  if (found === undefined || start < 0) throw new Error(`${page} has no section ${heading}`);
  const end = found.text.indexOf("\n## ", start + 1);
  const section = { name: page, text: found.text.slice(start, end < 0 ? undefined : end) };
  return codeBlocks(section)
    .filter((block: CodeBlock) => block.language === language)
    .map(({ code }) => code);
}

interface Invented {
  readonly station: string;
  readonly serial: number;
  readonly month?: string;
  readonly tags?: string;
  readonly references?: readonly string[];
  readonly paragraphs?: readonly string[];
}

/** An invented cable. */
export function cable({
  station,
  serial,
  month = "JUL",
  tags = "PGOV, EWWT",
  references = [],
  paragraphs = ["The mayor opened the harbor."],
}: Invented): string {
  return [
    `R 020900Z ${month} 09`,
    `FM AMEMBASSY ${station}`,
    "TO RUEHC/SECSTATE WASHDC 8243",
    "INFO RUEHVL/AMEMBASSY VILNIUS 0012\n",
    `UNCLAS ${station} ${String(serial).padStart(6, "0")}\n`,
    "E.O. 12958: N/A",
    `TAGS: ${tags}`,
    "SUBJECT: HARBOR FEES",
    ...references.map((reference, index) => `${index === 0 ? "REF: " : "     "}${"ABC"[index]}. ${reference}`),
    ...paragraphs.map((text, index) => `\n${index + 1}. (U) ${text}`),
    "",
  ].join("\n");
}

/** A first batch: nobody cites, and no TAG is a person, so that whole columns are null. */
export const FIRST: Readonly<Record<string, string>> = {
  "cables/one.txt": cable({ station: "TALLINN", serial: 99066, tags: "PGOV, EN" }),
};

/** A second: citations, a person, two transmission sections of one cable with one number. */
export const SECOND: Readonly<Record<string, string>> = {
  "cables/two.txt": cable({
    station: "RIGA",
    serial: 99012,
    month: "AUG",
    tags: "PGOV, EWWT, LG (MERE, MARI)",
    references: ["09 TALLINN 99066", "09 VILNIUS 99001"],
    paragraphs: ["Harbor fees rise, and nobody speaks of fish.", "The fees of the harbor are for fish alone."],
  }),
  "cables/three.txt": cable({
    station: "BONN",
    serial: 99100,
    month: "SEP",
    tags: "EWWT, GM",
    references: ["09 TALLINN 99066"],
  }),
  "cables/three-second.txt": cable({ station: "BONN", serial: 99100, month: "SEP", tags: "EWWT, GM" }).replace(
    "UNCLAS BONN",
    "UNCLAS SECTION 02 OF 02 BONN",
  ),
};

/** The most cited, as every engine is to answer. */
export const MOST_CITED = [
  { cited: "09TALLINN99066", subject: "HARBOR FEES", times: 2 },
  { cited: "09VILNIUS99001", subject: null, times: 1 },
];

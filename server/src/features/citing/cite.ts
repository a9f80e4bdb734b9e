/** Cites a cable in every style. */

import type { CableTree } from "../../cable/tree.ts";
import type { Span } from "../../text/span.ts";
import { biblatex, bibtex } from "./bibtex.ts";
import { cslJson } from "./csl-json.ts";
import { type CitationParts, citationParts } from "./parts.ts";
import { ris } from "./ris.ts";
import { type CitationPart, type CitationStyleId, TEMPLATES } from "./styles.ts";

export { type CitedDay, dayWords } from "./parts.ts";
export type { CitationStyleId } from "./styles.ts";

/** A citation, ready to be pasted. */
export interface Citation {
  readonly style: CitationStyleId;
  readonly text: string;
}

/** What a citation may say beside what the cable says itself. */
export interface CiteOptions {
  /** What is cited by its paragraphs; null for the cable as a whole. */
  readonly selection?: Span | null;
  /** When an archive's page was looked at, in words: `May 1, 2014`. */
  readonly accessed?: string;
}

/** What programs read, and what makes it. */
const RECORDS: readonly (readonly [CitationStyleId, (parts: CitationParts) => string])[] = [
  ["bibtex", bibtex],
  ["biblatex", biblatex],
  ["csl-json", cslJson],
  ["ris", ris],
];

export const CITATION_STYLES: readonly CitationStyleId[] = [
  ...TEMPLATES.map(({ id }) => id),
  ...RECORDS.map(([id]) => id),
];

/** The citations of a cable in the order of `CITATION_STYLES`; those that it lacks too much for are left out. */
export function citationsOf(tree: CableTree, options: CiteOptions = {}): readonly Citation[] {
  return CITATION_STYLES.flatMap((style) => {
    const text = cite(tree, style, options);
    return text === null ? [] : [{ style, text }];
  });
}

/** One citation; null where the cable lacks what the style is about: its number, or any sender. */
export function cite(tree: CableTree, style: CitationStyleId, options: CiteOptions = {}): string | null {
  const parts = citationParts(tree, options);
  const record = RECORDS.find(([id]) => id === style)?.[1];
  if (record !== undefined) return parts.words.sender === "" ? null : record(parts);
  const template = TEMPLATES.find(({ id }) => id === style)?.template ?? "";
  return fill(template, parts);
}

/** Fills a template; null where a part outside brackets is missing. */
function fill(template: string, { words }: CitationParts): string | null {
  let missing = false;
  const value = (name: string): string => {
    const [part = "", small] = name.split(" ");
    const text = isPart(part, words) ? words[part] : "";
    return small === undefined ? text : text.charAt(0).toLowerCase() + text.slice(1);
  };
  const text = template.replace(
    /\[([^\]]{0,1000})\]|\{([^}]{1,99})\}/g,
    (_, group: string | undefined, name: string | undefined) => {
      if (group === undefined) {
        const filled = value(name ?? "");
        if (filled === "") missing = true;
        return filled;
      }
      let empty = false;
      const filled = group.replace(/\{([^}]{1,99})\}/g, (__, inner: string) => {
        const one = value(inner);
        if (one === "") empty = true;
        return one;
      });
      return empty ? "" : filled;
    },
  );
  return missing ? null : ended(text);
}

/** A sentence that lost its last parts ends in its stop alone; a closing quotation mark stands behind it. */
function ended(text: string): string {
  return text
    .replace(/[,.]” ?\.$/, ".”")
    .replace(/[,.] ?\.$/, ".")
    .replace(/, {1,2}(\(accessed [^()]{1,60}\)\.)$/, " $1");
}

function isPart(name: string, words: Readonly<Record<CitationPart, string>>): name is CitationPart {
  return Object.hasOwn(words, name);
}

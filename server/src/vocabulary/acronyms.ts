/** Abbreviations: what a short word in the text of a cable stands for. */

import acronymTable from "./data/acronyms.json?raw";
import { lazy } from "./lazy.ts";
import type { AcronymRow, Confidence } from "./rows.ts";
import { table } from "./table.ts";

/** The rows as shipped. */
export const acronymRows: () => readonly AcronymRow[] = table(acronymTable);

/** An abbreviation and its meanings. */
export interface Acronym {
  /** As the table has it; the word asked for where a pattern row answers. */
  readonly abbreviation: string;
  readonly kind: AcronymRow["kind"];
  readonly expansion: string;
  readonly otherMeanings: readonly string[];
  readonly alsoSpelled: readonly string[];
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface AcronymLookup {
  readonly abbreviations: readonly string[];
  /**
   * The abbreviation that a word in a text is: written as the table has it, in the plural or the possessive too (`IDPs`,
   * `POLOFF's`). Cable shorthand is known in any case (`PolOff`); other abbreviations only as written, since `Start`,
   * `who` and `aid` are words.
   */
  find(word: string): Acronym | undefined;
  /** The same for someone who asks for a code: in any case. */
  findAnyCase(word: string): Acronym | undefined;
}

/** English words that have the form of a pattern row, `GO` and one or two letters, and are none of its abbreviations. */
const WORDS_OF_PATTERN_FORM: ReadonlySet<string> = new Set([
  "GOAD",
  "GOAL",
  "GOAT",
  "GOD",
  "GOER",
  "GOES",
  "GOLD",
  "GOLF",
  "GONE",
  "GONG",
  "GOO",
  "GOOD",
  "GOOF",
  "GORE",
  "GOWN",
]);

/** Of two rows for one abbreviation the first is the meaning and the second another one. */
export function createAcronymLookup(rows: readonly AcronymRow[]): AcronymLookup {
  const exact = new Map<string, AcronymRow[]>();
  const anyCase = new Map<string, AcronymRow[]>();
  const patterns: { readonly pattern: RegExp; readonly row: AcronymRow }[] = [];
  const add = (map: Map<string, AcronymRow[]>, key: string, row: AcronymRow): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [row]);
    else known.push(row);
  };
  for (const row of rows) {
    if (row.pattern !== undefined) {
      patterns.push({ pattern: new RegExp(row.pattern), row });
      continue;
    }
    add(exact, row.abbr, row);
    add(anyCase, row.abbr.toUpperCase(), row);
  }
  const byPattern = (word: string): Acronym | undefined => {
    const row = WORDS_OF_PATTERN_FORM.has(word) ? undefined : patterns.find(({ pattern }) => pattern.test(word))?.row;
    return row === undefined ? undefined : { ...acronymOf([row], row), abbreviation: word };
  };
  const asWritten = (word: string): Acronym | undefined => {
    const found = exact.get(word) ?? anyCase.get(word.toUpperCase())?.filter(({ kind }) => kind === "cable shorthand");
    const row = found?.[0];
    return found === undefined || row === undefined ? undefined : acronymOf(found, row);
  };
  const inAnyCase = (word: string): Acronym | undefined => {
    const found = anyCase.get(word.toUpperCase());
    const row = found?.[0];
    return found === undefined || row === undefined ? undefined : acronymOf(found, row);
  };
  const withEndings = (word: string, find: (one: string) => Acronym | undefined): Acronym | undefined => {
    const found = find(word);
    if (found !== undefined) return found;
    const stem = withoutEnding(word);
    return stem === undefined ? undefined : find(stem);
  };
  return {
    abbreviations: rows.map((row) => row.abbr),
    find: (word) => withEndings(word, asWritten) ?? byPattern(word),
    findAnyCase: (word) => withEndings(word, inAnyCase) ?? byPattern(word.toUpperCase()),
  };
}

/** The word without the ending of a plural or possessive; undefined where it has none. */
function withoutEnding(word: string): string | undefined {
  const ending = /(?:['’][sS]|[sS]['’]?)$/.exec(word);
  return ending === null || ending.index < 2 ? undefined : word.slice(0, ending.index);
}

function acronymOf(rows: readonly AcronymRow[], row: AcronymRow): Acronym {
  const others = rows.filter((other) => other !== row).map((other) => other.expansion);
  return {
    abbreviation: row.abbr,
    kind: row.kind,
    expansion: row.expansion,
    otherMeanings: [...others, ...rows.flatMap((one) => one.alsoMeans ?? [])],
    alsoSpelled: row.alsoSpelled ?? [],
    note: row.note ?? null,
    source: row.source,
    confidence: row.confidence ?? "high",
  };
}

/** The abbreviations of the vocabulary as shipped. */
export const defaultAcronyms: () => AcronymLookup = lazy(() => createAcronymLookup(acronymRows()));

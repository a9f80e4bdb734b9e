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
  /** Geographic TAGS of the countries whose cables the expansion is for; empty where it is for all. */
  readonly countries: readonly string[];
  readonly otherMeanings: readonly string[];
  readonly alsoSpelled: readonly string[];
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/** What a cable says of the countries that it is from and about, as geographic TAGS. */
export interface AcronymContext {
  /** Null where the sender is in none, or not known. */
  readonly sender: string | null;
  readonly about: readonly string[];
  /** Whether the word stands in a passing instruction. */
  readonly inPassing?: boolean;
}

export interface AcronymLookup {
  readonly abbreviations: readonly string[];
  /**
   * The abbreviation that a word in a text is: written as the table has it, in the plural or the possessive too (`IDPs`,
   * `POLOFF's`). Cable shorthand is known in any case (`PolOff`); other abbreviations only as written, since `Start`,
   * `who` and `aid` are words. In a cable an abbreviation means what it means where the cable is from: with a context one
   * that is used in other countries alone is not told.
   */
  find(word: string, context?: AcronymContext | null): Acronym | undefined;
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
  "GORM",
  "GOVT",
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
    for (const form of row.forms ?? []) add(exact, form, row);
    add(anyCase, row.abbr.toUpperCase(), row);
  }
  const byPattern = (word: string): Acronym | undefined => {
    const row = WORDS_OF_PATTERN_FORM.has(word) ? undefined : patterns.find(({ pattern }) => pattern.test(word))?.row;
    return row === undefined ? undefined : { ...acronymOf([row], row), abbreviation: word };
  };
  const asWritten = (word: string, context: AcronymContext | null): Acronym | undefined => {
    const found = exact.get(word) ?? anyCase.get(word.toUpperCase())?.filter(({ kind }) => kind === "cable shorthand");
    const row = found?.find(({ kind }) => kind !== "passing line" || context?.inPassing !== false);
    return found === undefined || row === undefined ? undefined : inContext(found, row, context);
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
    find: (word, context = null) => withEndings(word, (one) => asWritten(one, context)) ?? byPattern(word),
    findAnyCase: (word) => withEndings(word, inAnyCase) ?? byPattern(word.toUpperCase()),
  };
}

/** The word without the ending of a plural or possessive; undefined where it has none. */
function withoutEnding(word: string): string | undefined {
  const ending = /(?:['’][sS]|[sS]['’]?)$/.exec(word);
  return ending === null || ending.index < 2 ? undefined : word.slice(0, ending.index);
}

/** The meaning in a cable of that context: the sender's own, else that of the row where it holds there; undefined where none does. */
function inContext(rows: readonly AcronymRow[], row: AcronymRow, context: AcronymContext | null): Acronym | undefined {
  const whole = acronymOf(rows, row);
  if (context === null) return whole;
  const { sender, about } = context;
  const isFrom = (countries: readonly string[]): boolean => sender !== null && countries.includes(sender);
  const isAbout = (countries: readonly string[]): boolean => countries.some((country) => about.includes(country));
  const { countries = [], bySender = [] } = row;
  const own =
    bySender.find((one) => isFrom(one.countries)) ??
    (isFrom(countries) || (countries.length === 0 && sender !== null && sender !== WASHINGTON)
      ? undefined
      : bySender.find((one) => isAbout(one.countries)));
  if (own !== undefined) {
    const otherMeanings = [row.expansion, ...whole.otherMeanings.filter((one) => one !== own.expansion)];
    // The sources of the row are those of its own expansion.
    const told = { alsoSpelled: [], note: null, source: SENDERS_SOURCE, confidence: "medium" as const };
    return { ...whole, ...told, expansion: own.expansion, countries: own.countries, otherMeanings };
  }
  return countries.length === 0 || isFrom(countries) || isAbout(countries) ? whole : undefined;
}

/** What the cables of a country mean by an abbreviation is known from them alone. */
const SENDERS_SOURCE = "use in cables";

/** The TAG of the country that cables about all others are from. */
const WASHINGTON = "US";

function acronymOf(rows: readonly AcronymRow[], row: AcronymRow): Acronym {
  const others = [
    ...rows.filter((other) => other !== row).map((other) => other.expansion),
    ...(row.bySender ?? []).map((other) => other.expansion),
  ];
  return {
    abbreviation: row.abbr,
    kind: row.kind,
    expansion: row.expansion,
    countries: row.countries ?? [],
    otherMeanings: [...others, ...rows.flatMap((one) => one.alsoMeans ?? [])],
    alsoSpelled: row.alsoSpelled ?? [],
    note: row.note ?? null,
    source: row.source,
    confidence: row.confidence ?? "high",
  };
}

/** The abbreviations of the vocabulary as shipped. */
export const defaultAcronyms: () => AcronymLookup = lazy(() => createAcronymLookup(acronymRows()));

/** TAGS: what a code on the TAGS line meant at a cable's date, and which codes run together in one word. */

import tagTable from "./data/tags.json?raw";
import type { CableDate } from "./date.ts";
import { lazy } from "./lazy.ts";
import type { Confidence, TagEraRow, TagKind, TagRow } from "./rows.ts";
import { table } from "./table.ts";

const tagRows = table<TagRow>(tagTable);

/** What a TAG meant in the lists of certain years. */
export interface TagMeaning {
  readonly kind: TagKind;
  /** Null where the code is known to exist and its meaning is not. */
  readonly title: string | null;
  /** The lists that give it this title, oldest first: `1974`, `2003-10`. */
  readonly eras: readonly string[];
  readonly source: string;
  readonly confidence: Confidence;
}

/** A TAG as it is to be read at a date. */
export interface Tag {
  readonly code: string;
  /** The meaning at the date; at an unknown date the one of 2003–10, or the one nearest to it. */
  readonly meaning: TagMeaning;
  /** What other lists make of the code, in order of time. */
  readonly otherMeanings: readonly TagMeaning[];
  /** The code is first listed well after the date: a geographic code of the list of 2024 on an older cable. */
  readonly later: boolean;
  readonly category: string | null;
  readonly definition: string | null;
  readonly definitionSource: string | null;
  readonly note: string | null;
  /** How often it was counted in the cables that the tables were made from. */
  readonly uses: number;
}

/** Look-ups by code over one table of TAGS. Codes are taken in any case. */
export interface TagLookup {
  /** Every code, in the order of the table. */
  readonly codes: readonly string[];
  find(code: string, date: CableDate | null): Tag | undefined;
  isKnown(code: string): boolean;
  /** The codes that `word` runs together, in order; null where it is itself a code or is not made of codes alone. */
  splitGlued(word: string): readonly string[] | null;
}

/** The list that most known cables were written by. It stands for these years, though it was only seen in use from 2003 to 2010. */
const CORPUS_ERA = "2003-10";
const CORPUS_ERA_YEARS: YearRange = { from: 1990, to: 2011 };

/** Lists of this year and later are of codes that were all in use by `CORPUS_ERA_YEARS`, countries that came later aside. */
const CORPUS_LIST_FROM = 2003;

/** From this year on, what a list holds says nothing about the cables of the years before it. */
const LATER_LISTS_FROM = 2020;

interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** What one code costs when a word is taken apart; the cheapest way wins. Fewer and commoner codes are cheaper. */
const SPLIT_COST: Readonly<Record<TagKind, number>> = {
  subject: 10,
  program: 10,
  geographic: 12,
  organization: 14,
  "person-rule": Number.POSITIVE_INFINITY,
};
const COST_OF_RARE_CODE = 1;
const COST_OF_LATER_CODE = 6;

/** Longer words are no run of TAGS; the bound keeps the time of a split in proportion to the text. */
const LONGEST_GLUED = 64;

export function createTagLookup(rows: readonly TagRow[]): TagLookup {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const rowOf = (code: string): TagRow | undefined => byCode.get(code) ?? byCode.get(code.toUpperCase());
  const costs = new Map<string, number>();
  let longest = 0;
  for (const row of rows) {
    if (!/^[A-Z]+$/.test(row.code) || row.code.length < 2) continue;
    costs.set(row.code, splitCost(row));
    longest = Math.max(longest, row.code.length);
  }
  return {
    codes: rows.map((row) => row.code),
    find(code, date) {
      const row = rowOf(code);
      return row === undefined ? undefined : tagAt(row, date);
    },
    isKnown: (code) => rowOf(code) !== undefined,
    splitGlued(word) {
      const letters = word.toUpperCase();
      if (letters.length < 6 || letters.length > LONGEST_GLUED || byCode.has(letters)) return null;
      const parts = cheapestSplit(letters, costs, longest);
      // Two-letter codes alone cover too much: a split without any subject is more likely a misprint taken apart.
      const hasSubject = parts?.some((part) => isSubject(byCode.get(part)));
      return parts !== null && parts.length > 1 && hasSubject === true ? parts : null;
    },
  };
}

function isSubject(row: TagRow | undefined): boolean {
  return row?.kind === "subject" || row?.kind === "program";
}

function splitCost(row: TagRow): number {
  let cost = SPLIT_COST[row.kind];
  if (row.count === undefined) cost += COST_OF_RARE_CODE;
  if (row.eras.every(({ era }) => yearsOf(era).from >= LATER_LISTS_FROM) && row.kind === "geographic") {
    cost += COST_OF_LATER_CODE;
  }
  return cost;
}

/** Dynamic programming over the letters: the cheapest codes that cover the first n of them, for each n. */
function cheapestSplit(letters: string, costs: ReadonlyMap<string, number>, longest: number): readonly string[] | null {
  const best: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= letters.length; end++) {
    let cost = Number.POSITIVE_INFINITY;
    let from = -1;
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start]?.cost ?? Number.POSITIVE_INFINITY;
      const own = costs.get(letters.slice(start, end));
      if (own !== undefined && before + own < cost) {
        cost = before + own;
        from = start;
      }
    }
    best.push({ cost, from });
  }
  const parts: string[] = [];
  for (let end = letters.length; end > 0; ) {
    const from = best[end]?.from ?? -1;
    if (from < 0) return null;
    parts.unshift(letters.slice(from, end));
    end = from;
  }
  return parts;
}

function tagAt(row: TagRow, date: CableDate | null): Tag {
  const eraRow = eraAt(row.eras, date);
  const meanings = meaningsOf(row);
  const meaning = meanings.find(({ rows }) => eraRow !== undefined && rows.includes(eraRow))?.meaning;
  const year = date?.year ?? CORPUS_ERA_YEARS.to;
  return {
    code: row.code,
    meaning: meaning ?? {
      kind: row.kind,
      title: row.title ?? null,
      eras: [],
      source: row.source,
      confidence: row.confidence ?? "high",
    },
    otherMeanings: meanings.filter((other) => other.meaning !== meaning).map((other) => other.meaning),
    later:
      date !== null &&
      row.kind === "geographic" &&
      eraRow !== undefined &&
      yearsOf(eraRow.era).from >= LATER_LISTS_FROM &&
      year < LATER_LISTS_FROM,
    category: row.category ?? null,
    definition: row.definition ?? null,
    definitionSource: row.definitionSource ?? null,
    note: row.note ?? null,
    uses: row.count ?? 0,
  };
}

/** Lists are years apart: what was last listed this many years before had gone out of use, what is first listed so long after was not yet in use. */
const YEARS_BETWEEN_LISTS = 12;

/** The year in which a TAG was last listed; null for one that goes on to this day, as all of the lists since 2003 do as far as is known. */
export function lastListed({ meaning, otherMeanings }: Tag): number | null {
  const eras = [meaning, ...otherMeanings].flatMap((one) => one.eras).map(yearsOf);
  if (eras.length === 0) return null;
  const last = Math.max(...eras.map(({ to }) => to));
  // The lists of later years that are known are not whole: that they lack a code says nothing.
  return last >= CORPUS_LIST_FROM ? null : last;
}

/** Whether a TAG was in use in a year, as far as the lists tell: neither withdrawn long before nor made long after. */
export function isInForce(tag: Tag, year: number): boolean {
  const last = lastListed(tag);
  if (last !== null && last + YEARS_BETWEEN_LISTS < year) return false;
  if (tag.later) return false;
  const eras = [tag.meaning, ...tag.otherMeanings].flatMap((one) => one.eras).map(yearsOf);
  const first = Math.min(...eras.map(({ from }) => (from >= CORPUS_LIST_FROM ? CORPUS_ERA_YEARS.from : from)));
  return eras.length === 0 || first - YEARS_BETWEEN_LISTS <= year;
}

/** The eras of a row that say the same, taken together, in order of time. */
function meaningsOf(row: TagRow): readonly { readonly meaning: TagMeaning; readonly rows: readonly TagEraRow[] }[] {
  const groups: { title: string | null; kind: TagKind; rows: TagEraRow[] }[] = [];
  for (const era of [...row.eras].sort((a, b) => yearsOf(a.era).from - yearsOf(b.era).from)) {
    const title = era.title ?? null;
    const kind = era.kind ?? row.kind;
    const group = groups.find((one) => one.title === title && one.kind === kind);
    if (group === undefined) groups.push({ title, kind, rows: [era] });
    else group.rows.push(era);
  }
  return groups.map(({ title, kind, rows }) => ({
    meaning: {
      kind,
      title,
      eras: rows.map(({ era }) => era),
      source: [...new Set(rows.map(({ source }) => source))].join("; "),
      confidence: rows.map((one) => one.confidence ?? "high").sort(bySureness)[0] ?? "high",
    },
    rows,
  }));
}

const SURENESS: Readonly<Record<Confidence, number>> = { high: 0, medium: 1, low: 2 };

function bySureness(a: Confidence, b: Confidence): number {
  return SURENESS[a] - SURENESS[b];
}

/**
 * The era whose meaning holds at a date: that of 2003–10 from about 1990 to 2011 where there is one, else the nearest. Where
 * two are as near, the one of fewer years, which is a list and not a range of cables; of those, the row's first.
 */
function eraAt(eras: readonly TagEraRow[], date: CableDate | null): TagEraRow | undefined {
  const year = date?.year ?? CORPUS_ERA_YEARS.to;
  if (year >= CORPUS_ERA_YEARS.from && year <= CORPUS_ERA_YEARS.to) {
    const ofCorpus = eras.find(({ era }) => era === CORPUS_ERA);
    if (ofCorpus !== undefined) return ofCorpus;
  }
  let nearest: TagEraRow | undefined;
  let nearestRank = Number.POSITIVE_INFINITY;
  for (const era of eras) {
    const { from, to } = yearsOf(era.era);
    const distance = year < from ? from - year : year > to ? year - to : 0;
    const rank = distance * 100 + (to - from);
    if (rank < nearestRank) {
      nearest = era;
      nearestRank = rank;
    }
  }
  return nearest;
}

/** `2003-10` is 2003 to 2010; `1974` is that year alone. */
function yearsOf(era: string): YearRange {
  const from = Number(era.slice(0, 4));
  const to = era.length > 4 ? Number(era.slice(0, 2) + era.slice(5, 7)) : from;
  return { from, to };
}

/** The TAGS of the vocabulary as shipped. */
export const defaultTags: () => TagLookup = lazy(() => createTagLookup(tagRows()));

/** What a TAG meant at a date; with null, at an unknown one. */
export function findTag(code: string, date: CableDate | null): Tag | undefined {
  return defaultTags().find(code, date);
}

/** Whether the code is a TAG of any list, in any case. */
export function isKnownTag(code: string): boolean {
  return defaultTags().isKnown(code);
}

/** `["PGOV", "PREL"]` of `PGOVPREL`; null where the word is itself a TAG or is not made of TAGS alone. */
export function splitGluedTags(word: string): readonly string[] | null {
  return defaultTags().splitGlued(word);
}

/** The words of what TAGS stand for, in capitals, short ones and names of places left out. */
const titleWords = lazy(() => {
  const titles = tagRows().flatMap(({ kind, title }) =>
    kind === "subject" || kind === "program" ? [title ?? ""] : [],
  );
  return new Set(titles.flatMap((title) => title.toUpperCase().match(/[A-Z]{4,}/g) ?? []));
});

/** Whether a word, in capitals, is one of those that subjects and programs are called by: `AFFAIRS`, `CONSULAR`. */
export function isWordOfTagTitle(word: string): boolean {
  return titleWords().has(word);
}

/** Whether a code, in any case, stands for an organization; such codes are words and surnames as well. */
export function isOrganizationTag(code: string): boolean {
  return findTag(code, null)?.meaning.kind === "organization";
}

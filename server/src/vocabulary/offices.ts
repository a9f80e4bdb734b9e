/** Office symbols: which bureau and office `EAP/CM` is. */

import officeTable from "./data/offices.json?raw";
import type { CableDate } from "./date.ts";
import { lazy } from "./lazy.ts";
import { isInPeriod } from "./period.ts";
import type { Confidence, OfficeRow } from "./rows.ts";
import { table } from "./table.ts";

/** The rows as shipped. */
export const officeRows: () => readonly OfficeRow[] = table(officeTable);

/** An office, or what is known of one from the offices above it. */
export interface Office {
  /** The symbol asked for, in capitals. */
  readonly symbol: string;
  /** Null where only an office above it is known. */
  readonly title: string | null;
  /** The years of the title, `1973-76`; null where they are not known. */
  readonly period: string | null;
  /** Whether the date asked for is outside the period. */
  readonly isOutside: boolean;
  /** Whether the symbol means the office in running text too. */
  readonly inText: boolean;
  /** The offices above it, the nearest first; for an unknown office, those that the beginning of its symbol names. */
  readonly within: readonly OfficeTitle[];
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
  /** What else the symbol means; offices of people's own rows come before those of the table. */
  readonly otherTitles: readonly OfficeTitle[];
}

export interface OfficeTitle {
  readonly symbol: string;
  readonly title: string;
  readonly source: string;
  /** The years of the title, where they are known. */
  readonly period?: string;
}

export interface OfficeLookup {
  readonly symbols: readonly string[];
  /**
   * By symbol in any case, blanks around strokes allowed: the office of the day, or of 1990 and after without a day. Undefined
   * where not even the first part of the symbol is known.
   */
  find(symbol: string, date?: CableDate | null): Office | undefined;
}

/** No symbol has more offices above it; the bound also ends a circle in people's own rows. */
const DEEPEST = 6;

/** Of two rows for one symbol the first is the meaning and the second another one. */
export function createOfficeLookup(rows: readonly OfficeRow[]): OfficeLookup {
  const bySymbol = new Map<string, OfficeRow[]>();
  for (const row of rows) {
    const symbol = normalSymbol(row.symbol);
    const known = bySymbol.get(symbol);
    if (known === undefined) bySymbol.set(symbol, [row]);
    else known.push(row);
  }
  const titleOf = (symbol: string): OfficeTitle | undefined => {
    const row = bySymbol.get(normalSymbol(symbol))?.[0];
    return row === undefined ? undefined : { symbol: row.symbol, title: row.title, source: row.source };
  };
  /** The offices above a symbol: its row's parent, else the longest known beginning of it. */
  const above = (symbol: string): readonly OfficeTitle[] => {
    const titles: OfficeTitle[] = [];
    let current = symbol;
    if (bySymbol.get(symbol)?.[0]?.isRank === true) return titles;
    while (titles.length < DEEPEST) {
      const parent = bySymbol.get(current)?.[0]?.parent ?? beginningOf(current, bySymbol);
      if (parent === undefined) break;
      // A parent may be a name in words (`Department of the Treasury`), which has no row of its own.
      const title = titleOf(parent) ?? { symbol: parent, title: parent, source: "" };
      if (titles.some((one) => one.symbol === title.symbol)) break;
      titles.push(title);
      current = normalSymbol(parent);
    }
    return titles;
  };
  return {
    symbols: rows.map((row) => row.symbol),
    find(typed, date = null) {
      const symbol = normalSymbol(typed);
      const [row, ...others] = bySymbol.get(symbol) ?? [];
      const within = above(symbol);
      if (row === undefined) {
        const nearest = within[0];
        if (nearest === undefined) return undefined;
        return {
          symbol,
          title: null,
          period: null,
          isOutside: false,
          inText: false,
          within,
          note: null,
          source: nearest.source,
          confidence: "medium",
          otherTitles: [],
        };
      }
      const own = titlesOf(row);
      const titles = own.concat(others.flatMap(titlesOf));
      const told = (date === null ? undefined : own.find(({ period }) => isOf(period, date))) ?? own[0] ?? row;
      return {
        symbol,
        title: told.title,
        period: told.period ?? null,
        isOutside: date !== null && told.period !== undefined && !isInPeriod(told.period, date.year),
        inText: row.inText === true,
        // An earlier office of the symbol stood where its title says.
        within: told === own[0] ? within : [],
        note: row.note ?? null,
        source: told.source,
        confidence: row.confidence ?? "high",
        otherTitles: titles.filter((title) => title !== told),
      };
    },
  };
}

/** The title of a row, then those that its symbol had before. */
function titlesOf({ symbol, title, source, period, earlier = [] }: OfficeRow): readonly OfficeTitle[] {
  const now = { symbol, title, source, ...(period === undefined ? {} : { period }) };
  return [now, ...earlier.map((one) => ({ symbol, ...one }))];
}

function isOf(period: string | undefined, date: CableDate): boolean {
  return period !== undefined && isInPeriod(period, date.year);
}

function normalSymbol(symbol: string): string {
  return symbol
    .trim()
    .toUpperCase()
    .replace(/ ?\/ ?/g, "/");
}

/** The longest known symbol that `symbol` goes on from after a stroke: `EAP` of `EAP/XYZ`. */
function beginningOf(symbol: string, bySymbol: ReadonlyMap<string, unknown>): string | undefined {
  for (let stroke = symbol.lastIndexOf("/"); stroke > 0; stroke = symbol.lastIndexOf("/", stroke - 1)) {
    const beginning = symbol.slice(0, stroke);
    if (bySymbol.has(beginning)) return beginning;
  }
  return undefined;
}

/** The offices of the vocabulary as shipped. */
export const defaultOffices: () => OfficeLookup = lazy(() => createOfficeLookup(officeRows()));

/** Office symbols: which bureau and office `EAP/CM` is. */

import officeTable from "./data/offices.json?raw";
import { lazy } from "./lazy.ts";
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
}

export interface OfficeLookup {
  readonly symbols: readonly string[];
  /** By symbol in any case, blanks around strokes allowed. Undefined where not even the first part of the symbol is known. */
  find(symbol: string): Office | undefined;
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
    find(typed) {
      const symbol = normalSymbol(typed);
      const [row, ...others] = bySymbol.get(symbol) ?? [];
      const within = above(symbol);
      if (row === undefined) {
        const nearest = within[0];
        if (nearest === undefined) return undefined;
        return {
          symbol,
          title: null,
          within,
          note: null,
          source: nearest.source,
          confidence: "medium",
          otherTitles: [],
        };
      }
      return {
        symbol,
        title: row.title,
        within,
        note: row.note ?? null,
        source: row.source,
        confidence: row.confidence ?? "high",
        otherTitles: others.map((other) => ({ symbol: other.symbol, title: other.title, source: other.source })),
      };
    },
  };
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

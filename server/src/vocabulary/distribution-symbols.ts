/** Symbols of the Department's own distribution of a telegram: which office `SSO` of `INFO SSO-00` is. */

import distributionTable from "./data/distribution-symbols.json?raw";
import { lazy } from "./lazy.ts";
import type { Confidence, DistributionRow } from "./rows.ts";
import { table } from "./table.ts";

/** A symbol of a distribution, and the office that it stands for. */
export interface DistributionSymbol {
  readonly symbol: string;
  /** Null where the symbol is in use and its office is not known. */
  readonly title: string | null;
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface DistributionLookup {
  readonly symbols: readonly string[];
  /** By symbol in any case; undefined where the table has none. */
  find(symbol: string): DistributionSymbol | undefined;
}

export function createDistributionLookup(rows: readonly DistributionRow[]): DistributionLookup {
  const bySymbol = new Map(rows.map((row) => [row.symbol, row]));
  return {
    symbols: rows.map(({ symbol }) => symbol),
    find(symbol) {
      const row = bySymbol.get(symbol.trim().toUpperCase());
      if (row === undefined) return undefined;
      return {
        symbol: row.symbol,
        title: row.title ?? null,
        note: row.note ?? null,
        source: row.source,
        confidence: row.confidence ?? "high",
      };
    },
  };
}

/** The rows as shipped. */
export const distributionRows: () => readonly DistributionRow[] = table<DistributionRow>(distributionTable);

/** The symbols of the vocabulary as shipped. */
export const defaultDistributionSymbols: () => DistributionLookup = lazy(() =>
  createDistributionLookup(distributionRows()),
);

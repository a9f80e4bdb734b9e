/** Routing indicators: whose address a code such as `RUEHGH` is. */

import routingIndicatorTable from "./data/routing-indicators.json?raw";
import { lazy } from "./lazy.ts";
import type { Confidence, RoutingIndicatorKind, RoutingIndicatorRow } from "./rows.ts";
import { table } from "./table.ts";

const routingIndicatorRows = table<RoutingIndicatorRow>(routingIndicatorTable);

/** A routing indicator and the station it belongs to. */
export interface RoutingIndicator {
  readonly code: string;
  /** The plain-language address, `AMCONSUL SHANGHAI`; null where no header ever names one. */
  readonly station: string | null;
  readonly kind: RoutingIndicatorKind;
  /** Other addressees that stand after the indicator in headers, the most frequent first. */
  readonly alsoSeen: readonly string[];
  /** The indicator stands before so many addressees that only the name after the stroke says who is meant. */
  readonly shared: boolean;
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
  /** How often it was counted in the cables that the tables were made from. */
  readonly uses: number;
}

/** Look-ups by code, in any case. Indicators changed too seldom, and too little of it is documented, to ask for a date. */
export interface RoutingIndicatorLookup {
  readonly codes: readonly string[];
  find(code: string): RoutingIndicator | undefined;
}

export function createRoutingIndicatorLookup(rows: readonly RoutingIndicatorRow[]): RoutingIndicatorLookup {
  const byCode = new Map(rows.map((row) => [row.ri, row]));
  return {
    codes: rows.map((row) => row.ri),
    find(code) {
      const row = byCode.get(code.toUpperCase());
      if (row === undefined) return undefined;
      return {
        code: row.ri,
        station: row.station ?? null,
        kind: row.kind,
        alsoSeen: row.alsoSeen ?? [],
        shared: row.shared ?? false,
        note: row.note ?? null,
        source: row.source,
        // A row without it comes from the list, or from two headers or more.
        confidence: row.confidence ?? "high",
        uses: row.count ?? 0,
      };
    },
  };
}

/** The routing indicators of the vocabulary as shipped. */
export const defaultRoutingIndicators: () => RoutingIndicatorLookup = lazy(() =>
  createRoutingIndicatorLookup(routingIndicatorRows()),
);

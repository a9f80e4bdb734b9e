/** Operating signals and prosigns: what `ZNR`, `UUUUU` or `BT` ask of those who handle the message. */

import operatingSignalTable from "./data/operating-signals.json?raw";
import { lazy } from "./lazy.ts";
import type { Confidence, OperatingSignalRow } from "./rows.ts";
import { table } from "./table.ts";

const operatingSignalRows = table<OperatingSignalRow>(operatingSignalTable);

/** A signal, a prosign or the classification field after `ZNR` and `ZNY`. */
export interface OperatingSignal {
  readonly code: string;
  readonly kind: OperatingSignalRow["kind"];
  /** Null where the meaning was not found. */
  readonly title: string | null;
  /** Where in a message it stands. */
  readonly where: string;
  /** Of a classification field. */
  readonly level: string | null;
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface OperatingSignalLookup {
  readonly codes: readonly string[];
  /** In any case; a signal may have a figure after it (`ZFF4`). */
  find(typed: string): OperatingSignal | undefined;
}

export function createOperatingSignalLookup(rows: readonly OperatingSignalRow[]): OperatingSignalLookup {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return {
    codes: rows.map((row) => row.code),
    find(typed) {
      const code = typed.trim().toUpperCase();
      const row = byCode.get(code) ?? byCode.get(/^(Z[A-Z]{2})\d{1,2}$/.exec(code)?.[1] ?? "");
      if (row === undefined) return undefined;
      return {
        code: row.code,
        kind: row.kind,
        title: row.title ?? null,
        where: row.where,
        level: row.level ?? null,
        note: row.note ?? null,
        source: row.source,
        confidence: row.confidence ?? "high",
      };
    },
  };
}

/** The operating signals of the vocabulary as shipped. */
export const defaultOperatingSignals: () => OperatingSignalLookup = lazy(() =>
  createOperatingSignalLookup(operatingSignalRows()),
);

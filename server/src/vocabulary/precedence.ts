/** Precedence: how urgent a message was, by letter, doubled letter or word. */

import precedenceTable from "./data/precedence.json?raw";
import { lazy } from "./lazy.ts";
import type { Confidence, PrecedenceRow } from "./rows.ts";
import { table } from "./table.ts";

const precedenceRows = table<PrecedenceRow>(precedenceTable);

/** One precedence, or the two of a message that has one for action and another for information addressees. */
export interface Precedence {
  /** As the date-time line has it: `R`, `O P`; `NIACT` for the word. */
  readonly code: string;
  readonly name: string;
  /** Higher is more urgent; of two, that of the action addressees. */
  readonly rank: number;
  readonly meaning: string;
  /** Time objective of the military networks; null where there is none. */
  readonly handling: string | null;
  /** What State's rules made of it; null where the table has nothing. */
  readonly stateUse: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface PrecedenceLookup {
  readonly codes: readonly string[];
  /** By letter (`R`), doubled letter (`RR`), two letters (`O P`) or name (`ROUTINE`, `NIACT IMMEDIATE`), in any case. */
  find(typed: string): Precedence | undefined;
}

export function createPrecedenceLookup(rows: readonly PrecedenceRow[]): PrecedenceLookup {
  const byForm = new Map<string, PrecedenceRow>();
  for (const row of rows) {
    for (const form of [row.code, row.digraph, row.name]) if (form !== undefined) byForm.set(form, row);
  }
  const find = (typed: string): Precedence | undefined => {
    const form = typed.trim().toUpperCase().replace(/\s+/g, " ");
    const row = byForm.get(form);
    const letters = /^([YZOPR]) ([YZOPR])$/.exec(form);
    if (row === undefined && letters === null) return undefined;
    if (letters === null || letters[1] === letters[2]) {
      const single = row ?? byForm.get(letters?.[1] ?? "");
      return single === undefined ? undefined : precedenceOf(single, single.rank ?? 0);
    }
    const action = byForm.get(letters[1] ?? "");
    const information = byForm.get(letters[2] ?? "");
    if (action === undefined || information === undefined) return undefined;
    return {
      code: form,
      name: `${action.name} for action, ${information.name} for information`,
      rank: action.rank ?? 0,
      meaning:
        "Two letters in the date-time line: the first for action addressees, the second for information addressees. The line of routing indicators shows the higher one.",
      handling: null,
      stateUse: null,
      source: row?.source ?? action.source,
      confidence: "high",
    };
  };
  return { codes: rows.map((row) => row.code), find };
}

function precedenceOf(row: PrecedenceRow, rank: number): Precedence {
  return {
    code: row.code,
    name: row.name,
    rank,
    meaning: row.meaning,
    handling: row.handling ?? null,
    stateUse: row.stateUse ?? null,
    source: row.source,
    confidence: row.confidence ?? "high",
  };
}

/** The precedences of the vocabulary as shipped. */
export const defaultPrecedences: () => PrecedenceLookup = lazy(() => createPrecedenceLookup(precedenceRows()));

/** Names of header fields: what `Film Number` of an archive's trailer, `Drafted By` of a wrapper or `TAGS` stands for. */

import headerKeyTable from "./data/header-keys.json?raw";
import { lazy } from "./lazy.ts";
import type { Confidence, SourcedRow } from "./rows.ts";
import { table } from "./table.ts";

/** Where a name stands: in the attributes behind an archive telegram, in the wrapper of 2009 and after, or in any cable. */
export type HeaderKeyForm = "archive" | "smart" | "cable";

export interface HeaderKeyRow extends SourcedRow {
  readonly code: string;
  readonly form: HeaderKeyForm;
  /** Other ways of writing it. */
  readonly also?: readonly string[];
  readonly title: string;
  readonly meaning?: string;
  /** Codes that stand as the field's value. */
  readonly values?: readonly HeaderKeyValue[];
}

/** A code that stands as the value of a field. */
export interface HeaderKeyValue extends SourcedRow {
  readonly value: string;
  readonly meaning: string;
}

/** The name of a field and what it stands for. */
export interface HeaderKey {
  readonly code: string;
  readonly form: HeaderKeyForm;
  readonly title: string;
  readonly meaning: string | null;
  readonly values: readonly HeaderKeyValue[];
  readonly source: string;
  readonly confidence: Confidence;
}

export interface HeaderKeyLookup {
  /** By name, in any case; undefined where the form has no such field or nothing is known of it. */
  find(name: string, form: HeaderKeyForm): HeaderKey | undefined;
}

export function createHeaderKeyLookup(rows: readonly HeaderKeyRow[]): HeaderKeyLookup {
  const byName = new Map<string, HeaderKeyRow>();
  for (const row of rows) for (const name of [row.code, ...(row.also ?? [])]) byName.set(keyOf(name, row.form), row);
  return {
    find(name, form) {
      const row = byName.get(keyOf(name, form));
      if (row === undefined) return undefined;
      return {
        code: row.code,
        form: row.form,
        title: row.title,
        meaning: row.meaning ?? null,
        values: row.values ?? [],
        source: row.source,
        confidence: row.confidence ?? "high",
      };
    },
  };
}

function keyOf(name: string, form: HeaderKeyForm): string {
  return `${form} ${name.trim().toUpperCase()}`;
}

const headerKeyRows = table<HeaderKeyRow>(headerKeyTable);

/** The names of fields of the vocabulary as shipped. */
export const defaultHeaderKeys: () => HeaderKeyLookup = lazy(() => createHeaderKeyLookup(headerKeyRows()));

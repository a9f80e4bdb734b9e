/** People's own rows of the vocabulary: read from a setting or a file of the workspace, checked, never trusted. */

import type { AcronymRow, OfficeRow, StationRow, TimeZoneRow } from "./rows.ts";
import { compactStationName } from "./stations.ts";

/** What is wrong with one row; the row is left out and all others stand. */
export interface OwnRowProblem {
  /** `glossary`, `stations`, `offices`, or `` for the whole. */
  readonly table: string;
  /** Its place in the list, from 0, or its key; null for the whole table. */
  readonly row: string | null;
  readonly message: string;
}

/** Rows as the tables of the vocabulary have them. */
export interface OwnRows {
  readonly glossary: readonly AcronymRow[];
  readonly stations: readonly StationRow[];
  readonly offices: readonly OfficeRow[];
  readonly timeZones: readonly TimeZoneRow[];
  readonly problems: readonly OwnRowProblem[];
}

export const NO_OWN_ROWS: OwnRows = { glossary: [], stations: [], offices: [], timeZones: [], problems: [] };

/** More rows than anybody writes by hand; a file with more is a mistake. */
const MOST_ROWS = 10_000;
const LONGEST_TEXT = 2_000;
/** More aliases or meanings than anything has. */
const MOST_TEXTS = 100;

/**
 * Reads own rows from a parsed JSON value: `{"glossary": …, "stations": …, "offices": …}`, each a list of rows or, for the
 * glossary and offices, an object of code and meaning. `origin` says where they stand and becomes their source.
 */
export function readOwnRows(value: unknown, origin: string): OwnRows {
  const problems: OwnRowProblem[] = [];
  if (value === undefined || value === null) return NO_OWN_ROWS;
  if (!isObject(value)) {
    return {
      ...NO_OWN_ROWS,
      problems: [{ table: "", row: null, message: "must be an object with glossary, stations or offices" }],
    };
  }
  for (const table of Object.keys(value)) {
    if (!["glossary", "stations", "offices"].includes(table)) {
      problems.push({ table, row: null, message: "is no table: glossary, stations and offices are" });
    }
  }
  const rowsOf = <T>(table: string, meaningKey: string | null, read: (row: Fields) => T): readonly T[] => {
    const rows: T[] = [];
    for (const [key, row] of entriesOf(value[table], table, meaningKey, problems)) {
      const fields = new Fields(row);
      const made = read(fields);
      if (fields.problems.length === 0) rows.push(made);
      for (const message of fields.problems) problems.push({ table, row: key, message });
    }
    return rows;
  };
  const timeZones: TimeZoneRow[] = [];
  const glossary = rowsOf("glossary", "meaning", (row): AcronymRow => {
    const alsoMeans = row.texts("alsoMeans");
    return {
      abbr: row.text("term"),
      expansion: row.text("meaning"),
      kind: row.flag("anyCase") ? "cable shorthand" : "general",
      ...(alsoMeans.length > 0 ? { alsoMeans } : {}),
      ...row.sourced(origin),
    };
  });
  const stations = rowsOf("stations", null, (row): StationRow => {
    const name = row.text("name");
    const id = compactStationName(row.optionalText("id") ?? name);
    if (id === "" && name !== "") row.problems.push("name has no letters");
    const post = row.optionalText("post");
    const country = row.optionalText("country");
    const zone = row.optionalText("timeZone");
    if (zone !== undefined && !isTimeZone(zone)) row.problems.push(`timeZone is no known time zone: ${zone}`);
    else if (zone !== undefined) timeZones.push({ id, tz: zone, country: country ?? "", ...row.sourced(origin) });
    return {
      id,
      name: name.toUpperCase(),
      kind: "other",
      aliases: row.texts("aliases"),
      ...(post === undefined ? {} : { post }),
      ...(country === undefined ? {} : { country: { tag: "", name: country } }),
      ...row.sourced(origin),
    };
  });
  const offices = rowsOf("offices", "title", (row): OfficeRow => {
    const parent = row.optionalText("parent");
    return {
      symbol: row.text("symbol"),
      title: row.text("title"),
      ...(parent === undefined ? {} : { parent }),
      ...row.sourced(origin),
    };
  });
  return { glossary, stations, offices, timeZones, problems };
}

/** Several readings as one, the first before the others. */
export function joinOwnRows(readings: readonly OwnRows[]): OwnRows {
  return {
    glossary: readings.flatMap((one) => one.glossary),
    stations: readings.flatMap((one) => one.stations),
    offices: readings.flatMap((one) => one.offices),
    timeZones: readings.flatMap((one) => one.timeZones),
    problems: readings.flatMap((one) => one.problems),
  };
}

/** The key that an object of code and meaning stands for, by table. */
const KEY_OF_TABLE: Readonly<Record<string, string>> = { glossary: "term", offices: "symbol" };

function entriesOf(
  table: unknown,
  name: string,
  meaningKey: string | null,
  problems: OwnRowProblem[],
): readonly (readonly [string, unknown])[] {
  if (table === undefined || table === null) return [];
  const key = KEY_OF_TABLE[name];
  let entries: readonly (readonly [string, unknown])[];
  if (Array.isArray(table)) entries = table.map((row: unknown, index) => [String(index), row] as const);
  else if (isObject(table) && meaningKey !== null && key !== undefined) {
    entries = Object.entries(table).map(
      ([code, meaning]) =>
        [code, isObject(meaning) ? { [key]: code, ...meaning } : { [key]: code, [meaningKey]: meaning }] as const,
    );
  } else {
    problems.push({ table: name, row: null, message: "must be a list of rows" });
    return [];
  }
  if (entries.length > MOST_ROWS) {
    problems.push({
      table: name,
      row: null,
      message: `has ${entries.length} rows; only the first ${MOST_ROWS} are taken`,
    });
  }
  return entries.slice(0, MOST_ROWS);
}

/** The fields of one row, read one by one; what is wrong with them gathers in `problems`. */
class Fields {
  readonly problems: string[] = [];
  readonly #row: Readonly<Record<string, unknown>>;

  constructor(row: unknown) {
    if (isObject(row)) this.#row = row;
    else {
      this.#row = {};
      this.problems.push("must be an object");
    }
  }

  /** A text that must be there; `` where it is not. */
  text(key: string): string {
    const text = this.optionalText(key);
    if (text === undefined && this.problems.length === 0) this.problems.push(`${key} is missing`);
    return text ?? "";
  }

  optionalText(key: string): string | undefined {
    const value = this.#row[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string" || value.trim() === "" || value.length > LONGEST_TEXT) {
      this.problems.push(`${key} must be a text of 1 to ${LONGEST_TEXT} characters`);
      return "";
    }
    return value.trim();
  }

  texts(key: string): readonly string[] {
    const value = this.#row[key];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value) || !value.every((one) => typeof one === "string" && one.length <= LONGEST_TEXT)) {
      this.problems.push(`${key} must be a list of texts`);
      return [];
    }
    const texts = value.filter((one): one is string => typeof one === "string" && one.trim() !== "");
    const different = [...new Set(texts.map((one) => one.trim()))];
    if (different.length > MOST_TEXTS) this.problems.push(`${key} has more than ${MOST_TEXTS} texts`);
    return different.slice(0, MOST_TEXTS);
  }

  flag(key: string): boolean {
    const value = this.#row[key];
    if (value !== undefined && typeof value !== "boolean") this.problems.push(`${key} must be true or false`);
    return value === true;
  }

  /** Source and note of a row of one's own. */
  sourced(origin: string): { readonly source: string; readonly confidence: "high"; readonly note?: string } {
    const source = this.optionalText("source");
    const note = this.optionalText("note");
    return {
      source: source === undefined ? origin : `${source} (${origin})`,
      confidence: "high",
      ...(note === undefined ? {} : { note }),
    };
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

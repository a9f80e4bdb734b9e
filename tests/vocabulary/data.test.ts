/** Holds the data files of the vocabulary to the row types that declare them. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { sourcesOf } from "../../server/src/vocabulary/explanation.ts";

type Row = Readonly<Record<string, unknown>>;

/** How a field must look: a type name as `typeof` has it, a list of such, or one of some words. */
type Field = "string" | "number" | "boolean" | "strings" | "object" | "objects" | "string or null" | readonly string[];

interface Shape {
  readonly key: string;
  /** The field within which keys are unique and sorted, where they are not so in the whole table. */
  readonly keyWithin?: string;
  /** The last row of a group may do without its key: it holds for good. */
  readonly isOptionalKey?: true;
  /** Its rows are sources themselves, and name none. */
  readonly isSource?: true;
  readonly required: Readonly<Record<string, Field>>;
  readonly optional: Readonly<Record<string, Field>>;
  /** Of rows within a field. */
  readonly within?: Readonly<
    Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>
  >;
}

const TAG_KINDS = ["subject", "program", "organization", "geographic", "person-rule"];
const REASON = { required: ["code", "meaning"], optional: ["count", "confidence"] };

const SHAPES: Readonly<Record<string, Shape>> = {
  sources: {
    key: "key",
    isSource: true,
    required: { kind: ["document", "secondary", "cables", "none"], name: "string" },
    optional: { section: "string", edition: "string", date: "string" },
  },
  tags: {
    key: "code",
    required: { kind: TAG_KINDS, eras: "objects" },
    optional: { title: "string", category: "string", definition: "string", definitionSource: "string" },
    within: { eras: { required: ["era", "source"], optional: ["title", "kind", "confidence"] } },
  },
  "routing-indicators": {
    key: "ri",
    required: { kind: ["embassy", "consulate", "mission", "department", "collective", "military", "other"] },
    optional: { station: "string", alsoSeen: "strings", shared: "boolean" },
  },
  stations: {
    key: "id",
    required: {
      name: "string",
      kind: ["embassy", "consulate", "mission", "office", "institute", "department", "other", "1973-79"],
    },
    optional: {
      post: "string",
      country: "object",
      aliases: "strings",
      id1973: "string",
      firstYear: "number",
      lastYear: "number",
    },
  },
  "station-history": {
    key: "to",
    keyWithin: "id",
    isOptionalKey: true,
    required: { id: "string" },
    optional: {
      from: "string",
      to: "string",
      post: "string",
      kind: ["embassy", "consulate", "mission", "office"],
      country: "string",
    },
  },
  addressees: {
    key: "name",
    required: { kind: ["agency", "command", "collective"], title: "string" },
    optional: { names: "strings", members: "objects" },
    within: { members: { required: ["country"], optional: ["from", "to"] } },
  },
  "station-supplement": {
    key: "id",
    required: {},
    optional: { canonical: "string", names: "strings", series: "boolean" },
  },
  "station-homographs": { key: "form", required: { also: "string" }, optional: {} },
  timezones: { key: "id", required: { tz: "string", country: "string" }, optional: { olderName: "string" } },
  captions: { key: "code", required: { kind: "string" }, optional: { title: "string", meaning: "string" } },
  precedence: {
    key: "code",
    required: { name: "string", meaning: "string" },
    optional: { digraph: "string", rank: "number", handling: "string", stateUse: "string" },
  },
  classifications: {
    key: "code",
    required: { kind: ["line", "marking", "portion"], title: "string", rank: "number" },
    optional: { level: "string", meaning: "string", spaced: "string", field: "string", portion: "string" },
  },
  "portion-parts": {
    key: "code",
    required: { kind: ["control", "release", "recipient"], title: "string" },
    optional: { also: "strings", caption: "string" },
  },
  "executive-orders": {
    key: "code",
    required: {
      title: "string",
      signed: "string",
      from: "string",
      to: "string or null",
      lineForms: "objects",
      reasons: "objects",
    },
    optional: { amendedBy: "string", reasonsAsAmended: "objects", exemptions: "objects", misprints: "strings" },
    within: {
      lineForms: { required: ["form", "meaning"], optional: ["also", "count", "confidence"] },
      reasons: REASON,
      reasonsAsAmended: REASON,
      exemptions: REASON,
    },
  },
  "operating-signals": {
    key: "code",
    required: { kind: ["signal", "classification field", "prosign"], where: "string" },
    optional: { title: "string", level: "string" },
  },
  "acp127-lines": {
    key: "code",
    required: { line: "number", name: "string", content: "string" },
    optional: { example: "string", pattern: "string" },
  },
  "header-keys": {
    key: "code",
    keyWithin: "form",
    required: { form: ["archive", "smart", "cable"], title: "string" },
    optional: { also: "strings", meaning: "string", values: "objects" },
    within: { values: { required: ["value", "meaning", "source"], optional: ["confidence"] } },
  },
  "distribution-symbols": { key: "symbol", required: {}, optional: { title: "string" } },
  offices: {
    key: "symbol",
    required: { title: "string" },
    optional: { parent: "string", period: "string", earlier: "objects", isRank: "boolean", inText: "boolean" },
    within: { earlier: { required: ["title", "period", "source"], optional: [] } },
  },
  acronyms: {
    key: "abbr",
    required: { expansion: "string", kind: ["cable shorthand", "general", "pattern", "passing line"] },
    optional: {
      alsoMeans: "strings",
      alsoSpelled: "strings",
      pattern: "string",
      forms: "strings",
      countries: "strings",
      bySender: "objects",
    },
    within: { bySender: { required: ["countries", "expansion"], optional: [] } },
  },
  "format-rules": {
    key: "code",
    required: { area: "string", rule: "string", era: "string", check: "string" },
    optional: { measured: "string" },
  },
};

const EVERY_ROW: Readonly<Record<string, Field>> = {
  confidence: ["high", "medium", "low"],
  note: "string",
  count: "number",
};

const folder = fileURLToPath(new URL("../../server/src/vocabulary/data/", import.meta.url));

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rowsOf(name: string): readonly Row[] {
  const rows: unknown = JSON.parse(readFileSync(`${folder}${name}.json`, "utf8"));
  return Array.isArray(rows) ? rows.filter(isRow) : [];
}

function fits(value: unknown, field: Field): boolean {
  if (typeof field !== "string") return typeof value === "string" && field.includes(value);
  switch (field) {
    case "strings":
      return Array.isArray(value) && value.every((one) => typeof one === "string" && one !== "");
    case "objects":
      return Array.isArray(value) && value.every(isRow);
    case "object":
      return isRow(value);
    case "string or null":
      return value === null || typeof value === "string";
    case "string":
      return typeof value === "string" && value.trim() !== "";
    default:
      return typeof value === field;
  }
}

/** What is wrong with a row, in words; empty where nothing is. */
function faultsOf(row: Row, shape: Shape): readonly string[] {
  const everyRow: Readonly<Record<string, Field>> = shape.isSource ? {} : { source: "string", ...EVERY_ROW };
  const fields: Readonly<Record<string, Field>> = {
    [shape.key]: "string",
    ...shape.required,
    ...shape.optional,
    ...everyRow,
  };
  const faults: string[] = [];
  for (const key of [
    ...(shape.isOptionalKey ? [] : [shape.key]),
    ...(shape.isSource ? [] : ["source"]),
    ...Object.keys(shape.required),
  ]) {
    if (row[key] === undefined) faults.push(`no ${key}`);
  }
  for (const [key, value] of Object.entries(row)) {
    const field = fields[key];
    if (field === undefined) faults.push(`unknown field ${key}`);
    else if (!fits(value, field)) faults.push(`${key} is ${JSON.stringify(value)}`);
  }
  for (const [key, inner] of Object.entries(shape.within ?? {})) {
    const list = row[key];
    for (const one of Array.isArray(list) ? list : []) {
      const names = isRow(one) ? Object.keys(one) : [];
      for (const name of inner.required) if (!names.includes(name)) faults.push(`${key} without ${name}`);
      for (const name of names) {
        if (!inner.required.includes(name) && !inner.optional.includes(name)) faults.push(`${key} with ${name}`);
      }
    }
  }
  return faults;
}

test("every data file has a shape here, and the reverse", () => {
  const tables = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/, ""));
  expect(tables.sort()).toEqual(Object.keys(SHAPES).sort());
});

describe.each(Object.entries(SHAPES))("%s.json", (name, shape) => {
  const rows = rowsOf(name);

  test("every row has its fields, and a source", () => {
    const faults = rows.flatMap((row) => faultsOf(row, shape).map((fault) => `${String(row[shape.key])}: ${fault}`));
    expect(rows.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test("keys are unique and sorted by code units", () => {
    const group = shape.keyWithin;
    const keys = rows.map(
      (row) => `${group === undefined ? "" : `${String(row[group])} `}${String(row[shape.key] ?? "")}`,
    );
    expect(keys).toEqual([...new Set(keys)].sort());
  });
});

test("eras are years or ranges of years", () => {
  const eras = rowsOf("tags").flatMap(({ eras: list }) => (Array.isArray(list) ? list : []));
  const odd = eras.filter((era: unknown) => !isRow(era) || !/^\d{4}(-\d{2})?$/.test(String(era.era)));
  expect(odd).toEqual([]);
});

test("what one table says of another is there: zones and supplements of stations, captions of portion parts", () => {
  const ids = new Set(rowsOf("stations").map(({ id }) => id));
  const captions = new Set(rowsOf("captions").map(({ code }) => code));
  expect(rowsOf("timezones").filter(({ id }) => !ids.has(id))).toEqual([]);
  expect(rowsOf("station-supplement").filter(({ id }) => !ids.has(id))).toEqual([]);
  expect(rowsOf("portion-parts").filter(({ caption }) => caption !== undefined && !captions.has(caption))).toEqual([]);
});

test("patterns compile, and those of header lines fit their own examples", () => {
  for (const { pattern } of rowsOf("acronyms")) if (pattern !== undefined) new RegExp(String(pattern));
  for (const { pattern, example } of rowsOf("acp127-lines")) {
    if (pattern !== undefined && example !== undefined) expect(String(example)).toMatch(new RegExp(String(pattern)));
  }
});

test("the README of the tables names each of them, with its key", () => {
  const readme = readFileSync(`${folder}README.md`, "utf8");
  const told = [...readme.matchAll(/^\| `([\w-]+)\.json` \| `(\w+)` \|/gm)].map(([, name, key]) => `${name} ${key}`);
  expect(told.sort()).toEqual(
    Object.entries(SHAPES)
      .map(([name, { key }]) => `${name} ${key}`)
      .sort(),
  );
});

/** The keys of sources that a row names, those of rows within it too. */
function sourceKeys(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(sourceKeys);
  if (!isRow(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    /source$/i.test(name) && typeof inner === "string" ? sourcesOf(inner) : sourceKeys(inner),
  );
}

describe("the table of sources", () => {
  const used = new Set(Object.keys(SHAPES).flatMap((name) => (name === "sources" ? [] : sourceKeys(rowsOf(name)))));
  const sources = rowsOf("sources");

  test("has the source of every row of every table, and no other", () => {
    expect([...used].sort()).toEqual(sources.map(({ key }) => key).sort());
  });

  test("counts nothing: how often a thing is seen is no source", () => {
    const counting = /\b\d{1,3},\d{3}\b|\bcorpus\b|\b\d+ (?:cables|telegrams|times|files)\b/;
    expect(sources.filter(({ key, name }) => counting.test(`${String(key)} ${String(name)}`))).toEqual([]);
  });

  test("says of general knowledge just that, and gives it no edition, section or date", () => {
    const none = sources.filter(({ kind }) => kind === "none");
    expect(none.map(({ key }) => key)).toEqual([
      "general knowledge",
      "inferred from use in cables",
      "judged from the form",
      "meaning not found",
      "use in cables",
    ]);
    expect(none.flatMap((row) => Object.keys(row).slice(3))).toEqual([]);
  });

  test("says where in a document of State and when that was written", () => {
    const handbooks = sources.filter(({ key }) => /^(?:5 FAH|TAGS handbook|ACP|FRUS)/.test(String(key)));
    expect(handbooks.length).toBeGreaterThan(40);
    const undated = handbooks.filter(({ date, edition }) => date === undefined && edition === undefined);
    // Editions that nobody wrote down when the rows were made.
    expect(undated.map(({ key }) => key)).toEqual([
      "5 FAH-1 H-216.1",
      "5 FAH-1 H-440",
      "ACP 131",
      "FRUS 1977–80 XXVII",
    ]);
  });
});

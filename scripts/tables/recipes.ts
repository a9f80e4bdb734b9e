/** The tables as each engine declares them, made of their columns. */

import { type Column, type ColumnType, TABLES, type Table } from "../../server/src/features/tables/columns.ts";

type Types = Readonly<Record<ColumnType, string>>;

const POSTGRES: Types = {
  text: "text",
  integer: "integer",
  boolean: "boolean",
  instant: "timestamptz",
  date: "date",
  texts: "jsonb",
  integers: "jsonb",
};

const CLICKHOUSE: Types = {
  text: "String",
  integer: "Int32",
  boolean: "Bool",
  instant: "DateTime64(0, 'UTC')",
  date: "Date32",
  texts: "Array(String)",
  integers: "Array(Int32)",
};

const DUCKDB: Types = {
  text: "VARCHAR",
  integer: "INTEGER",
  boolean: "BOOLEAN",
  instant: "TIMESTAMPTZ",
  date: "DATE",
  texts: "VARCHAR[]",
  integers: "INTEGER[]",
};

const SPARK: Types = {
  text: "STRING",
  integer: "INT",
  boolean: "BOOLEAN",
  instant: "TIMESTAMP",
  date: "DATE",
  texts: "ARRAY<STRING>",
  integers: "ARRAY<INT>",
};

/** `CREATE TABLE` for each; a cable is named by `id` and, in the tables of its parts, `ordinal`. */
export function postgresTables(): string {
  return TABLES.map((table) => {
    const columns = table.columns.map(
      ({ name, type, isNullable }) => `  ${name} ${POSTGRES[type]}${isNullable ? "" : " NOT NULL"}`,
    );
    return `CREATE TABLE ${table.name} (\n${[...columns, `  PRIMARY KEY (${keyOf(table).join(", ")})`].join(",\n")}\n);`;
  }).join("\n");
}

export function clickhouseTables(): string {
  return TABLES.map((table) => {
    const columns = table.columns.map(({ name, type, isNullable }) => {
      const isList = type === "texts" || type === "integers";
      return `  ${name} ${isNullable && !isList ? `Nullable(${CLICKHOUSE[type]})` : CLICKHOUSE[type]}`;
    });
    return `CREATE TABLE ${table.name} (\n${columns.join(",\n")}\n) ENGINE = MergeTree ORDER BY (${keyOf(table).join(", ")});`;
  }).join("\n");
}

/** Reads JSON lines with the types of the columns, whatever a batch holds. */
export function duckdbJsonViews(): string {
  return TABLES.map(({ name, columns }) => {
    const types = columns.map((column) => `${column.name}: '${DUCKDB[column.type]}'`);
    return `CREATE VIEW ${name} AS SELECT * FROM read_json('tables/${name}/*/*.jsonl', format = 'newline_delimited',\n  columns = {${types.join(", ")}});`;
  }).join("\n");
}

export function sparkSchemas(): string {
  const schemas = TABLES.map(({ name, columns }) => {
    const types = columns.map((column) => `${column.name} ${SPARK[column.type]}`);
    return `    "${name}": "${types.join(", ")}",`;
  });
  return `schemas = {\n${schemas.join("\n")}\n}\nfor name, schema in schemas.items():\n    spark.read.schema(schema).parquet(f"tables/{name}").createOrReplaceTempView(name)`;
}

/** The paragraphs as documents of a search engine, each with the facts of its cable. */
export function openSearchTemplate(): string {
  const cables = columnsOf("cables", [
    "mrn",
    "file",
    "year",
    "station",
    "sent",
    "classification",
    "captions",
    "tags",
    "subject",
  ]);
  const paragraphs = columnsOf("paragraphs", ["id", "ordinal", "number", "portion", "section", "text", "line_number"]);
  const properties = Object.fromEntries(
    [...cables, ...paragraphs].map((column) => [column.name, { type: openSearchType(column) }]),
  );
  return JSON.stringify(
    {
      index_patterns: ["cables-*"],
      template: {
        settings: { number_of_shards: 1, number_of_replicas: 1 },
        aliases: { cables: {} },
        mappings: { dynamic: false, properties },
      },
    },
    null,
    2,
  );
}

/** The columns of all tables as a page has them. */
export function columnTables(): string {
  return TABLES.map(({ name, description, columns }) => {
    const rows = columns.map(
      (column) =>
        `| \`${column.name}\` | ${column.type}${column.isNullable ? " or null" : ""} | ${column.description.replaceAll("|", "\\|")} |`,
    );
    return `### \`${name}\`\n\nA row is ${description}.\n\n| column | type | is |\n|---|---|---|\n${rows.join("\n")}`;
  }).join("\n\n");
}

/** The JSON Schema of the rows as JSON lines have them, a definition a table. */
export function jsonSchema(version: number): string {
  const definitions = Object.fromEntries(
    TABLES.map(({ name, description, columns }) => [
      name,
      {
        type: "object",
        description: `A row is ${description}.`,
        properties: Object.fromEntries(
          columns.map((column) => [column.name, { ...jsonType(column), description: column.description }]),
        ),
        required: columns.map((column) => column.name),
        additionalProperties: false,
      },
    ]),
  );
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "The rows of the tables of cables",
    description: `Version ${version} of the tables.`,
    definitions,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function jsonType({ type, isNullable }: Column): object {
  const or = (name: string): string | string[] => (isNullable ? [name, "null"] : name);
  switch (type) {
    case "text":
      return { type: or("string") };
    case "integer":
      return { type: or("integer") };
    case "boolean":
      return { type: or("boolean") };
    case "instant":
      return { type: or("string"), pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$" };
    case "date":
      return { type: or("string"), pattern: "^\\d{4}-\\d\\d-\\d\\d$" };
    case "texts":
      return { type: "array", items: { type: "string" } };
    case "integers":
      return { type: "array", items: { type: "integer" } };
  }
}

function openSearchType({ name, type }: Column): string {
  if (name === "text" || name === "subject" || name === "section") return "text";
  switch (type) {
    case "integer":
    case "integers":
      return "integer";
    case "instant":
    case "date":
      return "date";
    case "boolean":
      return "boolean";
    default:
      return "keyword";
  }
}

function keyOf({ columns }: Table): readonly string[] {
  return columns.some(({ name }) => name === "ordinal") ? ["id", "ordinal"] : ["id"];
}

function columnsOf(table: string, names: readonly string[]): readonly Column[] {
  const columns = TABLES.find(({ name }) => name === table)?.columns ?? [];
  return names.flatMap((name) => columns.filter((column) => column.name === name));
}

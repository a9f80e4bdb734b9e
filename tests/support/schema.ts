/** Holds a record against the JSON Schema that ships. */

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

/** The schema as it ships. */
export const recordSchema: unknown = JSON.parse(
  readFileSync(new URL("../../schemas/record.schema.json", import.meta.url), "utf8"),
);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Every object of the schema, however deep, itself included. */
export function schemaObjects(part: unknown = recordSchema): readonly Record<string, unknown>[] {
  if (!isObject(part)) return [];
  return [...(Array.isArray(part) ? [] : [part]), ...Object.values(part).flatMap((value) => schemaObjects(value))];
}

// What the formats say, patterns beside them say too: no library of formats is needed.
const ajv = new Ajv({ strict: true, allowUnionTypes: true, formats: { date: true, "date-time": true } });
const validate = ajv.compile(isObject(recordSchema) ? recordSchema : {});

/** What is wrong with a record, a line a fault; none where it fits. */
export function schemaFaults(record: unknown): readonly string[] {
  if (validate(record)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "the record"} ${message}`);
}

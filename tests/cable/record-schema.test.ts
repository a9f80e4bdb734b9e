/** The JSON Schema that ships says what the types say, all of it, and every record of a known text fits it. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import { schemaFaults, schemaObjects } from "../support/schema.ts";

const tests = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, tests), "utf8");
const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, tests), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}${name}`);

const FIXTURE = toRecord(parseCable(read("fixtures/09SHANGHAI374.txt")), "09SHANGHAI374.txt");

describe("the schema", () => {
  test("is what the types make of it", () => {
    const script = fileURLToPath(new URL("../scripts/generate-schema.mjs", tests));
    expect(() => execFileSync(process.execPath, [script, "--check"], { stdio: "pipe" })).not.toThrow();
  }, 30_000);

  test("has no key that may be missing and none that is not named", () => {
    const objects = schemaObjects().filter(({ properties }) => properties !== undefined);
    expect(objects.length).toBeGreaterThan(4);
    for (const { properties, required, additionalProperties } of objects) {
      expect(required).toEqual(Object.keys(properties ?? {}));
      expect(additionalProperties).toBe(false);
    }
  });

  test("says of every key what it holds", () => {
    const keys = schemaObjects().flatMap(({ properties }) => Object.entries(properties ?? {}));
    expect(keys.filter(([, { description }]) => typeof description !== "string").map(([key]) => key)).toEqual([]);
  });
});

describe("a record fits", () => {
  test.each(filesOf("expected/", ".json"))("%s, checked by hand", (name) => {
    expect(schemaFaults(JSON.parse(read(name)))).toEqual([]);
  });

  test.each([...filesOf("fixtures/", ".txt"), ...filesOf("fixtures/", ".cable"), ...filesOf("corpus/", ".cable.txt")])(
    "of %s",
    (name) => {
      expect(schemaFaults(toRecord(parseCable(read(name), name), name))).toEqual([]);
    },
  );
});

describe("a record does not fit", () => {
  const { signedBy, ...unsigned } = FIXTURE;

  test.each([
    ["without one of its keys", unsigned],
    ["with a key of its own", { ...FIXTURE, signer: signedBy }],
    ["with a number that is not canonical", { ...FIXTURE, mrn: "09 SHANGHAI 374" }],
    ["with another level", { ...FIXTURE, classification: "UNCLAS" }],
    ["with a date as people write it", { ...FIXTURE, declassifyOn: "12/31/2019" }],
    ["with an instant without its zone", { ...FIXTURE, sent: "2009-08-28T09:03:00" }],
    ["with a TAG that stands twice", { ...FIXTURE, tags: ["PGOV", "PGOV"] }],
    ["with a line before the first", { ...FIXTURE, pageBreaks: [{ line: -1, character: 0 }] }],
    ["with half a line", { ...FIXTURE, pageBreaks: [{ line: 1.5, character: 0 }] }],
  ])("%s", (_, record) => {
    expect(schemaFaults(record)).not.toEqual([]);
  });
});

/** Two cables give exactly the records that were checked by hand. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";

const read = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");

describe.each(["09SHANGHAI374", "1974SANJOSE00947"])("%s", (name) => {
  const file = `${name}.txt`;
  const text = read(file);
  const expected: unknown = JSON.parse(read(`../expected/${name}.json`));

  test("gives its record, keys in the contract's order", () => {
    const record = toRecord(parseCable(text, file), file);
    expect(record).toEqual(expected);
    expect(JSON.stringify(record)).toBe(JSON.stringify(expected));
  });

  test("gives it under any name", () => {
    expect(toRecord(parseCable(text, "99MADRID1.txt"), file)).toEqual(expected);
  });
});

/** Rows of values: both ways of escaping quotes, damage that costs one row, bounded memory, any cut of the stream. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { type CsvDamage, CsvReader, type CsvRecord, delimiterOf } from "../../server/src/sources/csv-reader.ts";

function readAll(text: string, { size = text.length, longest = 1_000_000, delimiter = "," } = {}) {
  const reader = new CsvReader(delimiter, longest);
  const results: (CsvRecord | CsvDamage)[] = [];
  for (let at = 0; at < text.length; at += size) results.push(...reader.push(text.slice(at, at + size)));
  return [...results, ...reader.finish()];
}

function fieldsOf(text: string, options = {}) {
  return readAll(text, options).map((result) => (result.read === "record" ? result.fields : result.reason));
}

test.each([
  [
    "plain values",
    "a,b,c\nd,e,f\n",
    [
      ["a", "b", "c"],
      ["d", "e", "f"],
    ],
  ],
  [
    "no line break at the end",
    "a,b\nc,d",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "line breaks of Windows and of old Macs",
    "a,b\r\nc,d\re,f",
    [
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
    ],
  ],
  [
    "empty values and blank lines",
    "a,,\n\n,b,\n",
    [
      ["a", "", ""],
      ["", "b", ""],
    ],
  ],
  ["line breaks and commas in quotes", '"a,\nb","c"\n', [["a,\nb", "c"]]],
  ["doubled quotes", '"he said ""yes"", and left",b\n', [['he said "yes", and left', "b"]]],
  ["quotes escaped by a backslash", '"he said \\"yes\\", and left","b"\n', [['he said "yes", and left', "b"]]],
  ["an escaped quote at the end", '"he said \\"yes\\"","b"\n', [['he said "yes"', "b"]]],
  ["escaped backslashes once quotes are escaped", '"\\"a\\" C:\\\\","b"\n', [['"a" C:\\', "b"]]],
  [
    "a backslash that ends a value",
    '"C:\\","b"\n"c","d"\n',
    [
      ["C:\\", "b"],
      ["c", "d"],
    ],
  ],
  [
    "empty quoted values",
    '"",""\n"a",""\n',
    [
      ["", ""],
      ["a", ""],
    ],
  ],
  ["a stray quote", '"he said "yes" to it","b"\n', [['he said "yes" to it', "b"]]],
])("%s", (_, text, expected) => {
  for (const size of [1, 2, 3, 7, text.length]) expect(fieldsOf(text, { size })).toEqual(expected);
});

test("a quote that is never closed costs its own row", () => {
  const text = '"1","a"\n"2","b is not closed\nand goes on\n"3","c"\n"4","d"\n';
  expect(readAll(text)).toEqual([
    { read: "record", number: 1, line: 1, fields: ["1", "a"] },
    { read: "damage", number: 2, line: 2, reason: "has a quote that is never closed" },
    { read: "record", number: 3, line: 4, fields: ["3", "c"] },
    { read: "record", number: 4, line: 5, fields: ["4", "d"] },
  ]);
});

test("a source that is cut off says so", () => {
  expect(readAll('"1","a"\n"2","b is cut').at(-1)).toEqual({
    read: "damage",
    number: 2,
    line: 2,
    reason: "ends inside a quoted value: the source is cut off, or a quote is missing",
  });
});

test("a record that does not end is let go, and reading goes on with the next row", () => {
  const text = `"1","a"\n"2","${"x\n".repeat(600)}"\n"3","c"\n`;
  expect(readAll(text, { longest: 1000, size: 64 })).toEqual([
    { read: "record", number: 1, line: 1, fields: ["1", "a"] },
    {
      read: "damage",
      number: 2,
      line: 2,
      reason: "is too long for a cable: a quote may never have been closed",
    },
    { read: "record", number: 3, line: 603, fields: ["3", "c"] },
  ]);
  expect(fieldsOf(`a,${"x".repeat(2000)}\nb,c\n`, { longest: 1000, size: 64 })).toEqual([
    "is too long for a cable: a quote may never have been closed",
    ["b", "c"],
  ]);
});

test("what was written is read back, however the stream is cut", () => {
  const value = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "¶", ";") });
  const rows = fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 40 }), (written, size) => {
      const text = written.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join("\r\n");
      expect(fieldsOf(text, { size })).toEqual(written);
    }),
  );
});

test("any text is read without a fault, the same however it is cut", () => {
  const text = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\\", "\r") });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (any, size) => {
      expect(readAll(any, { size, longest: 50 })).toEqual(readAll(any, { longest: 50, size: 1 }));
    }),
  );
});

test("the delimiter is that of the first line", () => {
  expect(delimiterOf('a,b,"c;d;e;f"\n;;;;')).toBe(",");
  expect(delimiterOf("a;b;c\n")).toBe(";");
  expect(delimiterOf("a\tb\n")).toBe("\t");
});

/** Changes give the text that they describe, one after the other or many at once, whatever the encoding. */

import { array, constantFrom, nat, property, assert as propertyHolds, record, string, tuple } from "fast-check";
import { expect, test } from "vitest";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { applyChanges } from "../../server/src/lsp/text-changes.ts";
import { LineTable } from "../../server/src/text/line-table.ts";
import {
  POSITION_ENCODINGS,
  PositionConverter,
  type PositionEncoding,
} from "../../server/src/text/position-encoding.ts";

/** The plain way: each change on a text of its own. */
function oneByOne(
  text: string,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: PositionEncoding,
): string {
  return changes.reduce((before, change) => {
    if (!("range" in change)) return change.text;
    const positions = new PositionConverter(new LineTable(before), encoding);
    const ends = [positions.offsetAt(change.range.start), positions.offsetAt(change.range.end)];
    return before.slice(0, Math.min(...ends)) + change.text + before.slice(Math.max(...ends));
  }, text);
}

const position = record({ line: nat(6), character: nat(8) });
const text = string({ unit: constantFrom("a", "é", "😀", "\n", "\r"), maxLength: 25 });
const changes = array(record({ range: record({ start: position, end: position }), text }), { maxLength: 6 });

test("many changes together give what they give one by one", () => {
  propertyHolds(
    property(text, changes, constantFrom(...POSITION_ENCODINGS), (before, all, encoding) => {
      expect(applyChanges(new LineTable(before), all, encoding).text).toBe(oneByOne(before, all, encoding));
    }),
    { numRuns: 2000 },
  );
});

test("so do those that go from the last to the first, as editors send the edits of many cursors", () => {
  const descending = tuple(changes).map(([all]) =>
    [...all].sort((one, other) => other.range.start.line - one.range.start.line),
  );
  propertyHolds(
    property(text, descending, constantFrom(...POSITION_ENCODINGS), (before, all, encoding) => {
      expect(applyChanges(new LineTable(before), all, encoding).text).toBe(oneByOne(before, all, encoding));
    }),
    { numRuns: 2000 },
  );
});

test("two letters typed at the end of a line keep their order", () => {
  const type = (character: number, letter: string) => ({
    range: { start: { line: 0, character }, end: { line: 0, character } },
    text: letter,
  });
  expect(applyChanges(new LineTable("ab\n"), [type(2, "c"), type(3, "d")], "utf-16").text).toBe("abcd\n");
});

test("a whole text takes the place of all before it", () => {
  const insert = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "x" };
  expect(applyChanges(new LineTable("old"), [insert, { text: "new" }, insert], "utf-16").text).toBe("xnew");
});

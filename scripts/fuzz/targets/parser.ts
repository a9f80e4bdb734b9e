/** The parser: no throw, the text given back, a record that fits its schema, an outline that nests. */

import assert from "node:assert/strict";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { toRecord } from "../../../server/src/cable/to-record.ts";
import type { CableTree } from "../../../server/src/cable/tree.ts";
import { type OutlineItem, outlineOf } from "../../../server/src/features/outline.ts";
import { schemaFaults } from "../../../tests/support/schema.ts";
import { type Target, timed } from "../target.ts";

export async function parserTarget(): Promise<Target> {
  return {
    name: "parser",
    every: 1,
    attempt: async (text) => {
      let tree: CableTree | undefined;
      const parsing = await timed("parse", () => {
        tree = parseCable(text, "x.txt");
      });
      assert.ok(tree);
      const { lines } = tree;
      let whole = "";
      for (let line = 0; line < lines.count; line++) {
        const { start, end } = lines.whole(line);
        whole += text.slice(start, end);
      }
      assert.equal(whole, text);
      assert.deepEqual(schemaFaults(toRecord(tree, "x.txt")), []);
      assertNested(outlineOf(tree), 0, text.length);
      return [parsing];
    },
    end: async () => {},
  };
}

function assertNested(items: readonly OutlineItem[], from: number, to: number): void {
  let free = from;
  for (const { name, span, children } of items) {
    assert.ok(free <= span.start && span.start <= span.end && span.end <= to, `${name} ${span.start}-${span.end}`);
    assertNested(children, span.start, span.end);
    free = span.end;
  }
}

/** What holds for every text: parsing never fails, gives the text back, and depends on nothing but the text. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import type { CableRecord } from "../../server/src/cable/record.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import type { CableTree } from "../../server/src/cable/tree.ts";
import { outlineOf } from "../../server/src/features/outline.ts";
import type { Span } from "../../server/src/text/span.ts";
import { namesOf } from "../support/answers.ts";
import { anyText } from "../support/arbitraries.ts";
import { schemaFaults } from "../support/schema.ts";

const NAME = "99MADRID99001.txt";

const recordOf = (text: string): CableRecord => toRecord(parseCable(text, NAME), NAME);

/** Checks a property on many texts. */
function always(numRuns: number, check: (text: string) => void): void {
  fc.assert(fc.property(anyText, check), { numRuns });
}

function isSpan(thing: object): thing is Span {
  return "start" in thing && "end" in thing && typeof thing.start === "number" && typeof thing.end === "number";
}

/** Every span of a tree, with the way to it. */
function spansIn(thing: unknown, path = "tree"): readonly (readonly [path: string, span: Span])[] {
  if (thing === null || typeof thing !== "object" || ArrayBuffer.isView(thing)) return [];
  if (isSpan(thing)) return [[path, thing]];
  return namesOf(thing).flatMap((name) =>
    // The header as its reader knows it is the header once more.
    path === "tree.header" && name === "header" ? [] : spansIn(Reflect.get(thing, name), `${path}.${name}`),
  );
}

/** Spans that leave the text or end before they begin. */
function misplaced(tree: CableTree): readonly string[] {
  return spansIn(tree)
    .filter(([, { start, end }]) => !(0 <= start && start <= end && end <= tree.lines.text.length))
    .map(([path, { start, end }]) => `${path} ${start}-${end}`);
}

/** Spans that do not lie one behind the other within `bounds`. */
function outOfOrder(spans: readonly Span[], bounds: Span): readonly Span[] {
  let free = bounds.start;
  return spans.filter(({ start, end }) => {
    const isWrong = start < free || end > bounds.end;
    free = Math.max(free, end);
    return isWrong;
  });
}

describe("any text", { timeout: 120_000 }, () => {
  test("is parsed, and its tree gives it back", () => {
    always(300, (text) => {
      const { lines, lineKinds } = parseCable(text, NAME);
      let whole = "";
      for (let line = 0; line < lines.count; line++) {
        const { start, end } = lines.whole(line);
        whole += text.slice(start, end);
      }
      expect(whole).toBe(text);
      expect(lineKinds.length).toBe(lines.count);
    });
  });

  test("gives a record that fits the schema", () => {
    always(300, (text) => {
      expect(schemaFaults(recordOf(text))).toEqual([]);
    });
  });

  test("has everything that is found in it inside it", () => {
    always(200, (text) => {
      expect(misplaced(parseCable(text, NAME))).toEqual([]);
    });
  });

  test("has sections and paragraphs one behind the other, paragraphs within their section", () => {
    always(300, (text) => {
      const tree = parseCable(text, NAME);
      const all = { start: 0, end: text.length };
      expect(
        outOfOrder(
          tree.outline.map(({ span }) => span),
          all,
        ),
      ).toEqual([]);
      for (const node of tree.outline) {
        if (node.kind === "paragraph") {
          expect(node.textStart).toBeGreaterThanOrEqual(node.span.start);
          expect(node.textStart).toBeLessThanOrEqual(node.span.end);
          continue;
        }
        const { titleSpan, children } = node;
        expect(outOfOrder([titleSpan, ...children.map(({ span }) => span)], node.span)).toEqual([]);
      }
      expect(outlineOf(tree).length).toBeGreaterThanOrEqual(tree.outline.length);
    });
  });

  test("has references, mentions and page breaks in their order, none over another", () => {
    always(300, (text) => {
      const { references, mentions, pageBreaks } = parseCable(text, NAME);
      const all = { start: 0, end: text.length };
      for (const found of [references, mentions, pageBreaks]) {
        expect(
          outOfOrder(
            found.map(({ span }) => span),
            all,
          ),
        ).toEqual([]);
      }
    });
  });

  test("gives the same record whatever was parsed before it", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = recordOf(text);
        recordOf(other);
        expect(recordOf(text)).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });

  test("gives the same record with lines parted as on Windows", () => {
    always(200, (text) => {
      const unix = text.replaceAll("\r", "");
      expect(recordOf(unix.replaceAll("\n", "\r\n"))).toEqual(recordOf(unix));
    });
  });

  test("gives the same record behind a byte-order mark, one column further on in the first line", () => {
    always(200, (text) => {
      const marked = recordOf(`\uFEFF${text}`);
      const moved = (key: string, value: unknown, holder: unknown): unknown => {
        const line = key === "character" ? "line" : key === "endCharacter" ? "endLine" : null;
        const inFirst =
          line !== null && typeof holder === "object" && holder !== null && Reflect.get(holder, line) === 0;
        return inFirst && typeof value === "number" ? value - 1 : value;
      };
      const replaced = JSON.parse(
        JSON.stringify(marked, function (this: unknown, key: string, value: unknown) {
          return moved(key, value, this);
        }),
      );
      expect(replaced).toEqual(recordOf(text));
    });
  });
});

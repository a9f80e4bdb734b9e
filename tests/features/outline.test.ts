/** The outline is the one that was checked by hand, and its ranges nest whatever the text. */

import { readdirSync, readFileSync } from "node:fs";
import { array, constantFrom, integer, property, assert as propertyHolds } from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { cutAtWord, type OutlineItem, outlineOf } from "../../server/src/features/outline.ts";
import { outlineLines } from "../../server/src/features/outline-text.ts";
import type { Span } from "../../server/src/text/span.ts";

const FIXTURE = readFileSync(new URL("../fixtures/09SHANGHAI374.txt", import.meta.url), "utf8");

test.each(["09SHANGHAI374", "1974SANJOSE00947"])("of %s is the one checked by hand", (name) => {
  const read = (file: string): string => readFileSync(new URL(`../fixtures/${file}`, import.meta.url), "utf8");
  const outline = outlineLines(outlineOf(parseCable(read(`${name}.txt`))));
  expect(`${outline.join("\n")}\n`).toBe(read(`../expected/${name}.outline.txt`));
});

describe("of the fixture", () => {
  const items = outlineOf(parseCable(FIXTURE));
  const all = items.flatMap(withDescendants);
  const text = ({ start, end }: Span): string => FIXTURE.slice(start, end);

  test("a paragraph begins at its mark and ends with its last character that is not blank", () => {
    const fourth = all.find(({ name }) => name.startsWith("¶4 "));
    expect(fourth && text(fourth.selectionSpan)).toBe("14. (SBU)");
    expect(fourth && text(fourth.span)).toMatch(
      /^14\. \(SBU\) Zhejiang officials[\s\S]* in and out of the province\.$/,
    );
  });

  test("a section begins at its heading and ends with its last paragraph", () => {
    const section = all.find(({ name }) => name.startsWith("Keeping Track"));
    expect(section && text(section.selectionSpan)).toBe("Keeping Track of Migrants in a Tough Economy");
    expect(section && text(section.span)).toMatch(/during the entire year\.$/);
  });

  test("a REF entry holds its label", () => {
    const entry = all.find(({ name }) => name === "A. SHANGHAI 66");
    expect(entry && text(entry.span)).toMatch(/^\(?A.*SHANGHAI 66$/);
    expect(entry && text(entry.selectionSpan)).toBe("SHANGHAI 66");
  });

  test("the header holds its fields in document order", () => {
    const header = all.find(({ kind }) => kind === "header");
    expect(header?.children.map(({ name }) => name.split(" ")[0])).toEqual([
      "DTG",
      "From",
      "To",
      "Info",
      "Classification",
      "Captions",
      "E.O.",
      "TAGS",
      "Subject",
    ]);
  });
});

test("a field behind the REF line stands beside the header", () => {
  const tree = parseCable(`R 020900Z AUG 09
FM AMEMBASSY TALLINN
TO SECSTATE WASHDC
C O N F I D E N T I A L TALLINN 099070
E.O. 12958: DECL: 08/02/2019
TAGS: PGOV
SUBJECT: HARBOR FEES
REF: TALLINN 99066
Classified By: DCM Jane Doe. Reasons: 1.4 (b) and (d).
1. (C) Text.
`);
  const names = outlineOf(tree).map(({ name }) => name);
  expect(names).toEqual(["Header", "References", "Classified By Jane Doe", "¶1 (C) Text."]);
});

test("a field that a wrapper and the cable in it both have is listed once, and no references where none are", () => {
  const folder = new URL("../corpus/smart/", import.meta.url);
  const wrapped = readFileSync(new URL("wraps-cable-fields-twice.cable.txt", folder), "utf8");
  const names = outlineOf(parseCable(wrapped))
    .flatMap(withDescendants)
    .map(({ name }) => name);
  expect(names.filter((name) => /^(?:From|To|DTG|Captions|E\.O\.|TAGS|Subject) /.test(name))).toEqual([
    "DTG 280903Z AUG 09",
    "From AMCONSUL FREDBURG",
    "To SECSTATE WASHDC",
    "Captions SENSITIVE, SIPDIS",
    "E.O. 12958: N/A",
    "TAGS PGOV, ECON, CH",
    "Subject THE NEW BRIDGE OVER THE OLD RIVER",
  ]);
  const wrapperAlone = wrapped.slice(0, wrapped.indexOf("R 280903Z"));
  expect(outlineOf(parseCable(wrapperAlone)).map(({ kind }) => kind)).toEqual(["header"]);
});

describe("a name", () => {
  test("is cut at a word, without the comma before the dots", () => {
    expect(cutAtWord("Zhejiang government officials, however, provided", 40)).toBe(
      "Zhejiang government officials, however…",
    );
  });

  test("of the length allowed is left whole", () => {
    expect(cutAtWord("a".repeat(40), 40)).toBe("a".repeat(40));
    expect(cutAtWord("abc def", 3)).toBe("abc…");
  });

  test("of one long word is cut in the word, but not in a character", () => {
    expect(cutAtWord("a".repeat(50), 40)).toBe(`${"a".repeat(40)}…`);
    expect(cutAtWord(`${"a".repeat(39)}😀😀`, 40)).toBe(`${"a".repeat(39)}…`);
  });
});

describe("ranges nest", () => {
  test("in every text of the corpus", () => {
    const folder = new URL("../corpus/", import.meta.url);
    const texts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".cable.txt"),
    );
    expect(texts.length).toBeGreaterThan(0);
    for (const name of texts) {
      const text = readFileSync(new URL(name, folder), "utf8");
      expect(faults(outlineOf(parseCable(text)), text), name).toEqual([]);
    }
  });

  test("in every text put together from pieces of the fixture", () => {
    const lines = FIXTURE.split("\n");
    const pieces = array(
      integer({ min: 0, max: lines.length - 1 }).chain((line) =>
        constantFrom(lines[line] ?? "", `${lines[line]} `.repeat(3), (lines[line] ?? "").slice(4), "-----", "REF:"),
      ),
      { maxLength: 60 },
    );
    propertyHolds(
      property(pieces, constantFrom("\n", "\r\n"), (chosen, lineBreak) => {
        const text = chosen.join(lineBreak);
        expect(faults(outlineOf(parseCable(text)), text)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

function withDescendants(item: OutlineItem): OutlineItem[] {
  return [item, ...item.children.flatMap(withDescendants)];
}

/** What is wrong with the ranges, in words. */
function faults(items: readonly OutlineItem[], text: string): string[] {
  const found: string[] = [];
  const visit = (siblings: readonly OutlineItem[], parent: Span): void => {
    let free = parent.start;
    for (const { name, span, selectionSpan, children } of siblings) {
      if (name === "" || name.includes("\n")) found.push(`a bad name: ${JSON.stringify(name)}`);
      if (span.start < free || span.end > parent.end) found.push(`${name} leaves its parent or crosses its sibling`);
      if (selectionSpan.start < span.start || selectionSpan.end > span.end)
        found.push(`${name} is named outside itself`);
      free = span.end;
      visit(children, span);
    }
  };
  visit(items, { start: 0, end: text.length });
  return found;
}

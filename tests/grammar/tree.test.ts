/** What the grammar and the parser both know (page furniture, paragraph marks, captions) they find in the same lines of the annotated texts. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import type { LineKind } from "../../server/src/cable/tree.ts";
import { paragraphsOf } from "../../server/src/features/symbol-at.ts";
import { loadGrammar, scopesOf } from "./grammar.ts";

/** Where they differ, and why: a grammar sees one line at a time, and colours nothing that it is not sure of. */
const DIFFERENT: Readonly<Record<string, string>> = {
  "acp127/captions-left-in-body": "a caption that stands in the text",
  "acp127/collapsed-fields": "several fields on one line",
  "acp127/collapsed-whole-header": "the whole cable on one line",
  "acp127/headings-cut-by-page-breaks": "a caption that is repeated after a page break",
  "acp127/lower-case-throughout": "a caption in small letters",
  "acp127/markdown-bold-fields": "a mark with a backslash",
  "acp127/page-breaks-odd": "a page break inside a line",
  "acp127/paragraph-false-marks": "a number that does not go on",
  "acp127/paragraph-marks-misread": "marks that a machine misread",
  "acp127/paragraph-missed-marks": "marks that the count of paragraphs gives away",
  "acp127/redactions": "a mark after a redaction",
  "acp127/talking-points-markers": "a list with numbers of its own",
  "archive/1974-two-sections-repeated-header": "a caption of a repeated header",
  "archive/1979-stadis-state-cable": "a caption that strokes follow",
  "archive/numbered-form": "references by number",
  "archive/plusd-copy": "a page heading on two lines",
  "genadmin/field-names-in-sets": "marks in sets",
  "genadmin/folded-sets": "marks in sets",
  "genadmin/gentext-classified": "marks in sets",
  "genadmin/order-indented": "marks in sets",
  "genadmin/sets-as-typed": "marks in sets",
  "smart/ocr-confusions": "a caption in a field",
  "smart/wraps-cable-fields-twice": "a mark that a machine misread",
};

const FOLDER = "tests/corpus";
const SUFFIX = ".cable.txt";

const texts = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(SUFFIX))
  .map((path) => path.slice(0, -SUFFIX.length));

const grammar = await loadGrammar();

/** A page break of a print's wrapper stands among what the parser takes for its trailer. */
const FURNITURE: ReadonlySet<LineKind> = new Set(["continuation", "page", "marking", "banner", "trailer"]);

/** The lines of a text in which one of the two finds what the other does not, and how many hold what both find. */
function compare(text: string): { readonly differences: readonly string[]; readonly shared: number } {
  const { lines, lineKinds, header, outline } = parseCable(text);
  const all = Array.from({ length: lines.count }, (_, line) => text.slice(lines.start(line), lines.end(line)));
  const scopes = scopesOf(grammar, all).map((spans) => spans.flatMap((span) => span.scopes));
  const starts = (spans: readonly ({ readonly start: number } | null)[]): ReadonlySet<number> =>
    new Set(spans.flatMap((span) => (span === null ? [] : [lines.lineAt(span.start)])));
  const marks = starts(paragraphsOf(outline).map(({ markSpan }) => markSpan));
  const captions = starts(header.captions.map(({ span }) => span));
  const differences: string[] = [];
  let shared = 0;
  all.forEach((shown, line) => {
    const has = (scope: RegExp): boolean => (scopes[line] ?? []).some((one) => scope.test(one));
    const kind = lineKinds[line] ?? "blank";
    const isFurniture = kind === "continuation" || kind === "page";
    const isColoured = has(/^comment\.(?:(?:line|block)\.continuation|line\.page)\./);
    const found: readonly (readonly [what: string, byParser: boolean, byGrammar: boolean])[] = [
      ["page furniture", isFurniture || (isColoured && FURNITURE.has(kind)), isColoured],
      ["paragraph mark", marks.has(line), has(/^constant\.numeric\.paragraph\./)],
      ["caption", captions.has(line), has(/^keyword\.control\.caption\./)],
    ];
    for (const [what, byParser, byGrammar] of found) {
      if (byParser && byGrammar) shared++;
      else if (byParser || byGrammar)
        differences.push(`${what} by the ${byParser ? "parser" : "grammar"} alone: ${shown}`);
    }
  });
  return { differences, shared };
}

const compared = new Map(texts.map((name) => [name, compare(readFileSync(`${FOLDER}/${name}${SUFFIX}`, "utf8"))]));

test.each(texts.filter((name) => !(name in DIFFERENT)))("%s", (name) => {
  expect(compared.get(name)?.differences).toEqual([]);
});

test("they differ where it is said that they do, and nowhere without need", () => {
  const differing = [...compared].flatMap(([name, { differences }]) => (differences.length > 0 ? [name] : []));
  expect(differing.sort()).toEqual(Object.keys(DIFFERENT).sort());
});

test("most of what one finds the other finds", () => {
  const sum = (count: (one: ReturnType<typeof compare>) => number): number =>
    [...compared.values()].reduce((total, one) => total + count(one), 0);
  const shared = sum((one) => one.shared);
  expect(shared).toBeGreaterThan(400);
  expect(shared / (shared + sum((one) => one.differences.length))).toBeGreaterThan(0.9);
});

/** The graph around a cable agrees with the summaries that it was made of. */

import { array, constantFrom, integer, option, property, assert as propertyHolds, tuple } from "fast-check";
import { expect, test } from "vitest";
import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import { type FileUri, fileUri } from "../../server/src/corpus/file-uri.ts";
import type { IndexRecord } from "../../server/src/corpus/index-record.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { citationGraph } from "../../server/src/features/citation-graph.ts";
import { anySummary, FILE_NAMES, NUMBERS } from "../support/summaries.ts";

const WIDE = { steps: 2, limit: 1000 };
const PLACE = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

/** An index of cables by number, each with what it cites. */
function indexOf(cables: Readonly<Record<string, readonly string[]>>): PackedCableIndex {
  const index = new PackedCableIndex();
  for (const [mrn, cited] of Object.entries(cables)) {
    index.update(fileUri(`file:///${mrn}.txt`), {
      mrn: mrn as CanonicalMrn,
      sent: null,
      classification: null,
      subject: null,
      place: PLACE,
      tags: [],
      tagsPlace: PLACE,
      citations: cited.map((one) => ({ mrn: one as CanonicalMrn, yearInferred: false, place: PLACE })),
    });
  }
  return index;
}

const graphOf = (index: PackedCableIndex, start: string, bounds = WIDE) =>
  citationGraph(start as CanonicalMrn, bounds, index);

test("two steps reach what is cited by the cited and by the citing, and no further", () => {
  const index = indexOf({
    "09RIGA1": ["09RIGA2", "09RIGA99"],
    "09RIGA2": ["09RIGA3"],
    "09RIGA3": ["09RIGA4"],
    "09RIGA5": ["09RIGA1"],
    "09RIGA6": ["09RIGA5", "09RIGA2"],
  });
  const graph = graphOf(index, "09RIGA1");
  expect(graph?.cables.map(({ mrn, steps, at }) => [mrn, steps, at !== null])).toEqual([
    ["09RIGA1", 0, true],
    ["09RIGA2", 1, true],
    ["09RIGA99", 1, false],
    ["09RIGA5", 1, true],
    ["09RIGA3", 2, true],
    ["09RIGA6", 2, true],
  ]);
  expect(graph?.citations.map(({ from, to }) => `${from} ${to}`)).toEqual([
    "09RIGA1 09RIGA2",
    "09RIGA1 09RIGA99",
    "09RIGA2 09RIGA3",
    "09RIGA5 09RIGA1",
    "09RIGA6 09RIGA5",
    "09RIGA6 09RIGA2",
  ]);
  expect(graph?.isCut).toBe(false);
});

test("each cable says how many more there are", () => {
  const index = indexOf({ "09RIGA1": ["09RIGA2"], "09RIGA2": ["09RIGA3", "09RIGA4"], "09RIGA5": ["09RIGA2"] });
  const graph = graphOf(index, "09RIGA1", { steps: 1, limit: 10 });
  expect(graph?.cables.map(({ mrn, cites, citedBy }) => [mrn, cites, citedBy])).toEqual([
    ["09RIGA1", 1, 0],
    ["09RIGA2", 2, 2],
  ]);
});

test("a graph grows from any of its cables, and from those that come in by that", () => {
  const index = indexOf({
    "09RIGA1": ["09RIGA2"],
    "09RIGA2": ["09RIGA3"],
    "09RIGA3": ["09RIGA4"],
    "09RIGA9": ["09RIGA4"],
  });
  const grown = (also: readonly string[]) =>
    citationGraph("09RIGA1" as CanonicalMrn, { steps: 1, limit: 10, also }, index)?.cables.map(({ id }) => id);
  expect(grown([])).toEqual(["09RIGA1", "09RIGA2"]);
  expect(grown(["09RIGA2", "09RIGA3"])).toEqual(["09RIGA1", "09RIGA2", "09RIGA3", "09RIGA4"]);
  expect(grown(["09RIGA9", "constructor"])).toEqual(["09RIGA1", "09RIGA2"]);
});

test("a graph is cut at the limit, the nearest first, and says so", () => {
  const cables = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`09RIGA${at + 10}`, ["09RIGA1"]]));
  const index = indexOf({ ...cables, "09RIGA1": ["09RIGA2"] });
  const graph = graphOf(index, "09RIGA1", { steps: 2, limit: 5 });
  expect(graph?.cables.length).toBe(5);
  expect(graph?.cables.slice(0, 2).map(({ mrn }) => mrn)).toEqual(["09RIGA1", "09RIGA2"]);
  expect(graph?.isCut).toBe(true);
});

test("a cable that is cited and not here has a graph, one that nobody knows has none", () => {
  const index = indexOf({ "09RIGA1": ["09RIGA99"] });
  expect(graphOf(index, "09RIGA99")?.cables.map(({ mrn }) => mrn)).toEqual(["09RIGA99", "09RIGA1"]);
  expect(graphOf(index, "09NOWHERE1")).toBeNull();
  expect(graphOf(index, "file:///nothing.txt")).toBeNull();
});

test("a cable without a number is known by its file", () => {
  const index = indexOf({});
  const file = fileUri("file:///note.txt");
  const summary: IndexRecord = {
    mrn: null,
    sent: null,
    classification: null,
    subject: "A NOTE",
    place: PLACE,
    tags: [],
    tagsPlace: PLACE,
    citations: [{ mrn: "09RIGA1" as CanonicalMrn, yearInferred: false, place: PLACE }],
  };
  index.update(file, summary);
  expect(graphOf(index, file)?.citations).toEqual([{ from: file, to: "09RIGA1" }]);
  expect(graphOf(index, "09RIGA1")?.cables.map(({ id }) => id)).toEqual(["09RIGA1", file]);
});

test("for any index the graph has the citations of the summaries between its cables, and no others", () => {
  const updates = array(tuple(constantFrom(...FILE_NAMES), option(anySummary)), { maxLength: 16 });
  propertyHolds(
    property(
      updates,
      constantFrom(...NUMBERS),
      integer({ min: 0, max: 3 }),
      integer({ min: 1, max: 7 }),
      (all, start, steps, limit) => {
        const index = new PackedCableIndex();
        for (const [file, one] of all) index.update(file, one);
        const last = [...new Map(all)].flatMap(([file, one]): [FileUri, IndexRecord][] =>
          one === null ? [] : [[file, one]],
        );
        const graph = citationGraph(start, { steps, limit }, index);
        const cited = last.flatMap(([file, { mrn }]) =>
          index.citedIn(file).map((citation) => ({ from: mrn ?? file, to: citation.mrn })),
        );
        const isKnown =
          cited.some(({ from, to }) => from === start || to === start) || last.some(([, { mrn }]) => mrn === start);
        expect(graph !== null).toBe(isKnown);
        if (graph === null) return;
        const ids = new Set<string>(graph.cables.map(({ id }) => id));
        expect(ids.size).toBe(graph.cables.length);
        expect(ids.size).toBeLessThanOrEqual(limit);
        const expected = cited.filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to));
        const text = (list: readonly { readonly from: string; readonly to: string }[]): Set<string> =>
          new Set(list.map(({ from, to }) => `${from} ${to}`));
        expect(text(graph.citations)).toEqual(text(expected));
        expect(graph.citations.length).toBe(text(graph.citations).size);
        for (const { id, cites, citedBy, at } of graph.cables) {
          const others = cited.filter(({ from, to }) => from !== to && (from === id || to === id));
          expect(cites).toBe(new Set(others.filter(({ from }) => from === id).map(({ to }) => to)).size);
          expect(citedBy).toBe(new Set(others.filter(({ to }) => to === id).map(({ from }) => from)).size);
          expect(at !== null).toBe(last.some(([file, { mrn }]) => mrn === id || file === id));
        }
      },
    ),
  );
});

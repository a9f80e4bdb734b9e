/** The picture of the citation graph: time from left to right, nothing on anything, the same for the same graph. */

import { array, constantFrom, integer, option, property, assert as propertyHolds, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { fitted, toPicture, toScreen, zoomed } from "../../../client/webviews/graph/camera.ts";
import { type GraphLayout, layOut } from "../../../client/webviews/graph/layout.ts";
import type { CableOfGraph, CitationGraphAnswer } from "../../../client/webviews/graph/messages.ts";
import { type GraphModel, graphModel } from "../../../client/webviews/graph/model.ts";
import { nextBy } from "../../../client/webviews/graph/neighbours.ts";
import { boundsOf, sceneOf } from "../../../client/webviews/graph/scene.ts";
import { stationShapes } from "../../../client/webviews/graph/shapes.ts";
import { svgOf } from "../../../client/webviews/graph/svg.ts";

function cable(id: string, sent: string | null, more: Partial<CableOfGraph> = {}): CableOfGraph {
  return {
    id,
    mrn: id,
    station: /[A-Z]+/.exec(id)?.[0] ?? null,
    year: 2009,
    sent,
    classification: null,
    subject: null,
    at: null,
    cites: 0,
    citedBy: 0,
    steps: 1,
    ...more,
  };
}

function modelOf(cables: readonly CableOfGraph[], citations: CitationGraphAnswer["citations"] = []): GraphModel {
  return graphModel({ root: cables[0]?.id ?? "", cables, citations, isCut: false, indexing: false });
}

function laidOut(model: GraphModel): GraphLayout {
  const steps = layOut(model);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const day = (date: string): string => `${date}T12:00:00Z`;

/** Any graph of a dozen cables. */
const anyGraph = tuple(
  array(tuple(option(integer({ min: 0, max: 4000 })), constantFrom("RIGA", "BONN", "LAPAZ")), {
    minLength: 1,
    maxLength: 12,
  }),
  array(tuple(integer({ min: 0, max: 11 }), integer({ min: 0, max: 11 })), { maxLength: 20 }),
).map(([cables, citations]) =>
  modelOf(
    cables.map(([days, station], at) =>
      cable(
        `09${station}${at + 1}`,
        days === null ? null : new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString(),
      ),
    ),
    citations.map(([from, to]) => ({
      from: `09${cables[from]?.[1]}${from + 1}`,
      to: `09${cables[to]?.[1]}${to + 1}`,
    })),
  ),
);

describe("for any graph", () => {
  test("a later cable stands to the right, and no two lie on each other", () => {
    propertyHolds(
      property(anyGraph, (model) => {
        const { points } = laidOut(model);
        model.nodes.forEach((one, at) => {
          model.nodes.forEach((other, next) => {
            const [a, b] = [points[at], points[next]];
            if (a === undefined || b === undefined || at === next) return;
            if (one.day < other.day) expect(a.x).toBeLessThanOrEqual(b.x);
            expect(a.y === b.y && Math.abs(a.x - b.x) < 40).toBe(false);
          });
        });
      }),
    );
  });

  test("the cable in the middle is at height 0, and years stand in order", () => {
    propertyHolds(
      property(anyGraph, (model) => {
        const { points, ticks } = laidOut(model);
        expect(points[model.root]?.y === 0).toBe(true);
        for (let at = 1; at < ticks.length; at++) {
          expect(ticks[at]?.year).toBeGreaterThan(ticks[at - 1]?.year ?? 0);
          expect(ticks[at]?.x).toBeGreaterThanOrEqual(ticks[at - 1]?.x ?? 0);
        }
      }),
    );
  });
});

test("a gap of years is cut short, and a line has room between cables of one day", () => {
  const model = modelOf(
    [
      cable("09RIGA3", day("2009-01-02")),
      cable("74RIGA1", day("1974-01-01"), { year: 1974 }),
      cable("09RIGA2", day("2009-01-02")),
    ],
    [{ from: "09RIGA3", to: "09RIGA2" }],
  );
  const [later, old, cited] = laidOut(model).points.map(({ x }) => x);
  expect((cited ?? 0) - (old ?? 0)).toBeLessThan(200);
  expect((later ?? 0) - (cited ?? 0)).toBeGreaterThanOrEqual(80);
});

test("a cable without a date stands before the first that cites it, in the year of its number", () => {
  const model = modelOf(
    [
      cable("09RIGA3", day("2009-08-28")),
      cable("09RIGA1", null),
      cable("07RIGA2", null, { year: 2007 }),
      cable("09RIGA9", null, { year: null }),
    ],
    ["09RIGA1", "07RIGA2", "09RIGA9"].map((to) => ({ from: "09RIGA3", to })),
  );
  const dates = model.nodes.map(({ day: days }) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  expect(dates).toEqual(["2009-08-28", "2009-08-07", "2007-12-31", "2009-08-07"]);
});

test("what a cable has beyond the graph is counted", () => {
  const model = modelOf(
    [cable("09RIGA1", null, { cites: 3, citedBy: 2 }), cable("09RIGA2", null, { citedBy: 1 })],
    [{ from: "09RIGA1", to: "09RIGA2" }],
  );
  expect(model.nodes.map(({ hidden }) => hidden)).toEqual([4, 0]);
});

test("stations have shapes by how often they occur, that of the cable in the middle the circle", () => {
  const model = modelOf(["09RIGA1", "09BONN1", "09BONN2", "09LAPAZ1"].map((id) => cable(id, null)));
  expect([...stationShapes(model)]).toEqual([
    ["BONN", "square"],
    ["LAPAZ", "diamond"],
  ]);
});

test("arrow keys follow lines to left and right, and else go to the nearest that way", () => {
  const model = modelOf(
    [
      cable("09RIGA2", day("2009-02-01")),
      cable("09RIGA1", day("2009-01-01")),
      cable("09RIGA3", day("2009-03-01")),
      cable("09RIGA4", day("2009-02-01")),
    ],
    [
      { from: "09RIGA2", to: "09RIGA1" },
      { from: "09RIGA3", to: "09RIGA2" },
    ],
  );
  const scene = sceneOf(model, laidOut(model));
  expect(nextBy(scene, model, 0, [-1, 0])).toBe(1);
  expect(nextBy(scene, model, 0, [1, 0])).toBe(2);
  const isBelow = (scene.nodes[3]?.y ?? 0) > 0;
  expect(nextBy(scene, model, 0, [0, isBelow ? 1 : -1])).toBe(3);
  expect(nextBy(scene, model, 1, [-1, 0])).toBe(1);
});

test("what is fitted is seen whole, and zooming keeps the point under the pointer", () => {
  const size = { width: 800, height: 600 };
  const box = { left: -3000, right: 500, top: -40, bottom: 900 };
  const camera = fitted(box, size);
  const corner = toScreen(camera, size, box.left, box.top);
  expect(corner.x).toBeGreaterThanOrEqual(-0.001);
  expect(corner.y).toBeGreaterThanOrEqual(-0.001);
  const at = { x: 120, y: 450 };
  const before = toPicture(camera, size, at.x, at.y);
  const after = toPicture(zoomed(camera, size, at, 1.7), size, at.x, at.y);
  expect(after.x).toBeCloseTo(before.x);
  expect(after.y).toBeCloseTo(before.y);
});

describe("an SVG file", () => {
  const palette = {
    paper: "rgb(0, 0, 0)",
    ink: "rgb(255, 255, 255)",
    faint: "gray",
    line: "gray",
    link: "blue",
    focus: "blue",
    font: 'A "quoted" font',
    levels: {
      UNCLASSIFIED: "green",
      "LIMITED OFFICIAL USE": "purple",
      CONFIDENTIAL: "blue",
      SECRET: "red",
      "TOP SECRET": "orange",
      none: "gray",
    },
  } as const;

  test("has text of cables as text only", () => {
    const evil = `</text><script>alert(1)</script>"'&\u0000`;
    const model = modelOf([cable("file:///x", null, { mrn: null, subject: evil })]);
    const svg = svgOf(sceneOf(model, laidOut(model)), palette, evil);
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    expect(svg).toContain("&#60;script&#62;");
    expect(svg).toContain('font-family="A &#34;quoted&#34; font"');
  });

  test("has all cables, hollow ones where they are not here, and all citations", () => {
    const at = { uri: "file:///a", position: { line: 0, character: 0 } };
    const model = modelOf(
      [cable("09RIGA2", day("2009-02-01"), { at, classification: "SECRET" }), cable("09RIGA1", null)],
      [{ from: "09RIGA2", to: "09RIGA1" }],
    );
    const scene = sceneOf(model, laidOut(model));
    const svg = svgOf(scene, palette, "09RIGA2");
    expect(svg.match(/stroke-dasharray/g)?.length).toBe(1);
    expect(svg.match(/fill="red"/g)?.length).toBe(1);
    expect(svg.match(/<path d="M\S+ \S+C/g)?.length).toBe(1);
    const box = boundsOf(scene);
    expect(box.right - box.left).toBeGreaterThan(140);
  });
});

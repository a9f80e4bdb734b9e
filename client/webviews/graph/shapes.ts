/** The shapes that stations have in the graph, as corners around a middle; a circle has none. */

import type { GraphModel } from "./model.ts";

export type Shape = "circle" | "square" | "diamond" | "triangle" | "hexagon" | "star";

/** The stations with the most cables have shapes of their own, all others share the circle. */
const SHAPES: readonly Shape[] = ["square", "diamond", "triangle", "hexagon", "star"];

/** The shapes of the stations, the most frequent first; a station that is not in it has the circle. */
export function stationShapes({ nodes, root }: GraphModel): ReadonlyMap<string, Shape> {
  const counts = new Map<string, number>();
  for (const { cable } of nodes) {
    if (cable.station !== null) counts.set(cable.station, (counts.get(cable.station) ?? 0) + 1);
  }
  // The circle stays with the station of the cable in the middle: nothing is more common than one's own.
  const own = nodes[root]?.cable.station;
  const ranked = [...counts]
    .filter(([station]) => station !== own)
    .sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1));
  return new Map(ranked.slice(0, SHAPES.length).map(([station], at) => [station, SHAPES[at] ?? "circle"]));
}

/** The corners of a shape of radius 1 around 0, 0; null for the circle. */
export function corners(shape: Shape): readonly (readonly [number, number])[] | null {
  return CORNERS[shape];
}

const CORNERS: Readonly<Record<Shape, readonly (readonly [number, number])[] | null>> = {
  circle: null,
  square: polygon(4, 1.2, 45),
  diamond: polygon(4, 1.25, 0),
  triangle: polygon(3, 1.3, -90),
  hexagon: polygon(6, 1.1, 0),
  star: Array.from({ length: 10 }, (_, at) => onCircle(at % 2 === 0 ? 1.4 : 0.65, at * 36 - 90)),
};

function polygon(count: number, radius: number, turn: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, at) => onCircle(radius, (at * 360) / count + turn));
}

function onCircle(radius: number, degrees: number): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

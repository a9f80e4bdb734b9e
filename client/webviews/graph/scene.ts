/** What the graph's picture is made of, whether it is drawn on the screen or written to a file. */

import type { GraphLayout, Tick } from "./layout.ts";
import type { CableOfGraph } from "./messages.ts";
import type { GraphModel } from "./model.ts";
import { type Shape, stationShapes } from "./shapes.ts";

export const RADIUS = 9;
/** The label's baseline below the middle of its cable. */
export const LABEL_BELOW = 23;
export const FONT_SIZE = 11;

export interface SceneNode {
  readonly x: number;
  readonly y: number;
  readonly shape: Shape;
  readonly level: CableOfGraph["classification"];
  readonly isHere: boolean;
  readonly isRoot: boolean;
  readonly label: string;
  readonly hidden: number;
}

/** A line from a cited cable to the one that cites it. */
export interface SceneEdge {
  readonly from: number;
  readonly to: number;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly ticks: readonly Tick[];
  readonly shapes: ReadonlyMap<string, Shape>;
}

export function sceneOf(model: GraphModel, layout: GraphLayout): Scene {
  const shapes = stationShapes(model);
  return {
    shapes,
    ticks: layout.ticks,
    edges: model.edges.map(({ from, to }) => ({ from: to, to: from })),
    nodes: model.nodes.map(({ cable, hidden }, place) => ({
      x: layout.points[place]?.x ?? 0,
      y: layout.points[place]?.y ?? 0,
      shape: shapes.get(cable.station ?? "") ?? "circle",
      level: cable.classification,
      isHere: cable.at !== null,
      isRoot: place === model.root,
      label: cable.mrn ?? cable.subject ?? "—",
      hidden,
    })),
  };
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All of the picture, with room around it for labels. */
export function boundsOf({ nodes }: Scene): Box {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  nodes.forEach(({ x, y }, at) => {
    left = at === 0 ? x : Math.min(left, x);
    right = at === 0 ? x : Math.max(right, x);
    top = at === 0 ? y : Math.min(top, y);
    bottom = at === 0 ? y : Math.max(bottom, y);
  });
  return { left: left - 70, top: top - 50, right: right + 70, bottom: bottom + 45 };
}

/** A line between two cables: it leaves the left one to the right and comes to the right one from the left, whichever cites. */
export interface EdgeCurve {
  readonly startX: number;
  readonly startY: number;
  readonly bend: number;
  readonly endX: number;
  readonly endY: number;
  /** Where the arrow's point is, and which way it looks: 1 to the right, -1 to the left. */
  readonly direction: 1 | -1;
}

const ROOM = RADIUS + 3;

export function curveOf(from: SceneNode, to: SceneNode): EdgeCurve {
  const direction = to.x >= from.x ? 1 : -1;
  const startX = from.x + direction * ROOM;
  const endX = to.x - direction * (ROOM + 1);
  return {
    startX,
    startY: from.y,
    bend: direction * Math.max(18, Math.abs(endX - startX) / 2),
    endX,
    endY: to.y,
    direction,
  };
}

export const ARROW = { length: 7, half: 3.2 };

/** Draws the graph on a canvas: only what is seen, and lines of one colour in one go, so that two thousand cables follow the hand. */

import { type Camera, type Size, seen, toScreen } from "./camera.ts";
import { colourOf, type Palette } from "./colours.ts";
import {
  ARROW,
  type Box,
  curveOf,
  FONT_SIZE,
  LABEL_BELOW,
  RADIUS,
  type Scene,
  type SceneEdge,
  type SceneNode,
} from "./scene.ts";
import { corners, type Shape } from "./shapes.ts";

/** What stands out: places of nodes. */
export interface Marks {
  readonly selected: number | null;
  readonly hovered: number | null;
  /** Those that the search found; null where nothing is searched. */
  readonly found: ReadonlySet<number> | null;
}

/** Labels smaller than that can't be read; in pixels a unit. */
const LABELS_FROM = 0.62;
const DIM = 0.22;

/** Half of a letter's width, as a share of the size of the type: wide enough for any. */
const HALF_A_LETTER = 0.34;

export function paint(
  context: CanvasRenderingContext2D,
  {
    scene,
    camera,
    size,
    palette,
    marks,
  }: {
    readonly scene: Scene;
    readonly camera: Camera;
    readonly size: Size;
    readonly palette: Palette;
    readonly marks: Marks;
  },
): void {
  const { zoom } = camera;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, size.width, size.height);
  const box = seen(camera, size);
  paintTicks(context, scene, camera, size, palette);
  context.save();
  context.translate(size.width / 2 - camera.x * zoom, size.height / 2 - camera.y * zoom);
  context.scale(zoom, zoom);
  paintEdges(context, scene, box, palette, marks, zoom);
  scene.nodes.forEach((node, place) => {
    if (!isSeen(node, box)) return;
    context.globalAlpha = marks.found === null || marks.found.has(place) ? 1 : DIM;
    paintNode(context, node, palette, { isSelected: marks.selected === place, isHovered: marks.hovered === place });
  });
  paintLabels(context, scene, box, palette, marks, zoom);
  context.globalAlpha = 1;
  context.restore();
}

function isSeen({ x, y }: SceneNode, { left, right, top, bottom }: Box): boolean {
  return x >= left - 60 && x <= right + 60 && y >= top - 40 && y <= bottom + 30;
}

/** The years, at the upper edge wherever the picture is. */
function paintTicks(
  context: CanvasRenderingContext2D,
  { ticks }: Scene,
  camera: Camera,
  size: Size,
  palette: Palette,
): void {
  context.font = `${FONT_SIZE}px ${palette.font}`;
  context.textAlign = "left";
  context.textBaseline = "top";
  context.lineWidth = 1;
  let free = Number.NEGATIVE_INFINITY;
  for (const { x, year } of ticks) {
    const at = Math.round(toScreen(camera, size, x, 0).x) + 0.5;
    if (at < -40 || at > size.width || at < free) continue;
    context.globalAlpha = 0.45;
    context.strokeStyle = palette.line;
    context.beginPath();
    context.moveTo(at, 0);
    context.lineTo(at, size.height);
    context.stroke();
    context.globalAlpha = 1;
    context.fillStyle = palette.faint;
    context.fillText(String(year), at + 5, 6);
    free = at + 38;
  }
}

function paintEdges(
  context: CanvasRenderingContext2D,
  { nodes, edges }: Scene,
  box: Box,
  palette: Palette,
  { selected, found }: Marks,
  zoom: number,
): void {
  const touches = (edge: SceneEdge): boolean => edge.from === selected || edge.to === selected;
  const plain = selected === null ? edges : edges.filter((edge) => !touches(edge));
  context.globalAlpha = found === null ? (selected === null ? 0.75 : 0.4) : DIM;
  strokeEdges(context, nodes, plain, box, palette.line, 1.1 / Math.max(zoom, 0.5), zoom);
  context.globalAlpha = 1;
  if (selected !== null)
    strokeEdges(context, nodes, edges.filter(touches), box, palette.link, 1.8 / Math.max(zoom, 0.6), zoom);
}

function strokeEdges(
  context: CanvasRenderingContext2D,
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  box: Box,
  colour: string,
  width: number,
  zoom: number,
): void {
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = width;
  // Far off a curve is a line and an arrow a speck.
  const isFine = zoom > 0.25;
  const lines = new Path2D();
  const arrows = new Path2D();
  for (const { from, to } of edges) {
    const start = nodes[from];
    const end = nodes[to];
    if (start === undefined || end === undefined || isBeside(start, end, box)) continue;
    const { startX, startY, bend, endX, endY, direction } = curveOf(start, end);
    const tail = endX - direction * ARROW.length;
    lines.moveTo(startX, startY);
    if (isFine) lines.bezierCurveTo(startX + bend, startY, tail - bend, endY, tail, endY);
    else lines.lineTo(endX, endY);
    if (!isFine) continue;
    arrows.moveTo(endX, endY);
    arrows.lineTo(tail, endY - ARROW.half);
    arrows.lineTo(tail, endY + ARROW.half);
    arrows.closePath();
  }
  context.stroke(lines);
  context.fill(arrows);
}

/** Whether nothing of the line between two can be seen. */
function isBeside(one: SceneNode, other: SceneNode, { left, right, top, bottom }: Box): boolean {
  return (
    Math.max(one.x, other.x) < left ||
    Math.min(one.x, other.x) > right ||
    Math.max(one.y, other.y) < top ||
    Math.min(one.y, other.y) > bottom
  );
}

function paintNode(
  context: CanvasRenderingContext2D,
  node: SceneNode,
  palette: Palette,
  { isSelected, isHovered }: { readonly isSelected: boolean; readonly isHovered: boolean },
): void {
  const { x, y, isHere, isRoot, shape, level, hidden } = node;
  if (isSelected || isHovered) {
    context.strokeStyle = palette.focus;
    context.lineWidth = isSelected ? 3 : 1.5;
    outline(context, "circle", x, y, RADIUS + 6);
    context.stroke();
  }
  if (isRoot) {
    context.strokeStyle = palette.ink;
    context.lineWidth = 1.5;
    outline(context, shape, x, y, RADIUS + 3.5);
    context.stroke();
  }
  outline(context, shape, x, y, RADIUS);
  if (isHere) {
    context.fillStyle = colourOf(palette, level);
    context.fill();
  } else {
    context.fillStyle = palette.paper;
    context.fill();
    context.strokeStyle = palette.faint;
    context.lineWidth = 1.5;
    context.setLineDash([3, 2.5]);
    context.stroke();
    context.setLineDash([]);
  }
  if (hidden > 0) paintMore(context, node, palette);
}

/** How many more there are, at the upper right. */
function paintMore(context: CanvasRenderingContext2D, { x, y, hidden }: SceneNode, palette: Palette): void {
  context.font = `600 9px ${palette.font}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillStyle = palette.faint;
  context.fillText(moreText(hidden), x + RADIUS + 2, y - RADIUS);
}

export function moreText(hidden: number): string {
  return hidden > 999 ? "+999" : `+${hidden}`;
}

function outline(context: CanvasRenderingContext2D, shape: Shape, x: number, y: number, radius: number): void {
  const points = corners(shape);
  context.beginPath();
  if (points === null) context.arc(x, y, radius, 0, Math.PI * 2);
  else for (const [dx, dy] of points) context.lineTo(x + dx * radius, y + dy * radius);
  context.closePath();
}

/**
 * Labels have a rim of the paper's colour, so that lines below them do no harm. They keep their size on the screen when the picture is made smaller;
 * what would then lie on another label is left out, what stands out last of all.
 */
function paintLabels(
  context: CanvasRenderingContext2D,
  { nodes }: Scene,
  box: Box,
  palette: Palette,
  { selected, hovered, found }: Marks,
  zoom: number,
): void {
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.strokeStyle = palette.paper;
  context.lineJoin = "round";
  const size = zoom < LABELS_FROM ? (FONT_SIZE + 1) / zoom : FONT_SIZE / Math.min(1, zoom);
  const rows = new Map<number, [left: number, right: number][]>();
  const paintOne = (place: number, isMarked: boolean): void => {
    const node = nodes[place];
    if (node === undefined || !isSeen(node, box)) return;
    const label = node.label.length > 24 ? `${node.label.slice(0, 23)}…` : node.label;
    const y = node.y + RADIUS + (LABEL_BELOW - RADIUS) * (size / FONT_SIZE);
    const half = label.length * size * HALF_A_LETTER;
    const row = Math.round(y / size);
    const beside = rows.get(row) ?? [];
    if (beside.some(([left, right]) => node.x - half < right && node.x + half > left)) return;
    for (const near of [row - 1, row, row + 1])
      rows.set(near, [...(rows.get(near) ?? []), [node.x - half, node.x + half]]);
    context.font = `${isMarked ? "600 " : ""}${size}px ${palette.font}`;
    context.globalAlpha = isMarked || found === null || found.has(place) ? 1 : DIM;
    context.lineWidth = size / 3.5;
    context.fillStyle = node.isHere ? palette.ink : palette.faint;
    context.strokeText(label, node.x, y);
    context.fillText(label, node.x, y);
  };
  const isMarked = (place: number): boolean => place === selected || place === hovered || nodes[place]?.isRoot === true;
  nodes.forEach((_, place) => {
    if (isMarked(place)) paintOne(place, true);
  });
  if (zoom < LABELS_FROM) return;
  nodes.forEach((_, place) => {
    if (!isMarked(place)) paintOne(place, false);
  });
}

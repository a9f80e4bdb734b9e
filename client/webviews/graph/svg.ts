/** Writes the graph as an SVG file: the same picture as on the screen, all of it, at its own size. */

import { colourOf, type Palette } from "./colours.ts";
import { ARROW, boundsOf, curveOf, FONT_SIZE, LABEL_BELOW, RADIUS, type Scene, type SceneNode } from "./scene.ts";
import { corners, type Shape } from "./shapes.ts";

export function svgOf(scene: Scene, palette: Palette, title: string): string {
  const { left, top, right, bottom } = boundsOf(scene);
  const [width, height] = [right - left, bottom - top].map(short);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${short(left)} ${short(top)} ${width} ${height}" font-family="${escaped(palette.font)}" font-size="${FONT_SIZE}">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${short(left)}" y="${short(top)}" width="${width}" height="${height}" fill="${palette.paper}"/>`,
    `<g stroke="${palette.line}" fill="${palette.faint}">`,
    ...scene.ticks.map(
      ({ x, year }) =>
        `<path d="M${short(x)} ${short(top)}V${short(bottom)}" stroke-opacity=".45"/><text x="${short(x + 5)}" y="${short(top + 14)}" stroke="none">${year}</text>`,
    ),
    `</g>`,
    `<g stroke="${palette.line}" stroke-opacity=".75" fill="none">`,
    ...scene.edges.map(({ from, to }) => line(scene.nodes[from], scene.nodes[to], palette)),
    `</g>`,
    `<g text-anchor="middle">`,
    ...scene.nodes.map((node) => cable(node, palette)),
    `</g>`,
    `</svg>`,
    "",
  ].join("\n");
}

function line(from: SceneNode | undefined, to: SceneNode | undefined, palette: Palette): string {
  if (from === undefined || to === undefined) return "";
  const { startX, startY, bend, endX, endY, direction } = curveOf(from, to);
  const tail = endX - direction * ARROW.length;
  const curve = `M${short(startX)} ${short(startY)}C${short(startX + bend)} ${short(startY)} ${short(tail - bend)} ${short(endY)} ${short(tail)} ${short(endY)}`;
  const arrow = `M${short(endX)} ${short(endY)}L${short(tail)} ${short(endY - ARROW.half)}V${short(endY + ARROW.half)}Z`;
  return `<path d="${curve}"/><path d="${arrow}" fill="${palette.line}" stroke="none"/>`;
}

function cable(node: SceneNode, palette: Palette): string {
  const { x, y, isHere, isRoot, shape, level, label, hidden } = node;
  const paint = isHere
    ? `fill="${colourOf(palette, level)}"`
    : `fill="${palette.paper}" stroke="${palette.faint}" stroke-width="1.5" stroke-dasharray="3 2.5"`;
  return [
    isRoot ? outline(shape, x, y, RADIUS + 3.5, `fill="none" stroke="${palette.ink}" stroke-width="1.5"`) : "",
    outline(shape, x, y, RADIUS, paint),
    `<text x="${short(x)}" y="${short(y + LABEL_BELOW)}" fill="${isHere ? palette.ink : palette.faint}">${escaped(label)}</text>`,
    hidden > 0
      ? `<text x="${short(x + RADIUS + 2)}" y="${short(y - RADIUS + 3)}" font-size="9" text-anchor="start" fill="${palette.faint}">+${hidden}</text>`
      : "",
  ].join("");
}

function outline(shape: Shape, x: number, y: number, radius: number, paint: string): string {
  const points = corners(shape);
  if (points === null) return `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" ${paint}/>`;
  const list = points.map(([dx, dy]) => `${short(x + dx * radius)},${short(y + dy * radius)}`).join(" ");
  return `<polygon points="${list}" ${paint}/>`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Text of a cable as text: nothing in it can end a text or a value, and no control character spoils the file. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

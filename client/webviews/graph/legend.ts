/** What colours, shapes and signs of the graph mean, in words beside a sample of each. */

import { element } from "../support/elements.ts";
import { words } from "../support/l10n.ts";
import { LEVELS } from "./colours.ts";
import type { Scene } from "./scene.ts";
import { corners, type Shape } from "./shapes.ts";

const SVG = "http://www.w3.org/2000/svg";

/** The legend of a picture: only what occurs in it. */
export function legendOf({ nodes, shapes }: Scene): readonly HTMLElement[] {
  const levels = new Set(nodes.filter(({ isHere }) => isHere).map(({ level }) => level ?? "none"));
  return [
    ...LEVELS.filter(({ level }) => levels.has(level)).map(({ level, variable }) =>
      item("circle", level === "none" ? words("unmarked") : level, variable),
    ),
    ...(nodes.some(({ isHere }) => !isHere) ? [item("circle", words("absent"), null)] : []),
    ...[...shapes].map(([station, shape]) => item(shape, station, "--faint")),
    element("li", {}, element("span", { class: "sign", "aria-hidden": "true" }, "→"), words("arrow")),
    ...(nodes.some(({ hidden }) => hidden > 0)
      ? [element("li", {}, element("span", { class: "sign", "aria-hidden": "true" }, "+n"), words("more"))]
      : []),
  ];
}

function item(shape: Shape, text: string, variable: string | null): HTMLElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-8 -8 16 16");
  svg.setAttribute("aria-hidden", "true");
  const points = corners(shape);
  const sample = document.createElementNS(SVG, points === null ? "circle" : "polygon");
  if (points === null) sample.setAttribute("r", "5.5");
  else sample.setAttribute("points", points.map(([x, y]) => `${x * 5.5},${y * 5.5}`).join(" "));
  sample.setAttribute("class", variable === null ? "hollow" : "full");
  if (variable !== null) sample.style.fill = `var(${variable})`;
  svg.append(sample);
  return element("li", {}, svg, text);
}

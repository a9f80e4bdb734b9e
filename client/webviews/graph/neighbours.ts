/** Which cable an arrow key leads to: along a line to the left or right, else to the nearest that way. */

import type { GraphModel } from "./model.ts";
import type { Scene } from "./scene.ts";

/** The place of the cable that lies that way of another; the same place where there is none. */
export function nextBy(
  { nodes }: Scene,
  model: GraphModel,
  from: number,
  [right, down]: readonly [number, number],
): number {
  const start = nodes[from];
  const node = model.nodes[from];
  if (start === undefined || node === undefined) return from;
  const linked = right === 0 ? [] : [...node.cites, ...node.citedBy];
  return nearest(linked) ?? nearest(nodes.map((_, place) => place)) ?? from;

  function nearest(places: readonly number[]): number | null {
    let best: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const place of places) {
      const other = nodes[place];
      if (other === undefined || start === undefined || place === from) continue;
      const [dx, dy] = [other.x - start.x, other.y - start.y];
      const along = dx * right + dy * down;
      if (along <= 0) continue;
      // What lies aside is farther than what lies ahead.
      const distance = along + 2 * Math.abs(dx * down + dy * right);
      if (distance < least) {
        least = distance;
        best = place;
      }
    }
    return best;
  }
}

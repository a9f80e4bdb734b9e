/** From lines of the document to places on the page and back, by straight lines between places that are known. */

/** A line of the document and where it is on the page, in pixels from its top. Lists of them rise in both. */
export interface Anchor {
  readonly line: number;
  readonly top: number;
}

export function topOf(anchors: readonly Anchor[], line: number): number {
  return between(anchors, line, "line", "top");
}

export function lineAt(anchors: readonly Anchor[], top: number): number {
  return between(anchors, top, "top", "line");
}

function between(anchors: readonly Anchor[], value: number, from: keyof Anchor, to: keyof Anchor): number {
  const index = Math.max(
    anchors.findLastIndex((anchor) => anchor[from] <= value),
    0,
  );
  const before = anchors[index];
  const behind = anchors[index + 1];
  if (before === undefined) return 0;
  if (behind === undefined || behind[from] <= before[from]) return before[to];
  const share = Math.min(Math.max((value - before[from]) / (behind[from] - before[from]), 0), 1);
  return before[to] + share * (behind[to] - before[to]);
}

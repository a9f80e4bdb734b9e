/** The graph as it is drawn: cables and citations by number, with what is known of their dates. */

import type { CableOfGraph, CitationGraphAnswer } from "./messages.ts";

export interface GraphNode {
  readonly cable: CableOfGraph;
  /** Places in `nodes` of what it cites, and of what cites it. */
  readonly cites: readonly number[];
  readonly citedBy: readonly number[];
  /** Days since 1970: of sending, or as near to it as is known. */
  readonly day: number;
  /** How many cables that it cites or that cite it are not in the graph. */
  readonly hidden: number;
}

export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  /** The place of each cable in `nodes`. */
  readonly places: ReadonlyMap<string, number>;
  /** By places in `nodes`: `from` cites `to`. */
  readonly edges: readonly { readonly from: number; readonly to: number }[];
  readonly root: number;
}

const MILLISECONDS_OF_A_DAY = 86_400_000;

/** A cable that is known only by who cites it is drawn so many days before the first that does. */
const BEFORE_CITING = 21;

export function graphModel({ root, cables, citations }: CitationGraphAnswer): GraphModel {
  const places = new Map(cables.map(({ id }, place) => [id, place]));
  const cites: number[][] = cables.map(() => []);
  const citedBy: number[][] = cables.map(() => []);
  const edges: { readonly from: number; readonly to: number }[] = [];
  for (const citation of citations) {
    const from = places.get(citation.from);
    const to = places.get(citation.to);
    if (from === undefined || to === undefined) continue;
    edges.push({ from, to });
    cites[from]?.push(to);
    citedBy[to]?.push(from);
  }
  const sent = cables.map((cable) => (cable.sent === null ? null : Date.parse(cable.sent) / MILLISECONDS_OF_A_DAY));
  return {
    places,
    edges,
    root: places.get(root) ?? 0,
    nodes: cables.map((cable, place) => ({
      cable,
      cites: cites[place] ?? [],
      citedBy: citedBy[place] ?? [],
      day:
        sent[place] ??
        likelyDay(
          cable,
          (citedBy[place] ?? []).map((citing) => sent[citing] ?? null),
        ),
      hidden: Math.max(0, cable.cites + cable.citedBy - (cites[place]?.length ?? 0) - (citedBy[place]?.length ?? 0)),
    })),
  };
}

/** Before the first cable that cites it, within the year of its number as far as that goes. */
function likelyDay({ year }: CableOfGraph, citing: readonly (number | null)[]): number {
  const dates = citing.filter((date) => date !== null);
  const before = dates.reduce((first, date) => Math.min(first, date), Number.POSITIVE_INFINITY) - BEFORE_CITING;
  if (year === null) return Number.isFinite(before) ? before : 0;
  const start = Date.UTC(year, 0, 1) / MILLISECONDS_OF_A_DAY;
  const end = Date.UTC(year, 11, 31) / MILLISECONDS_OF_A_DAY;
  return Number.isFinite(before) ? Math.min(Math.max(before, start), end) : (start + end) / 2;
}

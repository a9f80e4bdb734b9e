/** Where each cable of the graph stands: from left to right by date, up and down so that nothing lies on anything and lines stay short. */

import type { GraphModel } from "./model.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The beginning of a year on the axis of time. */
export interface Tick {
  readonly x: number;
  readonly year: number;
}

export interface GraphLayout {
  /** By the places of the nodes. */
  readonly points: readonly Point[];
  readonly ticks: readonly Tick[];
}

/** In the units of the drawing, which are pixels at its own size. */
const PER_DAY = 5;
const WIDEST_GAP = 190;
const ROW = 50;
const BETWEEN = 18;
const PER_LETTER = 6.8;
const LEAST_WIDTH = 40;
const LINE = 80;

/** After so many rounds in which each cable moves to the middle of its neighbours, nothing moves much any more. */
const ROUNDS = 4;

/** Lays a graph out. Depends on nothing but the graph; 2,000 cables take some hundredths of a second, and others may have a turn at each `yield`. */
export function* layOut(model: GraphModel): Generator<void, GraphLayout> {
  const order = model.nodes
    .map((_, place) => place)
    .sort((one, other) => dayOf(model, one) - dayOf(model, other) || compare(model, one, other));
  const xs = columns(model, order);
  yield;
  let rows = new Float64Array(model.nodes.length);
  for (let round = 0; round < ROUNDS; round++) {
    rows = settle(model, order, xs, rows, round);
    yield;
  }
  const rootRow = rows[model.root] ?? 0;
  return {
    points: model.nodes.map((_, place) => ({ x: xs[place] ?? 0, y: ((rows[place] ?? 0) - rootRow) * ROW })),
    ticks: ticksOf(model, order, xs),
  };
}

function dayOf({ nodes }: GraphModel, place: number): number {
  return nodes[place]?.day ?? 0;
}

/** Equal days are put in order by what does not change: the cables' names. */
function compare({ nodes }: GraphModel, one: number, other: number): number {
  return (nodes[one]?.cable.id ?? "") < (nodes[other]?.cable.id ?? "") ? -1 : 1;
}

/**
 * Time runs evenly where cables are near each other, is cut short where nothing happens, and makes room for a line where one cable cites
 * another of nearly the same day.
 */
function columns(model: GraphModel, order: readonly number[]): Float64Array {
  const xs = new Float64Array(model.nodes.length);
  const isPlaced = new Uint8Array(model.nodes.length);
  let x = 0;
  let before: number | null = null;
  for (const place of order) {
    const day = dayOf(model, place);
    if (before !== null) x += Math.min((day - before) * PER_DAY, WIDEST_GAP);
    for (const cited of model.nodes[place]?.cites ?? []) {
      if (isPlaced[cited] === 1) x = Math.max(x, (xs[cited] ?? 0) + LINE);
    }
    xs[place] = x;
    isPlaced[place] = 1;
    before = day;
  }
  return xs;
}

/** One round: from left to right each cable takes the free row that is nearest to where its neighbours are. */
function settle(
  model: GraphModel,
  order: readonly number[],
  xs: Float64Array,
  before: Float64Array,
  round: number,
): Float64Array<ArrayBuffer> {
  const rows = new Float64Array(model.nodes.length);
  const placed = new Uint8Array(model.nodes.length);
  /** Up to where each row is taken. */
  const taken = new Map<number, number>();
  for (const place of order) {
    const node = model.nodes[place];
    if (node === undefined) continue;
    let sum = 0;
    let count = 0;
    for (const neighbours of [node.cites, node.citedBy]) {
      for (const neighbour of neighbours) {
        // In the first round nothing is known of those to the right.
        if (round === 0 && placed[neighbour] !== 1) continue;
        sum += (placed[neighbour] === 1 ? rows[neighbour] : before[neighbour]) ?? 0;
        count++;
      }
    }
    const wanted = Math.round(count === 0 ? (before[place] ?? 0) : sum / count);
    const half = widthOf(node.cable.mrn) / 2;
    const x = xs[place] ?? 0;
    const row = nearestFree(wanted, (one) => (taken.get(one) ?? Number.NEGATIVE_INFINITY) + BETWEEN <= x - half);
    taken.set(row, x + half);
    rows[place] = row;
    placed[place] = 1;
  }
  return rows;
}

function widthOf(label: string | null): number {
  return Math.max(LEAST_WIDTH, (label?.length ?? 0) * PER_LETTER);
}

/** There is always one: no more rows are taken than there are cables. */
function nearestFree(wanted: number, isFree: (row: number) => boolean): number {
  for (let away = 0; ; away++) {
    if (isFree(wanted + away)) return wanted + away;
    if (isFree(wanted - away)) return wanted - away;
  }
}

const DAYS_OF_A_YEAR = 365.2425;

function ticksOf(model: GraphModel, order: readonly number[], xs: Float64Array): readonly Tick[] {
  const ticks: Tick[] = [];
  let last: number | null = null;
  for (const place of order) {
    const year = new Date(dayOf(model, place) * 86_400_000).getUTCFullYear();
    if (year === last) continue;
    const x = xs[place] ?? 0;
    // Between the last cable of the one year and the first of the next, as near to New Year as the cut allows.
    const sinceNewYear = dayOf(model, place) - Date.UTC(year, 0, 1) / 86_400_000;
    const back = Math.min(sinceNewYear * PER_DAY, last === null ? 30 : WIDEST_GAP / 2, DAYS_OF_A_YEAR * PER_DAY);
    const leftNeighbour = ticks.length === 0 ? Number.NEGATIVE_INFINITY : lastXBefore(order, xs, place);
    ticks.push({ x: Math.max(x - back, (leftNeighbour + x) / 2), year });
    last = year;
  }
  return ticks;
}

function lastXBefore(order: readonly number[], xs: Float64Array, place: number): number {
  const at = order.indexOf(place);
  return xs[order[at - 1] ?? place] ?? 0;
}

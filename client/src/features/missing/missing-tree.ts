/** The missing references as a tree: by station and year, with what was asked for and what has come. Knows nothing of the editor. */

import type { MissingReference } from "../../../../server/src/lsp/protocol.ts";
import type { Mark } from "../saved/saved-file.ts";

/** What is shown: all, or what was not yet asked for, or what was asked for and has not come. */
export type Shown = "all" | "open" | "requested";

export interface MissingNode {
  readonly kind: "missing";
  readonly id: string;
  readonly cable: MissingReference;
  readonly mark: Mark | null;
}

export interface YearNode {
  readonly kind: "year";
  readonly id: string;
  readonly station: string;
  /** Of two digits. */
  readonly year: number;
  readonly cables: readonly MissingNode[];
}

export interface StationNode {
  readonly kind: "station";
  readonly id: string;
  readonly station: string;
  readonly years: readonly YearNode[];
  /** How many cables of all its years. */
  readonly count: number;
}

export type MissingTreeNode = StationNode | YearNode | MissingNode;

/** Stations have no more letters than these, and serials no more digits. */
const NUMBER = /^(\d\d)(\D{1,60})(\d{1,8})$/;

/** Stations by how much is missing of them, their years and cables in order. */
export function missingTree(
  cables: readonly MissingReference[],
  marks: readonly Mark[],
  shown: Shown,
): readonly StationNode[] {
  const byNumber = new Map(marks.map((mark) => [mark.name, mark]));
  const stations = new Map<string, Map<number, MissingNode[]>>();
  for (const cable of cables) {
    const mark = byNumber.get(cable.mrn) ?? null;
    if (!isShown(mark, shown)) continue;
    const [, digits = "", station = cable.mrn] = NUMBER.exec(cable.mrn) ?? [];
    const years = stations.get(station) ?? new Map<number, MissingNode[]>();
    const year = Number(digits);
    stations.set(station, years.set(year, [...(years.get(year) ?? []), nodeOf(cable, mark)]));
  }
  return [...stations]
    .map(([station, years]) => stationOf(station, years))
    .sort((one, other) => other.count - one.count || (one.station < other.station ? -1 : 1));
}

function isShown(mark: Mark | null, shown: Shown): boolean {
  switch (shown) {
    case "all":
      return true;
    case "open":
      return mark?.requested === undefined && mark?.received === undefined;
    case "requested":
      return mark?.requested !== undefined && mark.received === undefined;
  }
}

function nodeOf(cable: MissingReference, mark: Mark | null): MissingNode {
  return { kind: "missing", id: `missing ${cable.mrn}`, cable, mark };
}

function stationOf(station: string, byYear: ReadonlyMap<number, readonly MissingNode[]>): StationNode {
  const years = [...byYear]
    .map(([year, cables]): YearNode => {
      const inOrder = [...cables].sort((one, other) => serialOf(one) - serialOf(other));
      return { kind: "year", id: `missing ${station} ${year}`, station, year, cables: inOrder };
    })
    .sort((one, other) => century(one.year) - century(other.year));
  const count = years.reduce((sum, { cables }) => sum + cables.length, 0);
  return { kind: "station", id: `missing ${station}`, station, years, count };
}

export function serialOf({ cable }: MissingNode): number {
  return Number(NUMBER.exec(cable.mrn)?.[3] ?? 0);
}

/** The whole year: digits from 66 on are of the 20th century. */
export function century(year: number): number {
  return year < 66 ? 2000 + year : 1900 + year;
}

/** So many signs wide is a strip. */
const WIDTH = 60;

/** What stands in a strip, the surest first: a cable that is there, one that is cited and missing, none that anybody has seen. */
export const STRIP = { held: "█", missing: "○", unseen: "·" } as const;

/** The series of a station in a year as a strip: from the first to the last serial that is there or cited. */
export function strip(held: readonly number[], missing: readonly number[]): string {
  const all = [...held, ...missing];
  if (all.length === 0) return "";
  const first = all.reduce((least, serial) => Math.min(least, serial));
  const last = all.reduce((most, serial) => Math.max(most, serial));
  const each = Math.max(1, (last - first + 1) / WIDTH);
  const signs = new Array<string>(Math.min(WIDTH, last - first + 1)).fill(STRIP.unseen);
  const put = (serial: number, sign: string): void => {
    signs[Math.min(signs.length - 1, Math.floor((serial - first) / each))] = sign;
  };
  // What is missing is looked for: it is seen beside what is there.
  for (const serial of held) put(serial, STRIP.held);
  for (const serial of missing) put(serial, STRIP.missing);
  return `${first} ${signs.join("")} ${last}`;
}

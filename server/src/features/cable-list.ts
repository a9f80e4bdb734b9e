/** The cables of the workspace by group, and the list of those in one: what the side bar and the timeline show. */

import { type CableFilter, matchingRows } from "../corpus/cable-filter.ts";
import type { CableHit, CableIndex } from "../corpus/cable-index.ts";
import { CableRows, type Facet, type FacetValue } from "../corpus/facets/cable-rows.ts";
import { countOf, type FacetGroup, groupsOf } from "../corpus/facets/facet-counts.ts";
import { newestCables } from "../corpus/facets/newest-cables.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { placeOfStation } from "./hovers/support/station.ts";

/** A group of cables, and what its value means. */
export interface CableGroup extends FacetGroup {
  /** `AMCONSUL SHANGHAI, China`, `Internal Governmental Affairs`; null where the vocabulary has nothing. */
  readonly title: string | null;
}

export interface CableGroups {
  readonly groups: readonly CableGroup[];
  /** Different cables in all groups together. */
  readonly total: number;
}

/** A cable of a list: as its newest file has it. */
export interface ListedCable extends CableHit {
  /** All its files, by code units. */
  readonly files: readonly FileUri[];
}

export interface CableList {
  readonly cables: readonly ListedCable[];
  /** How many the whole list has. */
  readonly total: number;
}

/** No answer is longer, whatever is asked for. */
export const MOST_LISTED = 1000;
const MOST_GROUPS = 20_000;

/** The groups of the cables that fit, in the order in which people look for them. */
export function cableGroups(filter: CableFilter, by: Facet, index: CableIndex, vocabulary: Vocabulary): CableGroups {
  const rows = new CableRows(index.columns());
  const chosen = matchingRows(rows, filter);
  const groups = groupsOf(rows, chosen, by).slice(0, MOST_GROUPS);
  return {
    groups: groups.map((group) => ({ ...group, title: titleOfValue(group.value, by, vocabulary) })),
    total: countOf(rows, chosen),
  };
}

/** The cables that fit, newest first, from place `from` on. */
export function cableList(
  filter: CableFilter,
  { from, limit }: { readonly from: number; readonly limit: number },
  index: CableIndex,
): CableList {
  const rows = new CableRows(index.columns());
  const page = { from: Math.max(0, from), limit: Math.min(Math.max(0, limit), MOST_LISTED) };
  const fileOf = (row: number): string => index.hitOfRow(row).file;
  const { rows: shown, total } = newestCables(rows, matchingRows(rows, filter), page, fileOf);
  return { cables: shown.map((row) => listedCable(index.hitOfRow(row), index)), total };
}

/** A cable of a list with all its files. */
export function listedCable(hit: CableHit, index: CableIndex): ListedCable {
  return { ...hit, files: hit.mrn === null ? [hit.file] : index.filesOf(hit.mrn) };
}

/** What a station or a TAG is; null for what has no name beside its value, or is not in the vocabulary. */
export function titleOfValue(value: FacetValue, by: Facet, { stations, tags }: Vocabulary): string | null {
  if (typeof value !== "string") return null;
  if (by === "tag") return tags.find(value, null)?.meaning.title ?? null;
  if (by !== "station") return null;
  const station = stations.byId(value) ?? stations.find(value);
  return station === undefined ? null : placeOfStation(station, null);
}

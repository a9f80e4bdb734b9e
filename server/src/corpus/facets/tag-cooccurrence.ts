/** The TAGS that cables like one bear, the likeliest first. */

import type { WeightedTag } from "../cable-index.ts";
import { CABLE, type PackedColumns } from "../columns/packed-columns.ts";

/** Answers `CableIndex.tagsBeside`: one pass over the numbers of all TAGS, no text is made of any that is not answered. */
export function tagsBeside(
  { int32, uint8, tags: numbers, names }: PackedColumns,
  station: string | null,
  tags: readonly string[],
  limit: number,
): readonly WeightedTag[] {
  const ownStation = station === null ? -1 : names.stations.indexOf(station);
  const wanted = new Set(tags);
  const own = new Set<number>();
  for (const [number, name] of names.tags.entries()) if (wanted.has(name)) own.add(number);
  const weights = new Map<number, number>();
  for (let row = 0; row < uint8.state.length; row++) {
    if (uint8.state[row] !== CABLE) continue;
    const isOfStation = ownStation >= 0 && int32.mrnStation[int32.mrn[row] ?? -1] === ownStation;
    const start = int32.tagsAt[row] ?? 0;
    const end = int32.tagsAt[row + 1] ?? numbers.length;
    let shared = 0;
    for (let at = start; at < end; at++) if (own.has(numbers[at] ?? -1)) shared++;
    const weight = (isOfStation ? 2 : 1) * (1 + shared) - 1;
    if (weight === 0) continue;
    for (let at = start; at < end; at++) {
      const tag = numbers[at] ?? -1;
      if (!own.has(tag)) weights.set(tag, (weights.get(tag) ?? 0) + weight);
    }
  }
  return [...weights]
    .map(([number, weight]) => ({ tag: names.tags[number] ?? "", weight }))
    .sort((one, other) => other.weight - one.weight || (one.tag < other.tag ? -1 : 1))
    .slice(0, limit);
}

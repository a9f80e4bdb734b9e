/** Says from which station a cable in the making comes. */

import type { StationId } from "../../../cable/mrn.ts";
import type { CompletionContext } from "../completion.ts";

/** By its number, else by its FM line; null where neither says it. */
export function ownStation({ tree, vocabulary }: CompletionContext): StationId | null {
  const { station } = tree.partialMrn;
  if (station !== null) return station;
  const from = tree.header.from?.value ?? null;
  return from === null ? null : (vocabulary.stations.find(from)?.id ?? null);
}

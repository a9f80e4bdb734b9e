/** The stations that a hover tells of: the sender of the cable, and what a station is in a few words. */

import type { StationId } from "../../../cable/mrn.ts";
import type { AcronymContext } from "../../../vocabulary/acronyms.ts";
import type { CableDate } from "../../../vocabulary/date.ts";
import { explainStation } from "../../../vocabulary/explain.ts";
import type { Explanation } from "../../../vocabulary/explanation.ts";
import { placeAndCountry, stationAt } from "../../../vocabulary/station-history.ts";
import type { Station } from "../../../vocabulary/stations.ts";
import type { HoverContext } from "../hover.ts";

/** The station that sent the cable: that of its MRN, else that of the FROM line; null where the vocabulary has neither. */
export function stationOf({ tree, vocabulary }: HoverContext): Station | null {
  const id = tree.mrn?.station ?? tree.partialMrn.station;
  const known = id === null ? undefined : vocabulary.stations.byId(id);
  return known ?? (tree.header.from === null ? null : (vocabulary.stations.find(tree.header.from.value) ?? null));
}

/** The countries that the cable is from and about: the sender's, and the geographic codes of the TAGS line. */
export function countriesOf(context: HoverContext): AcronymContext {
  return {
    sender: stationOf(context)?.country?.tag ?? null,
    about: context.tree.header.tags.map(({ value }) => value),
  };
}

/** A station that is known to be one, so that nothing else need be said of its name, as it was at the date. */
export function explainKnownStation(station: Station, date: CableDate | null): Explanation {
  return explainStation({ station, kind: "exact", confidence: station.confidence, also: null }, date);
}

/** `AMCONSUL SHANGHAI, China`, `Department of State, Washington`; the name as it is where the vocabulary has no such station. */
export function placeOf({ vocabulary, date }: HoverContext, id: StationId): string {
  const station = vocabulary.stations.byId(id);
  return station === undefined ? id : placeOfStation(station, date);
}

/** The same of a station at hand, as it was at the date. */
export function placeOfStation(station: Station, date: CableDate | null): string {
  const then = stationAt(station, date);
  return placeAndCountry({ ...then, place: then.place.replace(/ \([^()]*\)$/, "") });
}

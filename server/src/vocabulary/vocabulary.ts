/** The whole vocabulary: every look-up over the shipped tables, with people's own rows merged in. */

import { type AcronymLookup, acronymRows, createAcronymLookup, defaultAcronyms } from "./acronyms.ts";
import { type CaptionLookup, defaultCaptions } from "./captions.ts";
import { type ClassificationLookup, defaultClassifications } from "./classifications.ts";
import {
  createDistributionLookup,
  type DistributionLookup,
  defaultDistributionSymbols,
  distributionRows,
} from "./distribution-symbols.ts";
import { defaultExecutiveOrders, type ExecutiveOrderLookup } from "./executive-orders.ts";
import { defaultHeaderLines, type HeaderLineLookup } from "./header-lines.ts";
import { createOfficeLookup, defaultOffices, type OfficeLookup, officeRows } from "./offices.ts";
import { defaultOperatingSignals, type OperatingSignalLookup } from "./operating-signals.ts";
import type { OwnRowProblem, OwnRows } from "./own-rows.ts";
import { defaultPrecedences, type PrecedenceLookup } from "./precedence.ts";
import { defaultRoutingIndicators, type RoutingIndicatorLookup } from "./routing-indicators.ts";
import type { StationRow } from "./rows.ts";
import {
  compactStationName,
  createStationLookup,
  defaultStations,
  type StationLookup,
  stationHomographRows,
  stationRows,
  stationSupplementRows,
} from "./stations.ts";
import { defaultTags, type TagLookup } from "./tags.ts";
import { createTimeZoneLookup, defaultTimeZones, type TimeZoneLookup, timeZoneRows } from "./timezones.ts";

/** Every look-up. Immutable: other own rows make another vocabulary. */
export interface Vocabulary {
  readonly tags: TagLookup;
  readonly stations: StationLookup;
  readonly timeZones: TimeZoneLookup;
  readonly routingIndicators: RoutingIndicatorLookup;
  readonly captions: CaptionLookup;
  readonly precedences: PrecedenceLookup;
  readonly classifications: ClassificationLookup;
  readonly executiveOrders: ExecutiveOrderLookup;
  readonly operatingSignals: OperatingSignalLookup;
  readonly headerLines: HeaderLineLookup;
  readonly offices: OfficeLookup;
  readonly distributionSymbols: DistributionLookup;
  readonly acronyms: AcronymLookup;
  /** What was wrong with the own rows; their other rows are in. */
  readonly problems: readonly OwnRowProblem[];
}

/** The vocabulary as shipped. Each look-up is built when it is first asked for. */
export const defaultVocabulary: Vocabulary = {
  get tags() {
    return defaultTags();
  },
  get stations() {
    return defaultStations();
  },
  get timeZones() {
    return defaultTimeZones();
  },
  get routingIndicators() {
    return defaultRoutingIndicators();
  },
  get captions() {
    return defaultCaptions();
  },
  get precedences() {
    return defaultPrecedences();
  },
  get classifications() {
    return defaultClassifications();
  },
  get executiveOrders() {
    return defaultExecutiveOrders();
  },
  get operatingSignals() {
    return defaultOperatingSignals();
  },
  get headerLines() {
    return defaultHeaderLines();
  },
  get offices() {
    return defaultOffices();
  },
  get distributionSymbols() {
    return defaultDistributionSymbols();
  },
  get acronyms() {
    return defaultAcronyms();
  },
  problems: [],
};

/**
 * The vocabulary with people's own rows. An own meaning comes first and the shipped one is told as another; an own station
 * adds to a shipped one of the same name, and may not take the name of another.
 */
export function createVocabulary(own: OwnRows): Vocabulary {
  if (own.glossary.length + own.stations.length + own.offices.length === 0) {
    return own.problems.length === 0 ? defaultVocabulary : withOwn({ problems: own.problems });
  }
  const problems = [...own.problems];
  const stations = mergeStations(own.stations, problems);
  return withOwn({
    stations: createStationLookup(stations, stationSupplementRows(), stationHomographRows()),
    timeZones: createTimeZoneLookup([...timeZoneRows(), ...own.timeZones]),
    distributionSymbols: withoutOwn(own.offices),
    offices: createOfficeLookup([...own.offices, ...officeRows()]),
    acronyms: createAcronymLookup([...own.glossary, ...acronymRows()]),
    problems,
  });
}

/** The symbols of distributions without those that people have an office of their own for. */
function withoutOwn(offices: OwnRows["offices"]): DistributionLookup {
  const own = new Set(offices.map(({ symbol }) => symbol.trim().toUpperCase()));
  return createDistributionLookup(distributionRows().filter(({ symbol }) => !own.has(symbol)));
}

function withOwn(own: Partial<Vocabulary>): Vocabulary {
  return { ...defaultVocabulary, ...own };
}

function mergeStations(own: readonly StationRow[], problems: OwnRowProblem[]): readonly StationRow[] {
  const shippedById = new Map(stationRows().map((row) => [row.id, row]));
  const ownById = new Map<string, StationRow>();
  for (const row of own) {
    const aliases = (row.aliases ?? []).filter((alias) => {
      const owner = shippedById.get(compactStationName(alias));
      if (owner === undefined || owner.id === row.id) return true;
      problems.push({ table: "stations", row: row.id, message: `alias ${alias} is the name of another station` });
      return false;
    });
    const shipped = shippedById.get(row.id) ?? ownById.get(row.id);
    ownById.set(
      row.id,
      shipped === undefined
        ? { ...row, aliases }
        : { ...shipped, ...row, kind: shipped.kind, aliases: [...aliases, ...(shipped.aliases ?? [])] },
    );
  }
  return [...ownById.values(), ...stationRows().filter((row) => !ownById.has(row.id))];
}

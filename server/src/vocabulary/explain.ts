/** Explains a code: all that it may be, each with its meaning at a date, other meanings and sources. */

import type { Acronym } from "./acronyms.ts";
import { findAddressee, type KnownAddressee } from "./addressees.ts";
import type { Caption } from "./captions.ts";
import type { Classification, PortionMark } from "./classifications.ts";
import { type CableDate, isoDate, longDate, longDateOf } from "./date.ts";
import type { DistributionSymbol } from "./distribution-symbols.ts";
import type { ClassificationReason, DeclassificationMark, ExecutiveOrder } from "./executive-orders.ts";
import { certaintyOf, type Explanation, type ExplanationKind, type OtherMeaning, sourcesOf } from "./explanation.ts";
import { defaultHeaderKeys, type HeaderKey } from "./header-keys.ts";
import { type HeaderLine, readStationSerial, readTransmissionId } from "./header-lines.ts";
import { clockTime } from "./local-time.ts";
import type { Office, OfficeTitle } from "./offices.ts";
import type { OperatingSignal } from "./operating-signals.ts";
import type { Precedence } from "./precedence.ts";
import type { RoutingIndicator } from "./routing-indicators.ts";
import type { Confidence } from "./rows.ts";
import { placeAndCountry, stationAt } from "./station-history.ts";
import { countryName, type StationMatch } from "./stations.ts";
import type { Tag, TagMeaning } from "./tags.ts";
import { defaultVocabulary, type Vocabulary } from "./vocabulary.ts";

/** A whole header line is the longest thing explained. */
const LONGEST_CODE = 400;

/**
 * Everything the code may be, what is likeliest first within the order of the kinds; empty where it is nothing known. With a
 * date each meaning is the one of that day; without (null) that of 2003 to 2010, the years most known cables are from.
 */
export function explain(
  code: string,
  date: CableDate | null = null,
  vocabulary: Vocabulary = defaultVocabulary,
): readonly Explanation[] {
  if (code.length > LONGEST_CODE) return [];
  const typed = code.trim().replace(/\s+/g, " ");
  if (typed === "") return [];
  const one = <T>(found: T | undefined, toExplanation: (found: T) => Explanation): readonly Explanation[] =>
    found === undefined ? [] : [toExplanation(found)];
  const station = vocabulary.stations.match(typed);
  const office = vocabulary.offices.find(typed, date);
  const addressee = explainAddressee(typed, date, vocabulary);
  const asStation = (match: StationMatch): Explanation => explainStation(match, date);
  const known = findAddressee(typed, date);
  const sure = [
    ...one(vocabulary.tags.find(typed, date), explainTag),
    ...one(vocabulary.routingIndicators.find(typed), explainRoutingIndicator),
    ...one(station !== undefined && station.confidence !== "low" ? station : undefined, asStation),
    ...one(vocabulary.captions.find(typed), explainCaption),
    ...one(vocabulary.precedences.find(typed), explainPrecedence),
    ...one(vocabulary.operatingSignals.find(typed), explainOperatingSignal),
    ...one(vocabulary.classifications.portion(typed), explainPortionMark),
    ...one(vocabulary.classifications.find(typed), explainClassification),
    ...one(office !== undefined && office.title !== null ? office : undefined, explainOffice),
    ...one(vocabulary.distributionSymbols.find(typed), explainDistributionSymbol),
    ...one(vocabulary.acronyms.findAnyCase(typed), explainAcronym),
    ...one(vocabulary.executiveOrders.find(typed), (order) => explainExecutiveOrder(order, date)),
    ...one(nonEmpty(vocabulary.executiveOrders.marks(typed, date)), (marks) =>
      explainDeclassificationMarks(typed, marks),
    ),
    ...one(nonEmpty(vocabulary.executiveOrders.reasons(typed, date)), explainReasons),
    ...one(
      defaultHeaderKeys().find(typed.replace(/:$/, ""), "cable") ??
        defaultHeaderKeys().find(typed.replace(/:$/, ""), "archive"),
      explainHeaderKey,
    ),
    ...(addressee.length > 0 ? addressee : explainHeaderLine(typed, date, vocabulary)),
  ];
  // The name of an agency is an abbreviation too, which says the same.
  const named = known !== undefined && (known.kind !== "agency" || sure.length === 0) ? known : undefined;
  const all = [...sure, ...one(named, explainKnownAddressee)];
  if (all.length > 0) return knownFirst(all);
  const dotted = /^(?:[A-Z]\.){1,4}[A-Z]?\.?$/i.test(typed)
    ? vocabulary.acronyms.findAnyCase(typed.replaceAll(".", ""))
    : undefined;
  if (dotted !== undefined) return [explainAcronym(dotted)];
  // With nothing better: a word that may be a station, and an office of which only the bureau is known.
  return [...one(isToldAsStation(station) ? station : undefined, asStation), ...one(office, explainOffice)];
}

/** The explanations in their order, but for those that are a guess: `S/CT` is an office, and only perhaps a portion mark. */
function knownFirst(explanations: readonly Explanation[]): readonly Explanation[] {
  const isGuess = ({ certainty }: Explanation): boolean => certainty === "uncertain";
  return [...explanations.filter((told) => !isGuess(told)), ...explanations.filter(isGuess)];
}

/** `RUEHC/SECSTATE WASHDC`: the station that is meant, and whose the indicator is; none where the indicator is unknown. */
function explainAddressee(
  typed: string,
  date: CableDate | null,
  { routingIndicators, stations }: Vocabulary,
): readonly Explanation[] {
  const [, code, name] = /^(R[A-Z]{3,7})\/(\S.*)$/i.exec(typed) ?? [];
  const indicator = code === undefined ? undefined : routingIndicators.find(code);
  if (indicator === undefined || name === undefined) return [];
  const station = stations.match(name);
  const known = findAddressee(name, date);
  const named =
    station !== undefined && isToldAsStation(station)
      ? [explainStation(station, date)]
      : known !== undefined
        ? [explainKnownAddressee(known)]
        : [];
  return [...named, explainRoutingIndicator(indicator)];
}

/** An agency, a command or a collective, with the states whose posts it reaches. */
export function explainKnownAddressee(addressee: KnownAddressee): Explanation {
  const { kind, title, members } = addressee;
  const isUnknown = kind === "collective" && members.length === 0;
  return tell({
    kind: "addressee",
    code: addressee.name,
    sort: kind,
    title,
    meaning: isUnknown ? "No document that says who is in it was found." : null,
    otherLabel: `Members (${members.length})`,
    otherMeanings: members.map((country) => ({ title: country, validity: null })),
    note: addressee.note,
    source: addressee.source,
    confidence: addressee.confidence,
  });
}

/** The name of a field of the header. */
function explainHeaderKey(key: HeaderKey): Explanation {
  return tell({
    kind: "header field",
    code: key.code,
    title: key.title,
    meaning: key.meaning,
    source: key.source,
    confidence: key.confidence,
  });
}

function nonEmpty<T>(list: readonly T[]): readonly [T, ...(readonly T[])] | undefined {
  const [first, ...rest] = list;
  return first === undefined ? undefined : [first, ...rest];
}

/** A word that is only the beginning of some station's name, of no length that names were cut to, is not told as one. */
function isToldAsStation(match: StationMatch | undefined): boolean {
  return match !== undefined && (match.kind !== "cut" || match.confidence !== "low");
}

/** The fields that differ from kind to kind; the others follow from them. */
interface Told {
  readonly kind: ExplanationKind;
  readonly code: string;
  readonly sort?: string | null;
  readonly title: string | null;
  readonly meaning?: string | null;
  readonly validity?: string | null;
  readonly otherLabel?: string;
  readonly otherMeanings?: readonly OtherMeaning[];
  readonly note?: string | null;
  readonly source: string;
  /** Further sources, of a definition or of the bureau above an office. */
  readonly moreSources?: readonly (string | null)[];
  readonly confidence: Confidence;
}

function tell(told: Told): Explanation {
  return {
    kind: told.kind,
    code: told.code,
    sort: told.sort ?? null,
    title: told.title,
    meaning: told.meaning ?? null,
    validity: told.validity ?? null,
    otherLabel: told.otherLabel ?? "Other meanings",
    otherMeanings: told.otherMeanings ?? [],
    note: told.note ?? null,
    sources: sourcesOf(told.source, ...(told.moreSources ?? [])),
    confidence: told.confidence,
    certainty: certaintyOf(told.source, told.confidence),
  };
}

/** A TAG as it was at the date asked for. */
export function explainTag(tag: Tag): Explanation {
  const { meaning } = tag;
  const notes = [
    ...(tag.later ? ["A later code: the lists of the cable's time did not have it."] : []),
    ...(tag.note === null ? [] : [tag.note]),
  ];
  return tell({
    kind: "TAG",
    code: tag.code,
    sort: tag.category === null || meaning.kind !== "subject" ? meaning.kind : `subject, ${tag.category}`,
    title: meaning.title,
    meaning: tag.definition,
    validity: erasText(meaning),
    otherMeanings: tag.otherMeanings
      .filter(({ title }) => title !== null)
      .map((other) => ({ title: other.title ?? "", validity: erasText(other) })),
    note: notes.length === 0 ? null : notes.join(" "),
    source: meaning.source,
    moreSources: [tag.definitionSource],
    confidence: meaning.confidence,
  });
}

/** `list of 1974`, `lists of 1974 and 2003–10`; null where there is none. */
function erasText({ eras }: TagMeaning): string | null {
  const [first, ...rest] = [...new Set(eras)].map((era) => era.replace("-", "–"));
  if (first === undefined) return null;
  const last = rest.pop();
  return last === undefined ? `list of ${first}` : `lists of ${[first, ...rest].join(", ")} and ${last}`;
}

/** An indicator that many share is told with its most frequent names. */
const MOST_NAMES = 12;

export function explainRoutingIndicator(indicator: RoutingIndicator): Explanation {
  return tell({
    kind: "routing indicator",
    code: indicator.code,
    sort: indicator.kind === "other" ? null : indicator.kind,
    // A shared indicator is nobody's own: the most frequent addressee is one of those it stands before.
    title: indicator.shared ? null : indicator.station,
    meaning: indicator.shared ? "Shared by several addressees: the name after the stroke says who is meant." : null,
    otherLabel: indicator.shared ? "Stands before" : "Also stands before",
    otherMeanings: [
      ...(indicator.shared && indicator.station !== null ? [indicator.station] : []),
      ...indicator.alsoSeen,
    ]
      .slice(0, MOST_NAMES)
      .map((title) => ({ title, validity: null })),
    note: indicator.note,
    source: indicator.source,
    confidence: indicator.confidence,
  });
}

/** A station as it was at the date; at an unknown one as its own row has it. */
export function explainStation({ station, kind, also }: StationMatch, date: CableDate | null): Explanation {
  const { firstYear, lastYear } = station;
  // What is known of other years is not told under a cable of this one.
  const isWithin =
    date === null || firstYear === null || lastYear === null || (firstYear <= date.year && date.year <= lastYear);
  const years =
    firstYear === null || lastYear === null || !isWithin ? null : `cables of ${firstYear} to ${lastYear} are known`;
  const then = stationAt(station, date);
  const period = [
    ...(then.from === null ? [] : [`from ${longDate(then.from)}`]),
    ...(then.to === null ? [] : [`until ${longDate(then.to)}`]),
  ].join(" ");
  return tell({
    kind: "station",
    code: station.id,
    sort: then.kind,
    title: placeAndCountry(then),
    meaning: station.series ? "A traveller's series: its numbers are not message numbers of a post." : null,
    validity: period === "" ? years : period,
    otherLabel: "May also be",
    otherMeanings: also === null ? [] : [{ title: also, validity: null }],
    note:
      [kind === "cut" ? "The name is cut short." : null, station.note].filter((one) => one !== null).join(" ") || null,
    source: then.source,
    confidence: then.confidence,
  });
}

export function explainCaption(caption: Caption): Explanation {
  return tell({
    kind: "caption",
    code: caption.code,
    sort: caption.kind,
    title: caption.title,
    meaning: caption.meaning,
    note: caption.note,
    source: caption.source,
    confidence: caption.confidence,
  });
}

export function explainPrecedence(precedence: Precedence): Explanation {
  const handling =
    precedence.handling === null ? [] : [`Time objective of the military networks: ${precedence.handling}.`];
  const stateUse = precedence.stateUse === null ? [] : [`At State: ${precedence.stateUse}.`];
  return tell({
    kind: "precedence",
    code: precedence.code,
    title: precedence.name,
    meaning: [precedence.meaning, ...handling, ...stateUse].join(" "),
    source: precedence.source,
    confidence: precedence.confidence,
  });
}

export function explainOperatingSignal(signal: OperatingSignal): Explanation {
  return tell({
    kind: "operating signal",
    code: signal.code,
    sort: signal.kind === "signal" ? null : signal.kind,
    title: signal.title,
    validity: signal.where,
    note: signal.note,
    source: signal.source,
    confidence: signal.confidence,
  });
}

export function explainPortionMark(mark: PortionMark): Explanation {
  return tell({
    kind: "portion mark",
    code: mark.code,
    title: mark.title,
    meaning: "The classification of the paragraph or subject that it stands before.",
    note: mark.note,
    source: mark.sources.join("; "),
    confidence: mark.confidence,
  });
}

export function explainClassification(classification: Classification): Explanation {
  const portion = classification.portion === null ? "" : ` Its paragraphs are marked ${classification.portion}.`;
  return tell({
    kind: "classification",
    code: classification.code,
    title: classification.title,
    meaning: classification.meaning === null ? null : `${classification.meaning}${portion}`,
    source: classification.source,
    confidence: classification.confidence,
  });
}

export function explainOffice(office: Office): Explanation {
  const [nearest] = office.within;
  const within = office.within
    .map(({ symbol, title }) => (symbol === title ? title : `${title} (${symbol})`))
    .join(", ");
  const isUnknown = office.title === null && nearest !== undefined;
  return tell({
    kind: "office symbol",
    code: office.symbol,
    title: isUnknown ? `An office under the ${within}` : within === "" ? office.title : `${office.title}, ${within}`,
    meaning: isUnknown ? `${office.symbol} itself is not in the vocabulary.` : null,
    validity: office.period === null ? null : yearsOf(office.period),
    otherMeanings: office.otherTitles.map(({ title, period }: OfficeTitle) => ({
      title,
      validity: period === undefined ? null : yearsOf(period),
    })),
    note:
      [office.isOutside ? "From a list of other years than the cable's." : null, office.note]
        .filter((one) => one !== null)
        .join(" ") || null,
    source: office.source,
    moreSources: office.within.map(({ source }) => source),
    confidence: office.confidence,
  });
}

/** `1973–76` of `1973-76`. */
function yearsOf(period: string): string {
  return period.replace("-", "–");
}

export function explainDistributionSymbol(symbol: DistributionSymbol): Explanation {
  return tell({
    kind: "office symbol",
    code: symbol.symbol,
    sort: "distribution",
    title: symbol.title,
    note: symbol.note,
    source: symbol.source,
    confidence: symbol.confidence,
  });
}

export function explainAcronym(acronym: Acronym): Explanation {
  return tell({
    kind: "abbreviation",
    code: acronym.abbreviation,
    sort: acronym.kind === "cable shorthand" ? acronym.kind : null,
    title: acronym.expansion,
    validity: acronym.countries.length === 0 ? null : `in cables from or about ${countryNames(acronym.countries)}`,
    meaning: acronym.alsoSpelled.length === 0 ? null : `Also spelled out as ${acronym.alsoSpelled.join(", ")}.`,
    otherMeanings: acronym.otherMeanings.map((title) => ({ title, validity: null })),
    note: acronym.note,
    source: acronym.source,
    confidence: acronym.confidence,
  });
}

/** The names of countries by their geographic TAGS; a TAG as it is where no station has it. */
function countryNames(tags: readonly string[]): string {
  return tags.map((tag) => countryName(tag) ?? tag).join(", ");
}

export function explainExecutiveOrder(order: ExecutiveOrder, date: CableDate | null = null): Explanation {
  const isOutOfForce =
    date !== null && (order.from > isoDate(date) || (order.to !== null && order.to <= isoDate(date)));
  const notes = [
    order.misprint === null ? null : `${order.misprint} is a usual misprint of ${order.number}.`,
    isOutOfForce ? `Not in force on ${longDate(date)}.` : null,
    order.note,
  ].filter((one) => one !== null);
  return tell({
    kind: "executive order",
    code: `E.O. ${order.number}`,
    title: order.title,
    meaning: `The order on classification that a cable's E.O. line cites: by it the cable is classified, and declassified. Signed ${longDateOf(order.signed)}.`,
    validity:
      order.to === null
        ? `in force from ${longDateOf(order.from)}`
        : `in force from ${longDateOf(order.from)} until ${longDateOf(order.to)}`,
    note: notes.length === 0 ? null : notes.join(" "),
    source: order.source,
    confidence: order.confidence,
  });
}

/** One value of an E.O. line under one order or several; the first is the meaning at the date. */
export function explainDeclassificationMarks(
  typed: string,
  [mark, ...others]: readonly [DeclassificationMark, ...(readonly DeclassificationMark[])],
): Explanation {
  return tell({
    kind: "declassification mark",
    code: typed,
    sort: `under E.O. ${mark.order}`,
    title: mark.meaning,
    otherMeanings: others
      .filter(({ meaning }) => meaning !== mark.meaning)
      .map((other) => ({ title: other.meaning, validity: `under E.O. ${other.order}` })),
    source: mark.source,
    confidence: mark.confidence,
  });
}

/** One reason under one order or several; the first is the meaning at the date. */
export function explainReasons([reason, ...others]: readonly [
  ClassificationReason,
  ...(readonly ClassificationReason[]),
]): Explanation {
  return tell({
    kind: "reason code",
    code: reason.code,
    sort: `reason for classification, ${orderText(reason)}`,
    title: reason.meaning,
    validity:
      reason.to === null
        ? `from ${longDateOf(reason.from)}`
        : `${longDateOf(reason.from)} until ${longDateOf(reason.to)}`,
    otherMeanings: others
      .filter(({ meaning }) => meaning !== reason.meaning)
      .map((other) => ({ title: other.meaning, validity: orderText(other) })),
    source: reason.source,
    confidence: reason.confidence,
  });
}

function orderText({ order, amendedBy }: ClassificationReason): string {
  return amendedBy === null ? `E.O. ${order}` : `E.O. ${order} as amended by E.O. ${amendedBy}`;
}

/** A whole header line, or the transmission identification or station serial in one. */
function explainHeaderLine(typed: string, date: CableDate | null, vocabulary: Vocabulary): readonly Explanation[] {
  const text = typed.toUpperCase();
  const serial = readStationSerial(text, date?.year ?? null);
  const line =
    vocabulary.headerLines.match(text) ??
    (serial === null ? undefined : vocabulary.headerLines.byNumber(STATION_SERIAL_LINE));
  return line === undefined ? [] : [explainFormatLine(line, text, date)];
}

const STATION_SERIAL_LINE = 3;

/** A format line, with what the figures of `text` say where it is the first or the third. */
export function explainFormatLine(line: HeaderLine, text: string, date: CableDate | null): Explanation {
  return tell({
    kind: "header line",
    code: text,
    sort: `format line ${line.line} of ACP 127`,
    title: line.name,
    meaning: [...figuresOf(text, date), line.content].join(" "),
    note: line.note,
    source: line.source,
    confidence: line.confidence,
  });
}

function figuresOf(text: string, date: CableDate | null): readonly string[] {
  const id = readTransmissionId(text);
  if (id !== null) return [`Channel ${id.channel}, transmission number ${id.serial} on it.`];
  const serial = readStationSerial(text, date?.year ?? null);
  if (serial === null) return [];
  const day = serial.day === null ? `day ${serial.dayOfYear} of the year` : longDate(serial.day);
  const section = serial.section === null ? "" : `, transmission section ${serial.section}`;
  return [`Station serial number ${serial.serial}${section}; filed on ${day} at ${clockTime(serial)}Z.`];
}

/** The shape of one row of each vocabulary table under data/. */

/** How sure a row is: high, a document gives it; medium, a secondary source or knowledge that usage supports; low, inferred or seen once. */
export type Confidence = "high" | "medium" | "low";

/** What every row of every table carries. */
export interface SourcedRow {
  /** Keys of `sources.json`, several parted by semicolons; free text in what people write themselves. */
  readonly source: string;
  /** Absent in tables whose rows all come from a document. */
  readonly confidence?: Confidence;
  /** A remark for the reader: a frequent slip, a doubt, what was looked for in vain. */
  readonly note?: string;
  /** Uses in the corpus that the tables were made from. */
  readonly count?: number;
}

/**
 * What a source is: `document`, an official one; `secondary`, what others compiled; `cables`, the cables themselves, which spell it
 * out or print it; `none`, where nothing was looked up.
 */
export type SourceKind = "document" | "secondary" | "cables" | "none";

/** A source that rows name by its key. */
export interface SourceRow {
  /** The short form, as a hover shows it: `5 FAH-3 H-414`. */
  readonly key: string;
  readonly kind: SourceKind;
  readonly name: string;
  /** The section or page. */
  readonly section?: string;
  /** Edition, change transmittal or place of publication. */
  readonly edition?: string;
  /** When it was issued, as far as it is known; for cables, when they were sent. */
  readonly date?: string;
}

export type TagKind = "subject" | "program" | "organization" | "geographic" | "person-rule";

/** One meaning of a TAG in one list of TAGS. */
export interface TagEraRow {
  /** The list's year or years: `1974`, `1973-79`, `2003-10`. */
  readonly era: string;
  /** Absent where only the code is known. */
  readonly title?: string;
  readonly source: string;
  /** Where the code was of another kind then. */
  readonly kind?: TagKind;
  readonly confidence?: Confidence;
}

export interface TagRow extends SourcedRow {
  readonly code: string;
  readonly kind: TagKind;
  readonly title?: string;
  readonly category?: string;
  readonly definition?: string;
  readonly definitionSource?: string;
  readonly eras: readonly TagEraRow[];
}

export type RoutingIndicatorKind =
  | "embassy"
  | "consulate"
  | "mission"
  | "department"
  | "collective"
  | "military"
  | "other";

export interface RoutingIndicatorRow extends SourcedRow {
  readonly ri: string;
  readonly station?: string;
  readonly kind: RoutingIndicatorKind;
  /** Other names that stand after the indicator in headers. */
  readonly alsoSeen?: readonly string[];
  /** The indicator stands before many addressees: the name after the stroke decides. */
  readonly shared?: boolean;
}

export type StationKind =
  | "embassy"
  | "consulate"
  | "mission"
  | "office"
  | "institute"
  | "department"
  | "other"
  | "1973-79";

export interface StationRow extends SourcedRow {
  /** The station in a cable number, without blanks. */
  readonly id: string;
  /** As typed. */
  readonly name: string;
  readonly post?: string;
  readonly kind: StationKind;
  readonly country?: { readonly tag: string; readonly name: string };
  readonly aliases?: readonly string[];
  /** The short form of the 1973–79 records. */
  readonly id1973?: string;
  readonly firstYear?: number;
  readonly lastYear?: number;
}

/** More names of a station than its own row has, or its canonical form where the row has only the cut one of 1973–79. */
export interface StationSupplementRow extends SourcedRow {
  /** The `id` of the row in stations.json. */
  readonly id: string;
  readonly canonical?: string;
  readonly names?: readonly string[];
  /** Numbers of this name are a traveller's series, not message numbers of a post. */
  readonly series?: boolean;
}

/** What a post was, and of which country, in the years for which its own row does not hold or does not say. */
export interface StationHistoryRow extends SourcedRow {
  /** The canonical form of the station. */
  readonly id: string;
  /** ISO dates, both days included; without one the row holds from or to any day. */
  readonly from?: string;
  readonly to?: string;
  readonly post?: string;
  readonly kind?: StationKind;
  readonly country?: string;
}

/** A name of a station that is also something else. */
export interface StationHomographRow extends SourcedRow {
  /** Capitals without blanks. */
  readonly form: string;
  /** What else it may be. */
  readonly also: string;
  /** How likely the form, before a number and with nothing else to go by, is the station. */
  readonly confidence: Confidence;
}

export type AddresseeKind = "agency" | "command" | "collective";

/** Who is meant by a name on the TO and INFO lines that is no post's. */
export interface AddresseeRow extends SourcedRow {
  /** As typed, without the place behind it: `CIA` of `CIA WASHDC`. */
  readonly name: string;
  /** Other ways in which it is typed. */
  readonly names?: readonly string[];
  readonly kind: AddresseeKind;
  readonly title: string;
  /** Whose posts a collective reaches, where that follows from who belongs to an organization. */
  readonly members?: readonly AddresseeMember[];
}

/** A state that belongs to what a collective is named after, from one ISO date to another, both included. */
export interface AddresseeMember {
  readonly country: string;
  readonly from?: string;
  readonly to?: string;
}

export interface TimeZoneRow extends SourcedRow {
  /** As in stations.json. */
  readonly id: string;
  /** IANA time zone. */
  readonly tz: string;
  /** The name that older software knows. */
  readonly olderName?: string;
  readonly country: string;
}

export interface CaptionRow extends SourcedRow {
  readonly code: string;
  readonly kind: string;
  readonly title?: string;
  readonly meaning?: string;
}

export interface PrecedenceRow extends SourcedRow {
  /** The letter, `NIACT`, or two letters of a dual precedence. */
  readonly code: string;
  readonly digraph?: string;
  readonly name: string;
  /** Higher is more urgent. */
  readonly rank?: number;
  readonly meaning: string;
  /** Time objective of the military networks. */
  readonly handling?: string;
  readonly stateUse?: string;
}

export interface ClassificationRow extends SourcedRow {
  /** A line's text, or a portion mark with its parentheses. */
  readonly code: string;
  readonly kind: "line" | "marking" | "portion";
  readonly level?: string;
  readonly title: string;
  /** 0 (unclassified) to 5 (top secret). */
  readonly rank: number;
  readonly meaning?: string;
  readonly spaced?: string;
  /** Letter in format line 4. */
  readonly field?: string;
  readonly portion?: string;
}

export interface LineFormRow {
  readonly form: string;
  readonly also?: readonly string[];
  readonly meaning: string;
  readonly count?: number;
  readonly confidence?: Confidence;
}

export interface ReasonRow {
  readonly code: string;
  readonly meaning: string;
  readonly count?: number;
  readonly confidence?: Confidence;
}

export interface ExecutiveOrderRow extends SourcedRow {
  readonly code: string;
  readonly title: string;
  /** ISO dates; `to` is the first day on which the order no longer held, null while it holds. */
  readonly signed: string;
  readonly from: string;
  readonly to: string | null;
  readonly amendedBy?: string;
  readonly lineForms: readonly LineFormRow[];
  readonly reasons: readonly ReasonRow[];
  readonly reasonsAsAmended?: readonly ReasonRow[];
  readonly exemptions?: readonly ReasonRow[];
  readonly misprints?: readonly string[];
}

export interface OperatingSignalRow extends SourcedRow {
  readonly code: string;
  readonly kind: "signal" | "classification field" | "prosign";
  readonly title?: string;
  readonly where: string;
  readonly level?: string;
}

export interface HeaderLineRow extends SourcedRow {
  /** `01` to `16`. */
  readonly code: string;
  readonly line: number;
  readonly name: string;
  readonly content: string;
  readonly example?: string;
  /** Regular expression of the line. */
  readonly pattern?: string;
}

export interface OfficeRow extends SourcedRow {
  readonly symbol: string;
  readonly title: string;
  readonly parent?: string;
  /** The years in which the office is known under the title, where the row is not of 1990 and after: `1973-76`, `to 1972`, `from 1974`. */
  readonly period?: string;
  /** What the symbol stood for before the title of the row. */
  readonly earlier?: readonly OfficeOfTime[];
  /** A rank (`A/S`), which no bureau stands above. */
  readonly isRank?: boolean;
  /** The symbol is no word and no other abbreviation, so that it is told in the text of cables too. */
  readonly inText?: boolean;
}

/** The title of an office in the years of a period. */
export interface OfficeOfTime {
  readonly title: string;
  readonly period: string;
  readonly source: string;
}

/** A symbol of the distribution that the Department gave a telegram, written without strokes there: `SSO` for S/S-O. */
export interface DistributionRow extends SourcedRow {
  readonly symbol: string;
  /** Absent where it is not known which office the symbol stands for. */
  readonly title?: string;
}

export interface AcronymRow extends SourcedRow {
  readonly abbr: string;
  readonly expansion: string;
  readonly alsoMeans?: readonly string[];
  readonly alsoSpelled?: readonly string[];
  /** `passing line`: names of agencies that are plain words elsewhere, told in passing instructions alone. */
  readonly kind: "cable shorthand" | "general" | "pattern" | "passing line";
  /** Other ways of writing it in capitals and small letters: `SecDef`. */
  readonly forms?: readonly string[];
  /** Geographic TAGS: the expansion is told only in cables from or about these countries. */
  readonly countries?: readonly string[];
  /** What the abbreviation means in cables from these countries. */
  readonly bySender?: readonly SenderMeaning[];
  /** Regular expression of the words that a `pattern` row stands for. */
  readonly pattern?: string;
}

/** A meaning that holds in cables from some countries. */
export interface SenderMeaning {
  /** Geographic TAGS. */
  readonly countries: readonly string[];
  readonly expansion: string;
}

export interface FormatRuleRow extends SourcedRow {
  readonly code: string;
  readonly area: string;
  readonly rule: string;
  readonly era: string;
  readonly check: string;
  readonly measured?: string;
}

/** One part of a portion mark after its level: `NF` of `(C//NF)`, `REL TO` and `USA` of `(S//REL TO USA)`. */
export interface PortionPartRow extends SourcedRow {
  readonly code: string;
  readonly also?: readonly string[];
  /** A limit on who may see the portion; the word that opens a list of recipients; a recipient in such a list. */
  readonly kind: "control" | "release" | "recipient";
  readonly title: string;
  /** The caption in captions.json that says the same of a whole cable. */
  readonly caption?: string;
}
